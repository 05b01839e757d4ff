import { distance } from "fastest-levenshtein";

/** Names among which the one that a word resembles is looked for. There may be thousands, and as many words. */
export interface Names {
  /** Each name once, in the order in which they came. */
  readonly all: ReadonlySet<string>;
  readonly add: (name: string) => void;
  /**
   * The name that differs least from a word, whatever their capitals.
   * @param most in how many letters it may differ
   */
  readonly nearest: (word: string, most: number) => string | undefined;
}

/** Names of one length: what they read like without capitals, and with which letters they are written. */
interface SameLength {
  readonly names: string[];
  readonly plain: string[];
  readonly letters: Letters[];
}

/** Prepares names to be looked among: a word is only compared letter by letter with the few that can come near. */
export function namesOf(names: Iterable<string>): Names {
  const all = new Set<string>();
  const byLength = new Map<number, SameLength>();
  const add = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    const plain = name.toLowerCase();
    const same = byLength.get(plain.length) ?? { names: [], plain: [], letters: [] };
    byLength.set(plain.length, same);
    same.names.push(name);
    same.plain.push(plain);
    same.letters.push(lettersOf(plain));
  };
  for (const name of names) add(name);
  const nearest = (word: string, most: number): string | undefined => {
    if (all.has(word)) return word;
    const plain = word.toLowerCase();
    let letters: Letters | undefined;
    let best: string | undefined;
    let least = most + 1;
    const look = (length: number): void => {
      const same = byLength.get(length);
      if (!same) return;
      const fewest = Math.abs(plain.length - length);
      letters ??= lettersOf(plain);
      for (let index = 0; index < same.plain.length && fewest < least; index++) {
        if (apart(letters, same.letters[index] ?? letters) >= least) continue;
        const steps = distance(plain, same.plain[index] ?? "");
        if (steps < least) [best, least] = [same.names[index], steps];
      }
    };
    for (let step = 0; step < least; step++) {
      look(plain.length - step);
      if (step > 0) look(plain.length + step);
    }
    return best;
  };
  return { all, add, nearest };
}

/** Which letters a word has, which it has more than once, and the same of its digits: a bit each. */
type Letters = readonly [once: number, twice: number, digits: number];

function lettersOf(word: string): Letters {
  let [once, twice, digits] = [0, 0, 0];
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code >= 48 && code <= 57) {
      const bit = 1 << (code - 48);
      digits |= digits & bit ? bit << 10 : bit;
    } else {
      const bit = 1 << (code & 31);
      if (once & bit) twice |= bit;
      else once |= bit;
    }
  }
  return [once, twice, digits];
}

/** In how many letters two words differ at least: each step from one to the other takes away one letter at most, and adds one. */
function apart(a: Letters, b: Letters): number {
  return Math.max(
    ones(a[0] & ~b[0]) + ones(a[1] & ~b[1]) + ones(a[2] & ~b[2]),
    ones(b[0] & ~a[0]) + ones(b[1] & ~a[1]) + ones(b[2] & ~a[2]),
  );
}

/** How many bits of a number are 1. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Names as they are looked among. */
export const prepared = (names: Iterable<string> | Names): Names => ("nearest" in names ? names : namesOf(names));

/** The candidate that a mistyped word most likely meant, or `undefined` when none comes near. */
export function closest(word: string, candidates: Iterable<string> | Names): string | undefined {
  // A third of the word may be wrong: enough for typing errors (two swapped letters count as two), too little for other words.
  return prepared(candidates).nearest(word, Math.max(word.length > 2 ? 2 : 1, Math.floor(word.length / 3)));
}
