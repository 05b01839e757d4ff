/** Terms of a document: those of its own list, and abbreviations that its texts explain. */
import { type Paragraph, paragraphsIn, type WordBlock } from "../docx/index.js";
import { asLine, cleaned, excerpt, TYPED, textOf } from "../from-word/words.js";
import { escapedWords } from "../prose/escaped.js";
import { sentencesIn } from "../prose/sentences.js";
import { Ids } from "./ids.js";
import type { Chapter } from "./outline.js";
import { given, rowsOf, textUnder, type Value } from "./parts.js";
import type { Workshop } from "./prose.js";

/** A meaning is one line; what doesn't fit is explanation. */
const LONGEST = 400;

export interface Term {
  readonly term: string;
  readonly meaning: string;
}

/** The terms of a list of terms, each on a line or in a row of its own; nothing when the chapter has another shape. */
export function termsIn(
  { title, blocks, inner }: Chapter,
  own: Workshop,
): { introduction: string | undefined; terms: Term[] } | undefined {
  if (inner.length > 0) return undefined;
  const table = rowsOf(blocks);
  if (table) {
    const terms = table.rows.map(({ name, blocks: cell }) => ({
      term: asLine(name, own.report),
      meaning: paragraphsIn(cell)
        .map(({ pieces }) => cleaned(textOf(pieces), own.report).trim())
        .filter(Boolean)
        .join(" "),
    }));
    return terms.every(isTerm) ? { introduction: textUnder(title, table.before, own), terms } : undefined;
  }
  if (blocks.some(({ type }) => type === "table")) return undefined;
  const lines = paragraphsIn(blocks).filter(({ pieces }) => textOf(pieces) !== "");
  const first = lines.findIndex((line) => termOf(line, own) !== undefined);
  if (first < 0) return undefined;
  const terms = lines.slice(first).map((line) => termOf(line, own));
  if (!terms.every((term) => term !== undefined)) return undefined;
  return { introduction: textUnder(title, lines.slice(0, first), own), terms };
}

const isTerm = ({ term, meaning }: Term): boolean => term !== "" && term.length <= 120 && meaning !== "";

/** "PGA: persoonsgerichte aanpak", with a colon, dash, equals sign or tab. */
function termOf(paragraph: Paragraph, own: Workshop): Term | undefined {
  const raw = paragraph.pieces
    .map(({ text }) => text)
    .join("")
    .trim();
  const [, name = "", meaning = ""] = /^([^\t:=]{1,80}?)\s*(?:\t+|:\s|=\s?|\s[–—-]\s)\s*(\S[\s\S]*)$/.exec(raw) ?? [];
  const term = { term: asLine(name, own.report), meaning: cleaned(meaning, own.report).trim() };
  return isTerm(term) && paragraph.pieces.every(({ note, picture }) => !note && !picture) ? term : undefined;
}

/** A term as the glossary has it. */
function entryOf({ term, meaning }: Term, ids: Ids, own: Workshop): Value {
  const id = ids.give(term, "begrip");
  const escaped = (text: string): string => escapedWords(text.replace(TYPED, ""), true);
  if (meaning.length <= LONGEST) return { id, term, meaning: escaped(meaning) };
  const sentences = sentencesIn(meaning);
  const [first = ""] = sentences;
  if (first.length <= LONGEST)
    return {
      id,
      term,
      meaning: escaped(first),
      ...given("explanation", `${sentences.slice(1).map(escaped).join("\n")}\n`),
    };
  own.report.doubt(`de uitleg van “${excerpt(term)}” is te lang voor één regel`);
  return { id, term, meaning: `zie de toelichting`, explanation: `${sentences.map(escaped).join("\n")}\n` };
}

/** Abbreviations that a text explains where it first has them: "de persoonsgerichte aanpak (PGA)". */
export function abbreviationsIn(blocks: readonly WordBlock[]): Term[] {
  const found = new Map<string, Term>();
  for (const paragraph of paragraphsIn(blocks)) {
    const text = textOf(paragraph.pieces);
    for (const { 1: before = "", 2: term = "" } of text.matchAll(
      /((?:[\p{L}][\p{L}'’-]*[ -]){1,8})\((\p{Lu}[\p{L}\d&]{1,9})\)/gu,
    )) {
      if (!/\p{Lu}.*\p{Lu}/u.test(term) || found.has(term)) continue;
      const meaning = expansion(before.trim(), term);
      if (meaning !== undefined) found.set(term, { term, meaning });
    }
  }
  return [...found.values()];
}

const SMALL = /^(?:de|het|een|en|van|voor|in|op|der|den|te|bij|met|and|of|the)$/i;

/** The last words before an abbreviation of which the letters are those of it. */
function expansion(before: string, term: string): string | undefined {
  const words = before.split(" ");
  const letters = term.toLowerCase();
  for (let count = 1; count <= words.length; count++) {
    const some = words.slice(-count);
    if (SMALL.test(some[0] ?? "")) continue;
    const initials = some
      .flatMap((word) => (SMALL.test(word) ? [] : word.split("-").map((part) => part[0] ?? "")))
      .join("")
      .toLowerCase();
    const withSmall = some
      .flatMap((word) => word.split("-").map((part) => part[0] ?? ""))
      .join("")
      .toLowerCase();
    if (initials === letters || withSmall === letters) return some.join(" ");
    // One word whose parts have the letters: gebiedsgebonden politiezorg, veiligheidsregio.
    if (
      count > 1 &&
      isHidden(some.join("").toLowerCase(), letters) &&
      initials[0] === letters[0] &&
      initials.length >= letters.length - 1
    )
      return some.join(" ");
  }
  return undefined;
}

function isHidden(words: string, letters: string): boolean {
  let at = -1;
  return [...letters].every((letter) => {
    at = words.indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** A term to which what `ivp` adds itself refers. */
const DRIEHOEK = {
  id: "driehoek",
  term: "driehoek",
  meaning: "Overleg van burgemeester, officier van justitie en politie (Politiewet 2012, artikel 13)",
};

const isDriehoek = (term: string): boolean => term.toLowerCase() === DRIEHOEK.term;

/** The terms of lists and of texts, each once, with that of the driehoek. */
export function glossaryOf(terms: readonly Term[], own: Workshop): Value[] {
  const ids = new Ids([DRIEHOEK.id]);
  const seen = new Map<string, Term>();
  for (const term of terms) {
    const key = term.term.toLowerCase();
    const known = seen.get(key);
    if (!known) seen.set(key, term);
    else if (known.meaning.toLowerCase() !== term.meaning.toLowerCase())
      own.report.doubt(
        `“${term.term}” staat er met twee betekenissen: “${excerpt(known.meaning)}” is overgenomen, “${excerpt(term.meaning)}” niet`,
        "",
      );
  }
  const all = [...seen.values()].map((term) => {
    const entry = entryOf(term, ids, own);
    return isDriehoek(term.term) ? { ...entry, id: DRIEHOEK.id } : entry;
  });
  return all.some(({ id }) => id === DRIEHOEK.id) ? all : [...all, DRIEHOEK];
}
