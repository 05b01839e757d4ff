/** What was changed in a paragraph: stretches of what was sent, and what came in their place. */
import { diffWordsWithSpace } from "diff";
import { acceptAll, isThere, type Piece, rejectAll, type Tracked } from "../docx/index.js";
import type { Match } from "./matched.js";

/** The mark at the end of a paragraph, among characters. */
export const BREAK = "\u2029";

export interface Edit {
  /** Offsets in what was sent. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Who did it, the first first; nobody for what wasn't tracked. */
  readonly authors: readonly string[];
  readonly date?: string;
  readonly moved: boolean;
}

/** A character as it was sent, as it stands without the tracked changes, and with them. */
export interface Unit {
  readonly sign: string;
  readonly sent: boolean;
  readonly there: boolean;
  readonly tracked: readonly Tracked[];
  /** Changed without tracking. */
  readonly silent: boolean;
  /** Word counts it: a number that it counted again is nobody's change. */
  readonly counted: boolean;
  readonly emphasis: Emphasised;
  /** How words of its paragraph look by themselves. */
  readonly usual: Emphasised;
}

type Emphasised = Pick<Piece, "bold" | "italic">;

const PLAIN = { counted: false, emphasis: {}, usual: {} } as const;

/** All changes in a paragraph. Each is by someone, or by nobody that is known. */
export function editsIn({ sent, stretches }: Match): Edit[] {
  return joined(unitsIn(sent.shown, stretches));
}

/** @param shown what was sent */
export function unitsIn(shown: string, stretches: Match["stretches"]): Unit[] {
  const all: Omit<Unit, "sent" | "silent">[] = stretches.flatMap(({ pieces, mark, usual }) => [
    ...pieces.flatMap(({ text, tracked, field, ...emphasis }) =>
      text.split("").map((sign) => ({
        sign,
        tracked,
        there: isThere(tracked, acceptAll),
        counted: field !== undefined && /\d/.test(sign),
        emphasis,
        usual,
      })),
    ),
    ...(mark ? [{ ...PLAIN, sign: BREAK, tracked: mark.tracked, there: isThere(mark.tracked, acceptAll) }] : []),
  ]);
  const base = all.filter(({ tracked }) => isThere(tracked, rejectAll));
  const now = base.map(({ sign }) => sign).join("");
  const known = new Set(base);
  if (now === shown) return all.map((unit) => ({ ...unit, sent: known.has(unit), silent: false }));
  // Something was changed without tracking: how what was sent became what it is without the tracked changes.
  const units: Unit[] = [];
  let next = 0;
  const upTo = (count: number, silent: boolean): void => {
    for (let left = count; next < all.length; next++) {
      const unit = all[next];
      if (!unit) break;
      const isBase = known.has(unit);
      if (isBase && left === 0) break;
      if (isBase) left--;
      units.push({ ...unit, sent: isBase && !silent, silent: isBase && silent });
    }
  };
  for (const { value, added, removed } of differences(shown, now)) {
    if (removed)
      for (const sign of value.split(""))
        units.push({ ...PLAIN, sign, sent: true, there: false, tracked: [], silent: true });
    else upTo(value.length, added === true);
  }
  upTo(Number.POSITIVE_INFINITY, false);
  return units;
}

/** More words than anyone changes in one paragraph: then telling them apart takes too long, and all of it is one change. */
const MOST_WORDS = 5_000;

/** What went and came, word by word; words that changed next to each other are one change, with the space between them. */
function differences(shown: string, now: string): { value: string; added?: boolean; removed?: boolean }[] {
  const parts: { value: string; added?: boolean; removed?: boolean }[] = diffWordsWithSpace(shown, now, {
    maxEditLength: MOST_WORDS,
  }) ?? [
    { value: shown, removed: true },
    { value: now, added: true },
  ];
  const isChange = (index: number): boolean => parts[index]?.added === true || parts[index]?.removed === true;
  return parts.flatMap((part, index) =>
    !isChange(index) && part.value.trim() === "" && isChange(index - 1) && isChange(index + 1)
      ? [
          { value: part.value, removed: true },
          { value: part.value, added: true },
        ]
      : [part],
  );
}

/** Who changed a character; nothing where it is as it was. */
const whoOf = ({ tracked, silent }: Unit): string | undefined =>
  tracked.length > 0 ? JSON.stringify(tracked.map(({ author }) => author)) : silent ? "" : undefined;

/** Characters next to each other that the same people changed are one change. */
function joined(units: readonly Unit[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (let index = 0; index < units.length; ) {
    const who = whoOf(units[index] as Unit);
    if (who === undefined) {
      at += units[index]?.sent ? 1 : 0;
      index++;
      continue;
    }
    const own: Unit[] = [];
    for (let unit = units[index]; unit && whoOf(unit) === who; unit = units[++index]) own.push(unit);
    const from = at;
    at += own.filter(({ sent }) => sent).length;
    if (isCount(own)) continue;
    const tracked = own.flatMap((unit) => unit.tracked);
    const date = tracked.map((one) => one.date).find((one) => one !== "");
    edits.push({
      from,
      to: at,
      text: own
        .filter(({ there }) => there)
        .map(({ sign }) => sign)
        .join(""),
      authors: [...new Set(tracked.map(({ author }) => author))],
      ...(date !== undefined && { date }),
      moved: tracked.some(({ kind }) => kind === "moved-away" || kind === "moved-here"),
    });
  }
  return edits;
}

/** A number that Word counted again: not what anyone typed. */
function isCount(units: readonly Unit[]): boolean {
  const fresh = units.filter(({ there, sent }) => there && !sent);
  return (
    units.every(({ silent }) => silent) &&
    fresh.length > 0 &&
    fresh.every(({ counted }) => counted) &&
    units.every(({ sign }) => /[\d\s]/.test(sign))
  );
}
