/** What people do at random with whole paragraphs, items and rows of a Word file: one after the other, near each other, within each other. */
import { strFromU8, unzipSync } from "fflate";
import type { randomFrom } from "./random.js";
import { withXml } from "./returned.js";

type Random = ReturnType<typeof randomFrom>;

/** A file that came back, with what was touched in it. */
export interface Shaped {
  readonly bytes: Uint8Array;
  /** The paragraphs that were touched, by the number that each carries. */
  readonly touched: ReadonlySet<number>;
  /** The words that came. */
  readonly words: readonly string[];
  /** What was done, for who reads a failure. */
  readonly log: readonly string[];
}

const NEW = ["Nieuwe zin over bruggen.", "iets met *sterren* en [[x]]", "de kade;", "Eerst dit. Dan dat.", "12 | 13"];
const RUN = /<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs;
const BOOKMARKS = /<w:bookmark(?:Start|End)[^>]*>/g;
const TEXT = /<w:t(?: xml:space="preserve")?>([^<]*)<\/w:t>/;

const numberOf = (xml: string | undefined): number | undefined => {
  const found = /w:name="_ivp_(\d+)"/.exec(xml ?? "");
  return found ? Number(found[1]) : undefined;
};
const who = (id: number, author: string): string =>
  `w:id="${70_000 + id}" w:author="${author}" w:date="2026-11-20T09:30:00Z"`;
const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const looksOf = (xml: string): string => /^<w:p>(<w:pPr>.*?<\/w:pPr>)/s.exec(xml)?.[1] ?? "";
const marked = (xml: string, mark: string): string => {
  const looks = looksOf(xml);
  const own = looks === "" ? "<w:pPr></w:pPr>" : looks;
  const fresh = own.includes("<w:rPr>")
    ? own.replace("<w:rPr>", `<w:rPr>${mark}`)
    : own.replace("</w:pPr>", `<w:rPr>${mark}</w:rPr></w:pPr>`);
  return xml.replace(`<w:p>${looks}`, `<w:p>${fresh}`);
};
const gone = (runs: string): string => runs.replace(/<(\/?)w:t(?=[ >])/g, "<$1w:delText");

/** A document as pieces: paragraphs, and what stands between them. */
class Shaping {
  readonly parts: string[];
  readonly touched = new Set<number>();
  readonly words: string[] = [];
  readonly log: string[] = [];
  private readonly done = new Set<number>();
  private ids = 0;

  constructor(
    xml: string,
    private readonly random: Random,
  ) {
    this.parts = xml.split(/(<w:p>.*?<\/w:p>|<w:tr>|<\/w:tr>)/s);
  }

  /** Places of paragraphs that carry where they come from. */
  places = (): number[] =>
    this.parts.flatMap((part, index) =>
      part.startsWith("<w:p>") && numberOf(part) !== undefined && !part.includes("w:fldChar") ? [index] : [],
    );

  private author = (): string => this.random.of(["Els", "Jan"]);
  private who = (author = this.author()): string => who(this.ids++, author);

  private isParagraph = (index: number): boolean => this.parts[index]?.startsWith("<w:p>") === true;

  /** Changes a paragraph, once. */
  private put(index: number, what: string, change: (xml: string) => string): void {
    const part = this.parts[index];
    if (part === undefined || this.done.has(index) || !this.isParagraph(index)) return;
    const fresh = change(part);
    if (fresh === part) return;
    this.done.add(index);
    this.note(index);
    this.log.push(`${what}: ${part.replace(/<[^>]*>/g, "").slice(0, 60)}`);
    this.parts[index] = fresh;
  }

  /** What is touched, with what stands beside it. */
  private note(index: number): void {
    const numbers = this.places();
    const at = numbers.findIndex((place) => place >= index);
    for (const near of numbers.slice(Math.max(0, at - 1), at + 2)) {
      const number = numberOf(this.parts[near]);
      if (number !== undefined) this.touched.add(number);
    }
  }

  private isInRow = (index: number): boolean =>
    this.parts.lastIndexOf("<w:tr>", index) > this.parts.lastIndexOf("</w:tr>", index);

  private fresh(): string {
    const words = this.random.of(NEW);
    this.words.push(words);
    return words;
  }

  private newParagraph(like: string, tracked: boolean): string {
    const looks = looksOf(like);
    const words = run(this.fresh());
    return tracked
      ? marked(`<w:p>${looks}<w:ins ${this.who()}>${words}</w:ins></w:p>`, `<w:ins ${this.who()}/>`)
      : `<w:p>${looks}${words}</w:p>`;
  }

  private deletedParagraph = (xml: string): string => {
    const author = this.author();
    return marked(
      xml.replace(RUN, (own) => `<w:del ${this.who(author)}>${gone(own)}</w:del>`),
      `<w:del ${this.who(author)}/>`,
    );
  };

  /** Something at random at a place, or right beside it. */
  change(index: number): void {
    const { of } = this.random;
    const tracked = of([true, false]);
    const inRow = this.isInRow(index);
    const doings: (() => void)[] = [
      () => this.put(index, "deleted", (xml) => (tracked ? this.deletedParagraph(xml) : inRow ? xml : "")),
      () => this.put(index, "added behind", (xml) => (inRow ? xml : xml + this.newParagraph(xml, tracked))),
      () => this.put(index, "added before", (xml) => (inRow ? xml : this.newParagraph(xml, tracked) + xml)),
      () => this.split(index, tracked),
      () => this.join(index, tracked),
      () => this.move(index, tracked),
      () => this.put(index, "copied", (xml) => xml + xml.replace(/_ivp_(\d+)/g, "_ivp_$1_copy_1")),
      () => this.bold(index, tracked),
      () => this.within(index),
      () => this.typed(index, tracked),
      () => this.typed(index, tracked),
      () => this.put(index, "comment", (xml) => xml.replace(RUN, (own) => `<w:commentRangeStart w:id="9"/>${own}`)),
      ...(inRow
        ? [() => this.row(index, tracked), () => this.row(index, tracked), () => this.row(index, tracked)]
        : []),
    ];
    of(doings)();
  }

  /** Words within one run. */
  private typed(index: number, tracked: boolean): void {
    this.put(index, "typed", (xml) =>
      this.inRun(xml, (head, tail, wrap) => {
        const [, first = "", rest = ""] = /^(\S*)(.*)$/s.exec(tail) ?? [];
        const words = this.fresh();
        if (!tracked) return wrap(head + words + rest);
        const author = this.author();
        return `${wrap(head)}${first ? `<w:del ${this.who(author)}>${gone(wrap(first))}</w:del>` : ""}<w:ins ${this.who(author)}>${wrap(words)}</w:ins>${wrap(rest)}`;
      }),
    );
  }

  /** What one put in and another changed again. */
  private within(index: number): void {
    this.put(index, "within", (xml) =>
      this.inRun(xml, (head, tail, wrap) => {
        const [a, b, c] = [this.fresh(), this.fresh(), this.fresh()];
        return `${wrap(head)}<w:ins ${this.who("Els")}>${wrap(` ${a}`)}<w:del ${this.who("Jan")}>${gone(wrap(` ${b}`))}</w:del></w:ins><w:ins ${this.who("Jan")}>${wrap(` ${c}`)}</w:ins>${wrap(tail)}`;
      }),
    );
  }

  private bold(index: number, tracked: boolean): void {
    this.put(index, "bold", (xml) =>
      this.inRun(xml, (head, tail, wrap, looks) => {
        const own = looks.replace(/^<w:rPr>|<\/w:rPr>$/g, "");
        const change = tracked ? `<w:rPrChange ${this.who()}><w:rPr>${own}</w:rPr></w:rPrChange>` : "";
        const fresh = `<w:r><w:rPr>${own}<w:b/>${change}</w:rPr><w:t xml:space="preserve">${tail.slice(0, 3)}</w:t></w:r>`;
        return wrap(head) + (tail ? fresh : "") + wrap(tail.slice(3));
      }),
    );
  }

  /** One of the runs of a paragraph, taken apart somewhere. */
  private inRun(
    xml: string,
    change: (head: string, tail: string, wrap: (words: string) => string, looks: string) => string,
  ): string {
    const runs = [...xml.matchAll(RUN)].filter(([own]) => TEXT.test(own) && own.split("<w:t").length === 2);
    if (runs.length === 0) return xml;
    const [own] = this.random.of(runs);
    const words = TEXT.exec(own)?.[1] ?? "";
    const looks = /<w:rPr>.*?<\/w:rPr>/s.exec(own)?.[0] ?? "";
    const at = this.cutIn(words);
    const wrap = (text: string): string =>
      text === "" ? "" : `<w:r>${looks}<w:t xml:space="preserve">${text}</w:t></w:r>`;
    const place = xml.indexOf(own);
    return (
      xml.slice(0, place) + change(words.slice(0, at), words.slice(at), wrap, looks) + xml.slice(place + own.length)
    );
  }

  /** A place in words that isn't within `&amp;`. */
  private cutIn(words: string): number {
    const at = this.random.below(words.length + 1);
    const sign = words.lastIndexOf("&", at);
    return sign >= 0 && words.indexOf(";", sign) >= at ? sign : at;
  }

  private split(index: number, tracked: boolean): void {
    this.put(index, "split", (xml) => {
      const looks = looksOf(xml);
      let cut = false;
      const fresh = this.inRun(xml, (head, tail, wrap) => {
        cut = true;
        return `${wrap(head)}</w:p><w:p>${looks}${wrap(tail)}`;
      });
      // A link can't be cut so.
      if (!cut || /<w:(?:hyperlink|ins|del)[ >]/.test(xml)) return xml;
      return tracked ? marked(fresh, `<w:ins ${this.who()}/>`) : fresh;
    });
  }

  private join(index: number, tracked: boolean): void {
    const next = this.parts.findIndex((_, at) => at > index && this.isParagraph(at));
    const between = this.parts.slice(index + 1, next).join("");
    if (next < 0 || between !== "" || this.done.has(next)) return;
    if (tracked) {
      this.put(index, "joined", (xml) => marked(xml, `<w:del ${this.who()}/>`));
      this.note(next);
      return;
    }
    const second = this.parts[next] ?? "";
    this.put(index, "joined", (xml) =>
      xml.replace("</w:p>", `${second.slice("<w:p>".length + looksOf(second).length)}`),
    );
    this.put(next, "joined", () => "");
  }

  /** To a place not far from it, by one of the ways in which programs do that. */
  private move(index: number, tracked: boolean): void {
    const places = this.places().filter((place) => !this.isInRow(place) && !this.done.has(place));
    const at = places.indexOf(index);
    const to = places[at + this.random.of([-3, -2, -1, 1, 2, 3])];
    const own = this.parts[index] ?? "";
    if (at < 0 || to === undefined || this.done.has(index)) return;
    const bare = own.replace(BOOKMARKS, "");
    const author = this.author();
    const [from, fresh] = this.random.of<() => [string, string]>(
      tracked
        ? [
            () => [
              this.deletedParagraph(own),
              marked(
                bare.replace(RUN, (one) => `<w:ins ${this.who(author)}>${one}</w:ins>`),
                `<w:ins ${this.who(author)}/>`,
              ),
            ],
            () => [
              marked(
                own.replace(RUN, (one) => `<w:moveFrom ${this.who(author)}>${one}</w:moveFrom>`),
                `<w:moveFrom ${this.who(author)}/>`,
              ),
              marked(
                bare.replace(RUN, (one) => `<w:moveTo ${this.who(author)}>${one}</w:moveTo>`),
                `<w:moveTo ${this.who(author)}/>`,
              ),
            ],
          ]
        : [() => ["", own], () => ["", bare]],
    )();
    this.put(index, "moved", () => from);
    this.put(to, "moved", (xml) => xml + fresh);
  }

  private row(index: number, tracked: boolean): void {
    const [from, to] = [this.parts.lastIndexOf("<w:tr>", index), this.parts.indexOf("</w:tr>", index)];
    const own = this.parts.slice(from, to + 1);
    if (own.some((_, at) => this.done.has(from + at))) return;
    const row = own.join("");
    const bare = row.replace(BOOKMARKS, "");
    const inserted = (xml: string): string =>
      xml.includes("<w:trPr>")
        ? xml.replace("<w:trPr>", `<w:trPr><w:ins ${this.who()}/>`)
        : xml.replace("<w:tr>", `<w:tr><w:trPr><w:ins ${this.who()}/></w:trPr>`);
    const words = (xml: string): string => xml.replace(TEXT, () => `<w:t>${this.fresh()}</w:t>`);
    const fresh = this.random.of<() => string>([
      () => (tracked ? inserted(row).replace("<w:ins", "<w:del") : ""),
      () => row + (tracked ? inserted(words(bare)) : words(bare)),
      () => (tracked ? inserted(words(bare)) : words(bare)) + row,
      // The trap: all of its cells are taken out, one by one, and its words typed elsewhere.
      () => row.replace(RUN, (one) => `<w:del ${this.who("Els")}>${gone(one)}</w:del>`),
    ])();
    this.log.push(
      `row: ${row
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ")
        .slice(0, 60)}`,
    );
    for (let at = from; at <= to; at++) {
      if (this.isParagraph(at)) this.note(at);
      this.done.add(at);
    }
    this.parts.splice(from, to - from + 1, fresh, ...Array.from({ length: to - from }, () => ""));
  }
}

/**
 * @param most how many things are done, near each other
 * @param isContent whether the paragraph with a number shows content
 */
export function shapedAtRandom(
  bytes: Uint8Array,
  most: number,
  random: Random,
  isContent: (number: number) => boolean,
): Shaped {
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  const shaping = new Shaping(xml, random);
  const places = shaping.places();
  const start = places.indexOf(random.of(places.filter((place) => isContent(numberOf(shaping.parts[place]) ?? 0))));
  for (let count = 0; count < most; count++) {
    const place = places[start + random.below(6)];
    if (place !== undefined) shaping.change(place);
  }
  const { parts, touched, words, log } = shaping;
  return { bytes: withXml(bytes, () => parts.join("")), touched, words, log };
}
