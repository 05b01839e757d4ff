/** What was decided on, in one word that doesn't depend on how it is written. */
import { createHash } from "node:crypto";
import { type Content, expand, type Path, partOfFile, type Schema } from "../content/index.js";
import { imageFile } from "../prose/images.js";
import type { Subject } from "./adoption.js";
import { onlyOne } from "./defaults.js";

/** A file of the content with its data: as they were written, or with every reference in full. */
export interface DataFile {
  readonly file: string;
  readonly value: unknown;
}

/**
 * On which document is decided with a part of the content; on none with what is about decisions, results or looks. Who adds a part
 * says so here. A part that a document only repeats is decided on with the document in which it has its home.
 */
const decidedWith: Readonly<Record<keyof Content, Subject["kind"] | undefined>> = {
  plan: "plan",
  manifest: "plan",
  foreword: "plan",
  introduction: "plan",
  vision: "plan",
  goals: "plan",
  startingPoints: "plan",
  monitoring: "plan",
  governance: "plan",
  prioritising: "plan",
  alignment: "plan",
  priorities: "plan",
  sections: "plan",
  localThemes: "plan",
  otherThemes: "plan",
  finances: "plan",
  partners: "plan",
  glossary: "plan",
  municipalities: "annex",
  programmes: "programme",
  amendments: undefined,
  council: undefined,
  progress: undefined,
  indicators: "plan",
  style: undefined,
  check: undefined,
};

/** What stands in a file without being decided on: the decision itself, and what documents are published with. */
const apart = new Set<string | number | undefined>(["decision", "decisions", "publication", "code"]);

/** Whether what stands at a path in a file isn't decided on. */
export const isApart = ([first]: Path): boolean => apart.has(first);

/** The files of a document: those on which is decided with it. With one municipality, its own file is part of the plan. */
export function filesOf<F extends Pick<DataFile, "file">>(subject: Subject, files: readonly F[]): F[] {
  const partOf = ({ file }: F) => partOfFile(file)?.key as keyof Content | undefined;
  const alone = onlyOne(files.filter((one) => partOf(one) === "municipalities"));
  return files.filter((one) => {
    const part = partOf(one);
    const kind = part && decidedWith[part];
    if (subject.kind === "plan") return kind === "plan" || one === alone;
    return kind === subject.kind && one.file.endsWith(`/${subject.id}.yaml`);
  });
}

/**
 * The fingerprint of what a document says: 32 hexadecimal digits of a SHA-256. It covers the data of the files of the document
 * (see {@link filesOf}) and the bytes of the images that their texts show. It doesn't change with comments, the order of keys, the
 * names and order of files, line ends, how lines are wrapped, emphasis and the signs of lists, what is empty, colours and icons, the
 * decision itself, where documents are published, nor with how far an action is: that is carrying out what was decided, unless
 * it lapses. References mean the same with and without the programme before an id. Nothing of git goes into it. Pure.
 * @param files files of the content; others than those of the document don't matter
 * @param imageHash the SHA-256 of an image, if it is there
 */
export function fingerprintOf(
  subject: Subject,
  files: readonly DataFile[],
  imageHash: (file: string) => string | undefined,
): string {
  const own = filesOf(subject, files);
  const data = own
    .map(({ file, value }) => [file.normalize("NFC"), meaningOf(value, schemaOf(file), 0)] as const)
    .filter(([, meaning]) => meaning !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const images = imagesOf(own).flatMap((file) => {
    const hash = imageHash(file);
    return hash ? [[file, hash] as const] : [];
  });
  return hashOf(JSON.stringify([data, images])).slice(0, 32);
}

/** The SHA-256 of what a file holds. */
export const hashOf = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** Gives the SHA-256 of files beside the content, of those that are there. */
export const hashesIn =
  (assets: ReadonlyMap<string, Uint8Array>) =>
  (file: string): string | undefined => {
    const bytes = assets.get(file);
    return bytes && hashOf(bytes);
  };

const schemaOf = (file: string): Schema => expand({ $ref: partOfFile(file)?.schema ?? "" });

/** What a value means, as data that are the same for the same meaning; nothing for what is empty or says how something looks. */
export function meaningOf(value: unknown, schema: Schema, depth: number): unknown {
  if (schema["x-look"] || value === null || value === undefined) return undefined;
  if (typeof value === "string") return wordsOf(value) || undefined;
  if (Array.isArray(value)) {
    const items = value
      .map((item) => meaningOf(item, inside(schema, 0), depth + 1))
      .filter((item) => item !== undefined);
    if (items.length === 0) return undefined;
    return schema["x-sorted"] ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (typeof value !== "object") return value;
  const entries = Object.entries(value)
    .filter(([key, inner]) => !(depth === 0 && apart.has(key)) && !isProgress(key, inner, schema))
    .map(([key, inner]) => [key, meaningOf(inner, inside(schema, key), depth + 1)] as const)
    .filter(([, meaning]) => meaning !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : entries;
}

/** How far an action is, as long as it goes on. */
export const isProgress = (key: string, value: unknown, { "x-defines": kind }: Schema): boolean =>
  kind === "action" && key === "status" && value !== "vervallen";

/** The schema of what stands at a step within a value. */
function inside(schema: Schema, step: string | 0): Schema {
  const found = [schema, ...(schema.anyOf ?? []).map(expand)]
    .map((one) => (step === 0 ? one.items : one.properties?.[step]))
    .find((one) => one !== undefined);
  return found ? expand(found) : {};
}

/** The words of a text, without how it is laid out. */
const wordsOf = (text: string): string =>
  text
    .normalize("NFC")
    // The signs by which a comparison follows texts.
    .replace(/\p{Co}/gu, "")
    .replace(/\[\[([a-z-]+):[a-z0-9-]+\//g, "[[$1:")
    .replace(/^[ \t]*[-+*][ \t]+/gm, " ")
    .replace(/\*+/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** The images that texts show, by file, in one order. */
export function imagesOf(files: readonly DataFile[]): string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === "string") {
      for (const [, source = ""] of value.matchAll(/!\[[^\]]*\]\(\s*<?([^)>\s]+)/g)) {
        const file = imageFile(source);
        if (file !== undefined) found.add(file);
      }
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
  };
  for (const { value } of files) visit(value);
  return [...found].sort();
}
