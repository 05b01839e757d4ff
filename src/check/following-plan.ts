/** What was decided on what elaborates the plan, beside what was decided on the plan itself. */
import { isAdopted, type Model, outcomeOf } from "../model/index.js";
import { decisionsOf, type PlacedDecision } from "./decisions.js";

/** What follows the plan and is adopted, with what was decided on the plan. A report tells how it goes, also without a plan. */
export function followingPlan(model: Model): { readonly placed: PlacedDecision; readonly followed: PlanDecision }[] {
  const all = decisionsOf(model);
  return all
    .filter(({ about, decision }) => about !== "plan" && about !== "progress" && isAdopted(decision.state))
    .map((placed) => ({ placed, followed: planFor(model, all, placed) }));
}

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

/** The day of a decision, if it is known. */
export const dateOf = ({ date }: PlacedDecision["decision"]): string | undefined =>
  typeof date === "string" ? date : undefined;
