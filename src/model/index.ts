/** Stage 3: valid content → the linked model. */

export {
  type AdoptionState,
  type DecisionState,
  hasDecisions,
  isAdopted,
  isDecided,
  isSettled,
  type Outcome,
  type OwnDecision,
  outcomeOf,
  type Subject,
  subjectsOf,
} from "./adoption.js";
export * from "./amending/index.js";
export { contrast, grounds, LEAST, mixed, onDark, readable } from "./colours.js";
export { isRecord, withTexts } from "./data.js";
export { isDraft, onlyOne, type WholeContent } from "./defaults.js";
export { filesOf, fingerprintOf, hashOf, isApart } from "./fingerprint.js";
export { headingsOf, type StoryHeading, type StoryPart, storyParts } from "./headings.js";
export { existedIn, hasNumbers, indicatorsOf, type NumberedFigure, numbered } from "./indicators.js";
export { link, linkContent } from "./link.js";
export * from "./money.js";
export { asTyped, findMunicipality, municipalityNamed, namesOfAll, noMunicipality } from "./municipality-named.js";
export { beside, isGuide, isOverview } from "./names.js";
export { flatten } from "./outline.js";
export { hasText, isPart, type PartName, parts } from "./parts.js";
export { priorityOrder } from "./priority-order.js";
export { type ProgrammeDecision, programmeDecisions } from "./programme-decisions.js";
export { holds, isGone } from "./programmes.js";
export {
  actionsOn,
  before,
  isFinal,
  newest,
  planningAt,
  programmesOn,
  type Standing,
  standingIn,
  stateIn,
  toldIn,
  toldInTown,
} from "./progress.js";
export { says } from "./says.js";
export { dataInFull, fullId, inFull, type Meanings, meaningsAmong } from "./scope.js";
export { fingerprintNow, onEarlierText, type SinceDecision, sinceDecisions } from "./since-decision.js";
export { otherImages, readSnapshot, type Snapshot, snapshotFile, snapshotOf } from "./snapshot.js";
export * from "./spent.js";
export { placedIn } from "./structure.js";
export { titleOf } from "./subject-title.js";
export { asFileName, type Term, type Terms, termsIn, termsOf } from "./terms.js";
export { type Trace, type TraceKind, type TraceNode, traceOf } from "./trace.js";
export * from "./types.js";
export { FIRST_YEAR, idOfYears, LAST_YEAR, LONGEST_PLAN, lastDay, type Years } from "./years.js";
