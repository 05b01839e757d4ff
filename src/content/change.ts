import { EnvironmentError } from "../errors.js";
import { openOutput } from "../output/output.js";
import { type RawFile, readContentFolder } from "./read.js";

/** What came of a decision about content: what to tell of it, and the files that are new or otherwise; none when nothing changes. */
export interface Decided<T> {
  readonly result: T;
  readonly files: readonly RawFile[];
}

/**
 * The one way to change content: reads it, decides and writes, with no other `ivp` in between, so that two at once don't undo
 * each other's changes. All files are written, or none.
 * @param decide gets the content as it is; what it throws leaves everything as it was
 * @throws {ContentFolderError} when there is no such folder
 * @throws {EnvironmentError} when the disk refuses, or someone changed a file meanwhile
 */
export async function changeContent<T>(
  folder: string,
  decide: (files: readonly RawFile[]) => Decided<T> | Promise<Decided<T>>,
): Promise<T> {
  // Where there is no content, nothing is made.
  await readContentFolder(folder);
  const output = await openOutput({ out: folder });
  try {
    const before = await readContentFolder(folder);
    const { result, files } = await decide(before);
    if (files.length === 0) return result;
    for (const file of files) await output.add(file);
    refuseChanged(before, await readContentFolder(folder), files);
    output.commit({ own: "everything" });
    return result;
  } finally {
    output.close();
  }
}

/** Who saves a file in an editor meanwhile would lose that. */
function refuseChanged(before: readonly RawFile[], now: readonly RawFile[], files: readonly RawFile[]): void {
  const [was, is] = [before, now].map((all) => new Map(all.map(({ path, bytes }) => [path, bytes])));
  const changed = files.find(({ path }) => {
    const [old, fresh] = [was?.get(path), is?.get(path)];
    return old && fresh ? Buffer.compare(old, fresh) !== 0 : old !== fresh;
  });
  if (!changed) return;
  throw new EnvironmentError(
    `${changed.path} is gewijzigd terwijl ivp daarmee bezig was. Er is niets gewijzigd.`,
    "Voer de opdracht opnieuw uit.",
  );
}
