/** The list of comments with what the team answers. It is no part of the content: it has names of people who commented. */
import type { Diagnostic } from "../diagnostics.js";
import { parseFile } from "./parse.js";
import type { Answers } from "./schema-types.js";
import { validateFile } from "./validate.js";

/** The schema of such a list. */
const SCHEMA = "answers.schema.json";

/**
 * Reads such a list. Pure; never throws.
 * @param path what it is called in diagnostics
 */
export function answersIn(
  path: string,
  bytes: Uint8Array,
): { readonly answers?: Answers; readonly diagnostics: readonly Diagnostic[] } {
  const { parsed, diagnostics } = parseFile({ path, bytes });
  if (!parsed || diagnostics.length > 0) return { diagnostics };
  const wrong = validateFile(parsed, SCHEMA);
  return wrong.length > 0 ? { diagnostics: wrong } : { answers: parsed.value as Answers, diagnostics: [] };
}
