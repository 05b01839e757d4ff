import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";
import { root } from "./ivp.js";

/** Who is told how to clean up: a test by itself, or a hook that serves more than one test. */
export type CleanUp = (clean: () => Promise<void>) => void;

/** A folder that goes when the test ends. */
export async function temporaryFolder(finished: CleanUp = onTestFinished): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ivp-test-"));
  finished(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Content in this repository that tests change copies of. */
export type Original = "test/plan" | "test/fixtures/base";

const originals = new Map<Original, readonly { readonly path: string; readonly bytes: Buffer }[]>();

function filesOf(original: Original): readonly { readonly path: string; readonly bytes: Buffer }[] {
  const known = originals.get(original);
  if (known) return known;
  const entries = readdirSync(join(root, original), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => ({ path: relative(join(root, original), file), bytes: readFileSync(file) }));
  originals.set(original, files);
  return files;
}

/** Puts a copy in a folder. A thousand tests have one: it is read once, and written without a promise for each file. */
export function copyOriginal(original: Original, folder: string): void {
  const files = filesOf(original);
  for (const sub of new Set(files.map(({ path }) => dirname(path)))) mkdirSync(join(folder, sub), { recursive: true });
  for (const { path, bytes } of files) writeFileSync(join(folder, path), bytes);
}

/** A copy of some content that a test may spoil. */
export interface Copy {
  readonly folder: string;
  /** Replaces the one occurrence of a text in a file. */
  readonly replace: (file: string, from: string, to: string) => Promise<void>;
  readonly append: (file: string, text: string) => Promise<void>;
  readonly write: (file: string, data: string | Uint8Array) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
}

/** The small plan of an invented team, on which tests stand: `content/` belongs to its users. */
export const planFolder = join(root, "test/plan");

/** A copy of the small plan of an invented team. */
export const copyOfPlan = (finished?: CleanUp): Promise<Copy> => copyOf("test/plan", finished);

/** A copy of content in this repository. */
export async function copyOf(original: Original, finished?: CleanUp): Promise<Copy> {
  const folder = join(await temporaryFolder(finished), "content");
  copyOriginal(original, folder);
  const write = async (file: string, data: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), data);
  };
  const read = (file: string) => readFile(join(folder, file), "utf8");
  return {
    folder,
    write,
    replace: async (file, from, to) => {
      const text = await read(file);
      if (text.split(from).length !== 2)
        throw new Error(`“${from}” stands ${text.split(from).length - 1} times in ${file}`);
      await write(
        file,
        text.replace(from, () => to),
      );
    },
    append: async (file, text) => write(file, (await read(file)) + text),
    remove: (file) => rm(join(folder, file), { recursive: true }),
  };
}
