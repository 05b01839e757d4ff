/** What someone wants to go on from, by everyone's words or by those of the team. */
import { loadContent, readContentFolder } from "../content/index.js";
import { kindTyped, typedWords, wordFor } from "../documents/index.js";
import { suggestion } from "../dutch.js";
import { UsageError } from "../errors.js";
import { termsIn } from "../model/index.js";

export type Kind = "programme" | "plan";

/**
 * @param folder of the content, whose team may have words of its own; it may have faults
 * @throws {UsageError} when the word is for neither
 * @throws {ContentFolderError} when the folder can't be read
 */
export async function kindToRollOver(folder: string, word: string): Promise<Kind> {
  const terms = termsIn(loadContent(await readContentFolder(folder)));
  const kind = kindTyped(word, terms);
  if (isKind(kind)) return kind;
  throw new UsageError(
    `“${word}” is geen soort.`,
    suggestion(word, [wordFor("programme", terms), wordFor("plan", terms)], {
      also: typedWords(terms).filter((own) => isKind(kindTyped(own, terms))),
    }),
  );
}

const isKind = (kind: string): kind is Kind => kind === "programme" || kind === "plan";
