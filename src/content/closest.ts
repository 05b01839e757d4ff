import { distance } from "fastest-levenshtein";

/** The candidate that a mistyped word most likely meant, or `undefined` when none comes near. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // A third of the word may be wrong: enough for typing errors (two swapped letters count as two), too little for other words.
  let least = Math.max(word.length > 2 ? 2 : 1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** More choices than this are no help in a line of text. */
const MOST = 20;

/**
 * What to do about a word that isn't one of those that can be: the one that was most likely meant, else all of them.
 * @param otherwise what to say when there is nothing to choose from, or too much
 */
export function suggestion(
  word: string,
  candidates: Iterable<string>,
  {
    quote = (name: string) => `“${name}”`,
    choose = "Kies uit",
    otherwise = "Controleer de spelling.",
  }: { quote?: (name: string) => string; choose?: string; otherwise?: string } = {},
): string {
  const all = [...new Set(candidates)];
  const guess = closest(word, all);
  if (guess !== undefined) return `Bedoelde u ${quote(guess)}?`;
  return all.length > 0 && all.length <= MOST ? `${choose}: ${all.join(", ")}.` : otherwise;
}
