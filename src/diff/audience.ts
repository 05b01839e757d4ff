import type { ExplainedChange } from "./types.js";

/** The changes that touch one municipality: in its annex, in its own file, or in actions in which it takes part. */
export const changesFor = (changes: readonly ExplainedChange[], municipality: string): ExplainedChange[] =>
  changes.filter(
    ({ municipalities, documents }) =>
      municipalities.includes(municipality) ||
      documents.some(({ document }) => document.kind === "annex" && document.id === municipality),
  );
