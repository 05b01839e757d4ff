import { createHash } from "node:crypto";
import type { Section } from "../documents/index.js";
import { isChapter } from "../documents/walk.js";
import type { Format, Recipe } from "../formats/index.js";

/**
 * A hash of what a file is made of: two with the same hash have the same bytes.
 * @param parts of its recipe: all of it
 * @param program what decides the rest of the bytes: name and version, or more where more is known
 */
export const hashOfParts = (parts: Parts, format: Format, program: string): string =>
  createHash("sha256")
    .update(JSON.stringify([program, format.extension, parts]))
    .digest("hex");

/** JSON leaves out what is in a map, and writes bytes at length. */
function inFull(this: Readonly<Record<string, unknown>>, key: string, json: unknown): unknown {
  // As it was before JSON asked it how it likes to be written.
  const value = this[key];
  if (value instanceof Map) return ["map", ...(value as ReadonlyMap<unknown, unknown>)];
  if (value instanceof Set) return ["set", ...(value as ReadonlySet<unknown>)];
  if (value instanceof Uint8Array) return createHash("sha256").update(value).digest("hex");
  return json;
}

/** What a document in one format shows: each part by a name for people, with a hash of what it is now. */
export type Parts = Readonly<Record<string, string>>;

/** Takes a recipe apart, to tell people which part of it changed. Parts with one name are one part. */
export function partsOf(
  { document, date, author, way, revision, answers }: Recipe,
  { lasting, returns, name }: Format,
): Parts {
  const { sections, links, images, data, palette, ...rest } = document;
  const parts: Part[] = [
    ["de datum van de versie", hashOf(date)],
    ["titel, status of omslag", hashOf(rest)],
    ...(palette ? [["de kleuren van de huisstijl", hashOf(palette)] as Part] : []),
    ...sections.flatMap(sectionParts),
    ["de volgorde", hashOf(sections.map(({ anchor }) => anchor))],
    ["verwijzingen", hashOf(links)],
    ["afbeeldingen", hashOf(images)],
    ...(lasting || returns ? [[`de auteur in de ${name}`, hashOf(author)] as Part] : []),
    ...(lasting ? [[`de gegevens in de ${name}`, hashOf(data)] as Part] : []),
  ];
  if (way) {
    const { traced, passport } = way;
    parts.push([
      "waar de teksten in de inhoud staan",
      hashOf([traced.lines, traced.document.sections, traced.document.cover]),
    ]);
    parts.push(["de versie van de inhoud", hashOf(passport)]);
  }
  if (answers) parts.push(["antwoorden op opmerkingen", hashOf(answers)]);
  if (revision) {
    const { before, after, ...rest } = revision;
    const texts = [before?.traced, after].map((one) => one && [one.lines, one.document.sections, one.document.cover]);
    const { sections: old, cover: front, images: shown, links: known } = before?.document ?? {};
    parts.push(["wat er wijzigde", hashOf([texts, old, front, shown, known, rest])]);
  }
  const byName = new Map<string, string>();
  for (const [name, hash] of parts) byName.set(name, `${byName.get(name) ?? ""}${hash}`);
  return Object.fromEntries(byName);
}

/** A part by its name, with its hash. */
type Part = readonly [name: string, hash: string];

const known = new WeakMap<Section, readonly Part[]>();

/**
 * A section is a part, and so is each section in it with a heading of its own in the contents. All formats of a document show
 * the same ones, so they are remembered.
 */
function sectionParts(section: Section): readonly Part[] {
  const before = known.get(section);
  if (before) return before;
  const inner = section.blocks.filter(isChapter);
  const own = section.blocks.map((block) => (isChapter(block) ? block.anchor : block));
  const name = [section.number, section.title].filter(Boolean).join(" ");
  const parts: Part[] = [[`“${name}”`, hashOf({ ...section, blocks: own })], ...inner.flatMap(sectionParts)];
  known.set(section, parts);
  return parts;
}

const hashOf = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify([value], inFull))
    .digest("base64url");

/** The names of the parts that differ. */
export const changedParts = (before: Parts, now: Parts): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => before[name] !== now[name]);
