import type { Objects } from "./objects.js";

/** A commit, as it was recorded. */
export interface Commit {
  readonly hash: string;
  readonly tree: string;
  /** The commits before it, also where this repository doesn't have them. */
  readonly parents: readonly string[];
  /** The moment of the commit; missing where what was recorded is no moment. */
  readonly date?: Date;
  /** The name of who made it. */
  readonly author: string;
}

/** The last second of the year 9999: later ones can be written in no document. */
export const LAST_SECOND = 253_402_300_799;

/** Reads a commit itself (gitformat-commit), so that no setting comes between; nothing when it isn't there. */
export async function readCommit(objects: Objects, hash: string): Promise<Commit | undefined> {
  const object = await objects.read(hash);
  if (object?.type !== "commit") return undefined;
  const text = object.bytes.toString("latin1");
  const head = text.slice(0, text.indexOf("\n\n")).split("\n");
  const valuesOf = (key: string): string[] =>
    head.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  const seconds = Number(/> (\d+) [+-]\d+$/.exec(valuesOf("committer")[0] ?? "")?.[1] ?? Number.NaN);
  return {
    hash,
    tree: valuesOf("tree")[0] ?? "",
    parents: valuesOf("parent"),
    author: authorIn(valuesOf("author")[0] ?? ""),
    ...(seconds <= LAST_SECOND && { date: new Date(seconds * 1000) }),
  };
}

/** "Name <address> seconds zone", as bytes. */
const authorIn = (line: string): string =>
  Buffer.from(line.replace(/\s*<[^>]*>[^>]*$/, ""), "latin1")
    .toString("utf8")
    .trim();
