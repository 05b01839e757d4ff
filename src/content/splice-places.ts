/** Which characters of a YAML file an edit means. */
import { type Document, isMap, isScalar, isSeq, Scalar } from "yaml";
import type { Path } from "./places.js";
import { type Collection, isBlock, isCollection, keyOf, refuse, type Slot, Slots } from "./splice-slots.js";
import { wordsOnly } from "./splice-words.js";
import { collectionLines, type Hand, inlineText, isLong, linesOf, literalText } from "./value-text.js";

/** Characters of a file, from and to (not included) an offset, and what comes in their place. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** One change to the data of a file. Paths are those in the file as it is, whatever else is changed with it. */
export type Edit =
  /** Puts a value in the place of another. `flow`: on one line; without it as the old value was. */
  | { readonly do: "set"; readonly path: Path; readonly value: unknown; readonly flow?: boolean }
  /** Adds a key, behind the key `after` or at the end; or an item of a list, before the one that has that index now. */
  | {
      readonly do: "add";
      readonly path: Path;
      readonly value: unknown;
      readonly flow?: boolean;
      readonly after?: string;
    }
  /** Takes a key or an item away. `above`: with the comment lines right above it. */
  | { readonly do: "remove"; readonly path: Path; readonly above?: true };

/** Tells which characters edits mean, in one file. */
export class Places extends Slots {
  constructor(
    text: string,
    document: Document,
    private readonly hand: Hand,
  ) {
    super(text, document);
  }

  /** @throws {CannotSplice} */
  of(edit: Edit): Splice[] {
    switch (edit.do) {
      case "set":
        return this.set(edit.path, edit.value, edit.flow);
      case "add":
        return this.add(edit);
      case "remove":
        return this.remove(edit);
    }
  }

  private set(path: Path, value: unknown, flow?: boolean): Splice[] {
    const slot = this.slotAt(path);
    const { node, behind } = slot;
    const inFlow = this.isInFlow(path);
    const old = isScalar(node) ? node : undefined;
    if (old && typeof value === "string" && this.hand.words) {
      const words = wordsOnly(this.text, old, value, this.hand.eol);
      if (words) return [words];
    }
    const onLine = inFlow || !isLong(value) || (flow ?? (isCollection(node) && node.flow === true));
    const inline = inlineText(value, this.hand, inFlow || isLong(value), old);
    if (!node || (old && old.range?.[0] === old.range?.[1])) {
      if (onLine) return [insert(behind, ` ${inline}`)];
      return [insert(this.lineEnd(behind), this.belowKey(slot, value))];
    }
    if (old && isBlock(old)) return this.setBlock(old, slot, value, onLine);
    const block = isCollection(node) && !node.flow;
    return onLine
      ? this.setLine(slot, block, this.asBlock(value, slot, inFlow) ?? inline)
      : this.setLines(slot, block, value);
  }

  /** A text of more lines as a block, where there is room for one. */
  private asBlock(value: unknown, slot: Slot, inFlow: boolean): string | undefined {
    if (typeof value !== "string" || !value.includes("\n") || inFlow || this.hand.quoteAll) return undefined;
    if (isNaming(slot.node)) return undefined;
    const literal = literalText(value, this.childIndent(slot), this.hand.eol);
    return literal && `${literal.header}${this.hand.eol}${literal.body}`;
  }

  /** A value behind the key, in the place of one that may take lines. */
  private setLine({ node, behind }: Slot, block: boolean, text: string): Splice[] {
    const [from = 0, to = 0] = node?.range ?? [];
    if (!block) return [{ from, to, text }];
    const [line, end] = [this.lineEnd(behind), this.endOf(node, behind)];
    // What stands behind the key on its line stays there.
    return line < from ? [insert(behind, ` ${text}`), { from: line, to: end, text: "" }] : [{ from, to: end, text }];
  }

  /** A value over lines, in the place of another. */
  private setLines(slot: Slot, block: boolean, value: unknown): Splice[] {
    const { node, behind, holder } = slot;
    const [from = 0, to = 0] = node?.range ?? [];
    const end = block ? this.endOf(node, behind) : to;
    if (block || isSeq(holder)) {
      const column = this.columnOf(from);
      // A list may stand right under its key; a mapping may not.
      const under = isMap(holder) && !Array.isArray(value) && column <= this.columnOf(slot.start);
      const lines = collectionLines(value, this.hand, under ? this.childIndent(slot) : " ".repeat(column));
      return [{ from, to: end, text: lines.slice(column) }];
    }
    return [{ from: behind, to: end, text: "" }, insert(this.lineEnd(end), this.belowKey(slot, value))];
  }

  /** Another value in the place of a text that begins with `|` or `>`. */
  private setBlock(old: Scalar, slot: Slot, value: unknown, onLine: boolean): Splice[] {
    const { text, hand } = this;
    const [from = 0, to = 0] = old.range ?? [];
    const line = this.lineEnd(from);
    const end = Math.max(line, from + text.slice(from, to).trimEnd().length);
    // What stands behind the sign on its line, a comment, stays there.
    const sign = from + (/^\S+/.exec(text.slice(from, line))?.[0].length ?? 0);
    const parts = (begin: number, first: string, below: string): Splice[] => [
      { from: begin, to: sign, text: first },
      { from: line, to: end, text: below },
    ];
    const indent = /^[ \t]*(?=\S)/m.exec(text.slice(line, to).replace(/^[\r\n]+/, ""))?.[0];
    const literal =
      typeof value === "string" && !hand.quoteAll
        ? literalText(value, indent || this.childIndent(slot), hand.eol)
        : undefined;
    if (literal) return parts(from, literal.header, `${hand.eol}${literal.body}`);
    if (onLine) return parts(from, inlineText(value, hand, isLong(value)), "");
    if (isMap(slot.holder)) return parts(slot.behind, "", this.belowKey(slot, value));
    return [{ from, to: end, text: collectionLines(value, hand, " ".repeat(this.columnOf(from))).trimStart() }];
  }

  private add({ path, value, flow = false, after }: Edit & { do: "add" }): Splice[] {
    const key = path.at(-1) ?? refuse("het hele bestand is niet toe te voegen");
    const holder = this.nodeAt(path.slice(0, -1));
    if (!isCollection(holder)) {
      if (holder && !(isScalar(holder) && holder.value === null)) refuse("daar is geen plaats voor iets nieuws");
      if (path.length < 2) refuse("het bestand is leeg");
      return this.set(path.slice(0, -1), typeof key === "number" ? [value] : { [key]: value }, flow || undefined);
    }
    const before = this.placeFor(holder, key, after);
    const item = isMap(holder) ? { key: String(key), value } : ([value] as const);
    if (holder.flow || this.isInFlow(path)) {
      const own = inlineText(value, this.hand, true);
      return [
        this.addBetween(holder, before, "key" in item ? `${inlineText(item.key, this.hand, true)}: ${own}` : own),
      ];
    }
    return [this.addLines(holder, before, item, flow && isLong(value))];
  }

  /** Before which part of a collection something new comes. */
  private placeFor(holder: Collection, key: string | number, after?: string): number {
    const { length } = holder.items;
    if (isSeq(holder))
      return typeof key === "number" && key <= length ? key : refuse("die plaats is er niet in de lijst");
    if (holder.items.some((pair) => keyOf(pair) === String(key))) refuse(`“${key}” staat er al`);
    return after === undefined ? length : 1 + this.indexOf(holder, after);
  }

  /** Something new on lines of its own. */
  private addLines(holder: Collection, before: number, item: Parameters<typeof linesOf>[0], onLine: boolean): Splice {
    const { hand, text } = this;
    const first = this.slotIn(holder, 0).start;
    const indent = " ".repeat(this.columnOf(first));
    const value = "key" in item ? item.value : item[0];
    const lead = "key" in item ? `${inlineText(item.key, hand, false)}:` : "-";
    const lines = onLine ? `${indent}${lead} ${inlineText(value, hand, true)}` : linesOf(item, hand, indent);
    if (before > 0) {
      return insert(this.lineEnd(this.slotEnd(this.slotIn(holder, before - 1))), `${hand.eol}${lines}`);
    }
    const line = this.lineStart(first);
    if (text.slice(line, first).trim() !== "") refuse("het eerste deel staat niet op een eigen regel");
    return insert(line, `${lines}${hand.eol}`);
  }

  /** Something new between brackets. */
  private addBetween(holder: Collection, before: number, one: string): Splice {
    const [from = 0, to = 0] = holder.range ?? [];
    if (holder.items.length === 0) return { from: from + 1, to: to - 1, text: isMap(holder) ? ` ${one} ` : one };
    if (before < holder.items.length) {
      const { start } = this.slotIn(holder, before);
      return { from: start, to: start, text: `${one}, ` };
    }
    const end = this.slotEnd(this.slotIn(holder, before - 1));
    const rest = this.text.slice(end, to - 1);
    if (rest.includes("#")) refuse("er staat een opmerking tussen de haken");
    const comma = rest.indexOf(",");
    return comma < 0
      ? { from: end, to: end, text: `, ${one}` }
      : { from: end + comma + 1, to: end + comma + 1, text: ` ${one}` };
  }

  private remove({ path, above }: Edit & { do: "remove" }): Splice[] {
    const slot = this.slotAt(path);
    const { holder, index } = slot;
    if (holder.items.length === 1)
      return path.length < 2
        ? refuse("dan is het bestand leeg")
        : this.set(path.slice(0, -1), isMap(holder) ? {} : [], true);
    const last = index === holder.items.length - 1;
    const end = this.slotEnd(slot);
    if (holder.flow || this.isInFlow(path)) {
      const [from, to] = last
        ? [this.slotEnd(this.slotIn(holder, index - 1)), end]
        : [slot.start, this.slotIn(holder, index + 1).start];
      return [this.withoutComment(from, to, slot)];
    }
    const line = this.lineStart(slot.start);
    if (this.text.slice(line, slot.start).trim() !== "")
      return last
        ? refuse("wat weg moet, staat niet op een eigen regel")
        : [this.withoutComment(slot.start, this.slotIn(holder, index + 1).start, slot)];
    const from = above ? this.commentsAbove(line) : line;
    const stop = this.lineEnd(end);
    const next = this.text.indexOf("\n", stop);
    if (next >= 0) return [{ from, to: next + 1, text: "" }];
    return [{ from: this.lineEnd(Math.max(0, from - 2)), to: stop, text: "" }];
  }

  private withoutComment(from: number, to: number, slot: Slot): Splice {
    const outside =
      this.text.slice(from, Math.min(slot.start, to)) + this.text.slice(Math.min(this.slotEnd(slot), to), to);
    return outside.includes("#") ? refuse("er staat een opmerking bij") : { from, to, text: "" };
  }

  /** Where the comment lines begin that stand right above a line, with its indent. */
  private commentsAbove(line: number): number {
    const indent = /^[ \t]*/.exec(this.text.slice(line))?.[0] ?? "";
    let start = line;
    while (start > 0) {
      const before = this.lineStart(start - 1);
      const written = this.text.slice(before, start);
      if (!written.startsWith(`${indent}#`)) break;
      start = before;
    }
    return start;
  }

  private belowKey(slot: Slot, value: unknown): string {
    return `${this.hand.eol}${collectionLines(value, this.hand, Array.isArray(value) && !this.hand.indentLists ? this.ownIndent(slot) : this.childIndent(slot))}`;
  }

  private ownIndent = ({ start }: Slot): string => " ".repeat(this.columnOf(start));
  private childIndent = (slot: Slot): string => this.ownIndent(slot) + " ".repeat(this.hand.step);
}

/** Whether a text names its line ends, between quotes. */
const isNaming = (old: unknown): boolean =>
  isScalar(old) && old.type === Scalar.QUOTE_DOUBLE && typeof old.value === "string" && old.value.includes("\n");

const insert = (at: number, text: string): Splice => ({ from: at, to: at, text });
