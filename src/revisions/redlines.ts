import { ivp } from "../called/index.js";
import type { RawFile } from "../content/index.js";
import { redline } from "../diff/index.js";
import { compose, type Document, listDocuments, type Marked } from "../documents/index.js";
import { traced } from "../documents/origins.js";
import { UsageError } from "../errors.js";
import { compare } from "./compare.js";

/**
 * What marks in a document of the content folder what changed since a version.
 * @param since a revision, a tag or a folder
 * @param files the files of the content folder
 * @param apart whether who changed what will be asked for
 * @throws {UsageError} as `compare` does, and when that version has errors: then there is no document to compare with
 */
export async function redlinesSince(
  since: string,
  content: string,
  files: readonly RawFile[],
  apart: boolean,
): Promise<(document: Document) => Marked> {
  const comparison = await compare({ content, files, from: since, authors: apart });
  const { model } = comparison.before;
  const now = comparison.after.model;
  if (!model)
    throw new UsageError(
      `De inhoud van “${since}” heeft fouten; daar is geen document van te maken om mee te vergelijken.`,
      `Kies een versie zonder fouten, of bekijk de verschillen met ${ivp} diff.`,
    );
  const old = listDocuments(model);
  return (document) => {
    const alike = old.filter(({ kind }) => kind === document.kind);
    // Of what there is one of, the other edition is the same document, whatever it was called.
    const former = old.find(({ id }) => id === document.id) ?? (alike.length === 1 ? alike[0] : undefined);
    const before = former && compose(model, former);
    return {
      document: redline(before, document, comparison),
      revision: () => ({
        ...(former && before && { before: { document: before, traced: traced(model, former, before) } }),
        // Content that can be built has a model.
        after: now ? traced(now, document, document) : { document, lines: [] },
        changes: comparison.changes.map(({ was, is, by, reason }) => ({
          ...(was && { was }),
          ...(is && { is }),
          // What nobody committed yet is the team's.
          by: by ?? { author: now?.content.plan.team ?? "" },
          ...(reason && { reason }),
        })),
        otherwise: { author: "ivp" },
      }),
    };
  };
}
