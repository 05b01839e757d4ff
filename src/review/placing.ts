/**
 * Where in the content a paragraph belongs that is new or stands elsewhere now. Only where its neighbours leave no doubt: between two
 * paragraphs of one text, or under a heading under which nothing but one text stands.
 */
import type { Path } from "../content/index.js";
import type { Paragraph } from "../docx/index.js";
import type { ContentText } from "./content-text.js";
import type { Home, Homes } from "./homes.js";
import type { Found } from "./matched.js";
import type { NewWords } from "./new-words.js";
import type { Neighbour, Sequence, Surrounded } from "./sequence.js";
import type { TextEdit } from "./text-edits.js";

/** A change to the content that is more than words of a line. */
export type BlockEdit =
  | { readonly do: "text"; readonly text: ContentText; readonly edit: TextEdit }
  | { readonly do: "add"; readonly text: ContentText; readonly path: Path; readonly value: string }
  | { readonly do: "remove"; readonly text: ContentText; readonly path: Path };

export type WordsFor = (form: ContentText["form"]) => NewWords;

/** How something that was placed looks, for what comes right behind it. */
interface Shape {
  readonly path: string;
  readonly sign: string;
  /** In Word. */
  readonly list: Paragraph["list"];
}

export const REPEATED = "deze tekst staat verderop in het document nog eens: wijzig haar daar";
const UNSURE = "bij welke tekst zij hoort, is niet zeker";

export class Placing {
  private readonly shapes = new Map<Found, Shape>();

  constructor(
    private readonly homes: Homes,
    private readonly sequence: Sequence,
    /** What was sent and isn't there any more. */
    private readonly isGone: (text: ContentText, from: number, to: number) => boolean,
  ) {}

  /**
   * @param words the paragraph in the dialect, for a text of a form
   * @returns or why it has no certain place, in Dutch, as part of a sentence
   */
  place(found: Found, words: WordsFor): BlockEdit | { readonly why: string } {
    const { paragraph } = found;
    if (paragraph.at.cells.length > 0 || paragraph.at.story !== "body")
      return { why: "zij staat in een cel of een voetnoot" };
    if (paragraph.level !== undefined) return { why: "zij is een kop" };
    const around = this.sequence.around(found);
    if (!around) return { why: UNSURE };
    const { before, behind } = around;
    const [left, right] = [this.homeOf(before, -1), this.homeOf(behind, 1)];
    if ([before, behind].some((one) => one?.type === "sent" && this.homes.isRepeated(one.match.sent)))
      return { why: REPEATED };
    const own = around.follows && this.shapes.get(around.follows);
    if (!left || !right || before === behind)
      return this.atEdge(found, words, around, left ?? right, left !== undefined);
    if (left.text === right.text) return this.between(found, words, left, right, own);
    if (left.list && right.list && this.follow(left, right)) return this.item(found, words, left, right.list.index);
    return { why: UNSURE };
  }

  /** Where a heading or the end of the document is on one side, all that it stands with must be of one text. */
  private atEdge(
    found: Found,
    words: WordsFor,
    { before, behind, section, follows }: Surrounded,
    home: Home | undefined,
    isLast: boolean,
  ): BlockEdit | { readonly why: string } {
    const edge = isLast ? behind : before;
    const isEdge = before !== behind && (!edge || (edge.type === "sent" && edge.heading));
    if (!home || !isEdge) return { why: UNSURE };
    const all = section.map((one) => this.homeOf(one, -1));
    if (home.list && all.every((one) => one && sameList(one, home)) && this.isList(found, before, behind))
      return this.item(found, words, home, home.list.index + (isLast ? 1 : 0));
    if (home.text.form !== "prose" || !all.every((one) => one?.text === home.text)) return { why: UNSURE };
    const [left, right] = isLast ? [home, undefined] : [undefined, home];
    return this.between(found, words, left, right, follows && this.shapes.get(follows));
  }

  /** The text that a neighbour shows, at the side where something comes. */
  private homeOf(neighbour: Neighbour | undefined, side: 1 | -1): Home | undefined {
    if (neighbour?.type === "sent") {
      const home = neighbour.heading ? undefined : this.homes.of(neighbour.match.sent);
      if (home) this.lists.set(home, neighbour.match.at.paragraph.list);
      return home;
    }
    if (neighbour?.type !== "table") return undefined;
    const homes = neighbour.matches.map(({ sent }) => this.homes.of(sent));
    const home = homes.filter((one) => one !== undefined).at(side === 1 ? 0 : -1);
    return home && homes.every((one) => one === undefined || one.text === home.text) ? home : undefined;
  }

  private follow(left: Home, right: Home): boolean {
    return sameList(left, right) && left.whole && right.whole && right.list?.index === (left.list?.index ?? 0) + 1;
  }

  /** Whether it is an item of a list as its neighbours are, or none as they are none. */
  private isList({ paragraph }: Found, ...around: readonly (Neighbour | undefined)[]): boolean {
    const lists = around.flatMap((one) =>
      one?.type === "sent" && !one.heading ? [one.match.at.paragraph.list !== undefined] : [],
    );
    return lists.every((list) => list === (paragraph.list !== undefined));
  }

  /** A text of its own in a list of texts. */
  private item(found: Found, words: WordsFor, { text, list }: Home, index: number): BlockEdit | { why: string } {
    const made = words(text.form);
    if (!list || "why" in made) return { why: "why" in made ? made.why : UNSURE };
    const { lines } = made;
    const value = text.form === "prose" ? lines.join("\n") : lines.join(" ");
    this.shapes.set(found, { path: "", sign: "", list: found.paragraph.list });
    const end = text.text.endsWith("\n") ? "\n" : "";
    return { do: "add", text, path: [...list.path, index], value: `${value}${end}` };
  }

  private between(
    found: Found,
    words: WordsFor,
    left: Home | undefined,
    right: Home | undefined,
    own: Shape | undefined,
  ): BlockEdit | { readonly why: string } {
    const text = (left ?? right)?.text;
    if (text?.form !== "prose") return { why: UNSURE };
    const source = text.text;
    const from = left?.block.to ?? 0;
    const to = right?.block.from ?? source.length;
    if (
      from > to ||
      (left && !left.whole && left.block.kind !== "row") ||
      (right && !right.whole && right.block.kind !== "header")
    )
      return { why: UNSURE };
    if (!this.isGone(text, from, to))
      return { why: "er staat in de inhoud nog iets tussen wat ervoor en erachter staat" };
    const shape = this.shapeFor(found, left, right, own);
    if (!shape) return { why: "van welke lijst zij een punt is, is niet zeker" };
    const made = words("prose");
    if ("why" in made) return made;
    const { lines } = made;
    this.shapes.set(found, shape);
    const [first = "", ...others] = lines;
    const indent = " ".repeat(shape.sign.length);
    const written = [shape.sign + first, ...others.map((line) => indent + line)].join("\n");
    const gap = gapOf(source.slice(from, to), shape, own ?? left?.block, right?.block);
    const leaf = left ? left.block.leaf + left.block.leaves : (right?.block.leaf ?? 0);
    const fresh = [{ path: shape.path, words: lines.join(" ").replace(/\s+/g, " ").trim() }];
    const place = left ? { from, to: from, source: gap + written } : { from: to, to, source: written + gap };
    return { do: "text", text, edit: { ...place, leaf, gone: 0, fresh } };
  }

  /** As what it is written: a paragraph, or an item as those beside it are. */
  private shapeFor(
    { paragraph: { list } }: Found,
    left: Home | undefined,
    right: Home | undefined,
    own: Shape | undefined,
  ): Shape | undefined {
    const shapeOf = (home: Home | undefined): Shape | undefined =>
      home && (home.block.kind === "item" || home.block.kind === "paragraph")
        ? { path: home.block.path, sign: home.block.sign, list: this.lists.get(home) }
        : undefined;
    const [before, behind] = [own ?? shapeOf(left), shapeOf(right)];
    const isItem = (shape: Shape | undefined): shape is Shape => shape !== undefined && shape.path !== "";
    if (!list) {
      // Between two items of one list: it may belong to the item above it.
      return isItem(before) && isItem(behind) ? undefined : { path: "", sign: "", list };
    }
    const alike = ({ list: other, path }: Shape): boolean =>
      other?.depth === list.depth && path.endsWith(list.ordered ? "o" : "b");
    if (isItem(before) && alike(before)) return { ...before, sign: next(before.sign), list };
    if (isItem(behind) && alike(behind)) return { ...behind, list };
    const letter = list.ordered ? "o" : "b";
    const sign = list.ordered ? "1. " : "- ";
    if (isItem(before) && before.list && list.depth === before.list.depth + 1)
      return { path: before.path + letter, sign: " ".repeat(before.sign.length) + sign, list };
    if (list.depth === 0 && !isItem(before) && !isItem(behind)) return { path: letter, sign, list };
    return undefined;
  }

  /** How Word shows items: by the paragraph that shows them. */
  readonly lists = new Map<Home, Paragraph["list"]>();
}

/** What stands between what is new and what it comes behind, or what it comes before. */
function gapOf(
  between: string,
  { path }: Shape,
  before: { readonly path: string } | undefined,
  behind: { readonly path: string } | undefined,
): string {
  const isItem = (one: { readonly path: string } | undefined): boolean => /^[bo]+$/.test(one?.path ?? "");
  if (path === "" || !(isItem(before) || isItem(behind))) return "\n\n";
  // As the items of that list stand below each other.
  if (before && behind?.path[0] === path[0] && between.trim() === "") return between;
  return isItem(before) || !before ? "\n" : "\n\n";
}

/** The sign of the item after one: "2. " → "3. ". */
const next = (sign: string): string => sign.replace(/\d+/, (number) => String(Number(number) + 1));

const sameList = (a: Home, b: Home): boolean =>
  a.text.file === b.text.file && JSON.stringify(a.list?.path) === JSON.stringify(b.list?.path);
