import type { RawFile } from "../content/index.js";
import { redline } from "../diff/index.js";
import { compose, type Document, listDocuments } from "../documents/index.js";
import { UsageError } from "../errors.js";
import { compare } from "./compare.js";

/**
 * What marks in a document of the content folder what changed since a version.
 * @param since a revision, a tag or a folder
 * @param files the files of the content folder
 * @throws {UsageError} as `compare` does, and when that version has errors: then there is no document to compare with
 */
export async function redlinesSince(
  since: string,
  content: string,
  files: readonly RawFile[],
): Promise<(document: Document) => Document> {
  const comparison = await compare({ content, files, from: since });
  const { model } = comparison.before;
  if (!model)
    throw new UsageError(
      `De inhoud van “${since}” heeft fouten; daar is geen document van te maken om mee te vergelijken.`,
      "Kies een versie zonder fouten, of bekijk de verschillen met ivp diff.",
    );
  const old = listDocuments(model);
  return (document) => {
    const alike = old.filter(({ kind }) => kind === document.kind);
    // Of what there is one of, the other edition is the same document, whatever it was called.
    const former = old.find(({ id }) => id === document.id) ?? (alike.length === 1 ? alike[0] : undefined);
    return redline(former && compose(model, former), document, comparison);
  };
}
