import { lstatSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { examine } from "../check/examine.js";
import { firstOf, one } from "../dutch.js";
import { UsageError } from "../errors.js";
import { refuseNoFolder } from "../output/folders.js";
import { type OutputFile, openOutput, settle } from "../output/output.js";
import type { Answers } from "./answers.js";
import { contentOf, type Files } from "./content.js";
import { repositoryOf, repositoryPaths } from "./repository.js";
import { type Source, sourceOf } from "./source.js";

export { type Answers, isWhole, missing, read, readAll, suggestionFor } from "./answers.js";
export { contentOf, type Files } from "./content.js";
export { type Key, keys, questions, required } from "./questions.js";

/**
 * Begins the repository of a new team: all of its files, or none when anything is in their way.
 * @param folder made when it isn't there
 * @returns the paths that were written, in the folder
 * @throws {UsageError} when something is in the way, or a name can't be
 * @throws {EnvironmentError} when the disk refuses
 */
export async function begin(folder: string, answers: Answers, version: string): Promise<readonly string[]> {
  const content = contentOf(answers);
  refuseUnfit(content);
  const source = sourceOf(version);
  await settle(folder);
  refuseOccupied(folder, source);
  // This can take a while, and can fail: there is nothing in the folder yet.
  const program = source.file ? [{ path: source.file.path, bytes: await source.file.bytes() }] : [];
  const output = await openOutput({ out: folder });
  try {
    // Who was first while this waited keeps what is there.
    refuseOccupied(folder, source);
    const files = [
      ...inOrder({ ...repositoryOf(answers, source.dependency), ...under("content", content) }),
      ...program,
    ];
    for (const file of files) await output.add(file);
    output.commit({ own: new Set() });
    return files.map(({ path }) => path);
  } finally {
    output.close();
  }
}

const inOrder = (files: Files): OutputFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));

const under = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

/** A name that makes something else of the content than a name, such as "1. Noord": its message says what. */
function refuseUnfit(content: Files): void {
  const fault = examine(inOrder(content)).diagnostics.find(({ severity }) => severity === "error");
  if (fault) throw new UsageError(`Met deze namen kan het plan niet: ${fault.message}`, "Schrijf de naam anders.");
}

/** Refuses, before anyone answers a question, a folder in which the repository can't come. @throws {UsageError} */
export async function refuseBeforehand(folder: string, version: string): Promise<void> {
  await settle(folder);
  refuseOccupied(folder, sourceOf(version));
}

const SHOWN = 10;

/**
 * Refuses a folder that is none, or in which something stands where a file would come. A folder `content` with anything in it is
 * in the way as a whole: what is in it would become part of the plan.
 */
function refuseOccupied(folder: string, source: Source): void {
  refuseNoFolder(folder, "Geef de naam van een nieuwe of lege map.");
  const paths = [...repositoryPaths, ...(source.file ? [source.file.path] : [])];
  const inTheWay = new Set([
    ...(isEmptyFolder(join(folder, "content")) ? [] : ["content"]),
    ...paths.flatMap((path) => firstInTheWay(folder, path) ?? []),
  ]);
  if (inTheWay.size === 0) return;
  throw new UsageError(
    `In ${folder} ${one(inTheWay.size, "staat al iets", "staan al bestanden")} waar ivp zou schrijven: ${firstOf([...inTheWay].sort(), SHOWN)}. Er is niets geschreven.`,
    "Kies een nieuwe of lege map.",
  );
}

/** What stands in the place of a file: that itself, or something that is no folder where one would come above it. */
function firstInTheWay(folder: string, path: string): string | undefined {
  const file = fileAt(join(folder, dirname(path)));
  if (file !== undefined) return relative(folder, file).replaceAll("\\", "/");
  return lstatSync(join(folder, path), { throwIfNoEntry: false }) && path;
}

/** The file to which a path leads, or through which it goes as if that were a folder. */
function fileAt(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? undefined : path;
  } catch {
    return dirname(path) === path ? undefined : fileAt(dirname(path));
  }
}

/** Whether files can come in a folder: it isn't there yet, or has nothing in it. */
function isEmptyFolder(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return lstatSync(folder, { throwIfNoEntry: false }) === undefined;
  }
}
