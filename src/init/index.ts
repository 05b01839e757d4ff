import { lstatSync, readdirSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { firstOf, one } from "../dutch.js";
import { UsageError } from "../errors.js";
import { openOutput } from "../output/output.js";
import type { Answers } from "./answers.js";
import { contentOf, type Files } from "./content.js";
import { repositoryOf } from "./repository.js";
import { type Source, sourceOf } from "./source.js";

export { type Answers, isWhole, type Key, keys, missing, questions, read } from "./answers.js";

/** Every file of a new team's repository, by its path in it. Pure but for reading the program's own templates. */
export const filesOf = (answers: Answers, { dependency }: Source): Files => ({
  ...repositoryOf(answers, dependency),
  ...Object.fromEntries(Object.entries(contentOf(answers)).map(([path, text]) => [posix.join("content", path), text])),
});

/**
 * Begins the repository of a new team: all of its files, or none when anything is in their way.
 * @param folder made when it isn't there
 * @returns the paths that were written, in the folder
 * @throws {UsageError} when something is in the way
 * @throws {EnvironmentError} when the disk refuses
 */
export async function begin(folder: string, answers: Answers, version: string): Promise<readonly string[]> {
  const source = await sourceOf(version);
  const files = [
    ...Object.entries(filesOf(answers, source)).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
    ...(source.file ? [source.file] : []),
  ];
  const paths = files.map(({ path }) => path);
  refuseOccupied(folder, paths);
  const output = await openOutput({ out: folder });
  try {
    for (const file of files) await output.add(file);
    // Who was first while this waited for the lock keeps what is there.
    refuseOccupied(folder, paths);
    output.commit({ own: new Set() });
  } finally {
    output.close();
  }
  return paths;
}

/** Before anyone answers a question: what would be in the way of any plan. */
export const refuseBeforehand = (folder: string): void => refuseOccupied(folder, ["package.json"]);

const SHOWN = 10;

/** Refuses a folder that is none, or in which something stands where a file would come. A content folder with anything in it is in the way. */
function refuseOccupied(folder: string, paths: readonly string[]): void {
  if (kindOf(folder) === "file")
    throw new UsageError(`“${folder}” is een bestand, geen map.`, "Geef de naam van een nieuwe of lege map.");
  const inTheWay = new Set<string>();
  for (const path of paths) {
    const above = path.split("/").slice(0, -1);
    const blocking = above
      .map((_, index) => above.slice(0, index + 1).join("/"))
      .find((name) => kindOf(join(folder, name)) === "file");
    if (blocking !== undefined) inTheWay.add(blocking);
    else if (isThere(join(folder, path))) inTheWay.add(path);
  }
  for (const name of namesIn(join(folder, "content"))) inTheWay.add(`content/${name}`);
  if (inTheWay.size === 0) return;
  const names = [...inTheWay].sort();
  throw new UsageError(
    `In ${folder} ${one(names.length, "staat al iets", "staan al bestanden")} waar ivp zou schrijven: ${firstOf(names, SHOWN)}. Er is niets geschreven.`,
    "Kies een nieuwe of lege map.",
  );
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** What a path leads to; nothing when there is nothing, or nobody may look. */
function kindOf(path: string): "file" | "folder" | undefined {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
