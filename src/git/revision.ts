import { ivp } from "../called/index.js";
import { closest } from "../closest.js";
import { enumeration, meant } from "../dutch.js";
import { UsageError } from "../errors.js";
import { type Commit, readCommit } from "./commit.js";
import type { Objects } from "./objects.js";
import { GitProblem } from "./problem.js";
import { git } from "./run.js";

/**
 * The commit that a revision names.
 * @throws {UsageError} when there is none, with the name that may have been meant
 */
export async function findCommit(folder: string, objects: Objects, revision: string): Promise<Commit> {
  if (revision.includes("..") && !revision.startsWith(":/"))
    throw new UsageError(
      `“${revision}” noemt meer dan één revisie.`,
      `Geef er één. Twee vergelijkt u zo: ${ivp} diff OUD NIEUW.`,
    );
  // What begins with a hyphen would be an option to git.
  const found = revision.startsWith("-")
    ? undefined
    : await git(folder, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  const hash = found?.text.trim() ?? "";
  // What is left out of a range has a sign before it.
  if (!/^[0-9a-f]+$/.test(hash)) throw await unknownRevision(folder, revision);
  await refuseAmbiguous(folder, revision);
  const commit = await readCommit(objects, hash);
  if (!commit) throw new GitProblem("partial", folder);
  return commit;
}

/**
 * A tag and a branch of one name, on different commits: git would take the tag, and tell that only to whoever reads its warnings.
 * @throws {UsageError} with the names that say which
 */
async function refuseAmbiguous(folder: string, revision: string): Promise<void> {
  const [name = ""] = /^[^~^@:{]+/.exec(revision) ?? [];
  if (name === "" || name === "HEAD" || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name)) return;
  const kinds = ["tags", "heads", "remotes"];
  const { text } = await git(folder, [
    "for-each-ref",
    "--format=%(refname) %(objectname) %(*objectname)",
    ...kinds.map((kind) => `refs/${kind}/${name}`),
  ]);
  const found = text.split("\n").flatMap((line) => {
    const [ref = "", own = "", tagged = ""] = line.split(" ");
    const kind = kinds.find((one) => ref === `refs/${one}/${name}`);
    return kind === undefined ? [] : [{ short: `${kind}/${name}`, hash: tagged || own }];
  });
  if (new Set(found.map(({ hash }) => hash)).size < 2) return;
  throw new UsageError(
    `“${name}” is de naam van een tag én van een branch, en die zijn niet dezelfde versie.`,
    `Zeg welke van de twee: ${enumeration(
      found.map(({ short }) => short),
      "of",
    )}.`,
  );
}

async function unknownRevision(folder: string, revision: string): Promise<Error> {
  const { text } = await git(folder, ["for-each-ref", "--format=%(refname:short)"]);
  const names = text.split("\n").filter(Boolean);
  if (revision === "HEAD") return new GitProblem("no-commits", folder);
  const guess = closest(revision, ["HEAD", ...names]);
  const message = `Er is geen revisie “${revision}” in deze git-repository.`;
  const counted = /[~^@{]|^[0-9a-f]{7,40}$/.test(revision);
  if (guess && !counted) return new UsageError(message, meant(guess));
  if (await isShallow(folder))
    return new UsageError(
      `${message} Het is een ondiepe kopie (shallow clone): oudere commits en tags ontbreken.`,
      "Haal ze op met: git fetch --unshallow --tags (in CI: een checkout met de hele geschiedenis).",
    );
  return new UsageError(message, "Geef een tag, een branch, een commit of een map.");
}

const isShallow = async (folder: string): Promise<boolean> =>
  (await git(folder, ["rev-parse", "--is-shallow-repository"])).text.trim() === "true";
