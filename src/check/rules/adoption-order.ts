import { ivp } from "../../called/index.js";
import { agree, day, stateName } from "../../dutch.js";
import { isAdopted, isDecided, type Model, outcomeOf } from "../../model/index.js";
import { decisionsOf, type PlacedDecision } from "../decisions.js";
import { modelRule, ofValue } from "../rule.js";

export const adoptionOrder = modelRule(
  {
    code: "IVP521",
    severity: "error",
    title: "Een bijlage of programma wordt niet vastgesteld voordat het plan is vastgesteld.",
    why: "Bijlage en programma werken het plan uit; de raad besluit eerst over het plan. Waar de raad het plan verwierp, valt er niets uit te werken.",
    mend: `Leg die eerdere vaststelling vast (${ivp} adopt plan), of zet de status van dit stuk terug.`,
  },
  (model, loaded) => {
    const all = decisionsOf(model);
    const plan = agree("de", model.terms.plan.brief);
    return all.flatMap((placed) => {
      const { about, decision, file, path, name } = placed;
      // A report tells how it goes, also with a plan that isn't adopted yet.
      if (about === "plan" || about === "progress" || !isAdopted(decision.state)) return [];
      const fault = outOfOrder(placed, planFor(model, all, placed), plan);
      if (fault === undefined) return [];
      return [
        {
          ...ofValue(loaded, file, [...path, "state"], `${file}:${path.join(".")}`),
          message: `${name} is vastgesteld, maar ${fault}`,
        },
      ];
    });
  },
);

/** What was decided on the plan, for who decides on what follows it. */
interface PlanDecision {
  readonly state: PlacedDecision["decision"]["state"];
  /** The first day on which it was adopted. */
  readonly date?: string | undefined;
}

/** By the same council; for a programme of the team as a whole, by the first of the councils. */
function planFor(model: Model, all: readonly PlacedDecision[], { file, town }: PlacedDecision): PlanDecision {
  const own = all.find((other) => other.file === file && other.about === "plan")?.decision;
  if (own && town !== undefined) return { state: own.state, date: dateOf(own) };
  const { decision, decided, towns } = outcomeOf(model, { kind: "plan" });
  if (!decided) return { state: decision.state, date: dateOf(decision) };
  const adopted = towns.filter((one) => isAdopted(one.decision.state));
  const [first] = adopted.flatMap((one) => dateOf(one.decision) ?? []).sort();
  return { state: adopted[0]?.decision.state ?? towns[0]?.decision.state ?? "concept", date: first };
}

const dateOf = ({ date }: PlacedDecision["decision"]): string | undefined =>
  typeof date === "string" ? date : undefined;

function outOfOrder(
  { decision, town }: PlacedDecision,
  { state, date }: PlanDecision,
  plan: string,
): string | undefined {
  const where = town === undefined ? "" : ` in ${town}`;
  if (!isAdopted(state)) return isDecided(state) ? `${plan} is${where} ${stateName(state)}.` : `${plan} nog niet.`;
  const own = dateOf(decision);
  if (own === undefined || date === undefined || own >= date) return undefined;
  return `${plan} pas later, op ${day(date)}.`;
}
