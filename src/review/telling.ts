/** A review in the words that readers get, before any markup. */
import { counted, day, enumeration } from "../dutch.js";
import type { Change, Comment, Review } from "./types.js";

export interface Item {
  readonly title: string;
  /** What is said of it: a label and words. */
  readonly lines: readonly (readonly [label: string, words: string])[];
}

export interface Told {
  readonly title: string;
  readonly tally: string;
  readonly notices: readonly string[];
  /** What belongs in the content, by chapter; then what can't be placed there; then comments. */
  readonly groups: readonly { readonly title: string; readonly items: readonly Item[] }[];
}

export function tellReview({ title, document, changes, comments, notices, revision }: Review): Told {
  const placed = changes.filter(({ place }) => place);
  const loose = changes.filter(({ place }) => !place);
  return {
    title: title || document || "Document",
    tally: `${counted(changes.length, "wijziging", "wijzigingen")} (${counted(changes.filter(({ refused }) => refused === undefined).length, "is", "zijn")} weg te schrijven) en ${counted(comments.length, "opmerking", "opmerkingen")}`,
    notices: [...notices, ...(revision ? [`Gemaakt van de inhoud in commit ${revision.slice(0, 12)}.`] : [])],
    groups: [
      ...byChapter(placed).map(([chapter, all]) => ({ title: chapter, items: all.map(changeItem) })),
      ...(loose.length > 0 ? [{ title: "Niet in de inhoud te plaatsen", items: loose.map(changeItem) }] : []),
      ...(comments.length > 0 ? [{ title: "Opmerkingen", items: comments.map(commentItem) }] : []),
    ],
  };
}

function byChapter(changes: readonly Change[]): [string, Change[]][] {
  const chapters = new Map<string, Change[]>();
  for (const change of changes) {
    const title = change.chapter || "Voor de eerste kop";
    chapters.set(title, [...(chapters.get(title) ?? []), change]);
  }
  return [...chapters];
}

const at = ({ place }: Pick<Change, "place">): [string, string][] =>
  place ? [["Plaats", `${place.file}:${place.line} (${place.keys})`]] : [];

/** "2026-11-01T10:00:00Z" → "1 november 2026"; nothing for what is no date. */
const dateOf = (date: string | undefined): string => {
  const [found] = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=T|$)/.exec(date ?? "") ?? [];
  return found ? `, ${day(found)}` : "";
};

function changeItem(change: Change): Item {
  const { number, how, authors, tracked, date, was, becomes, refused, now, chapter, place } = change;
  const who = tracked ? `${enumeration(authors.map((name) => name || "onbekend"))}${dateOf(date)}` : "niet bijgehouden";
  const clash: [string, string][] = now === undefined ? [] : [["Nu", now.trim()]];
  return {
    title: `${number}. ${how} · ${who}`,
    lines: [
      ...at(change),
      ...(place || chapter === "" ? [] : [["Onder", chapter] as [string, string]]),
      ...(how === "opmaak" || how === "verplaatst"
        ? [["Tekst", becomes] as [string, string]]
        : [
            ...(was === "" ? [] : [["Was", was] as [string, string]]),
            ...(becomes === "" ? [] : [["Wordt", becomes] as [string, string]]),
          ]),
      ...clash,
      ...(refused === undefined ? [] : [["Let op", refused] as [string, string]]),
    ],
  };
}

function commentItem(comment: Comment): Item {
  const { number, author, date, text, about, chapter, done, answers } = comment;
  return {
    title: `${number}. ${author || "onbekend"}${dateOf(date)}${done ? " · afgehandeld" : ""}${answers === undefined ? "" : ` · antwoord op ${answers}`}`,
    lines: [
      ...at(comment),
      ...(chapter === "" ? [] : [["Onder", chapter] as [string, string]]),
      ...(about.trim() === "" ? [] : [["Bij", about.trim()] as [string, string]]),
      ["Zegt", text],
    ],
  };
}
