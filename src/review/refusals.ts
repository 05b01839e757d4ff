/** Why a change that someone made isn't written, in Dutch, as sentences; and how a change is called. */
import type { Paragraph, Tracked } from "../docx/index.js";
import { BREAK, type Edit } from "./edits.js";
import type { Match } from "./matched.js";
import type { Target } from "./target.js";
import type { Change } from "./types.js";

export const OWN = "Dit schrijft ivp zelf: pas de inhoud aan waar het uit volgt.";
export const NOBODY = { authors: [], tracked: false } as const;
export const by = ({ author, date }: Tracked): { authors: string[]; tracked: true; date?: string } => ({
  authors: [author],
  tracked: true,
  ...(date !== "" && { date }),
});

export const JOINED = "Deze alinea is samengevoegd met een andere: doe dat in de inhoud.";
export const ROW = "Een rij, kolom of cel van een tabel is toegevoegd of verwijderd: doe dat in de inhoud.";

/** What happened with the row, cell or table that a paragraph is in. */
export const inRow = ({ around }: Paragraph): Tracked | undefined => around[0];

/** Why a change isn't written, whatever the content holds. */
export function refusalOf(
  { sent, shared }: Match,
  { from, to, text, moved }: Edit,
  row: Tracked | undefined,
  target: Target | undefined,
): string | undefined {
  if (from === to && text === "") return "Dit is toegevoegd en weer weggehaald: er verandert niets.";
  if (row) return ROW;
  if (moved) return "Dit is verplaatst: doe dat in de inhoud.";
  if (text.includes(BREAK)) return "Een alinea is gesplitst: doe dat in de inhoud.";
  if (from === 0 && to === sent.shown.length && text === "" && sent.lines.length > 0)
    return "Deze alinea is in haar geheel verwijderd, en er is iets mee samengevoegd: doe dat in de inhoud.";
  if (shared) return JOINED;
  return target ? undefined : OWN;
}

export function howOf({ from, to, text, moved }: Edit): Change["how"] {
  if (moved) return "verplaatst";
  if (from === to) return "toegevoegd";
  return text === "" ? "verwijderd" : "gewijzigd";
}

/** The words around a change in a text of which nobody knows the sentences. */
export function sentenceAround(shown: string, { from, to, text }: Edit): { was: string; becomes: string } {
  const start = Math.max(0, shown.lastIndexOf(" ", Math.max(0, from - 40)) + 1);
  const stop = shown.indexOf(" ", to + 40);
  const end = stop < 0 ? shown.length : stop;
  return { was: shown.slice(start, end), becomes: shown.slice(start, from) + text + shown.slice(to, end) };
}
