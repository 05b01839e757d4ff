import { readContentFolder } from "../content/index.js";
import { openOutput } from "../output/output.js";
import { type Migrated, migrate, migrations } from "./index.js";

/** The files of a content folder that have the shape of an older version of `ivp`. */
export async function outdatedFiles(folder: string): Promise<string[]> {
  return migrate(await readContentFolder(folder)).applied.map(({ file }) => file);
}

/**
 * Brings the files of a content folder up to date, in place: all of them or none.
 * @returns what was done
 * @throws {ContentFolderError} when the folder can't be read
 * @throws {EnvironmentError} when a file can't be written
 */
export async function migrateFolder(folder: string): Promise<Migrated["applied"]> {
  const before = await readContentFolder(folder);
  const { files, applied } = migrate(before, migrations);
  if (applied.length === 0) return applied;
  const output = await openOutput({ out: folder });
  try {
    for (const [index, file] of files.entries()) if (file.bytes !== before[index]?.bytes) await output.add(file);
    output.commit({ own: "everything" });
  } finally {
    output.close();
  }
  return applied;
}
