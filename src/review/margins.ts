/** What others changed above and below the text of pages. */
import { type Paragraph, paragraphsIn, rejectAll, type WordDocument } from "../docx/index.js";
import type { Export } from "./carrier.js";
import type { Draft } from "./drafts.js";
import { textOf } from "./matched.js";
import { by, NOBODY, OWN } from "./refusals.js";

const DRAFT = { how: "gewijzigd", chapter: "Kop- en voetteksten", refused: OWN } as const;

/** Each change once, though it may stand on many pages. */
export function marginChanges(word: WordDocument, sent: Export | undefined): Draft[] {
  const paragraphs = paragraphsIn(word.margins);
  const tracked = paragraphs.flatMap((paragraph): Draft[] => {
    const [change] = [...paragraph.pieces.flatMap((piece) => piece.tracked), ...paragraph.mark];
    const [was, becomes] = [textOf(paragraph.pieces, rejectAll), textOf(paragraph.pieces)];
    return change ? [{ ...DRAFT, ...by(change), was, becomes }] : [];
  });
  const seen = new Set<string>();
  const once = tracked.filter(({ was, becomes }) => {
    const key = `${was}\n${becomes}`;
    return !seen.has(key) && seen.add(key);
  });
  return [...once, ...(sent?.margins ? silent(paragraphs, sent.margins) : [])];
}

/** What stands there otherwise than it went out, without that being tracked. */
function silent(paragraphs: readonly Paragraph[], margins: readonly string[]): Draft[] {
  const now = new Set(paragraphs.map(wordsOf).filter(Boolean));
  const known = new Set(margins.map((text) => text.trim()));
  const gone = [...known].filter((text) => !now.has(text));
  const come = [...now].filter((text) => !known.has(text));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => {
    const [was = "", becomes = ""] = [gone[index], come[index]];
    return {
      ...DRAFT,
      ...NOBODY,
      how: was === "" ? "toegevoegd" : becomes === "" ? "verwijderd" : "gewijzigd",
      was,
      becomes,
    };
  });
}

/** What a line says without what Word counts: the numbers of pages. */
const wordsOf = ({ pieces }: Paragraph): string =>
  textOf(
    pieces.filter(({ field }) => field === undefined),
    rejectAll,
  ).trim();
