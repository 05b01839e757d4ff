/** What has no words and came or went in a paragraph: the sign of a footnote, and a picture. */
import { isThere, type Piece, paragraphsIn, rejectAll, type WordDocument } from "../docx/index.js";
import type { Draft } from "./drafts.js";
import { type Match, textOf } from "./matched.js";
import { by } from "./refusals.js";

export interface SignChange {
  /** Where in what was sent. */
  readonly offset: number;
  readonly draft: Omit<Draft, "chapter" | "place">;
}

export function signChanges({ stretches }: Match, { notes }: WordDocument): SignChange[] {
  let offset = 0;
  return stretches
    .flatMap(({ pieces }) => pieces)
    .flatMap((piece) => {
      if (isThere(piece.tracked, rejectAll)) offset += piece.text.length;
      const draft = signChange(piece, notes);
      return draft ? [{ offset, draft }] : [];
    });
}

/** @returns nothing for what has words, or was left as it was */
export function signChange(
  { note, picture, tracked }: Piece,
  notes: WordDocument["notes"] = [],
): SignChange["draft"] | undefined {
  const change = tracked.at(-1);
  if (!change || (!note && !picture)) return undefined;
  const comes = change.kind === "inserted" || change.kind === "moved-here";
  // The words of a new footnote are a change of their own.
  if (note && comes) return undefined;
  const words = note ? noteWords(note, notes) : pictureWords(picture);
  const happened = comes ? "toegevoegd" : "verwijderd";
  const what = note ? "Het teken van een voetnoot" : "Een afbeelding";
  return {
    ...by(change),
    how: happened,
    was: comes ? "" : words,
    becomes: comes ? words : "",
    refused: `${what} is ${happened}: doe dat zelf in de inhoud.`,
  };
}

function noteWords({ kind, id }: NonNullable<Piece["note"]>, notes: WordDocument["notes"]): string {
  const own = notes.find((note) => note.kind === kind && note.id === id);
  const words = paragraphsIn(own?.blocks ?? []).map(({ pieces }) => textOf(pieces).trim());
  return `[voetnoot: ${words.join(" ")}]`;
}

const pictureWords = (picture: Piece["picture"]): string =>
  `[${picture?.other ?? "een afbeelding"}${picture?.alt ? `: ${picture.alt}` : ""}]`;
