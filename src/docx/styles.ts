/** What the styles and lists of a document say of its paragraphs. */
import { childOf, childrenNamed, isOn, valueIn, type XmlElement } from "./xml.js";

interface Style {
  readonly id: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly paragraph: XmlElement | undefined;
  readonly run: XmlElement | undefined;
}

/** Names that programs give to headings: Word, also in Dutch, Google Docs, Pages and LibreOffice. */
const HEADING = /^(?:heading|kop|überschrift|titre)(?: ?([1-9]))?$/i;
const TITLE = /^(?:title|titel|documenttitel)$/i;

const LONGEST_CHAIN = 30;

export class Styles {
  private readonly byId: ReadonlyMap<string, Style>;
  private readonly usual: string | undefined;

  constructor(root: XmlElement | undefined) {
    const all = childrenNamed(root, "w:style");
    this.byId = new Map(
      all.map((style) => {
        const id = style.attributes["w:styleId"] ?? "";
        return [
          id,
          {
            id,
            name: valueIn(style, "w:name") ?? id,
            parent: valueIn(style, "w:basedOn"),
            paragraph: childOf(style, "w:pPr"),
            run: childOf(style, "w:rPr"),
          },
        ];
      }),
    );
    this.usual = all.find(
      ({ attributes }) => attributes["w:type"] === "paragraph" && /^(?:1|true|on)$/.test(attributes["w:default"] ?? ""),
    )?.attributes["w:styleId"];
  }

  nameOf = (id: string | undefined): string => this.byId.get(id ?? this.usual ?? "")?.name ?? id ?? "";

  /** The style and those that it is based on, the nearest first. */
  private chain(id: string | undefined): Style[] {
    const styles: Style[] = [];
    for (let style = this.byId.get(id ?? this.usual ?? ""); style && styles.length < LONGEST_CHAIN; )
      if (styles.includes(style)) break;
      else {
        styles.push(style);
        style = this.byId.get(style.parent ?? "");
      }
    return styles;
  }

  /** The level of a heading from 1, 0 for the title of the document; nothing for text. */
  levelOf(own: XmlElement | undefined): number | undefined {
    const styles = this.chain(valueIn(own, "w:pStyle"));
    if (TITLE.test(styles[0]?.name ?? "")) return 0;
    for (const properties of [own, ...styles.map(({ paragraph }) => paragraph)]) {
      const level = valueIn(properties, "w:outlineLvl");
      // 9 is what Word calls body text.
      if (level !== undefined && /^\d$/.test(level)) return Number(level) < 9 ? Number(level) + 1 : undefined;
    }
    for (const { id, name } of styles) {
      const [found, digit] = HEADING.exec(name) ?? HEADING.exec(id) ?? [];
      if (found !== undefined) return Number(digit ?? 1);
    }
    return undefined;
  }

  /** Whether text is bold or italic: by itself, by its own style, or by that of its paragraph. */
  isOn(run: XmlElement | undefined, paragraph: string | undefined, name: "w:b" | "w:i"): boolean {
    const own = isOn(run, name);
    if (own !== undefined) return own;
    const styles = [...this.chain(valueIn(run, "w:rStyle") ?? "?"), ...this.chain(paragraph)];
    for (const style of styles) {
      const found = isOn(style.run, name);
      if (found !== undefined) return found;
    }
    return false;
  }

  /** How a paragraph is numbered: by itself, or by its style. */
  numberingOf(own: XmlElement | undefined): { readonly id: string; readonly depth: number } | undefined {
    const all = [own, ...this.chain(valueIn(own, "w:pStyle")).map(({ paragraph }) => paragraph)];
    const found = all.map((properties) => childOf(properties, "w:numPr")).filter((one) => one !== undefined);
    const id = found.map((one) => valueIn(one, "w:numId")).find((one) => one !== undefined);
    if (id === undefined || id === "0") return undefined;
    const depth = found.map((one) => valueIn(one, "w:ilvl")).find((one) => one !== undefined);
    return { id, depth: Number(depth ?? 0) || 0 };
  }
}

/** The lists of a document. */
export class Lists {
  private readonly formats = new Map<string, string>();

  constructor(root: XmlElement | undefined) {
    const abstract = new Map(
      childrenNamed(root, "w:abstractNum").map((one) => [one.attributes["w:abstractNumId"] ?? "", one]),
    );
    // A list may leave it to a style how it looks.
    const ofStyles = new Map([...abstract.values()].map((one) => [valueIn(one, "w:styleLink"), one]));
    for (const list of childrenNamed(root, "w:num")) {
      const id = list.attributes["w:numId"] ?? "";
      const own = abstract.get(valueIn(list, "w:abstractNumId") ?? "");
      const style = valueIn(own, "w:numStyleLink");
      const levels = childrenNamed(style === undefined ? own : ofStyles.get(style), "w:lvl");
      const other = childrenNamed(list, "w:lvlOverride").flatMap((one) => childrenNamed(one, "w:lvl"));
      for (const level of [...levels, ...other])
        this.formats.set(`${id} ${level.attributes["w:ilvl"] ?? "0"}`, valueIn(level, "w:numFmt") ?? "decimal");
    }
  }

  /** Whether items have numbers or letters; nothing when the list shows no sign at all. */
  isOrdered(id: string, depth: number): boolean | undefined {
    const format = this.formats.get(`${id} ${depth}`) ?? "bullet";
    return format === "none" ? undefined : format !== "bullet";
  }
}
