/** A comparison in the words that readers get, before any markup: every form shows all of it, and nothing else. */
import { agree, one } from "../dutch.js";
import { termsIn } from "../model/index.js";
import type { Comparison, ExplainedChange, Word } from "./types.js";
import {
  byChapter,
  byDocument,
  countsOf,
  documentNames,
  subjectName,
  tally,
  typeNames,
  versionName,
  wordsOf,
} from "./wording.js";

/** A line of text; white space stands outside what is marked. */
export type Line = readonly Word[];

export interface ToldChange {
  readonly change: ExplainedChange;
  /** What it is about: "Paragraaf 3.2: Inbraak". */
  readonly subject: string;
  /** What of it, and how it changed: "Omschrijving: gewijzigd". */
  readonly what: string;
  /** The documents in which it is found, with the place. */
  readonly documents: readonly string[];
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  /** Both in one, where that can be read: two texts compared by their words, and what only came or only went. */
  readonly both?: readonly Line[];
  readonly reason: string;
}

export interface ToldChapter {
  readonly id: string;
  readonly title: string;
  readonly tally: string;
  readonly counts: ReturnType<typeof countsOf>;
  readonly changes: readonly ToldChange[];
}

export interface Telling {
  /** The plan that both are versions of. */
  readonly plan: string;
  readonly title: string;
  /** The municipality to which it is limited. */
  readonly audience?: string;
  readonly before: string;
  readonly after: string;
  readonly tally: string;
  /** That nothing changed, and what that says. */
  readonly none?: string;
  /** What was not compared, under a title. */
  readonly problems: { readonly title: string; readonly items: readonly string[] };
  readonly notes: readonly string[];
  /** Where changes are found, under a title. */
  readonly documents: {
    readonly title: string;
    readonly items: readonly { readonly title: string; readonly count: number }[];
  };
  readonly chapters: readonly ToldChapter[];
}

/** Tells a comparison. Pure. */
export function tell(comparison: Comparison): Telling {
  const { before, after, changes, notes, audience } = comparison;
  const plan = (after.model ?? before.model)?.content.plan.shortTitle ?? agree("de", termsIn(after.loaded).plan.brief);
  const problems = [before, after].flatMap((version) =>
    version.problems.map((problem) => `${versionName(version)}: ${problem}`),
  );
  const documents = byDocument(changes);
  const forWhom = audience ? ` voor ${audience.title}` : "";
  const nothing = `${problems.length > 0 ? "In wat is vergeleken, staan" : "Er zijn"} geen wijzigingen${forWhom}.`;
  return {
    plan,
    title: `Wat er verandert in ${plan}${forWhom}`,
    ...(audience && { audience: audience.title }),
    before: versionName(before),
    after: versionName(after),
    tally: tally(changes),
    ...(changes.length === 0 && {
      none: `${nothing} Opmerkingen en regeleinden in de bestanden tellen niet mee.`,
    }),
    problems: { title: "Niet alles is vergeleken", items: problems },
    notes,
    documents: {
      title: `${one(documents.length, "In welk document", "In welke documenten")} iets verandert`,
      items: documents,
    },
    chapters: byChapter(changes).map(({ id, title, changes: own }) => ({
      id,
      title,
      tally: tally(own),
      counts: countsOf(own),
      changes: own.map((change) => tellChange(change, comparison)),
    })),
  };
}

/** Tells one change of a comparison. */
export function tellChange(change: ExplainedChange, { before, after }: Comparison): ToldChange {
  const annexes = (after.model ?? before.model)?.municipalities.length ?? 0;
  const both = inOne(change);
  return {
    change,
    subject: subjectName(change),
    what: [change.field, typeNames[change.type]].filter(Boolean).join(": "),
    documents: documentNames(change.documents, annexes, termsIn(after.loaded)),
    before: side(change, "before"),
    after: side(change, "after"),
    ...(both && { both }),
    reason: change.reason ?? (change.type === "numbering" ? "Volgt uit de andere wijzigingen" : "Geen reden vermeld"),
  };
}

/** One of the two texts; of words that were compared, those of this side, with what the other doesn't have marked. */
function side({ type, words, before, after }: ExplainedChange, which: "before" | "after"): Line[] {
  if (words) return [spaced(wordsOf(words, which))];
  const lines = which === "before" ? before : after;
  if (!lines) return [[{ text: which === "before" ? "–" : "Vervalt" }]];
  return lines.map((text) => spaced([{ text, ...((type === "added" || type === "removed") && { change: type }) }]));
}

function inOne({ type, words, before = [], after = [] }: ExplainedChange): Line[] | undefined {
  if (words) return [spaced(words)];
  if (type !== "added" && type !== "removed") return undefined;
  return [...before, ...after].map((text) => spaced([{ text, change: type }]));
}

/** The same words, with the space around what is marked outside the mark. */
const spaced = (words: readonly Word[]): Line =>
  words
    .flatMap(({ text, change }): Word[] => {
      const [, lead = "", core = "", tail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
      return change ? [{ text: lead }, { text: core, change }, { text: tail }] : [{ text }];
    })
    .filter(({ text }) => text !== "");
