import { UsageError } from "../errors.js";
import type { Model } from "../model/index.js";
import type { Claim } from "../output/output.js";
import { isUntouched, type LastBuild } from "./last-build.js";
import { filesIn, MANIFEST, type Manifest, planOf, readManifest } from "./manifest.js";

export interface Claimed {
  /** What lies in the folder from an earlier run. */
  readonly earlier?: Manifest;
  readonly own: Claim["own"];
}

interface ClaimOptions {
  /** Whether what isn't ours may be replaced as well. */
  readonly force: boolean;
  /** A file that lies there as the last build wrote it is ours, whatever became of the manifest. */
  readonly last?: LastBuild | undefined;
  readonly note?: ((message: string) => void) | undefined;
}

/**
 * Finds out what of a folder is ours to replace.
 * @throws {UsageError} when it holds the documents of another plan, or a manifest that isn't of this `ivp`, unless forced
 */
export async function claim(out: string, model: Model, { force, note, last }: ClaimOptions): Promise<Claimed> {
  const earlier = await readManifest(out).catch((error: unknown) => {
    if (force && error instanceof UsageError) return undefined;
    throw error;
  });
  const untouched = Object.entries(last?.files ?? {})
    .filter(([path, file]) => isUntouched(out, path, file))
    .map(([path]) => path);
  const own = (...paths: readonly string[]): Claim["own"] => (force ? "everything" : new Set([...paths, ...untouched]));
  if (!earlier) return { own: own() };
  if (!isSamePlan(earlier.plan, planOf(model))) {
    const other = `andere documenten: die van “${earlier.plan.title}” (${earlier.plan.id})`;
    if (!force)
      throw new UsageError(
        `In ${out} staan ${other}. Er is niets gewijzigd.`,
        "Kies een andere map, of vervang ze met --force.",
      );
    note?.(`In ${out} stonden ${other}. Die zijn vervangen.`);
  }
  return { earlier, own: own(MANIFEST, ...filesIn(earlier).map(({ path }) => path)) };
}

/** The next plan of the same municipalities is another plan; so is that of others which happens to be called alike. */
const isSamePlan = (a: Manifest["plan"], b: Manifest["plan"]): boolean =>
  a.id === b.id && a.municipalities.some((id) => b.municipalities.includes(id));
