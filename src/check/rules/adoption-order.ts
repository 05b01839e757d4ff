import type { Content } from "../../content/index.js";
import { agree } from "../../dutch.js";
import { isOpen } from "../../model/index.js";
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
    const planOf = ({ file }: PlacedDecision): Content["plan"]["decision"] =>
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

type Decision = Content["plan"]["decision"];

const before = ({ date }: Decision, plan: Decision): boolean =>
  plan.state !== "vastgesteld" || (!isOpen(date) && !isOpen(plan.date) && date < plan.date);
