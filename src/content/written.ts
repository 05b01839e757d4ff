/** What YAML reads otherwise than its writer meant, while nothing seems wrong: told, as it would reach no reader. */
import { isMap, isScalar, isSeq, type Node, type Scalar } from "yaml";
import type { Code, Diagnostic } from "../diagnostics.js";
import { meantNumber } from "./numbers.js";
import type { ParsedFile } from "./parsed-file.js";
import { type Path, placeAt, placeInText, placeOfNode } from "./places.js";
import { expand, type Schema, schemaAt } from "./schemas.js";
import { quoted } from "./syntax.js";

/**
 * Looks at each value and key of a sound file as it is written.
 * @param schemaRef the schema of the file, which tells free text from names, choices and dates
 */
export function misread(file: ParsedFile, schemaRef: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const look = (node: unknown, path: Path): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const inside = [...path, String(key.value)];
        found.push(...invisible(file, key, undefined));
        look(value, inside);
      }
    } else if (isSeq(node)) for (const [index, item] of node.items.entries()) look(item, [...path, index]);
    else if (isScalar(node)) {
      found.push(...number(file, node), ...invisible(file, node, path));
      found.push(...cut(file, node, () => isFreeText(schemaAt(schemaRef, path))));
    }
  };
  look(file.document.contents, []);
  return found;
}

const told = (
  code: Code,
  place: Omit<Diagnostic, "code" | "severity" | "message" | "hint">,
  message: string,
  hint: string,
) => ({ code, severity: "error", ...place, message, hint }) as const;

/** A number in another form than digits: `12.000` is 12 to YAML, and `0x10` is 16. */
function number(file: ParsedFile, node: Scalar): Diagnostic[] {
  const { value, source = "" } = node;
  if (typeof value !== "number" || /^(?:0|-?[1-9]\d*)$/.test(source)) return [];
  const meant = meantNumber(source);
  return [
    told(
      "IVP109",
      placeOfNode(file, node),
      `YAML leest ${source} als ${String(value).replace(".", ",")}.`,
      meant === undefined ? "Schrijf een heel getal met alleen cijfers." : `Schrijf ${meant}, met alleen cijfers.`,
    ),
  ];
}

/** Free text that is cut off, because # after a space begins a comment. */
function cut(file: ParsedFile, { type, value, range }: Scalar, isFree: () => boolean): Diagnostic[] {
  if (!range || (type !== "PLAIN" && type !== "BLOCK_LITERAL" && type !== "BLOCK_FOLDED")) return [];
  const block = type !== "PLAIN";
  const from = block ? range[0] : range[1];
  const line = /^[|>\d+-]*[ \t]+(?=#)[^\n]*/.exec(endOfLine(file.source, from))?.[0];
  // A comment has a space after its sign when nobody can take it for text: in a line of its own, or after the sign of a block.
  const next = block ? undefined : /^[^\n]*\n[ \t]+(?=#[^\s#])/.exec(file.source.slice(range[1], range[1] + 400))?.[0];
  const lost = line !== undefined && (!block || /#[^\s#]/.test(line));
  if (!lost && next === undefined) return [];
  if (typeof value !== "string" || !isFree()) return [];
  const start = lost ? from + (line?.indexOf("#") ?? 0) : range[1] + (next?.length ?? 0);
  const text = endOfLine(file.source, start).trimEnd();
  const whole = block ? text : `${file.source.slice(range[0], range[1])} ${text}`;
  return [
    told(
      "IVP110",
      placeAt(file, start, text.length),
      `Een # na een spatie begint in YAML een opmerking: “${shortened(text)}” komt in geen document.`,
      `Zet de hele tekst tussen aanhalingstekens (${quoted(whole.replace(/\s*\n\s*/g, " "))}), of zet de opmerking op een eigen regel erboven.`,
    ),
  ];
}

const endOfLine = (source: string, from: number): string => {
  const end = source.indexOf("\n", from);
  return source.slice(from, end < 0 ? undefined : end).replace(/\r$/, "");
};

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Text that people write freely and readers read, in which # may well be meant. */
function isFreeText(schema: Schema): boolean {
  const { "x-prose": prose, anyOf = [] } = expand(schema);
  return prose === true || anyOf.some(isFreeText);
}

/** Characters that no reader sees, but for the line end and the tab, and the hyphen that only shows where a line breaks. */
const unseen = /(?![\n\t\u00ad])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The first of each invisible character in a value (`path`) or a key. */
function invisible(file: ParsedFile, node: Node & Scalar, path: Path | undefined): Diagnostic[] {
  if (typeof node.value !== "string") return [];
  const first = new Map<string, number>();
  for (const { 0: sign, index } of node.value.matchAll(unseen)) if (!first.has(sign)) first.set(sign, index);
  return [...first].map(([sign, index]) =>
    told(
      "IVP111",
      path ? placeInText(file, path, index, sign.length) : placeOfNode(file, node),
      `Hier staat een onzichtbaar teken (U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}).`,
      "Haal het weg; het komt vaak mee met geplakte tekst. Typ de plek zo nodig opnieuw.",
    ),
  );
}
