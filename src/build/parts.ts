import { createHash } from "node:crypto";
import type { Block, Document, Section } from "../documents/index.js";
import type { Format } from "./formats.js";

/** What a document in one format is made of: each part by a name for people, with a hash of what it is now. */
export type Parts = Readonly<Record<string, string>>;

/** What a build brings along that shows in every document. */
export interface Surroundings {
  /** See `programFingerprint`. */
  readonly program: string;
  readonly date: Date;
}

/** Takes a composed document apart. Two documents with equal parts are the same, byte for byte. */
export function partsOf(document: Document, format: Format, { program, date }: Surroundings): Parts {
  const { sections, links, images, data, ...rest } = document;
  return {
    "het programma, de vormgeving of de browser": program,
    "de datum van de versie": date.toISOString(),
    "titel, stand of omslag": hashOf(rest),
    ...Object.fromEntries(sections.flatMap((section) => sectionParts(section))),
    verwijzingen: hashOf([...links]),
    plaatjes: hashOf([...images].map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")])),
    ...(format === "pdf" && { "de gegevens in de PDF": hashOf(data) }),
  };
}

/** A section is a part, and so is each section in it with a heading of its own in the contents. */
function sectionParts(section: Section): [string, string][] {
  const inner = section.blocks.filter(isChapter);
  const own = section.blocks.map((block) => (isChapter(block) ? block.anchor : block));
  const name = [section.number, section.title].filter(Boolean).join(" ");
  return [[`“${name}”`, hashOf({ ...section, blocks: own })], ...inner.flatMap(sectionParts)];
}

const isChapter = (block: Block): block is Section => block.type === "section" && !block.minor;

const hashOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("base64url");

/** The name under which a document with these parts is kept. */
export const keyOf = (parts: Parts, format: Format): string =>
  createHash("sha256").update(format).update(JSON.stringify(parts)).digest("hex");

/** The names of the parts that differ. */
export const changedParts = (before: Parts, now: Parts): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => before[name] !== now[name]);
