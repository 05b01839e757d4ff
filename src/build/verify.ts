import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { onExit } from "signal-exit";
import { ivp } from "../called/index.js";
import { examine } from "../check/examine.js";
import { readContentFolder } from "../content/read.js";
import { hasErrors, type Report } from "../diagnostics.js";
import { type DocumentInfo, listDocuments } from "../documents/index.js";
import { UsageError } from "../errors.js";
import { fileOf, formatOf, formats } from "../formats/index.js";
import { beside, isGuide, isOverview } from "../model/index.js";
import { type BuildOptions, build } from "./build.js";
import type { Edition } from "./edition.js";
import { makeIndex } from "./make.js";
import {
  editionIn,
  type FileEntry,
  filesIn,
  hashOfFile,
  MANIFEST,
  type Manifest,
  manifestOf,
  type Origin,
  readManifest,
} from "./manifest.js";

/** A file that isn't what it should be. */
export interface Difference {
  readonly path: string;
  readonly what:
    | "missing"
    /** It was changed after it was made. */
    | "changed"
    /** The same content doesn't give it any more. */
    | "different"
    /** Nothing gives it: the manifest doesn't name it. */
    | "extra"
    /** A file of the content is another than when the documents were made, wasn't there then, or isn't there now. */
    | "source-changed"
    | "source-new"
    | "source-gone";
}

export interface Verification extends Report {
  /** How many files were compared. */
  readonly compared: number;
  readonly differences: readonly Difference[];
  /** Files that the content gives as well, and that aren't in the folder: nobody made them there. */
  readonly absent: readonly string[];
  /** Files that `ivp` makes in another way, such as a was-wordt overview: these were not compared. */
  readonly unknown: readonly string[];
  /** The program that made the documents. */
  readonly program: string;
}

/**
 * Makes the documents of an output folder again, elsewhere, with the date of that edition, and compares every byte: what is
 * there with what the content gives, and what the content gives with what is there.
 * @throws {UsageError} when the folder holds no documents of `ivp`, or marked ones
 * @throws {EnvironmentError} as `build` does
 */
export async function verify(options: Omit<BuildOptions, "only" | "formats" | "marking">): Promise<Verification> {
  const { content, out } = options;
  const manifest = await readManifest(out);
  if (!manifest) throw new UsageError(`In “${out}” staan geen documenten van ivp.`, `Maak ze eerst: ${ivp} build.`);
  if (manifest.compared !== undefined)
    throw new UsageError(
      `In “${out}” zijn de wijzigingen sinds “${manifest.compared}” gemerkt; zulke documenten zijn niet te vergelijken.`,
      `Vergelijk de map die ${ivp} build zonder --compare maakt.`,
    );
  const sources = await readContentFolder(content);
  const { model, diagnostics, sourceOf } = examine(sources);
  const none = { compared: 0, differences: [], absent: [], unknown: [], program: manifest.program };
  if (!model || hasErrors(diagnostics)) return { diagnostics, sourceOf, ...none };
  const infos = listDocuments(model);
  const listed = infos.filter(({ id }) => manifest.documents.some((document) => document.id === id));
  const used = formats.filter((format) => filesIn(manifest).some(({ path }) => formatOf(path) === format));
  const given = await madeAgain({
    ...options,
    only: listed.map(({ id }) => id),
    formats: used,
    edition: async (files) => datedAs(manifest, await options.edition(files)),
  });
  const origin: Origin = { program: options.program, edition: editionIn(manifest), model, sources };
  const here = await filesUnder(out);
  const wanted = infos.flatMap((info) => used.map((format) => fileOf(info, format)));
  const names = new Set([MANIFEST, ...filesIn(manifest).map(({ path }) => path)]);
  const extra = here.filter((path) => !names.has(path));
  return {
    diagnostics,
    sourceOf,
    compared: filesIn(manifest).length,
    differences: [
      ...changedSources(manifest, given),
      ...(await differences(out, manifest, given, origin, infos)),
      ...extra.filter((path) => !isOtherwiseOurs(path, infos)).map((path): Difference => ({ path, what: "extra" })),
    ],
    absent: wanted.filter((path) => !names.has(path) && !extra.includes(path)),
    unknown: extra.filter((path) => isOtherwiseOurs(path, infos)),
    program: manifest.program,
  };
}

/** An edition with the date that a set was made with, if any. */
const datedAs = ({ date }: Manifest, { revision, modified }: Edition): Edition => ({
  ...(revision !== undefined && { revision }),
  ...(modified !== undefined && { modified }),
  ...(date !== null && { date: new Date(date) }),
});

/** The manifest of the same documents, made in a folder that is gone afterwards. */
async function madeAgain(options: BuildOptions): Promise<Manifest> {
  const folder = await mkdtemp(join(tmpdir(), "ivp-verify-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const forget = onExit(() => void remove());
  try {
    const again = join(folder, "out");
    await build({ ...options, out: again });
    const rebuilt = await readManifest(again);
    if (!rebuilt) throw new UsageError("De inhoud veranderde terwijl ivp bezig was.", "Voer de opdracht opnieuw uit.");
    return rebuilt;
  } finally {
    forget();
    await remove();
  }
}

function changedSources(made: Manifest, given: Manifest): Difference[] {
  const sums = ({ source }: Manifest) => new Map(source.files.map(({ path, sha256 }) => [path, sha256]));
  const [before, now] = [sums(made), sums(given)];
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((path) => before.get(path) !== now.get(path))
    .map((path) => ({
      path,
      what: before.has(path) ? (now.has(path) ? "source-changed" : "source-gone") : "source-new",
    }));
}

async function differences(
  out: string,
  manifest: Manifest,
  given: Manifest,
  origin: Origin,
  infos: readonly DocumentInfo[],
): Promise<Difference[]> {
  const gives = new Map(given.documents.flatMap(({ files }) => files.map((file) => [file.path, file])));
  const files = manifest.documents.flatMap((document) => document.files);
  const same = ({ path, sha256 }: FileEntry): boolean => gives.get(path)?.sha256 === sha256;
  const found = await Promise.all(
    files.map(async (file): Promise<Difference[]> => {
      const what = await stateOf(out, file.path, file.sha256, same(file));
      return what ? [{ path: file.path, what }] : [];
    }),
  );
  // What the content gives is what stands in a manifest and in an index of it, and nothing else.
  const documents = infos.flatMap((info) => {
    const own = files
      .filter((file) => same(file))
      .filter(({ path }) => formats.some((format) => path === fileOf(info, format)));
    const entries = own.flatMap(({ path }) => gives.get(path) ?? []);
    return entries.length > 0 ? [{ ...info, files: entries }] : [];
  });
  const index = makeIndex(origin, documents);
  const indexState = await stateOf(
    out,
    manifest.index.path,
    manifest.index.sha256,
    index.entry.sha256 === manifest.index.sha256,
  );
  const whole = [...found.flat(), ...(indexState ? [{ path: manifest.index.path, what: indexState }] : [])];
  if (whole.length > 0 || changedSources(manifest, given).length > 0) return whole;
  const expected = manifestOf(origin, documents, index.entry);
  const text = await readFile(join(out, MANIFEST));
  return expected.equals(text) ? [] : [{ path: MANIFEST, what: "different" }];
}

/** @param given whether the content gives a file with this sum */
async function stateOf(
  out: string,
  path: string,
  sha256: string,
  given: boolean,
): Promise<Difference["what"] | undefined> {
  const now = await hashOfFile(join(out, path));
  if (now === undefined) return "missing";
  if (now !== sha256) return "changed";
  return given ? undefined : "different";
}

/** Every file in a folder, hidden ones left out, with forward slashes. */
async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/"))
    .filter((path) => !path.split("/").some((name) => name.startsWith(".")))
    .sort();
}

/** What other commands put in such a folder: overviews of what changed, marked documents, and metadata. */
function isOtherwiseOurs(path: string, infos: readonly DocumentInfo[]): boolean {
  const [folder, name = ""] = path.split("/");
  return (
    (name !== "" && (folder === beside.marked || folder === beside.answered)) ||
    isGuide(path) ||
    formats.some(
      ({ extension }) => path.endsWith(`.${extension}`) && isOverview(path.slice(0, -extension.length - 1)),
    ) ||
    infos.some(({ id }) => path.startsWith(`${beside.metadata}/${id}.`))
  );
}
