/** What a change of an amendment comes to, and what it is that can't be done. */
import type { AmendmentChange, Edit } from "../../content/index.js";
import type { DraftPlace } from "./draft.js";
import type { Span } from "./texts.js";

/** Why a change can't be made. */
export interface StepProblem {
  /** What is wrong: how the change is written, what it is about, or what stands there. */
  readonly what: "form" | "target" | "text";
  /** The key of the change that it is about. */
  readonly key: keyof AmendmentChange;
  readonly message: string;
  readonly hint: string;
  /** What stands there now, where that isn't what was expected. */
  readonly now?: unknown;
}

/** What a change comes to. */
export type Step =
  | { readonly edit: Edit; readonly file: string; readonly spot: Spot }
  /** What it asks is so already. */
  | { readonly already: true; readonly spot: Spot }
  | { readonly problem: StepProblem };

/** Which part of the content a change is about. */
export interface Spot extends DraftPlace {
  /** Of a text, which piece; without it the whole value. */
  readonly span?: Span;
  /** It adds something there and leaves what is there as it is. */
  readonly adds?: true;
}

/** What ends the search for what a change asks. */
export class Problem extends Error {
  constructor(readonly problem: StepProblem) {
    super(problem.message);
  }
}

/** @throws {Problem} */
export function fail(
  what: StepProblem["what"],
  key: StepProblem["key"],
  message: string,
  hint: string,
  now?: unknown,
): never {
  throw new Problem({ what, key, message, hint, ...(now !== undefined && { now }) });
}

/** What to do when content went on since an amendment was written. */
export const drifted = "Vergelijk old met wat er nu staat, en pas het amendement aan.";
