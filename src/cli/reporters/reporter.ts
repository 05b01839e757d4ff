import type { Diagnostic } from "../../diagnostics.js";

/** What a reporter for machines gets. What people get is in `text.ts`. */
export interface Shown {
  readonly diagnostics: readonly Diagnostic[];
  /** The content folder as the user named it, with forward slashes and without one at the end. */
  readonly folder: string;
  readonly version: string;
}

/** A report as one text for stdout. */
export type Reporter = (shown: Shown) => string;
