import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readContentFolder } from "../content/index.js";
import { EnvironmentError } from "../errors.js";
import { type Migrated, migrate } from "../migrations/index.js";

/** The files of a content folder that have the shape of an older version of `ivp`. */
export async function outdatedFiles(folder: string): Promise<string[]> {
  return migrate(await readContentFolder(folder)).applied.map(({ file }) => file);
}

/**
 * Brings the files of a content folder up to date, in place. Each file is replaced as a whole.
 * @returns what was done
 * @throws {ContentFolderError} when the folder can't be read
 * @throws {EnvironmentError} when a file can't be written
 */
export async function migrateFolder(folder: string): Promise<Migrated["applied"]> {
  const before = await readContentFolder(folder);
  const { files, applied } = migrate(before);
  for (const [index, { path, bytes }] of files.entries()) {
    if (bytes === before[index]?.bytes) continue;
    const draft = join(folder, `${path}.tmp`);
    try {
      await writeFile(draft, bytes);
      await rename(draft, join(folder, path));
    } catch (cause) {
      throw new EnvironmentError(
        `Het bestand ${path} is niet te schrijven.`,
        "Sluit het bestand en controleer uw rechten.",
        { cause },
      );
    }
  }
  return applied;
}
