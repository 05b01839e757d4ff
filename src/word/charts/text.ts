/** How much room words take in a chart: Word measures them itself, so this only has to be near. */
import { mm } from "../sizes.js";

/** A line of letters of 9 points, and how wide a letter is on average, in twips. */
export const LINE = mm(4.3);
const LETTER = mm(1.75);

/** Words on lines of about this width, in twips. */
export function wrapped(text: string, width: number): string[] {
  const most = Math.max(6, Math.floor(width / LETTER));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  // A word that is longer than a line goes on on the next.
  return lines.flatMap((line) => line.match(new RegExp(`.{1,${most}}`, "gsu")) ?? [line]);
}
