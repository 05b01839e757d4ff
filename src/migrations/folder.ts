import { changeContent, readContentFolder } from "../content/index.js";
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
  return changeContent(folder, (before) => {
    const { files, applied } = migrate(before, migrations);
    return { result: applied, files: files.filter((file, index) => file.bytes !== before[index]?.bytes) };
  });
}
