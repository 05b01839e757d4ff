import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import {
  type Definition,
  type KnownData,
  type Loaded,
  loadContent,
  loadData,
  type RawFile,
  readContentFolder,
} from "../content/index.js";
import { type Diagnostic, hasErrors, inReadingOrder, type Rated, type Report } from "../diagnostics.js";
import { link, type Model } from "../model/index.js";
import { check, checked, checkInSteps, type KnownFaults, readability, told } from "./index.js";

/** Content that went through load, validate, link and check. */
export interface Examined extends Report {
  /** The linked model; missing while the content has errors that keep it from being linked. */
  readonly model?: Model;
  /** How easy each file reads, from 0 (very hard) to 100 (very easy). */
  readonly readability: () => { file: string; score: number }[];
}

/** Content that was loaded and linked but not checked yet. */
export interface Linked {
  readonly model?: Model;
  /** Whether it has errors already, whatever the rules will say. */
  readonly broken: boolean;
  /** What to know of the files the next time. */
  readonly data: KnownData;
  /** What stands in the files that weren't known. */
  readonly fresh: readonly Definition[];
  /** Runs the rules, once, and lets other work go on between one rule and the next. Notes are for `ivp check`. */
  readonly checked: () => Promise<Report & Omit<Known, "data">>;
}

/** What is known of content that was examined before, by the same program. */
export interface Known {
  /** What stands in its files. */
  readonly data: KnownData;
  /** What was found in its texts. */
  readonly faults?: KnownFaults | undefined;
  /** The files in which nothing was found at all, notes aside, in one hash. */
  readonly faultless?: string | undefined;
}

/**
 * Runs the first four stages over files that were read. Pure; never throws for bad content.
 */
export function examine(files: readonly RawFile[]): Examined {
  const loaded = loadContent(files);
  const { model, diagnostics } = linkLoaded(loaded);
  return examined(loaded, model, [...diagnostics, ...check(subjectOf(loaded, model))]);
}

/** Content of which only a part of what was found is told. */
export interface PartlyTold extends Examined {
  /** What is not told: only how bad it is, and which rule says so. */
  readonly passedOver: readonly Rated[];
}

/**
 * The same for who examines the same content again and again.
 * @param known what is known of it from the time before; nothing when this is the only time, and files stay parsed with positions
 * @param wanted what is told: to say where something stands, its file must be parsed with positions
 * @returns what was found, and what to know the next time
 */
export function examineAgain(
  files: readonly RawFile[],
  known: Known | undefined,
  wanted: (found: Rated) => boolean,
): PartlyTold & Known {
  const { loaded, data } = known ? loadData(files, known.data) : { loaded: loadContent(files), data: {} };
  const { model, diagnostics } = linkLoaded(loaded);
  const { found, faults } = checked(subjectOf(loaded, model), { notes: true, faults: known?.faults });
  const rated = found.map((one) => ({ code: one.rule.code, severity: one.severity, one }));
  const all = [...diagnostics.filter(wanted), ...rated.filter(wanted).map(({ one }) => told(one))];
  const passedOver = [...diagnostics, ...rated].filter((one) => !wanted(one));
  return { ...examined(loaded, model, all), passedOver, data, faults };
}

/**
 * The first three stages, with the fourth for later.
 * @param known what is known of files that were read before
 */
export function begin(files: readonly RawFile[], known: Known): Linked {
  const { loaded, data, fresh } = loadData(files, known.data);
  const { model, diagnostics } = linkLoaded(loaded);
  // A large basisteam has hundreds of files; once the rules have run, nobody needs them as they were parsed.
  let steps: ReturnType<typeof checkInSteps> | undefined = checkInSteps(subjectOf(loaded, model), {
    notes: false,
    faults: known.faults,
  });
  const texts = new Map([...loaded.files].map(([path, { text }]) => [path, text]));
  return {
    ...(model && { model }),
    broken: hasErrors(diagnostics),
    data,
    fresh,
    checked: async () => {
      const sourceOf = (file: string): string | undefined => texts.get(file);
      const whole = hashOf(files);
      // The same program finds nothing in the same files again.
      if (diagnostics.length === 0 && known.faultless === whole)
        return { diagnostics: [], sourceOf, faults: known.faults, faultless: whole };
      for (;;) {
        const { done = true, value } = steps?.next() ?? {};
        if (done) {
          steps = undefined;
          const all = inReadingOrder([...diagnostics, ...(value?.found.map(told) ?? [])]);
          return {
            diagnostics: all,
            sourceOf,
            faults: value?.faults,
            ...(all.length === 0 && { faultless: whole }),
          };
        }
        await setImmediate();
      }
    },
  };
}

function hashOf(files: readonly RawFile[]): string {
  const hash = createHash("sha256");
  for (const { path, bytes } of files) hash.update(`${path} ${bytes.length}\n`).update(bytes);
  return hash.digest("hex");
}

function linkLoaded(loaded: Loaded) {
  const { model, diagnostics } = link(loaded);
  return { model, diagnostics: [...loaded.diagnostics, ...diagnostics] };
}

const subjectOf = (loaded: Loaded, model: Model | undefined) => ({ loaded, ...(model && { model }) });

const examined = (loaded: Loaded, model: Model | undefined, diagnostics: readonly Diagnostic[]): Examined => ({
  ...(model && { model }),
  diagnostics: inReadingOrder(diagnostics),
  readability: () => readability({ loaded }),
  sourceOf: (file) => loaded.files.get(file)?.text,
});

/**
 * Reads a content folder and runs the first four stages over it.
 * @throws {ContentFolderError} when the folder can't be read
 */
export const examineFolder = async (folder: string): Promise<Examined> => examine(await readContentFolder(folder));
