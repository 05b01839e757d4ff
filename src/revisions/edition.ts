/** Which edition of the content the documents show, as git knows it. */
import { createHash } from "node:crypto";
import type { Edition } from "../build/edition.js";
import type { RawFile } from "../content/index.js";
import { UsageError } from "../errors.js";
import { type Commit, GitProblem, LAST_SECOND, lastChange, openRepository, type Repository } from "../git/index.js";

export { headFiles } from "../git/index.js";

/**
 * The edition of a content folder. Its date is `SOURCE_DATE_EPOCH` (seconds; reproducible-builds.org), else that of the
 * last commit that changed the content. A date that isn't known is not made up.
 * @param sources the files of the folder
 * @throws {UsageError} when `SOURCE_DATE_EPOCH` is no moment
 */
export async function editionOf(folder: string, sources: Promise<readonly RawFile[]>): Promise<Edition> {
  const fixed = dateFromEnvironment();
  try {
    const known = await recorded(folder, sources);
    const date = fixed ?? known.date;
    return { ...known, ...(date ? { date } : { undated: NO_MOMENT }) };
  } catch (problem) {
    if (!(problem instanceof GitProblem)) throw problem;
    return fixed ? { date: fixed } : { undated: { why: problem.message, mend: `${problem.hint} ${OTHERWISE}` } };
  }
}

const OTHERWISE = "Of geef de datum zelf, met SOURCE_DATE_EPOCH.";

const NO_MOMENT = {
  why: "De laatste commit van de inhoud heeft geen geldige datum.",
  mend: `Leg de inhoud opnieuw vast, met een goede klok. ${OTHERWISE}`,
};

/**
 * The date that whoever runs the program wants, in `SOURCE_DATE_EPOCH`.
 * @throws {UsageError} when it is no moment
 */
export function dateFromEnvironment(): Date | undefined {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (!epoch) return undefined;
  if (/^\d+$/.test(epoch) && Number(epoch) <= LAST_SECOND) return new Date(Number(epoch) * 1000);
  throw new UsageError(
    `SOURCE_DATE_EPOCH is “${epoch}”, en dat is geen moment.`,
    "Geef het aantal seconden sinds 1 januari 1970, zoals 1544659200, of haal de variabele weg.",
  );
}

async function recorded(folder: string, sources: Promise<readonly RawFile[]>): Promise<Edition> {
  const repository = await openRepository(folder);
  try {
    const commit = await lastChange(repository, folder);
    const modified = await differs(repository, commit, await sources);
    return { ...(commit.date && { date: commit.date }), revision: commit.hash, modified };
  } finally {
    repository.close();
  }
}

/** Compares what was read with what was committed. `git status` would run the filters of the repository, and write the index. */
async function differs(repository: Repository, commit: Commit, sources: readonly RawFile[]): Promise<boolean> {
  const { files } = (await repository.list(commit)) ?? { files: [] };
  const ids = new Map(files.map(({ path, id }) => [path, id]));
  return (
    ids.size !== sources.length || sources.some(({ path, bytes }) => !isBlob(bytes, ids.get(path.normalize("NFC"))))
  );
}

/** Whether bytes are what git keeps under an id, line ends aside: git may write them as the machine likes them. */
function isBlob(bytes: Uint8Array, id: string | undefined): boolean {
  if (id === undefined) return false;
  const algorithm = id.length === 64 ? "sha256" : "sha1";
  const idOf = (content: Uint8Array): string =>
    createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest("hex");
  return idOf(bytes) === id || idOf(withoutReturns(bytes)) === id;
}

const withoutReturns = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n"), "latin1");
