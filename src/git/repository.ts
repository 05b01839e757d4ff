import { posix } from "node:path";
import { closest } from "../content/closest.js";
import type { RawFile } from "../content/read.js";
import { UsageError } from "../errors.js";
import { git } from "./run.js";

/** A commit, as people know it. */
export interface Commit {
  readonly hash: string;
  /** The moment of the commit, in seconds since 1970. */
  readonly seconds: number;
}

/** The git repository around a content folder. It only reads, and touches neither the working tree nor the index. */
export interface Repository {
  /** Path of the content folder within the repository, with a slash at its end; empty for the top. */
  readonly prefix: string;
  /** @throws {UsageError} when there is no such revision, with the name that may have been meant */
  readonly commit: (revision: string) => Promise<Commit>;
  /** The content folder as it was: every file, by path, without hidden ones. */
  readonly filesOf: (commit: Commit) => Promise<RawFile[]>;
  /** One file of the content at each of some commits; missing where it wasn't there. */
  readonly versionsOf: (file: string, hashes: readonly string[]) => Promise<(Uint8Array | undefined)[]>;
  /** Runs `git log` over commits that changed something under the content folder. */
  readonly log: (args: readonly string[], file?: string) => Promise<string>;
}

/** The repository around a folder; `undefined` when it is in none. */
export async function openRepository(folder: string): Promise<Repository | undefined> {
  const { code, text } = await git(folder, ["rev-parse", "--show-prefix"]);
  if (code !== 0) return undefined;
  const prefix = text.trim();
  return {
    prefix,
    commit: (revision) => findCommit(folder, revision),
    filesOf: async ({ hash }) => {
      const listing = await git(folder, ["ls-tree", "-r", "-z", "--full-tree", `${hash}:${prefix}`]);
      const entries = listing.text.split("\0").flatMap((line) => {
        const [meta = "", path = ""] = line.split("\t");
        const [mode = "", type, id = ""] = meta.split(" ");
        // Neither links nor submodules are content, and neither is what is hidden.
        const hidden = path.split("/").some((name) => name.startsWith("."));
        return type === "blob" && !mode.startsWith("12") && !hidden ? [{ path: posix.normalize(path), id }] : [];
      });
      const blobs = await readBlobs(
        folder,
        entries.map(({ id }) => id),
      );
      return entries
        .flatMap(({ path }, index) => {
          const bytes = blobs[index];
          return bytes ? [{ path, bytes }] : [];
        })
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    versionsOf: (file, hashes) =>
      readBlobs(
        folder,
        hashes.map((hash) => `${hash}:${prefix}${file}`),
      ),
    log: async (args, file = "") => (await git(folder, ["log", ...args, "--", file || "."])).text,
  };
}

/** The bytes of blobs, in one call, in the order in which they are asked for. */
async function readBlobs(folder: string, names: readonly string[]): Promise<(Uint8Array | undefined)[]> {
  if (names.length === 0) return [];
  const { bytes } = await git(folder, ["cat-file", "--batch"], `${names.join("\n")}\n`);
  let at = 0;
  return names.map(() => {
    const end = bytes.indexOf(0x0a, at);
    const [, type, size] = bytes.toString("utf8", at, end).split(" ");
    at = end + 1;
    if (type !== "blob" || size === undefined) return undefined;
    const blob = bytes.subarray(at, at + Number(size));
    at += Number(size) + 1;
    return blob;
  });
}

async function findCommit(folder: string, revision: string): Promise<Commit> {
  // What begins with a hyphen would be an option to git.
  const found = revision.startsWith("-")
    ? undefined
    : await git(folder, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  const hash = found?.text.trim();
  if (!hash) throw await unknownRevision(folder, revision);
  const { text } = await git(folder, ["show", "-s", "--format=%ct", hash]);
  return { hash, seconds: Number(text.trim()) };
}

async function unknownRevision(folder: string, revision: string): Promise<UsageError> {
  if (revision === "HEAD")
    return new UsageError(
      "In deze git-repository is nog niets vastgelegd.",
      "Leg de inhoud vast met git commit, of vergelijk twee mappen: ivp diff MAP MAP.",
    );
  const { text: shallow } = await git(folder, ["rev-parse", "--is-shallow-repository"]);
  const { text } = await git(folder, ["for-each-ref", "--format=%(refname:short)"]);
  const guess = closest(revision, ["HEAD", ...text.split("\n").filter(Boolean)]);
  const message = `Er is geen revisie “${revision}” in deze git-repository.`;
  const counted = /[~^@{]|^[0-9a-f]{7,40}$/.test(revision);
  if (guess && !counted) return new UsageError(message, `Bedoelde u “${guess}”?`);
  if (shallow.trim() === "true")
    return new UsageError(
      `${message} Het is een ondiepe kopie (shallow clone): oudere commits en tags ontbreken.`,
      "Haal ze op met: git fetch --unshallow --tags (in CI: een checkout met de hele geschiedenis).",
    );
  return new UsageError(message, "Geef een tag, een branch, een commit of een map.");
}
