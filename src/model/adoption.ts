/**
 * What holds for a document: the one place that says it. Each council decides on the plan and on its own annex (Politiewet 2012,
 * article 38b), each board on a programme; what the team says of these follows from that.
 */
import type { Decision, Path } from "../content/index.js";
import { byPeriod, onlyOne, type WholeContent } from "./defaults.js";
import { programmeDecisions } from "./programme-decisions.js";

/** What came of the decision of one council or board. */
export type DecisionState = Decision["state"];

/** What came of all of them: a document that some adopted and others not holds for those that did. */
export type AdoptionState = DecisionState | "deels-vastgesteld";

/** Something on which is decided. An annex goes by its municipality, a programme by its id. */
export type Subject =
  | { readonly kind: "plan" }
  | { readonly kind: "annex"; readonly id: string }
  | { readonly kind: "programme"; readonly id: string };

/** What it takes of a municipality to say what it decided. */
type Town = Pick<WholeContent["municipalities"][number], "id" | "title" | "decisions">;

/** What one municipality decided. */
export interface OwnDecision {
  readonly municipality: Town;
  readonly decision: Decision;
  /** The file of the municipality, and where the decision stands in it. */
  readonly file: string;
  readonly path: Path;
}

/** What was decided on one document. */
export interface Outcome {
  readonly subject: Subject;
  readonly state: AdoptionState;
  /** What the team says of the decision; of a document of one municipality, what that one decided. */
  readonly decision: Decision;
  /** The decision of each municipality, in the order of their names. */
  readonly towns: readonly OwnDecision[];
  /** Whether the state follows from decisions that were taken: as long as nobody decided, the team has the word. */
  readonly decided: boolean;
}

/** Whether the text holds by such a decision. */
export function isAdopted(state: DecisionState): boolean {
  switch (state) {
    case "vastgesteld":
    case "gewijzigd-vastgesteld":
      return true;
    case "concept":
    case "ter-vaststelling":
    case "verworpen":
    case "ingetrokken":
      return false;
  }
}

/** Whether nothing more has to be decided. */
export const isDecided = (state: DecisionState): boolean =>
  isAdopted(state) || state === "verworpen" || state === "ingetrokken";

/** What it takes to say what was decided; the linked model has it, and so has whole content. */
interface Source {
  readonly content: Pick<WholeContent, "plan">;
  readonly municipalities: readonly Town[];
  /** In order: the first in time first. */
  readonly programmes: readonly (Pick<WholeContent["programmes"][number], "id"> & { readonly decision: Decision })[];
}

/** What was decided on a document. */
export function outcomeOf(model: Source, subject: Subject): Outcome {
  const towns = decisionsOn(model, subject);
  const own = ownWord(model, subject, towns);
  const only = onlyOne(towns);
  if (only) {
    // What the only council decided is decided, whatever the team still says.
    const decision = isDecided(only.decision.state) ? only.decision : own;
    return { subject, state: decision.state, decision, towns, decided: isDecided(decision.state) };
  }
  const decided = towns.some(({ decision }) => isDecided(decision.state));
  return { subject, state: decided ? stateOf(towns) : own.state, decision: own, towns, decided };
}

/** What is decided on a document, municipality by municipality. */
function decisionsOn({ municipalities, programmes }: Source, subject: Subject): OwnDecision[] {
  const of = (municipality: Town, decision: Decision, path: Path): OwnDecision => ({
    municipality,
    decision,
    file: `municipalities/${municipality.id}.yaml`,
    path,
  });
  switch (subject.kind) {
    case "plan":
      return municipalities.map((town) => of(town, town.decisions.plan, ["decisions", "plan"]));
    case "annex":
      return municipalities
        .filter(({ id }) => id === subject.id)
        .map((town) => of(town, town.decisions.annex, ["decisions", "annex"]));
    case "programme":
      return municipalities.map((town) => {
        const own = programmeDecisions(programmes, town).find(({ programme }) => programme.id === subject.id);
        return of(town, own?.decision ?? { state: "concept" }, own?.path ?? ["decisions"]);
      });
  }
}

/** What is said of the decision where nobody took one yet. */
function ownWord({ content, programmes }: Source, subject: Subject, towns: readonly OwnDecision[]): Decision {
  switch (subject.kind) {
    case "plan":
      return content.plan.decision;
    case "annex":
      return towns[0]?.decision ?? { state: "concept" };
    case "programme":
      return programmes.find(({ id }) => id === subject.id)?.decision ?? { state: "concept" };
  }
}

/** What follows from decisions of which at least one was taken. */
function stateOf(towns: readonly OwnDecision[]): AdoptionState {
  const states = towns.map(({ decision }) => decision.state);
  const adopted = states.filter(isAdopted);
  if (adopted.length === states.length)
    return adopted.every((state) => state === "gewijzigd-vastgesteld") ? "gewijzigd-vastgesteld" : "vastgesteld";
  if (adopted.length > 0) return "deels-vastgesteld";
  if (!states.every(isDecided)) return "ter-vaststelling";
  return states.includes("verworpen") ? "verworpen" : "ingetrokken";
}

/** Every document on which is decided. The only municipality has no annex. */
export const subjectsOf = ({ programmes, municipalities }: Omit<Source, "content">): Subject[] => [
  { kind: "plan" },
  ...(onlyOne(municipalities) ? [] : municipalities.map(({ id }): Subject => ({ kind: "annex", id }))),
  ...programmes.map(({ id }): Subject => ({ kind: "programme", id })),
];

/**
 * Whether what the team says of a decision (a date that is open, a number) is passed by: every municipality has decided by
 * itself.
 */
export const isSettled = ({ towns, decided }: Outcome): boolean =>
  decided && towns.every(({ decision }) => isDecided(decision.state));

/** Whether there is something to tell of who decided: one of several took a decision, or is asked for one. */
export const hasDecisions = ({ towns }: Outcome): boolean =>
  towns.length > 1 && towns.some(({ decision }) => decision.state !== "concept");

/** What whole content says of decisions, before it is linked. */
export const decisionsIn = (content: WholeContent): Source => ({
  content,
  municipalities: content.municipalities,
  programmes: [...content.programmes].sort(byPeriod),
});
