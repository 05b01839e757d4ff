/** Which documents show a change, and where. */
import { type Content, type Path, partOfFile, schemaAt } from "../content/index.js";
import { compose, type Document, listDocuments, type Section } from "../documents/index.js";
import { headingOf, type Place, walk } from "../documents/walk.js";
import { isOpen, linkContent, type Model } from "../model/index.js";
import { documentsWith, isAsset } from "./assets.js";
import type { Change, ContentPlace, Touch } from "./types.js";

/**
 * For each change the documents that show it. Texts are followed by a sign that readers never see: what comes out in a
 * document with the sign of a change, shows that change. A value that is no text is put back, and the documents that then
 * differ, show it.
 */
export function touchedBy(changes: readonly Change[], before?: Model, after?: Model): Map<Change, Touch[]> {
  const touches = new Map(
    changes.map((change) => [change, isAsset(change) ? documentsWith(change, before, after) : []]),
  );
  for (const side of ["after", "before"] as const) {
    const model = side === "after" ? after : before;
    if (!model) continue;
    // What stands in the new version is looked for there; what is gone, in the old one.
    const own = changes.flatMap((change) => {
      const place = side === "after" ? change.is : change.is ? undefined : change.was;
      return place ? [{ change, place }] : [];
    });
    const signed = structuredClone(model.source);
    const seen = own.map(({ change, place }, index) => sign(signed, place, oldText(change, before), signFor(index)));
    const places = seen.some(Boolean) ? signsIn(linkContent(signed, model.assets, model.adopted)) : undefined;
    own.forEach(({ change, place }, index) => {
      const found = seen[index] ? (places?.get(index) ?? []) : differing(model, change, place, before);
      touches.get(change)?.push(...found.map((touch) => ({ ...touch, side })));
    });
  }
  return touches;
}

/** Private characters, one for each change; content can't hold them. */
const FIRST = 0xf0000;
const signFor = (index: number): string => String.fromCodePoint(FIRST + (index % 0xfffd));
const anySign = /[\u{F0000}-\u{FFFFD}]/gu;

/** The data of a content file within the content as a whole, and the path from there. */
function valueAt(content: Content, { file, path }: ContentPlace): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    dataOf(content, file),
  );
}

function dataOf(content: Content, file: string): unknown {
  const part = partOfFile(file);
  const value = part && content[part.key as keyof Content];
  if (!part?.folder) return value;
  const id = file
    .split("/")
    .at(-1)
    ?.replace(/\.yaml$/, "");
  return (value as readonly { readonly id: string }[] | undefined)?.find((item) => item.id === id);
}

function oldText({ was }: Change, before: Model | undefined): string {
  const value = before && was ? valueAt(before.source, was) : undefined;
  return typeof value === "string" ? value : "";
}

/** Puts a sign in every text at a place, at the end of the lines that are new; `false` when there is no text. */
function sign(content: Content, { file, path }: ContentPlace, old: string, mark: string): boolean {
  const schema = partOfFile(file)?.schema ?? "";
  const known = new Set(old.split("\n"));
  let signed = false;
  const visit = (holder: unknown, key: string | number, at: Path): void => {
    const value = (holder as Record<string | number, unknown> | undefined)?.[key];
    if (typeof value === "string") {
      if (!schemaAt(schema, at)["x-prose"] && !isOpenText(holder, key)) return;
      const lines = value.split("\n");
      const fresh = lines.some((line) => line.trim() && !known.has(line));
      const text = lines.map((line) => (line.trim() && !(fresh && known.has(line)) ? line + mark : line)).join("\n");
      (holder as Record<string | number, unknown>)[key] = text;
      signed = true;
    } else if (typeof value === "object" && value !== null) {
      for (const inner of Object.keys(value)) {
        const step = Array.isArray(value) ? Number(inner) : inner;
        visit(value, step, [...at, step]);
      }
    }
  };
  const holder =
    path.length === 0 ? { data: dataOf(content, file) } : valueAt(content, { file, path: path.slice(0, -1) });
  visit(holder, path.length === 0 ? "data" : (path.at(-1) ?? ""), path);
  return signed;
}

const isOpenText = (holder: unknown, key: string | number): boolean => key === "open" && isOpen(holder);

/** Where each sign comes out in the documents of a model. */
function signsIn(model: Model): Map<number, Omit<Touch, "side">[]> {
  const found = new Map<number, Omit<Touch, "side">[]>();
  for (const info of listDocuments(model)) {
    const { cover, title, sections } = compose(model, info);
    const places = new Map<number, { readonly anchors: Set<string>; readonly headings: Set<string> }>();
    const look = (texts: readonly string[], { anchor, chapter }: Place): void => {
      for (const sign of texts.join("").match(anySign) ?? []) {
        const index = (sign.codePointAt(0) ?? FIRST) - FIRST;
        const place = places.get(index) ?? { anchors: new Set(), headings: new Set() };
        places.set(index, place);
        if (anchor) place.anchors.add(anchor);
        if (chapter) place.headings.add(unsigned(headingOf(chapter)));
      }
    };
    look([JSON.stringify([cover, title])], {});
    for (const { words, texts, at } of walk(sections)) look([...words, ...texts], at);
    for (const [index, { anchors, headings }] of places) {
      const document = { ...info, title: unsigned(info.title) };
      const touch = { document, anchors: [...anchors], headings: [...headings] };
      found.set(index, [...(found.get(index) ?? []), touch]);
    }
  }
  return found;
}

const unsigned = (text: string): string => text.replace(anySign, "");

/** The documents that differ when one value is put back to what it was, or one thing is taken out. */
function differing(model: Model, change: Change, place: ContentPlace, before?: Model): Omit<Touch, "side">[] {
  const content = structuredClone(model.source);
  const holder = valueAt(content, { ...place, path: place.path.slice(0, -1) });
  const key = place.path.at(-1);
  if (key === undefined || typeof holder !== "object" || holder === null) return [];
  // In the old version stands what is gone: there it is taken out.
  const old = change.was && before && model !== before ? valueAt(before.source, change.was) : undefined;
  if (Array.isArray(holder) && (change.type === "added" || change.type === "removed")) holder.splice(Number(key), 1);
  else if (old === undefined) delete (holder as Record<string | number, unknown>)[key];
  else (holder as Record<string | number, unknown>)[key] = old;
  try {
    const put = linkContent(content, model.assets, model.adopted);
    return listDocuments(model).flatMap((info) => {
      const changed = changedSections(compose(put, info), compose(model, info));
      if (!changed) return [];
      return [{ document: info, anchors: changed.map(({ anchor }) => anchor), headings: changed.map(headingOf) }];
    });
  } catch {
    // The old value points at something that is gone: then nobody can tell what it was like.
    return [];
  }
}

/** The sections that differ between two editions of a document; `undefined` when nothing does. */
function changedSections(before: Document, after: Document): Section[] | undefined {
  const old = new Map(before.sections.map((section) => [section.anchor, JSON.stringify(section)]));
  const sections = after.sections.filter((section) => old.get(section.anchor) !== JSON.stringify(section));
  const same =
    JSON.stringify([before.cover, before.title, before.status, before.palette]) ===
    JSON.stringify([after.cover, after.title, after.status, after.palette]);
  return sections.length === 0 && same ? undefined : sections;
}
