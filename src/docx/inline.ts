/** Reads what stands within a paragraph: runs, links, fields, notes, pictures and the changes around them. */
import { altOf, chosen, drawnWords, GROUPS, isRange, otherLooks, outermost, pictureIn, trackedBy } from "./elements.js";
import type { Package, Relation } from "./package.js";
import { chosenIn, linkIn, signsOf } from "./signs.js";
import type { Styles } from "./styles.js";
import type { Piece, Tracked } from "./types.js";
import { childOf, deepNamed, elementsIn, textIn, type XmlElement } from "./xml.js";

/** A paragraph that is being read. */
export interface Open {
  readonly pieces: Piece[];
  readonly bookmarks: { name: string; edge: "start" | "end"; piece: number }[];
  readonly style: string | undefined;
}

/** What is done with the words in a text box, and the changes that the box is part of. */
export type Box = (content: XmlElement, tracked: readonly Tracked[]) => void;

export class InlineReader {
  private readonly relations: ReadonlyMap<string, Relation>;
  protected readonly bookmarks = new Map<string, string>();
  private readonly comments = new Set<string>();
  /** Comments of which the file says on which words they are. */
  private readonly ranged = new Set<string>();
  /** Fields that have begun, with whether what they show has begun. */
  protected readonly fields: { code: string; shown: boolean }[] = [];
  readonly notices = new Set<string>();

  constructor(
    private readonly own: Package,
    part: string,
    protected readonly styles: Styles,
  ) {
    this.relations = own.relations(part);
  }

  protected inline(
    parent: XmlElement,
    open: Open,
    tracked: readonly Tracked[],
    link: string | undefined,
    box: Box,
  ): void {
    for (const element of elementsIn(parent)) {
      switch (element.name) {
        case "w:r":
          this.run(element, open, tracked, link, box);
          break;
        case "w:ins":
        case "w:del":
        case "w:moveFrom":
        case "w:moveTo":
          this.inline(element, open, [...tracked, trackedBy(element)], link, box);
          break;
        case "w:hyperlink":
          this.inline(element, open, tracked, this.addressOf(element) ?? link, box);
          break;
        case "w:fldSimple":
          this.fields.push({ code: element.attributes["w:instr"] ?? "", shown: true });
          this.inline(element, open, tracked, link, box);
          this.fields.pop();
          break;
        case "w:bookmarkStart": {
          const { "w:id": id = "", "w:name": name = "" } = element.attributes;
          this.bookmarks.set(id, name);
          open.bookmarks.push({ name, edge: "start", piece: open.pieces.length });
          break;
        }
        case "w:bookmarkEnd": {
          const name = this.bookmarks.get(element.attributes["w:id"] ?? "");
          if (name !== undefined) open.bookmarks.push({ name, edge: "end", piece: open.pieces.length });
          break;
        }
        case "m:oMath":
        case "m:oMathPara":
          this.notices.add("In de tekst staat een formule: daarvan leest ivp alleen de tekens.");
          this.put(open, textIn(element), tracked, link);
          break;
        case "mc:AlternateContent":
          this.inline(chosen(element), open, tracked, link, box);
          break;
        default:
          if (isRange(element)) this.range(element);
          else if (GROUPS.has(element.name)) this.inline(element, open, tracked, link, box);
      }
    }
  }

  private run(run: XmlElement, open: Open, tracked: readonly Tracked[], link: string | undefined, box: Box): void {
    const properties = childOf(run, "w:rPr");
    const put = (text: string, more: Partial<Piece> = {}): void =>
      this.put(open, text, tracked, link, properties, more);
    for (const element of elementsIn(run)) {
      switch (element.name) {
        case "w:t":
        case "w:delText":
          put(textIn(element));
          break;
        case "w:footnoteReference":
        case "w:endnoteReference":
          put("", {
            note: {
              kind: element.name === "w:footnoteReference" ? "footnote" : "endnote",
              id: element.attributes["w:id"] ?? "",
            },
          });
          break;
        case "w:fldChar":
          for (const words of chosenIn(element)) put(words);
          this.field(element.attributes["w:fldCharType"]);
          break;
        case "w:instrText":
          this.instruct(textIn(element));
          break;
        case "w:drawing":
        case "w:pict":
        case "w:object":
          this.drawing(element, put, (content) => box(content, tracked));
          break;
        case "w:ruby":
          this.inline(element, open, tracked, link, box);
          break;
        case "w:commentReference":
          for (const id of this.looseIn(element)) put("", { comments: [...this.comments, id] });
          break;
        case "mc:AlternateContent":
          this.run(
            { ...chosen(element), children: [...(properties ? [properties] : []), ...chosen(element).children] },
            open,
            tracked,
            link,
            box,
          );
          break;
        default:
          for (const sign of signsOf(element)) put(sign);
      }
    }
  }

  private field(type: string | undefined): void {
    const field = this.fields.at(-1);
    if (type === "begin") this.fields.push({ code: "", shown: false });
    else if (type === "separate" && field) field.shown = true;
    else if (type === "end") this.fields.pop();
  }

  private instruct(words: string): void {
    const field = this.fields.at(-1);
    if (field && !field.shown) field.code += words;
  }

  /** A comment on no words stands where its sign stands. */
  private looseIn({ attributes: { "w:id": id = "" } }: XmlElement): string[] {
    return this.ranged.has(id) ? [] : [id];
  }

  private put(
    { pieces, style }: Open,
    text: string,
    tracked: readonly Tracked[],
    link: string | undefined,
    run?: XmlElement,
    more: Partial<Piece> = {},
  ): void {
    const field = this.fields.at(-1);
    // What stands in the instruction of a field isn't shown, whatever fields are in that.
    if (this.fields.some(({ shown }) => !shown)) return;
    const address = linkIn(field?.code ?? "");
    const target = link ?? address;
    pieces.push({
      text,
      tracked,
      ...this.emphasisOf(run, style),
      ...(text.trim() !== "" && otherLooks(run)),
      ...(target !== undefined && { link: target }),
      ...(field && address === undefined && { field: field.code.trim() }),
      comments: [...this.comments],
      ...more,
    });
  }

  /** @param run its properties; without them, of words of the style of a paragraph */
  protected emphasisOf(run: XmlElement | undefined, style: string | undefined): Pick<Piece, "bold" | "italic"> {
    return {
      ...(this.styles.isOn(run, style, "w:b") && { bold: true }),
      ...(this.styles.isOn(run, style, "w:i") && { italic: true }),
    };
  }

  private addressOf({ attributes }: XmlElement): string | undefined {
    const relation = this.relations.get(attributes["r:id"] ?? "");
    const anchor = attributes["w:anchor"];
    if (relation) return anchor ? `${relation.target}#${anchor}` : relation.target;
    return anchor === undefined ? undefined : `#${anchor}`;
  }

  private drawing(
    element: XmlElement,
    put: (text: string, more: Partial<Piece>) => void,
    box: (content: XmlElement) => void,
  ): void {
    const boxes = outermost(element, "w:txbxContent");
    for (const content of boxes) box(content);
    const picture = pictureIn(element, this.relations, (part) => this.wordsOf(part));
    const drawn = drawnWords(element);
    const drawing = drawn.length > 0 ? `een tekening met de woorden “${drawn.join(" · ")}”` : "een tekening";
    if (picture) put("", { picture });
    else if (drawn.length > 0 || (boxes.length === 0 && deepNamed(element, "v:rect").length === 0))
      put("", { picture: { alt: altOf(element), other: drawing } });
  }

  /** The words in a chart or a diagram, which are told where it can't be taken over. */
  private wordsOf(part: string): string[] {
    try {
      const root = this.own.xml(part);
      const all = root
        ? [...deepNamed(root, "a:t"), ...deepNamed(root, "chart:strCache").flatMap((one) => deepNamed(one, "chart:v"))]
        : [];
      return [...new Set(all.map((one) => textIn(one).trim()))].filter((words) => words !== "");
    } catch {
      // A part that is only told of needn't be sound.
      return [];
    }
  }

  protected range({ name, attributes: { "w:id": id = "" } }: XmlElement): void {
    this.ranged.add(id);
    if (name === "w:commentRangeStart") this.comments.add(id);
    else this.comments.delete(id);
  }
}
