/**
 * Brings content of an older version of `ivp` into the shape that the schemas have now. Each migration is a file of its own and
 * knows its own old shape, so that content needs no version number and a migration can run twice without harm.
 */
import { parseDocument } from "yaml";
import type { RawFile } from "../content/index.js";
import { glossaryLanguage } from "./glossary-language.js";
import type { Migration } from "./migration.js";

export type { Migration } from "./migration.js";

/** Every migration that there is, the oldest first. */
const migrations: readonly Migration[] = [glossaryLanguage];

export interface Migrated {
  readonly files: readonly RawFile[];
  readonly applied: readonly { readonly file: string; readonly title: string }[];
}

/** Brings files up to date. Pure; a file that can't be read stays as it is, for the check to tell. */
export function migrate(files: readonly RawFile[], steps: readonly Migration[] = migrations): Migrated {
  const applied: { file: string; title: string }[] = [];
  const migrated = files.map((file) => {
    if (!file.path.endsWith(".yaml")) return file;
    return steps.reduce((current, step) => {
      const text = Buffer.from(current.bytes).toString("utf8");
      if (!step.concerns(current.path, text)) return current;
      const document = parseDocument(text, { logLevel: "silent" });
      if (document.errors.length > 0 || !step.mend(document)) return current;
      applied.push({ file: current.path, title: step.title });
      return { path: current.path, bytes: Buffer.from(document.toString({ lineWidth: 0 })) };
    }, file);
  });
  return { files: migrated, applied };
}
