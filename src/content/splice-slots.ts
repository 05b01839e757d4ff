/** Where the parts of a YAML file stand, for who changes some of its characters. */
import {
  type CST,
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Path } from "./places.js";

/** An edit that can't be done without touching what isn't meant; the message says why, in Dutch, as the rest of a sentence. */
export class CannotSplice extends Error {}

/** @throws {CannotSplice} */
export const refuse = (why: string): never => {
  throw new CannotSplice(why);
};

export type Collection = YAMLMap | YAMLSeq;

/** A place in a collection that holds a value. */
export interface Slot {
  readonly holder: Collection;
  readonly index: number;
  readonly node: Node | null;
  /** Where the key, or the dash of an item, begins; of an item between brackets, the item. */
  readonly start: number;
  /** Right behind the colon or the dash; between brackets of a list, where the item begins. */
  readonly behind: number;
}

/** Finds places in a file that was parsed with its source tokens. */
export class Slots {
  constructor(
    protected readonly text: string,
    protected readonly document: Document,
  ) {}

  /** Where the last character of a value stands; of what takes lines, that of its last line. */
  protected endOf(node: Node | null, behind: number): number {
    if (!node) return behind;
    const [from = behind, to = behind] = node.range ?? [];
    if (isCollection(node) && !node.flow && node.items.length > 0)
      return this.slotEnd(this.slotIn(node, node.items.length - 1));
    if (!isScalar(node)) return to;
    if (from === to) return behind;
    if (!isBlock(node)) return to;
    // Of a block that keeps the empty lines at its end, these are part of it.
    const header = this.text.slice(from, this.lineEnd(from));
    const kept = /^[|>]\d*\+|^[|>]\+/.test(header) && to > 0 ? to - (this.text[to - 1] === "\n" ? 1 : 0) : 0;
    return Math.max(
      from + header.length,
      from + this.text.slice(from, to).trimEnd().length,
      kept - (this.text[kept - 1] === "\r" ? 1 : 0),
    );
  }

  protected slotEnd = ({ node, behind }: Slot): number => this.endOf(node, behind);

  protected nodeAt(path: Path): Node | null {
    return path.length === 0 ? (this.document.contents as Node | null) : this.slotAt(path).node;
  }

  protected slotAt(path: Path): Slot {
    const key = path.at(-1);
    const holder = key === undefined ? undefined : this.nodeAt(path.slice(0, -1));
    if (key === undefined || !isCollection(holder)) return refuse("dat staat niet in het bestand");
    const index = isMap(holder) ? this.indexOf(holder, String(key)) : Number(key);
    if (!(index >= 0 && index < holder.items.length)) refuse(`“${key}” staat niet in het bestand`);
    return this.slotIn(holder, index);
  }

  protected indexOf(holder: Collection, key: string): number {
    const index = holder.items.findIndex((item) => isPair(item) && keyOf(item) === key);
    return index < 0 ? refuse(`“${key}” staat niet in het bestand`) : index;
  }

  protected slotIn(holder: Collection, index: number): Slot {
    const item = holder.items[index];
    if (isPair(item)) {
      const { start = [], key, sep = [] } = item.srcToken ?? ({} as Partial<CST.CollectionItem>);
      const colon = sep.find(({ type }) => type === "map-value-ind");
      if (start.some(({ type }) => type === "explicit-key-ind") || !key || !colon || !isScalar(item.key))
        return refuse("een sleutel staat er in een vorm die ivp niet wijzigt");
      return { holder, index, node: (item.value ?? null) as Node | null, start: key.offset, behind: colon.offset + 1 };
    }
    const node = (item ?? null) as Node | null;
    const [from = 0] = node?.range ?? [];
    if (holder.flow) return { holder, index, node, start: from, behind: from };
    const dashes = ((holder.srcToken as CST.BlockSequence | undefined)?.items ?? []).flatMap(({ start }) =>
      start.filter(({ type }) => type === "seq-item-ind"),
    );
    const dash = dashes[index] ?? refuse("een lijst staat er in een vorm die ivp niet wijzigt");
    return { holder, index, node, start: dash.offset, behind: dash.offset + 1 };
  }

  /** Whether a value stands between brackets. */
  protected isInFlow(path: Path): boolean {
    return path.some((_, depth) => {
      const holder = this.nodeAt(path.slice(0, depth));
      return isCollection(holder) && holder.flow === true;
    });
  }

  protected lineStart = (offset: number): number => this.text.lastIndexOf("\n", offset - 1) + 1;
  protected columnOf = (offset: number): number => offset - this.lineStart(offset);

  /** The end of a line, before what ends it. */
  protected lineEnd(offset: number): number {
    const end = this.text.indexOf("\n", offset);
    if (end < 0) return this.text.length;
    return this.text[end - 1] === "\r" && end > offset ? end - 1 : end;
  }
}

export const isCollection = (node: unknown): node is Collection => isMap(node) || isSeq(node);
export const isBlock = ({ type }: Scalar): boolean => type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED;
export const keyOf = ({ key }: Pair): string | undefined => (isScalar(key) ? String(key.value) : undefined);
