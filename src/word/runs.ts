/** The runs of a paragraph as the XML of Word (ISO/IEC 29500-1, 17): words, links, fields, notes, pictures, and what changed in them. */
import { chartInline, imageXml } from "./drawings.js";
import { EMU_PER_TWIP, shownSize, sizeOf } from "./picture.js";
import type { Change, ChartRun, Image, Look, Run, Target, Words } from "./pieces.js";
import type { Relations } from "./relations.js";
import { run, text } from "./run.js";
import type { Shared } from "./shared.js";
import { signature } from "./signature.js";
import { themeStyle } from "./themes.js";
import { element, escaped, joined, type Xml } from "./xml.js";

export class Runs {
  /** @param relations of the part that is written */
  constructor(
    private readonly shared: Shared,
    private readonly relations: Relations,
  ) {}

  /** A paragraph that only stands elsewhere: both places have one name. */
  moved(runs: readonly Run[], { how, by }: Change, name: string): string {
    const id = this.shared.unique();
    const which = how === "added" ? "To" : "From";
    return (
      element(`w:move${which}RangeStart`, { "w:id": id, ...signature(by), "w:name": name }) +
      this.all(runs) +
      element(`w:move${which}RangeEnd`, { "w:id": id })
    );
  }

  all(runs: readonly Run[]): string {
    let xml = "";
    for (let index = 0; index < runs.length; index++) {
      const own = runs[index] as Run;
      const link = linkOf(own);
      // What leads to the same place is one link.
      let next = index + 1;
      while (link && next < runs.length && sameLink(link, linkOf(runs[next] as Run, link))) next++;
      const group = runs.slice(index, next);
      xml += link ? this.link(link, group) : this.changed(own);
      index = next - 1;
    }
    return xml;
  }

  private link(link: Target, runs: readonly Run[]): string {
    const inner = runs.map((one) => this.changed(one));
    if ("anchor" in link)
      return element(
        "w:hyperlink",
        { "w:anchor": this.shared.names.of(link.anchor), "w:history": 1, "w:tooltip": link.tip },
        inner,
      );
    return element(
      "w:hyperlink",
      { "r:id": this.relations.to("hyperlink", link.address, true), "w:history": 1 },
      inner,
    );
  }

  /** A run within what says that it came or went. */
  private changed(own: Run): string {
    const xml = this.run(own);
    return own.change ? this.mark(own.change, "run", xml) : xml;
  }

  /** @param of a paragraph or a row is marked by its end alone */
  mark({ how, moved, by }: Change, of: "paragraph" | "row" | "run", inner: Xml = ""): string {
    const { author, date } = by;
    const names =
      moved !== undefined && of !== "row"
        ? { added: "w:moveTo", removed: "w:moveFrom" }
        : { added: "w:ins", removed: "w:del" };
    return element(
      names[how],
      { "w:id": this.shared.unique(), ...signature({ author, ...(date && { date }) }) },
      inner,
    );
  }

  private run(own: Run): string {
    const removed = own.change?.how === "removed" && own.change.moved === undefined;
    switch (own.type) {
      case "words":
        return run(this.look(own.look, own.link), text(own.text, removed));
      case "field": {
        const look = this.look(own.look);
        // A number that went is counted no more.
        if (own.change?.how === "removed") return run(look, text(own.text, removed));
        const to = own.anchor === undefined ? "" : ` ${this.shared.names.of(own.anchor)} \\h`;
        return (
          field("begin") +
          run(look, instruction(`${own.instruction}${to}`)) +
          field("separate") +
          run(look, text(own.text)) +
          field("end")
        );
      }
      case "note": {
        const id = this.shared.unique();
        return (
          element("w:bookmarkStart", { "w:id": id, "w:name": this.shared.names.of(own.anchor) }) +
          run(
            element("w:rStyle", { "w:val": "FootnoteReference" }),
            element("w:footnoteReference", { "w:id": this.shared.note(own) }),
          ) +
          element("w:bookmarkEnd", { "w:id": id })
        );
      }
      case "image":
        return run("", this.image(own));
      case "chart":
        return run("", this.chart(own));
    }
  }

  private look({ bold, italic, superscript, code, mark, colour, language }: Look = {}, link?: Target): string {
    const style = link
      ? "Hyperlink"
      : mark
        ? { open: "Open", gone: "Gone", new: "New" }[mark]
        : code
          ? "Code"
          : colour && this.shared.themes.has(colour)
            ? themeStyle(colour)
            : undefined;
    return joined([
      style && element("w:rStyle", { "w:val": style }),
      bold && element("w:b") + element("w:bCs"),
      italic && element("w:i") + element("w:iCs"),
      superscript && element("w:vertAlign", { "w:val": "superscript" }),
      language && element("w:lang", { "w:val": locale(language) }),
    ]);
  }

  private image({ file, alt, room }: Image): string {
    const bytes = this.shared.images.get(file);
    const size = bytes && sizeOf(bytes);
    if (!bytes || !size) return text(`[afbeelding: ${alt}]`);
    const relation = this.relations.to("image", this.shared.media(file, bytes, size.type));
    const name = file.slice(file.lastIndexOf("/") + 1);
    return imageXml({ id: this.shared.unique(), name, alt, ...shownSize(size, room), relation });
  }

  private chart({ name, alt, drawing }: ChartRun): string {
    const relation = this.relations.to("chart", this.shared.chart(drawing));
    const [width, height] = [drawing.width * EMU_PER_TWIP, drawing.height * EMU_PER_TWIP];
    return chartInline({ id: this.shared.unique(), name, alt, width, height, relation });
  }
}

export const field = (type: "begin" | "separate" | "end"): string =>
  run("", element("w:fldChar", { "w:fldCharType": type }));

export const instruction = (text: string): string =>
  element("w:instrText", { "xml:space": "preserve" }, escaped(` ${text} `));

/** The link of a run; a field in the midst of a link is part of it. */
const linkOf = (own: Run, around?: Target): Target | undefined =>
  own.type === "words"
    ? (own as Words).link
    : own.type === "field" && own.instruction === "PAGEREF"
      ? around
      : undefined;

const sameLink = (a: Target, b: Target | undefined): boolean =>
  b !== undefined &&
  ("anchor" in a ? "anchor" in b && a.anchor === b.anchor : "address" in b && a.address === b.address);

/** Word wants a language with its country. */
const locale = (language: string): string =>
  ({ en: "en-GB", de: "de-DE", fr: "fr-FR", nl: "nl-NL", fy: "fy-NL", es: "es-ES", it: "it-IT", la: "la-VA" })[
    language
  ] ?? language;
