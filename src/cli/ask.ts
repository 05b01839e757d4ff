import { isCancel, text } from "@clack/prompts";
import { UsageError } from "../errors.js";
import { type Answers, type Key, questions, read, required, suggestionFor } from "../init/index.js";
import type { Terminal } from "./terminal.js";

/** The lines of a terminal that doesn't know. */
const ROWS = 24;

/**
 * Asks on the terminal what isn't answered yet, in order; a question comes back until its answer can be.
 * @param wanted what must be known
 * @returns all answers; nothing when the user stops
 */
export async function ask(
  given: Partial<Answers>,
  { width }: Terminal,
  wanted: readonly Key[] = required,
): Promise<Partial<Answers> | undefined> {
  // The library takes a terminal that doesn't know its size for one of no size.
  process.stderr.columns ||= width;
  process.stderr.rows ||= ROWS;
  let answers = given;
  for (const key of wanted.filter((name) => given[name] === undefined)) {
    const { question, example } = questions[key];
    const before = answers;
    const usual = suggestionFor(key, before);
    const said = await text({
      message: question,
      // Enter takes what is suggested; an example only shows the form.
      placeholder: usual ?? `bijvoorbeeld ${example.replaceAll('"', "")}`,
      ...(usual !== undefined && { defaultValue: usual }),
      output: process.stderr,
      validate: (typed) => problemOf(() => read(key, typed || (usual ?? ""), before)),
    });
    if (isCancel(said)) return undefined;
    answers = { ...answers, ...read(key, said, answers) };
  }
  return answers;
}

/** What is wrong with an answer, in one line. */
function problemOf(reading: () => unknown): string | undefined {
  try {
    reading();
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return [error.message, error.hint].filter(Boolean).join(" ");
    throw error;
  }
}
