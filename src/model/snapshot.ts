/** The text on which was decided, as it lies in `adopted/` beside the content: by its fingerprint, so that who decided on the same shares it. */
import { loadContent, type RawFile } from "../content/index.js";
import type { Subject } from "./adoption.js";
import { type DataFile, filesOf, fingerprintOf, hashesIn, imagesOf } from "./fingerprint.js";

/** What was decided on, with the files that held it. */
export interface Snapshot {
  readonly fingerprint: string;
  readonly subject: Subject;
  /** As they were then, byte for byte. */
  readonly files: readonly RawFile[];
  readonly data: readonly DataFile[];
  /** The images that it showed, each with the hash of what it was. */
  readonly images: ReadonlyMap<string, string>;
}

/** The file in which such a text is kept. */
export const snapshotFile = (fingerprint: string): string => `adopted/${fingerprint}.json`;

/**
 * Writes down what is decided on.
 * @param files the content as it lies there
 */
export function snapshotOf(subject: Subject, files: readonly RawFile[]): { fingerprint: string; file: RawFile } {
  const { files: parsed, assets } = loadContent(files);
  const all = [...parsed].map(([file, { value }]) => ({ file, value }));
  const hashes = hashesIn(assets);
  const own = filesOf(subject, all);
  const fingerprint = fingerprintOf(subject, all, hashes);
  const text = ({ file }: DataFile): string =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      files.find(({ path }) => path.normalize("NFC") === file)?.bytes,
    );
  const data = {
    ...subject,
    files: Object.fromEntries(own.map((one) => [one.file, text(one)]).sort()),
    images: Object.fromEntries(imagesOf(own).map((file) => [file, hashes(file) ?? ""])),
  };
  const bytes = Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
  return { fingerprint, file: { path: snapshotFile(fingerprint), bytes } };
}

/**
 * Reads a text on which was decided.
 * @returns nothing when it isn't kept, or isn't what its fingerprint says: then it can't be told what was decided on
 */
export function readSnapshot(fingerprint: string, kept: ReadonlyMap<string, Uint8Array>): Snapshot | undefined {
  const bytes = kept.get(fingerprint);
  if (!bytes) return undefined;
  if (!known.has(bytes)) known.set(bytes, snapshotIn(bytes));
  const snapshot = known.get(bytes);
  return snapshot?.fingerprint === fingerprint ? snapshot : undefined;
}

/** By what holds them: each document with a decision asks for them. */
const known = new WeakMap<Uint8Array, Snapshot | undefined>();

/** A text with the fingerprint that it has. */
function snapshotIn(bytes: Uint8Array): Snapshot | undefined {
  const written = parsed(bytes);
  if (!written) return undefined;
  const { files: texts, images, ...subject } = written;
  const files = Object.entries(texts).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const data = [...loadContent(files).files].map(([file, { value }]) => ({ file, value }));
  const hashes = new Map(Object.entries(images));
  const fingerprint = fingerprintOf(subject, data, (file) => hashes.get(file));
  return { fingerprint, subject, files, data, images: hashes };
}

/** The images that were shown when was decided, and are otherwise now, or gone. */
export function otherImages({ images }: Snapshot, assets: ReadonlyMap<string, Uint8Array>): string[] {
  const now = hashesIn(assets);
  return [...images].flatMap(([file, hash]) => (now(file) === hash ? [] : [file]));
}

type Written = Subject & {
  readonly files: Readonly<Record<string, string>>;
  readonly images: Readonly<Record<string, string>>;
};

function parsed(bytes: Uint8Array): Written | undefined {
  try {
    const value = JSON.parse(Buffer.from(bytes).toString("utf8")) as Partial<Record<string, unknown>> | null;
    if (typeof value !== "object" || value === null) return undefined;
    const { kind, id, files, images } = value;
    const named = kind === "plan" || ((kind === "annex" || kind === "programme") && typeof id === "string");
    return named && isTexts(files) && isTexts(images) ? (value as Written) : undefined;
  } catch {
    return undefined;
  }
}

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === "object" && value !== null && Object.values(value).every((text) => typeof text === "string");
