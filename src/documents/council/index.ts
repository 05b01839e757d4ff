import type { Model, Municipality } from "../../model/index.js";
import type { DocumentInfo } from "../document.js";
import { proposal } from "./proposal.js";
import { resolution } from "./resolution.js";

export { type CouncilGap, gapsOf, meetingAnew, meetingOf, openForCouncil, whereOpenForCouncil } from "./settings.js";
export { proposal, resolution };

/** The papers that only a council gets, in the order in which it reads them. */
export const councilPapers = (model: Model, town: Municipality): DocumentInfo[] =>
  [proposal, resolution].map(({ paperFor }) => paperFor(model, town));

/** The kind of the paper that says what is proposed, and why. */
export const PROPOSAL = proposal.kind;
