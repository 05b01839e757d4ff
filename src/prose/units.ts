/** The pieces of a text that can change by themselves, with what stands around them, so that the text can be put together again. */
import { cellsOf } from "./cells.js";
import { linesOf, parseProse } from "./index.js";

/** A paragraph, an item of a list, a line of a quote, a footnote, or a caption. */
export interface Words {
  readonly kind: "words";
  /** What stands between it and what comes before it. */
  readonly gap: string;
  /** What makes it what it is: "- ", "> ", "[^1]: ", "Afbeelding: ". */
  readonly sign: string;
  /** Its words on one line. */
  readonly text: string;
}

/** A table as it is written; `\|` in a cell stays. */
export interface Table {
  readonly kind: "table";
  readonly gap: string;
  /** What stands before its first line and before the others. */
  readonly signs: readonly [first: string, others: string];
  readonly caption: string;
  readonly source: string;
  readonly header: readonly string[];
  /** The line under the headers. */
  readonly rule: string;
  readonly rows: readonly (readonly string[])[];
}

/** A picture with the lines under it; without them it is words. */
export interface Picture {
  readonly kind: "picture";
  readonly gap: string;
  readonly sign: string;
  readonly image: string;
  readonly caption: string;
  readonly source: string;
}

export type Unit = Words | Table | Picture;

/** What stands before the words of a line: spaces, quotes, the sign of an item, the label of a footnote. */
const BEFORE = /^(?:\s|>|[-*+]\s|\d+[.)]\s|\[\^[^\]\s]+\]:)*/;

/** Whether a line begins something by itself. */
const BEGINS = /[-*+]\s|\d[.)]\s|\]:/;

const SPEAKER = /^[—–]\s*/;

const depthOf = (sign: string): number => sign.split(">").length - 1;

/** Whether a text may have more than paragraphs and lists. */
export const isStructured = (text: string): boolean => /[|>]|\[\^|^[^\n]*(?:Afbeelding|Bron):/m.test(text);

/** Takes a text apart. How its lines are broken means nothing. Pure. */
export function unitsOf(text: string): Unit[] {
  const lines = linesOf(text).map(({ text: line }) => line);
  const made = isStructured(text) ? madeOf(text, lines) : new Map<number, Made>();
  const units: Unit[] = [];
  let gap = "";
  let open: { gap: string; sign: string; words: string[] } | undefined;
  const close = (): void => {
    if (open)
      units.push({
        kind: "words",
        gap: open.gap,
        sign: open.sign,
        text: open.words.join(" ").replace(/\s+/g, " ").trim(),
      });
    open = undefined;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const found = made.get(at);
    const lineEnd = at === 0 ? "" : "\n";
    if (found) {
      close();
      units.push({ ...found.unit, gap: gap + lineEnd } as Unit);
      gap = "";
      at = found.end - 1;
      continue;
    }
    const sign = BEFORE.exec(line)?.[0] ?? "";
    const rest = line.slice(sign.length);
    if (rest === "") {
      close();
      gap += lineEnd + line.trimEnd();
      continue;
    }
    const speaker = sign.includes(">") ? (SPEAKER.exec(rest)?.[0] ?? "") : "";
    const goesOn =
      open && !BEGINS.test(sign) && !speaker && (depthOf(sign) === depthOf(open.sign) || !sign.includes(">"));
    if (open && goesOn) {
      open.words.push(rest);
      continue;
    }
    close();
    open = { gap: gap + lineEnd, sign: sign + speaker, words: [rest.slice(speaker.length)] };
    gap = "";
  }
  close();
  return units;
}

/** Something of more lines than one, and the line after it. */
interface Made {
  readonly unit: Omit<Table, "gap"> | Omit<Picture, "gap">;
  readonly end: number;
}

/** Tables and pictures by the line on which they begin. */
function madeOf(text: string, lines: readonly string[]): Map<number, Made> {
  const made = new Map<number, Made>();
  const split = (line = ""): readonly [sign: string, rest: string] => {
    const sign = BEFORE.exec(line)?.[0] ?? "";
    return [sign, line.slice(sign.length)];
  };
  const cells = (line = ""): string[] => cellsOf(line).map(({ written }) => written);
  const tokens = parseProse(text);
  tokens.forEach(({ type, map }, index) => {
    const after = (name: string, from: number): number | undefined =>
      tokens[from]?.type === name ? tokens[from + 1]?.map?.[0] : undefined;
    if (type === "table_open" && map) {
      const caption = after("caption_open", index + 1);
      const source = after(
        "table_source_open",
        tokens.findIndex((token, at) => at > index && token.type === "table_close") + 1,
      );
      const [head, end] = [map[0], source ?? map[1]];
      const first = caption ?? head;
      made.set(first, {
        unit: {
          kind: "table",
          signs: [split(lines[first])[0], split(lines[head + 1])[0]],
          caption:
            caption === undefined
              ? ""
              : split(lines[caption])[1]
                  .replace(/^Tabel:\s*/, "")
                  .trim(),
          source:
            source === undefined
              ? ""
              : split(lines[source])[1]
                  .replace(/^Bron:\s*/, "")
                  .trim(),
          header: cells(lines[head]),
          rule: split(lines[head + 1])[1],
          rows: lines.slice(head + 2, end).map(cells),
        },
        end: source === undefined ? map[1] : source + 1,
      });
    }
    if (type === "picture_open") {
      const first = tokens[index + 1]?.map?.[0] ?? 0;
      const end = tokens.findIndex((token, at) => at > index && token.type === "picture_close");
      const under = tokens
        .slice(index + 2, end)
        .flatMap(({ type: own, map: place }) => (own === "inline" ? [place?.[0] ?? 0] : []));
      const [sign, image] = split(lines[first]);
      const line = (name: string): string =>
        under
          .map((at) => split(lines[at])[1])
          .find((own) => own.startsWith(name))
          ?.slice(name.length)
          .trim() ?? "";
      made.set(first, {
        unit: { kind: "picture", sign, image: image.trim(), caption: line("Afbeelding:"), source: line("Bron:") },
        end: first + 1 + under.length,
      });
    }
  });
  return made;
}

/** Where the tables and pictures of a text that have a line to themselves stand: their first line, and the line after them. Pure. */
export function madeIn(
  text: string,
): { readonly kind: "table" | "picture"; readonly from: number; readonly to: number }[] {
  const lines = linesOf(text).map((line) => line.text);
  const made = isStructured(text) ? [...madeOf(text, lines)] : [];
  return made.map(([from, { unit, end }]) => ({ kind: unit.kind, from, to: end }));
}

/** The text that units make. */
export const textOf = (units: readonly Unit[]): string => units.map((unit) => unit.gap + written(unit)).join("");

function written(unit: Unit): string {
  if (unit.kind === "words") return unit.sign + unit.text;
  if (unit.kind === "picture") {
    const under = unit.sign.replace(/[^\s>]/g, " ");
    return [
      unit.sign + unit.image,
      ...(unit.caption ? [`${under}Afbeelding: ${unit.caption}`] : []),
      ...(unit.source ? [`${under}Bron: ${unit.source}`] : []),
    ].join("\n");
  }
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const [first, others] = unit.signs;
  return [
    ...(unit.caption ? [`Tabel: ${unit.caption}`] : []),
    row(unit.header),
    unit.rule,
    ...unit.rows.map(row),
    ...(unit.source ? [`Bron: ${unit.source}`] : []),
  ]
    .map((line, index) => (index === 0 ? first : others) + line)
    .join("\n");
}

/** The footnotes of a text, by their label. */
const footnotesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.includes("[^")
      ? unitsOf(text).flatMap((unit): [string, string][] => {
          const [, label] = (unit.kind === "words" && /\[\^([^\]\s]+)\]:/.exec(unit.sign)) || [];
          return label !== undefined && unit.kind === "words" ? [[label, unit.text]] : [];
        })
      : [],
  );

/**
 * A text with the labels that its footnotes have in another version, so that another label alone is no change.
 * @param before the text of which the labels change
 */
export function withLabelsOf(before: string, after: string): string {
  const [was, is] = [footnotesOf(before), footnotesOf(after)];
  if (was.size === 0) return before;
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  const give = (old: string, label: string): void => {
    labels.set(old, label);
    taken.add(label);
  };
  for (const [old, text] of was) {
    const [label] = [...is].find(([own, other]) => other === text && !taken.has(own)) ?? [];
    if (label !== undefined) give(old, label);
  }
  for (const old of was.keys()) {
    if (labels.has(old)) continue;
    // A footnote with other words may have another label too.
    let label = is.has(old) ? old : ([...is.keys()].find((own) => !taken.has(own) && !was.has(own)) ?? old);
    while (taken.has(label)) label += "-was";
    give(old, label);
  }
  return before.replace(/\[\^([^\]\s]+)\]/g, (_, label: string) => `[^${labels.get(label) ?? label}]`);
}
