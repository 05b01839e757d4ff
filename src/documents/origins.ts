/**
 * Where the texts of a document come from. The document is composed once more from content in which each line of text ends with a
 * private sign: wherever that comes out, the line stands.
 */
import { type Content, contentFiles, expand, type Path, partOfFile, type Schema, schemaAt } from "../content/index.js";
import { linkContent, type Model } from "../model/index.js";
import { cellsOf } from "../prose/cells.js";
import { figurePlaces } from "../prose/figures.js";
import { parseProse } from "../prose/index.js";
import { renumbered, signOf } from "../prose/signs.js";
import type { Document, DocumentInfo } from "./document.js";
import { compose } from "./index.js";
import type { TextLine, Traced } from "./revision.js";

const known = new WeakMap<Model, { readonly model: Model; readonly lines: readonly TextLine[] }>();

/**
 * The same document with a sign after each line of its texts. What the program makes of texts may be otherwise there; whoever reads
 * this compares it with the document itself. Pure.
 */
export function traced(model: Model, info: DocumentInfo, document: Document): Traced {
  let signed = known.get(model);
  if (!signed) {
    const { content, lines } = withSigns(model.written);
    signed = { model: linkContent(content, model.assets, model.adopted), lines };
    known.set(model, signed);
  }
  const own: TextLine[] = [];
  const numbers = new Map<number, number>();
  const { lines: all } = signed;
  const change = (text: string): string =>
    renumbered(text, (number) => {
      const line = all[number];
      if (!line) return undefined;
      // Numbered by the document itself, so that what changes elsewhere changes nothing here.
      if (!numbers.has(number)) numbers.set(number, own.push(line) - 1);
      return numbers.get(number);
    });
  const { cover, sections } = compose(signed.model, info);
  return {
    document: { ...document, cover: inTexts(cover, change), sections: inTexts(sections, change), data: {} },
    lines: own,
  };
}

/** A value in which every text is changed. */
function inTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => inTexts(item, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inTexts(inner, change)])) as T;
}

/** Content with a sign at the end of each line of its texts. */
function withSigns(written: Content): { content: Content; lines: readonly TextLine[] } {
  const content = structuredClone(written);
  const lines: TextLine[] = [];
  for (const { file, value } of contentFiles(content)) {
    const schema = partOfFile(file)?.schema ?? "";
    visit(value, [], "", (text, path, keys) => {
      // What documents are called decides where they stand.
      if ((file === "plan.yaml" && path[0] === "terms") || !isProse(schemaAt(schema, path))) return text;
      return signed(
        text,
        (line, from, to) => lines.push({ file, path, keys, line, from, to, source: text.slice(from, to) }) - 1,
      );
    });
  }
  return { content, lines };
}

/** Whether people write it and readers read it: a text, or an open point in its place. */
const isProse = ({ "x-prose": prose, anyOf = [] }: Schema): boolean =>
  prose === true || anyOf.some((branch) => isProse(expand(branch)));

type Sign = (text: string, path: Path, keys: string) => string;

function visit(holder: unknown, path: Path, keys: string, sign: Sign): void {
  if (typeof holder !== "object" || holder === null) return;
  const record = holder as Record<string | number, unknown>;
  for (const [key, value] of Object.entries(record)) {
    const step = Array.isArray(holder) ? Number(key) : key;
    const id = (value as { readonly id?: unknown } | null)?.id;
    const named = `${keys}/${typeof step === "number" && typeof id === "string" ? id : step}`.replace(/^\//, "");
    if (typeof value === "string") record[step] = sign(value, [...path, step], named);
    else visit(value, [...path, step], named, sign);
  }
}

/** A line with nothing but signs, such as the empty line of a quote. */
const BARE = /^(?:\s|>|[-*+](?:\s|$)|\d+[.)](?:\s|$)|\[\^[^\]\s]+\]:)*$/;

/** A picture by itself on a line: only what stands under it is text. */
const PICTURE = /^\s*!\[(?:[^\]\\]|\\.)*\]\([^\n]*\)\s*$/;

/** @param note keeps where a line stands, and gives its number */
function signed(text: string, note: (line: number, from: number, to: number) => number): string {
  const rows = rowsIn(text);
  const figures = new Set(figurePlaces(text).map(({ from }) => from));
  let at = 0;
  return text
    .split("\n")
    .map((line, index) => {
      const start = at;
      at += line.length + 1;
      const row = rows.get(index);
      if (row === "rule" || figures.has(index) || PICTURE.test(line) || BARE.test(line)) return line;
      // Spaces and a stroke at the end of a line break it.
      const pieces =
        row === "cells"
          ? cellsOf(line).map(({ at: from, written }) => [from, from + written.length] as const)
          : [[0, line.replace(/\s*\\?$/, "").length] as const];
      let out = "";
      let end = 0;
      for (const [from, to] of pieces) {
        const piece = line.slice(end, to);
        out +=
          from === to
            ? piece
            : `${piece}${/[*_`]$/.test(piece) ? " " : ""}${signOf(note(index, start + from, start + to))}`;
        end = to;
      }
      return out + line.slice(end);
    })
    .join("\n");
}

/** The lines of a text that are part of a table. */
function rowsIn(text: string): ReadonlyMap<number, "cells" | "rule"> {
  const rows = new Map<number, "cells" | "rule">();
  if (!text.includes("|")) return rows;
  for (const { type, map } of parseProse(text)) {
    if (type !== "table_open" || !map) continue;
    for (let line = map[0]; line < map[1]; line++) rows.set(line, line === map[0] + 1 ? "rule" : "cells");
  }
  return rows;
}
