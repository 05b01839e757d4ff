import { isMap, isNode, isPair, isScalar, type Node } from "yaml";
import type { Place } from "../diagnostics.js";
import type { ParsedFile } from "./parse.js";

/** Where something stands within a file: keys and indexes from the top. */
export type Path = readonly (string | number)[];

/** The place of a value, or of the nearest thing around it that stands in the file. */
export function placeOfValue(file: ParsedFile, path: Path): Place {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = nodeAt(file, path.slice(0, depth));
    if (node) return placeOfNode(file, node);
  }
  return { file: file.path, line: 1, column: 1, length: 1 };
}

/** The place of the key under which a value stands; for an item of a list, of the item. */
export function placeOfKey(file: ParsedFile, path: Path): Place {
  const parent = nodeAt(file, path.slice(0, -1));
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)),
    );
    if (isNode(pair?.key)) return placeOfNode(file, pair.key);
  }
  return placeOfValue(file, path);
}

/**
 * The place of the n-th occurrence (from 0) of a snippet within a text value.
 * It looks in the source itself, so it holds for every YAML style of the text.
 */
export function placeInText(file: ParsedFile, path: Path, snippet: string, occurrence = 0): Place {
  const node = nodeAt(file, path);
  const range = node?.range;
  if (!range || snippet === "") return placeOfValue(file, path);
  let offset = range[0] - 1;
  for (let i = 0; i <= occurrence; i++) {
    offset = file.text.indexOf(snippet, offset + 1);
    if (offset < 0 || offset >= range[1]) return placeOfValue(file, path);
  }
  return placeAt(file, offset, snippet.length);
}

function nodeAt(file: ParsedFile, path: Path): Node | undefined {
  const node = path.length === 0 ? file.document.contents : file.document.getIn(path, true);
  return isNode(node) ? node : undefined;
}

function placeOfNode(file: ParsedFile, node: Node): Place {
  const [from, to] = node.range ?? [0, 1];
  return placeAt(file, from, to - from);
}

function placeAt(file: ParsedFile, offset: number, length: number): Place {
  const { line, col } = file.lines.linePos(offset);
  const endOfLine = file.text.indexOf("\n", offset);
  const rest = (endOfLine < 0 ? file.text.length : endOfLine) - offset;
  return {
    file: file.path,
    line: Math.max(1, line),
    column: Math.max(1, col),
    length: Math.max(1, Math.min(length, rest)),
  };
}
