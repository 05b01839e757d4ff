/** What a document says now, against the text on which was decided. */
import { isDeepStrictEqual } from "node:util";
import { type AmendmentChange, type AmendmentListValue, contentFiles, partOfFile } from "../content/index.js";
import { isAdopted, type Outcome, type OwnDecision, type Subject } from "./adoption.js";
import { changesIn, fieldOf, schemaOf, targetOf } from "./amending/index.js";
import { type DataFile, filesOf, fingerprintOf, hashesIn, isApart, isProgress, meaningOf } from "./fingerprint.js";
import { dataInFull, meaningsIn } from "./scope.js";
import { otherImages, readSnapshot, type Snapshot } from "./snapshot.js";
import type { Model } from "./types.js";

/** What changed since a text was adopted. */
export interface SinceDecision {
  /** The decisions by which that text was adopted. */
  readonly by: readonly OwnDecision[];
  /** What differs, as an amendment would say it; nothing where the text isn't kept. */
  readonly changes?: readonly AmendmentChange[];
  /** The images that were shown and are otherwise now, or gone. */
  readonly images: readonly string[];
}

const known = new WeakMap<Model, Map<string, string>>();

/** The fingerprint of what a document says now. */
export function fingerprintNow(model: Model, subject: Subject): string {
  const key = subject.kind === "plan" ? subject.kind : `${subject.kind}:${subject.id}`;
  return once(model, key, () => fingerprintOf(subject, contentFiles(model.source), hashesIn(model.assets)));
}

function once(model: Model, key: string, find: () => string): string {
  const own = known.get(model) ?? new Map<string, string>();
  known.set(model, own);
  const found = own.get(key) ?? find();
  own.set(key, found);
  return found;
}

/**
 * The decisions by which an earlier text was adopted than the one that the document has now. Figures of years, or of municipalities,
 * that weren't there when was decided, don't make it another text.
 */
export const onEarlierText = (model: Model, { subject, towns }: Outcome): OwnDecision[] =>
  towns.filter(
    ({ decision: { state, fingerprint } }) =>
      fingerprint !== undefined && isAdopted(state) && !saysStill(model, subject, fingerprint),
  );

function saysStill(model: Model, subject: Subject, fingerprint: string): boolean {
  if (fingerprint === fingerprintNow(model, subject)) return true;
  const snapshot = readSnapshot(fingerprint, model.adopted);
  if (!snapshot) return false;
  const now = once(model, fingerprint, () =>
    fingerprintOf(subject, withoutLaterFigures(contentFiles(model.source), snapshot), hashesIn(model.assets)),
  );
  return now === fingerprint;
}

/** What changed since each earlier text that was adopted, the first that was decided on first. */
export function sinceDecisions(model: Model, outcome: Outcome): SinceDecision[] {
  const texts = new Map<string, OwnDecision[]>();
  for (const one of onEarlierText(model, outcome)) {
    const print = one.decision.fingerprint ?? "";
    texts.set(print, [...(texts.get(print) ?? []), one]);
  }
  return [...texts].map(([print, by]) => {
    const snapshot = readSnapshot(print, model.adopted);
    return { by, images: [], ...(snapshot && differences(model, outcome.subject, snapshot)) };
  });
}

function differences(model: Model, subject: Subject, snapshot: Snapshot): Pick<SinceDecision, "changes" | "images"> {
  const meanings = meaningsIn(model.source);
  const now = filesOf(subject, withoutLaterFigures(contentFiles(model.source), snapshot));
  const was = new Map(snapshot.data.map(({ file, value }) => [file, dataInFull(value, file, meanings)]));
  const is = new Map(now.map(({ file, value }) => [file, value]));
  return {
    changes: [...new Set([...was.keys(), ...is.keys()])]
      .sort()
      .flatMap((file) => changesIn(file, plain(was.get(file)), plain(is.get(file))))
      .filter(isDecidedOn)
      .map(whatDiffers),
    images: otherImages(snapshot, model.assets),
  };
}

/** Data without the signs by which a comparison follows texts: what is shown here, is shown again. */
function plain(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\p{Co}/gu, "");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** Whether a change is one of meaning, in something on which is decided: see {@link fingerprintOf}. */
function isDecidedOn({ target: text, field, old, new: fresh }: AmendmentChange): boolean {
  const target = targetOf(text);
  if (!target || field === undefined) return true;
  const steps = field.split(".");
  if (isWhole(text) && isApart(steps)) return false;
  const found = fieldOf(target, field);
  if ("unknown" in found) return true;
  if (found.schema["x-look"]) return false;
  const [only] = steps.length === 1 ? steps : [];
  if (only !== undefined && [old, fresh].every((value) => isProgress(only, value, schemaOf(target)))) return false;
  const [was, is] = [old, fresh].map((value) => JSON.stringify(meaningOf(value, found.schema, 1)));
  return was !== is;
}

/** Of a list that was compared as a whole, no more than what differs; one in another order differs in that. */
function whatDiffers(change: AmendmentChange): AmendmentChange {
  const { old, new: fresh, ...about } = change;
  if (!Array.isArray(old) || !Array.isArray(fresh)) return change;
  const without = (list: readonly unknown[], other: readonly unknown[]): AmendmentListValue =>
    list.filter((item) => !other.some((one) => isDeepStrictEqual(one, item)));
  const [gone, come] = [without(old, fresh), without(fresh, old)];
  if (gone.length + come.length === 0) return change;
  return { ...about, ...(gone.length > 0 && { old: gone }), ...(come.length > 0 && { new: come }) };
}

/** Whether a target is a file by itself. */
const isWhole = (target: string): boolean => !target.includes(":") || /^(plan|municipality|programme):/.test(target);

/** The files without the figures that weren't there when was decided: they are results, no change of what was decided. */
function withoutLaterFigures(files: readonly DataFile[], snapshot: Snapshot): DataFile[] {
  const was = new Map(snapshot.data.map(({ file, value }) => [file, value]));
  return files.map(({ file, value }) => {
    const [old, now] = [figuresIn(file, was.get(file)), figuresIn(file, value)];
    if (!old || !now) return { file, value };
    const there = new Set(old.map(nameOf));
    return { file, value: { ...(value as object), values: now.filter((figure) => there.has(nameOf(figure))) } };
  });
}

type Figure = Readonly<Record<string, unknown>>;

function figuresIn(file: string, value: unknown): readonly Figure[] | undefined {
  if (partOfFile(file)?.key !== "indicators" || typeof value !== "object" || value === null) return undefined;
  const { values = [] } = value as { readonly values?: unknown };
  return Array.isArray(values) ? values : undefined;
}

const nameOf = ({ municipality, year }: Figure): string => JSON.stringify([municipality ?? null, year]);
