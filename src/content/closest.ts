import { distance } from "fastest-levenshtein";

/** The candidate that a mistyped word most likely meant, or `undefined` when none comes near. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // A third of the word may be wrong: enough for typing errors (two swapped letters count as two), too little for other words.
  let least = Math.max(word.length > 2 ? 2 : 1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}
