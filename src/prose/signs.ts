/**
 * How a text tells where its lines end: with private characters that content can't hold, two for each number. A space may stand
 * before them, so that emphasis can end there.
 */
const [HIGH, LOW, MANY] = [0x100000, 0xf0000, 0xfffd];
const SIGN = / ?[\u{100000}-\u{10FFFD}][\u{F0000}-\u{FFFFD}]/gu;

export const signOf = (number: number): string =>
  String.fromCodePoint(HIGH + Math.floor(number / MANY)) + String.fromCodePoint(LOW + (number % MANY));

function numberOf(sign: string): number {
  const [high = HIGH, low = LOW] = Array.from(sign.trim(), (character) => character.codePointAt(0));
  return (high - HIGH) * MANY + low - LOW;
}

/** A text with other numbers in its signs; a sign without a new one goes. */
export const renumbered = (text: string, number: (before: number) => number | undefined): string =>
  text.replace(SIGN, (sign) => {
    const after = number(numberOf(sign));
    return after === undefined ? "" : `${sign.startsWith(" ") ? " " : ""}${signOf(after)}`;
  });

/** A sign by its number, and after how many characters of the text it stands. */
export interface PlacedSign {
  readonly number: number;
  readonly at: number;
}

/** A text apart from its signs. */
export function signsIn(text: string): { readonly text: string; readonly signs: readonly PlacedSign[] } {
  const signs: PlacedSign[] = [];
  let plain = "";
  let end = 0;
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    plain += text.slice(end, index);
    signs.push({ number: numberOf(sign), at: plain.length });
    end = index + sign.length;
  }
  return { text: plain + text.slice(end), signs };
}
