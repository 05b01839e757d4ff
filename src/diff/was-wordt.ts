/** The was-wordt overview as a document: what was, what it becomes and why, by chapter. */
import type { Block, Cell, Document, Section } from "../documents/index.js";
import { capital, one } from "../dutch.js";
import { added, literal, removed } from "../prose/marks.js";
import type { Change, Comparison, ExplainedChange, VersionInfo, Word } from "./types.js";
import {
  annexCount,
  byChapter,
  byDocument,
  documentNames,
  NO_REASON,
  subjectName,
  tally,
  typeNames,
  versionName,
  wordsOf,
} from "./wording.js";

/**
 * Composes the overview of a comparison. Pure.
 */
export function composeWasWordt(comparison: Comparison): Document {
  const { before, after, changes, audience } = comparison;
  const plan = (after.model ?? before.model)?.content.plan;
  const about = plan?.shortTitle ?? "het plan";
  const path = audience ? `was-wordt-${audience.id}` : "was-wordt";
  const forWhom = audience ? ` voor ${audience.title}` : "";
  return {
    id: path,
    kind: "was-wordt",
    path,
    title: `Was-wordtoverzicht ${about}${forWhom}`,
    shortTitle: `Was-wordtoverzicht ${about}`,
    language: "nl",
    // The overview itself is adopted by nobody.
    status: { state: "vastgesteld", label: "" },
    cover: {
      kicker: "Was-wordtoverzicht",
      title: `Wat er verandert in ${about}${forWhom}`,
      subtitle: capital(tally(changes)),
      facts: [
        { term: "Was", value: literal(versionName(before)) },
        { term: "Wordt", value: literal(versionName(after)) },
      ],
      style: "band",
    },
    sections: [summary(comparison), ...byChapter(changes).map((own) => chapter(own, annexCount(comparison)))],
    links: new Map(),
    images: new Map(),
    data: asData(comparison),
  };
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

function summary({ before, after, changes, notes, audience }: Comparison): Section {
  const problems = [before, after].flatMap((version) =>
    version.problems.map((problem) => `${versionName(version)}: ${problem}`),
  );
  const documents = byDocument(changes);
  const blocks: Block[] = [
    ...(problems.length > 0
      ? [
          {
            type: "callout",
            tone: "open",
            title: "Niet alles is vergeleken",
            text: literal(problems.join(" ")),
          } as const,
        ]
      : []),
    {
      type: "prose",
      text:
        changes.length === 0
          ? `${problems.length > 0 ? "In wat is vergeleken, staan" : "Er zijn"} geen wijzigingen${audience ? ` voor ${literal(audience.title)}` : ""}. Opmerkingen en regeleinden in de bestanden tellen niet mee.`
          : reading,
    },
    ...notes.map((text) => ({ type: "prose", text: literal(text) }) as const),
    ...(changes.length > 0 ? [counts(changes)] : []),
    ...(documents.length > 0
      ? [
          {
            type: "table",
            caption: `${one(documents.length, "In welk document", "In welke documenten")} iets verandert`,
            columns: [{ title: "Document", width: 75 }, { title: "Wijzigingen" }],
            rows: documents.map(({ title, count }) => ({ cells: [literal(title), String(count)] })),
          } as const,
        ]
      : []),
  ];
  return { type: "section", anchor: "summary", title: "In het kort", blocks };
}

function counts(changes: readonly ExplainedChange[]): Block {
  const number = (own: readonly Change[], type: "added" | "removed"): number =>
    own.filter((change) => change.type === type).length;
  return {
    type: "table",
    caption: "Hoeveel er verandert, per onderdeel",
    columns: [{ title: "Onderdeel", width: 55 }, { title: "Nieuw" }, { title: "Vervallen" }, { title: "Gewijzigd" }],
    rows: byChapter(changes).map(({ id, title, changes: own }) => {
      const [fresh, gone] = [number(own, "added"), number(own, "removed")];
      const cells = [literal(title), String(fresh), String(gone), String(own.length - fresh - gone)];
      return { cells, anchor: `count-${id}` };
    }),
  };
}

const chapter = ({ id, title, changes }: ReturnType<typeof byChapter>[number], annexes: number): Section => ({
  type: "section",
  anchor: `changes-${id}`,
  title,
  blocks: [table(`Was en wordt: ${title}`, changes, annexes)],
});

/** The changes that one document shows, as the section that stands in front of it. */
export const changesSection = (changes: readonly ExplainedChange[], comparison: Comparison): Section => ({
  type: "section",
  anchor: "changes",
  title: "Wat er verandert",
  blocks: [
    {
      type: "prose",
      text:
        changes.length === 0
          ? "In dit document verandert niets. Nummers kunnen wel verschoven zijn."
          : `${reading} Een streep in de kantlijn wijst de plaats aan.`,
    },
    ...(changes.length > 0 ? [table("Was en wordt", changes, annexCount(comparison))] : []),
  ],
});

const reading = `Doorgehaald is wat vervalt, onderstreept wat nieuw is: ${removed("zo")} en ${added("zo")}. Een voorleesprogramma zegt er “vervalt” of “nieuw” bij.`;

const table = (caption: string, changes: readonly ExplainedChange[], annexes: number): Block => ({
  type: "table",
  caption,
  columns: [
    { title: "Onderdeel", width: 22 },
    { title: "Was", width: 29 },
    { title: "Wordt", width: 29 },
    { title: "Waarom", width: 20 },
  ],
  rows: changes.map((change) => ({
    cells: [
      about(change, annexes),
      side(change, "before"),
      side(change, "after"),
      [literal(change.reason ?? NO_REASON)],
    ],
  })),
});

/** What changed, how, and where readers find it. */
const about = (change: ExplainedChange, annexes: number): Cell => [
  `**${literal(subjectName(change))}**`,
  literal([change.field, typeNames[change.type]].filter(Boolean).join(": ")),
  ...documentNames(change.documents, annexes).map((name) => `*${literal(name)}*`),
];

/** One of the two texts; of words that were compared, those of this side, with what the other doesn't have marked. */
function side({ type, words, before, after }: Change, which: "before" | "after"): Cell {
  if (words) return wordsOf(words, which).map(marked).join("");
  const lines = which === "before" ? before : after;
  if (!lines) return which === "before" ? "–" : "Vervalt";
  const whole = type === "added" ? added : type === "removed" ? removed : (text: string) => text;
  return lines.map((line) => whole(literal(line)));
}

/** Space around marked words stands outside the mark. */
function marked({ text, change }: Word): string {
  if (!change) return literal(text);
  const [, lead = "", core = "", tail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return `${lead}${core && (change === "added" ? added : removed)(literal(core))}${tail}`;
}
