import type { Scalar } from "yaml";

/**
 * Where each character of a text value stands in the source, in every style in which YAML writes a text.
 * @param source what the file holds
 * @returns one offset for each UTF-16 unit of the value; `undefined` when the two don't fit together
 */
export function offsetsOf(source: string, { type, value, range }: Scalar): readonly number[] | undefined {
  if (typeof value !== "string" || !range) return undefined;
  const [from, to] = range;
  switch (type) {
    case "BLOCK_FOLDED":
    case "BLOCK_LITERAL":
      return inBlock(source, value, source.indexOf("\n", from) + 1, to);
    case "QUOTE_SINGLE":
    case "QUOTE_DOUBLE":
      return fitting(value, folded(unitsOf(source, from + 1, to - 1, type)));
    default:
      return fitting(value, folded(unitsOf(source, from, to, "PLAIN")));
  }
}

/** A piece of a value with where it stands in the source. Only what isn't escaped can be folded. */
interface Unit {
  readonly text: string;
  readonly at: number;
  readonly escaped: boolean;
}

const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};

function unitsOf(source: string, from: number, to: number, type: "PLAIN" | "QUOTE_SINGLE" | "QUOTE_DOUBLE"): Unit[] {
  const units: Unit[] = [];
  for (let at = from; at < to; ) {
    const sign = source.charAt(at);
    let size = 1;
    let text = sign;
    const escaped = type === "QUOTE_DOUBLE" && sign === "\\";
    if (escaped) {
      const [whole = "", hex, line] =
        /^\\(?:(x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})|(\r?\n[ \t]*)|.)/i.exec(source.slice(at, at + 200)) ?? [];
      size = Math.max(1, whole.length);
      if (hex) text = fromPoint(Number.parseInt(hex.slice(1), 16));
      else text = line === undefined ? (escapes[whole.charAt(1)] ?? whole.charAt(1)) : "";
    } else if (type === "QUOTE_SINGLE" && sign === "'") size = 2;
    if (text !== "") units.push({ text, at, escaped });
    at += size;
  }
  return units;
}

const fromPoint = (point: number): string => (point > 0x10ffff ? "\ufffd" : String.fromCodePoint(point));

const isBlank = (unit: Unit | undefined): boolean => unit !== undefined && !unit.escaped && /[ \t\r\n]/.test(unit.text);

/** Lines of a text that isn't a block are put together: one line end is a space, more are one less. */
function folded(units: readonly Unit[]): Unit[] {
  const result: Unit[] = [];
  for (let index = 0; index < units.length; ) {
    let end = index;
    while (isBlank(units[end])) end++;
    const run = units.slice(index, end);
    const breaks = run.filter(({ text }) => text === "\n");
    if (run.length === 0) {
      const unit = units[index];
      if (unit) result.push(unit);
      index++;
      continue;
    }
    if (breaks.length === 0) result.push(...run);
    else if (breaks.length === 1) result.push({ text: " ", at: breaks[0]?.at ?? 0, escaped: false });
    else for (const { at } of breaks.slice(1)) result.push({ text: "\n", at, escaped: false });
    index = end;
  }
  return result;
}

function fitting(value: string, units: readonly Unit[]): readonly number[] | undefined {
  if (units.map(({ text }) => text).join("") !== value) return undefined;
  return units.flatMap(({ text, at }) => Array.from({ length: text.length }, () => at));
}

/** A block has no escapes: but for white space, value and source are the same characters in the same order. */
function inBlock(source: string, value: string, from: number, to: number): readonly number[] | undefined {
  const offsets: number[] = [];
  const isSpace = (text: string, at: number): boolean => /[ \t\r\n]/.test(text.charAt(at));
  let at = from;
  for (let index = 0; index < value.length; ) {
    let end = index;
    while (end < value.length && isSpace(value, end)) end++;
    let stop = at;
    while (stop < to && isSpace(source, stop)) stop++;
    // The end of a run of white space fits the end of the other: what stands before it is the indent.
    for (let blank = index; blank < end; blank++) offsets.push(Math.max(at, stop - (end - blank)));
    at = stop;
    index = end;
    for (; index < value.length && !isSpace(value, index); index++, at++) {
      if (source.charAt(at) !== value.charAt(index)) return undefined;
      offsets.push(at);
    }
  }
  return offsets;
}
