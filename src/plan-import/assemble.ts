/** A content folder made of a document of Word. Pure. */
import { stringify } from "yaml";
import { paragraphsIn, type WordBlock, type WordDocument } from "../docx/index.js";
import { excerpt, textOf } from "../from-word/words.js";
import { type Answers, contentOf } from "../init/index.js";
import { parts } from "../model/index.js";
import { abbreviationsIn, glossaryOf, type Term, termsIn } from "./glossary.js";
import { Ids } from "./ids.js";
import type { Chapter, Outline } from "./outline.js";
import { chapterOf, given, goalsOf, partnersOf, startingPointsOf, textUnder, type Value } from "./parts.js";
import { calledIn, Pictures } from "./pictures.js";
import { priorityOf, StoryHeadings } from "./priority.js";
import type { Workshop } from "./prose.js";
import { isAboutPriorities, isPriority, isStory, type Meaning, meaningOf, priorityTitle } from "./recognise.js";
import type { Report } from "./report.js";
import { sectionOf } from "./section.js";
import { asWritten, modeline, planText } from "./written.js";

/** Files by path. */
export type Made = ReadonlyMap<string, string | Uint8Array>;

type Place =
  | string
  | { part: string; sections?: Place[] }
  | { id: string; title: string; text?: string; sections: Place[] };

const files = {
  vision: "vision.yaml",
  goals: "goals.yaml",
  "starting-points": "starting-points.yaml",
  monitoring: "monitoring.yaml",
  finances: "finances.yaml",
  foreword: "foreword.yaml",
  partners: "partners.yaml",
} as const;

export class Assembler {
  private readonly made = new Map<string, Value>();
  private readonly ids = new Ids(Object.keys(parts));
  private readonly measures = new Ids();
  private readonly headings = new StoryHeadings();
  private readonly terms: Term[] = [];
  private readonly priorities: string[] = [];
  private glossary: Value | undefined;
  private readonly own: Workshop;
  private readonly pictures: Pictures;

  constructor(
    word: WordDocument,
    private readonly report: Report,
  ) {
    this.pictures = new Pictures(word.bytesOf);
    this.own = { report, pictures: this.pictures, notes: word.notes };
  }

  /** @param blocks the whole text, in which abbreviations are looked for */
  files({ cover, title, chapters }: Outline, blocks: readonly WordBlock[], answers: Answers): Made {
    const front: Place[] = ["contents"];
    this.cover(cover, title, front, chapters.length > 0);
    const [main, annexes]: [Place[], Place[]] = [[], []];
    let begun = false;
    for (const chapter of chapters) {
      const meaning = meaningOf(chapter);
      if (meaning === "contents") {
        this.report.doubt(`“${chapter.title}” is niet overgenomen: ivp maakt de inhoudsopgave zelf`, "");
        continue;
      }
      const isFront =
        !begun &&
        /^(?:voorwoord|woord vooraf|ten geleide|(?:management)?samenvatting|colofon|leeswijzer)$/i.test(chapter.title);
      if (!isFront && !chapter.isAnnex) begun = true;
      const places = this.chapter(chapter, meaning);
      (isFront ? front : chapter.isAnnex || meaning === "partners" || meaning === "glossary" ? annexes : main).push(
        ...places,
      );
    }
    const base = contentOf(answers);
    const kept = Object.entries(base).filter(([path]) => /^(?:plan|governance)\.yaml$|^municipalities\//.test(path));
    const all = new Map<string, string | Uint8Array>(kept);
    if (this.priorities.length === 0) this.without(all, base, main);
    this.terms.push(...abbreviationsIn(blocks));
    this.made.set("glossary.yaml", { ...this.glossary, terms: glossaryOf(this.terms, this.own) });
    if (!annexes.includes("glossary")) annexes.push("glossary");
    // Who decides on what is open: ivp needs it, and the document has it nowhere.
    annexes.push("governance", "open-points");
    this.report.doubt("ivp voegde toe wie waarover beslist (governance.yaml): kijk of dat klopt", "");
    if (main.length === 0) main.push("priorities");
    for (const [path, value] of this.made) all.set(path, `${modeline(path, base)}${stringify(value, asWritten)}`);
    all.set(
      "plan.yaml",
      planText(
        base["plan.yaml"] ?? "",
        title,
        this.priorities,
        { front, chapters: main, annexes },
        this.headings.structure,
      ),
    );
    for (const [path, bytes] of this.pictures.files) all.set(path, bytes);
    return all;
  }

  /** What stands before the first heading. @param isCover whether there is one: else it is all that there is */
  private cover(blocks: readonly WordBlock[], title: string | undefined, front: Place[], isCover: boolean): void {
    const text = paragraphsIn(blocks).filter(({ at }) => !at.contents);
    const lines = text.map(({ pieces }) => textOf(pieces)).filter((line) => line !== "" && line !== title);
    const pictures = text.flatMap(({ pieces }) => pieces.flatMap(({ picture }) => picture ?? []));
    if (lines.length === 0 && pictures.length === 0) return;
    if (isCover && lines.length <= 12 && lines.every((line) => line.length <= 150)) {
      for (const line of lines) this.report.lose(`“${excerpt(line, 150)}”`, "Voorblad");
      for (const one of pictures)
        this.report.lose(`${calledIn(one)} op het voorblad: zet een afbeelding in style.yaml`, "Voorblad");
      return;
    }
    const id = this.ids.give("Vooraf", "vooraf");
    const kept = blocks.filter((block) => block.type === "table" || !block.at.contents);
    this.put(
      `sections/${id}.yaml`,
      { id, title: "Vooraf", ...given("text", textUnder("Vooraf", kept, this.own)) },
      "Tekst voor de eerste kop",
      "eigen paragraaf",
    );
    this.report.doubt("de tekst voor de eerste kop staat nu onder de kop “Vooraf”", "");
    front.push(id);
  }

  private chapter(chapter: Chapter, meaning: Meaning | undefined): Place[] {
    if (isPriority(chapter) || (meaning === undefined && isStory(chapter))) return [this.priority(chapter)];
    if (meaning === "priorities" && chapter.inner.length > 0) return [this.prioritiesChapter(chapter)];
    const known = this.known(chapter, meaning);
    if (known) return [known];
    // Within a chapter of the plan's own, parts that ivp knows have their own files too.
    if (!chapter.inner.some((inner) => this.isKnown(inner))) return [this.section(chapter)];
    const sections = chapter.inner.flatMap((inner) => this.chapter(inner, meaningOf(inner)));
    const text = textUnder(chapter.title, chapter.blocks, this.own);
    const id = this.ids.give(chapter.title, "hoofdstuk");
    this.report.placed.push({ title: chapter.title, file: "plan.yaml", as: "eigen hoofdstuk in structure" });
    return [{ id, title: chapter.title, ...(text !== undefined && { text }), sections }];
  }

  private isKnown = (chapter: Chapter): boolean => {
    const meaning = meaningOf(chapter);
    return (
      (meaning !== undefined && meaning !== "contents" && meaning !== "foreword") ||
      isPriority(chapter) ||
      isStory(chapter)
    );
  };

  /** A part that ivp knows, in its own file. */
  private known(chapter: Chapter, meaning: Meaning | undefined): Place | undefined {
    if (meaning === undefined || meaning === "contents" || meaning === "priorities") return undefined;
    if (meaning === "glossary") return this.glossaryChapter(chapter);
    const file = files[meaning];
    const value = this.made.has(file) ? undefined : this.valueOf(chapter, meaning);
    if (!value) {
      this.report.doubt(
        `“${chapter.title}” lijkt op een onderdeel dat ivp kent (${meaning}), maar heeft een andere vorm: het is een eigen paragraaf geworden`,
        "",
      );
      return undefined;
    }
    this.put(file, value, chapter.title, "onderdeel dat ivp kent");
    return meaning;
  }

  private valueOf(chapter: Chapter, meaning: keyof typeof files): Value | undefined {
    switch (meaning) {
      case "goals":
        return goalsOf(chapter, this.own);
      case "starting-points":
        return startingPointsOf(chapter, this.own);
      case "partners":
        return partnersOf(chapter, this.own);
      case "foreword":
      case "finances":
        return chapter.inner.length === 0 ? chapterOf(chapter, this.own) : undefined;
      case "vision":
      case "monitoring":
        return chapterOf(chapter, this.own);
    }
  }

  private glossaryChapter(chapter: Chapter): Place | undefined {
    const found = termsIn(chapter, this.own);
    if (!found) {
      this.report.doubt(
        `“${chapter.title}” heeft niet op elke regel een begrip met een betekenis: het is een eigen paragraaf geworden`,
        "",
      );
      return undefined;
    }
    const again = this.glossary !== undefined;
    this.terms.push(...found.terms);
    this.glossary ??= { title: chapter.title, ...given("introduction", found.introduction) };
    if (again && found.introduction !== undefined) this.report.lose(`“${excerpt(found.introduction)}”`, chapter.title);
    this.report.placed.push({ title: chapter.title, file: "glossary.yaml", as: "begrippen" });
    return again ? undefined : "glossary";
  }

  private prioritiesChapter(chapter: Chapter): Place {
    const stories = chapter.inner.some((inner) => isStory(inner) || isPriority(inner));
    const isOne = (inner: Chapter): boolean =>
      stories ? isStory(inner) || isPriority(inner) || inner.inner.some(isStory) : !isAboutPriorities(inner);
    const text = textUnder(chapter.title, chapter.blocks, this.own);
    if (!stories) this.report.doubt("welke koppen een prioriteit zijn, is geraden naar hun plaats", chapter.title);
    const sections = chapter.inner.map((inner) =>
      isOne(inner) ? this.priority(inner) : (this.known(inner, meaningOf(inner)) ?? this.section(inner)),
    );
    const id = this.ids.give(chapter.title, "prioriteiten");
    this.report.placed.push({ title: chapter.title, file: "plan.yaml", as: "eigen hoofdstuk in structure" });
    return { id, title: chapter.title, ...(text !== undefined && { text }), sections };
  }

  private priority(chapter: Chapter): string {
    const id = this.ids.give(priorityTitle(chapter), "prioriteit");
    this.priorities.push(id);
    this.put(
      `priorities/${id}.yaml`,
      priorityOf(chapter, id, this.measures, this.headings, this.own),
      chapter.title,
      "prioriteit",
    );
    return id;
  }

  private section(chapter: Chapter): string {
    const id = this.ids.give(chapter.title, "paragraaf");
    this.put(`sections/${id}.yaml`, sectionOf(chapter, id, this.ids, this.own), chapter.title, "eigen paragraaf");
    return id;
  }

  private put(path: string, value: Value, title: string, as: string): void {
    this.made.set(path, value);
    this.report.placed.push({ title, file: path, as });
  }

  /** A plan has one priority at least: without any, the example with which every plan begins. */
  private without(all: Map<string, string | Uint8Array>, base: Readonly<Record<string, string>>, main: Place[]): void {
    const path = "priorities/eerste-prioriteit.yaml";
    all.set(path, base[path] ?? "");
    this.priorities.push("eerste-prioriteit");
    main.push("priorities");
    this.report.doubt(`ivp herkende geen prioriteiten: in ${path} staat een voorbeeld`, "");
  }
}
