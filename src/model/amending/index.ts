/** What amendments ask of the content: where it stands, whether it stands there still, and what comes of it. */
export { type AddedThing, addedBy } from "./added.js";
export { type Brought, broughtBetween } from "./brought.js";
export { type Clash, clashesOf } from "./clashes.js";
export { changesIn } from "./compared.js";
export { type ChangeField, type ChangeTarget, fieldOf, inside, isOfOther, schemaOf, targetOf } from "./fields.js";
export type { StepProblem } from "./outcome.js";
export { isPending } from "./pending.js";
export { type Trial, type TrialProblem, tryAmendment } from "./trial.js";
