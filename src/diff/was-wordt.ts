/** The was-wordt overview as a document: what was, what it becomes and why, by chapter. */
import { marksExplained } from "../documents/amendment/changes.js";
import { prose, withoutEmpty } from "../documents/blocks.js";
import type { Block, Cell, Document, Section } from "../documents/index.js";
import { dressed } from "../documents/look.js";
import { capital } from "../dutch.js";
import { beside } from "../model/index.js";
import { added, literal, removed } from "../prose/marks.js";
import { type Line, type Telling, type ToldChange, tell, tellChange } from "./telling.js";
import type { Comparison, ExplainedChange, VersionInfo } from "./types.js";

/**
 * Composes the overview of a comparison, in the style of the newest version. Pure.
 */
export function composeWasWordt(comparison: Comparison): Document {
  const told = tell(comparison);
  const { audience } = comparison;
  const path = audience ? `${beside.changes}-${audience.id}` : beside.changes;
  const document: Document = {
    id: path,
    kind: beside.changes,
    path,
    title: `Was-wordtoverzicht ${told.plan}${audience ? ` voor ${audience.title}` : ""}`,
    shortTitle: `Was-wordtoverzicht ${told.plan}`,
    language: "nl",
    // The overview itself is adopted by nobody.
    status: { state: "vastgesteld", label: "" },
    cover: {
      kicker: "Was-wordtoverzicht",
      title: told.title,
      subtitle: capital(told.tally),
      facts: [
        { term: "Was", value: literal(told.before) },
        { term: "Wordt", value: literal(told.after) },
      ],
      style: "band",
    },
    sections: [summary(told), ...told.chapters.map(chapter)],
    links: new Map(),
    images: new Map(),
    data: asData(comparison),
  };
  const model = comparison.after.model ?? comparison.before.model;
  return model ? dressed(model, document) : document;
}

/** What the overview says as data: for programs, and to be kept with the PDF. */
export const asData = ({ before, after, changes, notes, audience }: Comparison) => ({
  ...(audience && { for: audience }),
  before: versionData(before),
  after: versionData(after),
  notes,
  changes: changes.map(({ was, is, key, documents, ...change }) => ({
    ...change,
    documents: documents.map(({ document: { id, title, path }, side, headings, pages }) => ({
      id,
      title,
      path,
      side,
      headings,
      pages,
    })),
  })),
});

const versionData = ({ name, revision, date, problems }: VersionInfo) => ({
  name,
  revision: revision ?? null,
  date: date?.toISOString() ?? null,
  problems,
});

const summary = ({ problems, none, notes, chapters, documents }: Telling): Section => ({
  type: "section",
  anchor: "summary",
  title: "In het kort",
  blocks: withoutEmpty([
    { type: "callout", tone: "open", title: problems.title, text: literal(problems.items.join(" ")) },
    prose(none ? literal(none) : marksExplained),
    ...notes.map((note) => prose(literal(note))),
    counts(chapters),
    {
      type: "table",
      caption: documents.title,
      columns: [{ title: "Document", width: 75 }, { title: "Wijzigingen" }],
      rows: documents.items.map(({ title, count }) => ({ cells: [literal(title), String(count)] })),
    },
  ]),
});

const counts = (chapters: Telling["chapters"]): Block => ({
  type: "table",
  caption: "Hoeveel er verandert, per onderdeel",
  columns: [{ title: "Onderdeel", width: 55 }, { title: "Nieuw" }, { title: "Vervallen" }, { title: "Gewijzigd" }],
  rows: chapters.map(({ id, title, counts: { added: fresh, removed: gone, other } }) => ({
    cells: [literal(title), String(fresh), String(gone), String(other)],
    anchor: `count-${id}`,
  })),
});

const chapter = ({ id, title, changes }: Telling["chapters"][number]): Section => ({
  type: "section",
  anchor: `changes-${id}`,
  title,
  blocks: [table(`Was en wordt: ${title}`, changes)],
});

/** The changes that one document shows, as the section that stands in front of it. */
export const changesSection = (changes: readonly ExplainedChange[], comparison: Comparison): Section => ({
  type: "section",
  anchor: "changes",
  title: "Wat er verandert",
  blocks: withoutEmpty([
    prose(
      changes.length === 0
        ? "In dit document verandert niets. Nummers kunnen wel verschoven zijn."
        : `${marksExplained} Een streep in de kantlijn wijst de plaats aan.`,
    ),
    table(
      "Was en wordt",
      changes.map((change) => tellChange(change, comparison)),
    ),
  ]),
});

const table = (caption: string, changes: readonly ToldChange[]): Block => ({
  type: "table",
  caption,
  columns: [
    // Wide enough for “Uitvoeringsprogramma” in any font: Word breaks a longer word anywhere.
    { title: "Onderdeel", width: 30 },
    { title: "Was", width: 26, stays: true },
    { title: "Wordt", width: 26, stays: true },
    { title: "Waarom", width: 18 },
  ],
  rows: changes.map((told) => ({
    cells: [about(told), cell(told, "before"), cell(told, "after"), [literal(told.reason)]],
  })),
});

/** What changed, how, and where readers find it. */
const about = ({ subject, what, documents }: ToldChange): Cell => [
  `**${literal(subject)}**`,
  literal(what),
  ...documents.map((name) => `*${literal(name)}*`),
];

/** One of the two texts: words that were compared stand in one line, other lines are paragraphs. */
function cell(told: ToldChange, which: "before" | "after"): Cell {
  const lines = told[which].map((line) => line.map(marked).join(""));
  return told.change.words || !told.change[which] ? lines.join("") : lines;
}

const marked = ({ text, change }: Line[number]): string =>
  change ? (change === "added" ? added : removed)(literal(text)) : literal(text);
