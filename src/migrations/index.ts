/**
 * Brings content of an older version of `ivp` into the shape that the schemas have now. Each migration is a file of its own and
 * knows its own old shape, so that content needs no version number and a migration can run twice without harm.
 */
import { type Document, parseDocument } from "yaml";
import { type RawFile, applied as spliced } from "../content/index.js";
import { dutchWords } from "./dutch-words.js";
import { glossaryLanguage } from "./glossary-language.js";
import type { Migration } from "./migration.js";

export type { Migration } from "./migration.js";

/** Every migration that there is, the oldest first. */
export const migrations: readonly Migration[] = [glossaryLanguage, dutchWords];

/** Those without which content of an older version has errors. */
const needed = migrations.filter(({ optional }) => !optional);

export interface Migrated {
  readonly files: readonly RawFile[];
  readonly applied: readonly { readonly file: string; readonly title: string }[];
}

/** Brings files up to date. Pure; a file that can't be read stays as it is, for the check to tell. */
export function migrate(files: readonly RawFile[], steps: readonly Migration[] = needed): Migrated {
  const applied: { file: string; title: string }[] = [];
  const migrated = files.map((file) => {
    if (!file.path.endsWith(".yaml")) return file;
    return steps.reduce((current, step) => {
      const text = Buffer.from(current.bytes).toString("utf8");
      if (!step.concerns(current.path, text)) return current;
      const document = parseDocument(text, { logLevel: "silent" });
      const mended = document.errors.length > 0 ? undefined : mend(step, document, text);
      if (mended === undefined) return current;
      applied.push({ file: current.path, title: step.title });
      return { path: current.path, bytes: Buffer.from(mended) };
    }, file);
  });
  return { files: migrated, applied };
}

/** The new text of a file; nothing when there was nothing to mend. */
function mend(step: Migration, document: Document, text: string): string | undefined {
  if ("mend" in step) return step.mend(document) ? document.toString({ lineWidth: 0 }) : undefined;
  const splices = [...step.splice(document)].sort((a, b) => a.from - b.from);
  return splices.length === 0 ? undefined : spliced(text, splices);
}
