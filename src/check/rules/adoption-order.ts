import type { Decision } from "../../content/index.js";
import { agree } from "../../dutch.js";
import { decisionsOf, type PlacedDecision } from "../decisions.js";
import { modelRule, ofValue } from "../rule.js";

export const adoptionOrder = modelRule(
  {
    code: "IVP521",
    severity: "error",
    title: "Een bijlage of programma wordt niet vastgesteld voordat het plan is vastgesteld.",
    why: "Bijlage en programma werken het plan uit; de raad besluit eerst over het plan.",
    mend: "Zet de status van het plan op vastgesteld met een eerdere datum, of die van dit stuk terug.",
  },
  (model, loaded) => {
    const { content, terms } = model;
    const all = decisionsOf(model);
    const planOf = ({ file }: PlacedDecision): Decision =>
      (all.find((other) => other.file === file && other.about === "plan") ?? all[0])?.decision ?? content.plan.decision;
    return all
      .filter(
        (placed) =>
          placed.about !== "plan" && placed.decision.state === "vastgesteld" && before(placed.decision, planOf(placed)),
      )
      .map(({ file, path, name }) => ({
        ...ofValue(loaded, file, [...path, "state"], `${file}:${path.join(".")}`),
        message: `${name} is vastgesteld, maar ${agree("de", terms.plan.brief)} nog niet of pas later.`,
      }));
  },
);

const before = ({ date }: Decision, plan: Decision): boolean =>
  plan.state !== "vastgesteld" || (typeof date === "string" && typeof plan.date === "string" && date < plan.date);
