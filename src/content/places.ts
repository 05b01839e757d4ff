import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { Place } from "../diagnostics.js";
import { offsetsOf } from "./offsets.js";
import type { PositionedFile } from "./parsed-file.js";

/** Where something stands within a file: keys and indexes from the top. */
export type Path = readonly (string | number)[];

/** The place of a whole file. */
export const startOf = (file: string): Place => ({ file, line: 1, column: 1, length: 1 });

/** The place of a value, or of the nearest thing around it that stands in the file. */
export function placeOfValue(file: PositionedFile, path: Path): Place {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = nodeAt(file, path.slice(0, depth));
    if (node) return placeOfNode(file, node);
  }
  return startOf(file.path);
}

/** The place of the key under which a value stands; for an item of a list, of the item. */
export function placeOfKey(file: PositionedFile, path: Path): Place {
  const parent = nodeAt(file, path.slice(0, -1));
  const key = isMap(parent) ? pairsOf(parent).get(String(path.at(-1)))?.key : undefined;
  return isNode(key) ? placeOfNode(file, key) : placeOfValue(file, path);
}

/**
 * The place of a piece of a text value, whatever the style in which YAML writes that text.
 * @param at where the piece begins in the value
 */
export function placeInText(file: PositionedFile, path: Path, at: number, length: number): Place {
  const node = nodeAt(file, path);
  const offsets = isScalar(node) ? knownOffsets(file, node) : undefined;
  const from = offsets?.[at];
  const last = offsets?.[Math.max(at, Math.min(at + length, offsets.length) - 1)];
  if (from === undefined || last === undefined) return placeOfValue(file, path);
  return placeAt(file, from, last + 1 - from);
}

/** The value at a path as it is written, with what stands behind it on the same line. */
export function writtenAt(file: PositionedFile, path: Path): { written: string; behind: string } | undefined {
  const [from, to] = nodeAt(file, path)?.range ?? [];
  if (from === undefined || to === undefined) return undefined;
  const end = file.source.indexOf("\n", to);
  return { written: file.source.slice(from, to), behind: file.source.slice(to, end < 0 ? undefined : end).trim() };
}

function nodeAt(file: PositionedFile, path: Path): Node | undefined {
  let node: unknown = file.document.contents;
  for (const step of path) {
    if (isMap(node)) node = pairsOf(node).get(String(step))?.value;
    else if (isSeq(node)) node = node.items[Number(step)];
    else return undefined;
  }
  return isNode(node) ? node : undefined;
}

const knownPairs = new WeakMap<YAMLMap, Map<string, Pair>>();

/** The pairs of a block by their keys: one with many keys is looked through once. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const known = knownPairs.get(map);
  if (known) return known;
  const pairs = new Map<string, Pair>();
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
    if (key !== undefined && !pairs.has(key)) pairs.set(key, pair);
  }
  knownPairs.set(map, pairs);
  return pairs;
}

const offsetsKnown = new WeakMap<Scalar, readonly number[] | undefined>();

function knownOffsets(file: PositionedFile, node: Scalar): readonly number[] | undefined {
  if (!offsetsKnown.has(node)) offsetsKnown.set(node, offsetsOf(file.source, node));
  return offsetsKnown.get(node);
}

/** The place of a node of the file's own YAML. */
export function placeOfNode(file: PositionedFile, node: Node): Place {
  const [from, to] = node.range ?? [0, 1];
  return placeAt(file, from, to - from);
}

/** The place of a piece of the source of a file. */
export function placeAt(file: PositionedFile, offset: number, length: number): Place {
  const { line, col } = file.lines.linePos(offset);
  const endOfLine = file.source.indexOf("\n", offset);
  const rest = (endOfLine < 0 ? file.source.length : endOfLine) - offset;
  const from = Math.max(1, col) - 1;
  const to = from + Math.max(1, Math.min(length, rest));
  const onDisk = file.text === file.source ? undefined : columnsOnDisk(file, Math.max(1, line));
  const diskColumn = (column: number): number => onDisk?.[column] ?? onDisk?.at(-1) ?? column;
  const [start, end] = [diskColumn(from), diskColumn(to)];
  return { file: file.path, line: Math.max(1, line), column: start + 1, length: Math.max(1, end - start) };
}

const linesKnown = new WeakMap<PositionedFile, readonly string[]>();
const columnsKnown = new WeakMap<PositionedFile, Map<number, readonly number[]>>();
const letters = new Intl.Segmenter("nl", { granularity: "grapheme" });

/**
 * Where each character of a line as it is read stands on disk, where an accent may be a character of its own. A line of which much
 * is told is looked through once.
 * @returns columns from 0, that of the end of the line last
 */
function columnsOnDisk(file: PositionedFile, line: number): readonly number[] {
  const lines = linesKnown.get(file) ?? file.text.split("\n");
  linesKnown.set(file, lines);
  const columns = columnsKnown.get(file) ?? new Map<number, readonly number[]>();
  columnsKnown.set(file, columns);
  const known = columns.get(line);
  if (known) return known;
  const text = lines[line - 1] ?? "";
  const found: number[] = [];
  for (const { segment, index } of letters.segment(text))
    for (let at = 0; at < segment.normalize("NFC").length; at++) found.push(index + Math.min(at, segment.length));
  found.push(text.length);
  columns.set(line, found);
  return found;
}
