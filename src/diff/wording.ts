/** How changes read in Dutch, in every form in which they are told. */
import { type DocumentInfo, kindOf } from "../documents/index.js";
import { counted, dayOf, enumeration, ofAll } from "../dutch.js";
import type { Terms } from "../model/index.js";
import type { Change, ChangeType, ExplainedChange, TouchedDocument, VersionInfo, Word } from "./types.js";

export const typeNames: Readonly<Record<ChangeType, string>> = {
  added: "nieuw",
  removed: "vervalt",
  moved: "verplaatst",
  renamed: "andere naam",
  reworded: "gewijzigd",
  status: "gewijzigde status",
  date: "andere datum of planning",
  value: "andere waarde",
  settled: "open punt besloten",
  reopened: "weer open",
  open: "open punt anders gesteld",
  reference: "verwijst naar iets anders",
  layout: "andere opmaak, dezelfde woorden",
  replaced: "ander bestand",
  numbering: "ander nummer",
  identifier: "andere sleutelnaam",
};

/** What a change is about: "Maatregel M4 Extra controles". */
export const subjectName = ({ subject: { label, title } }: Change): string =>
  title && title !== label ? `${label}: ${title}` : label;

/** Whether a document is of one municipality. */
export const isLocal = (document: DocumentInfo): boolean => kindOf(document).audience === "municipality";

/**
 * Where readers find a change: "Plan, blz. 14 en 20", "alle 8 lokale bijlagen".
 * @param annexes how many local annexes there are
 */
export function documentNames(documents: readonly TouchedDocument[], annexes: number, terms: Terms): string[] {
  const local = documents.filter(({ document }) => isLocal(document));
  const [first] = local;
  const all =
    local.length > 1 &&
    local.length === annexes &&
    local.every(({ document }) => document.kind === first?.document.kind);
  const noun = all && first ? kindOf(first.document).noun(terms) : undefined;
  const shown = documents.filter((touched) => !all || !local.includes(touched));
  return [
    ...shown
      .filter((touched) => !shown.some((whole) => isOfOne(touched, whole)))
      .map((touched) => {
        const ofOne = shown.filter((one) => isOfOne(one, touched)).length;
        const name = documentName(touched, terms);
        return ofOne === 0 ? name : `${name} (ook die van ${counted(ofOne, "gemeente", "gemeenten")})`;
      }),
    ...(noun ? [ofAll(annexes, annexes, noun.name, noun.plural, noun.article)] : []),
  ];
}

/** Whether a document is that of one municipality beside one of all, as reports are. */
const isOfOne = (one: TouchedDocument, all: TouchedDocument): boolean =>
  one.side === all.side &&
  one.document.kind === all.document.kind &&
  kindOf(all.document).alsoOfEach === true &&
  one.document.path.startsWith(`${all.document.path}-`);

/** A list of more headings tells readers no more than their number. */
const MOST = 3;

function documentName({ document, side, pages, headings }: TouchedDocument, terms: Terms): string {
  const places = headings.length > MOST ? `${headings.length} plaatsen` : enumeration(headings);
  const where = pages.length > 0 ? `blz. ${enumeration(pages.map(String))}` : places;
  // Every overview is about one plan, and its title is long.
  const title = kindOf(document).brief?.(terms) ?? document.title;
  return [side === "before" ? `${title} (oude versie)` : title, where].filter(Boolean).join(", ");
}

/** Of words that were compared, those that one of the sides has. Signs between names that aren't there go as well. */
export function wordsOf(words: readonly Word[], side: "before" | "after"): Word[] {
  const own = words.filter(({ change }) => change !== (side === "before" ? "added" : "removed"));
  const between = ({ text, change }: Word): boolean => !change && text === "; ";
  const needed = own.filter((word, index) => !between(word) || (index > 0 && !between(own[index - 1] as Word)));
  return needed.at(-1) && between(needed.at(-1) as Word) ? needed.slice(0, -1) : needed;
}

/** "v1.0 (a1b2c3d, 13 december 2018)". */
export function versionName({ name, revision, date }: VersionInfo): string {
  const known = [
    ...(revision && !revision.startsWith(name) ? [revision.slice(0, 7)] : []),
    ...(date ? [dayOf(date)] : []),
  ];
  return known.length > 0 ? `${name} (${known.join(", ")})` : name;
}

/** How many of the changes came, went and became others. */
export function countsOf(changes: readonly Change[]): Record<"added" | "removed" | "other", number> {
  const [added, removed] = ["added", "removed"].map((type) => changes.filter((change) => change.type === type).length);
  return { added: added ?? 0, removed: removed ?? 0, other: changes.length - (added ?? 0) - (removed ?? 0) };
}

/** "12 wijzigingen (3 nieuw, 1 vervallen, 8 gewijzigd)". */
export function tally(changes: readonly Change[]): string {
  if (changes.length === 0) return "geen wijzigingen";
  const { added, removed, other } = countsOf(changes);
  const parts = [...count(added, "nieuw"), ...count(removed, "vervallen"), ...count(other, "gewijzigd")];
  return `${counted(changes.length, "wijziging", "wijzigingen")} (${parts.join(", ")})`;
}

const count = (number: number, what: string): string[] => (number > 0 ? [`${number} ${what}`] : []);

/** The changes by chapter, in their order. */
export function byChapter(
  changes: readonly ExplainedChange[],
): { readonly id: string; readonly title: string; readonly changes: readonly ExplainedChange[] }[] {
  const ids = [...new Set(changes.map(({ chapter }) => chapter.id))];
  return ids.map((id) => {
    const own = changes.filter(({ chapter }) => chapter.id === id);
    return { id, title: own[0]?.chapter.title ?? id, changes: own };
  });
}

/** The documents that show some of the changes, with how many. */
export function byDocument(changes: readonly ExplainedChange[]): { readonly title: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { documents } of changes)
    for (const title of new Set(documents.map(({ document }) => document.title)))
      counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts].map(([title, number]) => ({ title, count: number })).sort((a, b) => b.count - a.count);
}
