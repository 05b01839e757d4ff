import { type Names, namesOf } from "../../closest.js";
import { agree } from "../../dutch.js";
import type { Model } from "../../model/index.js";
import { modelWordRule, type TextFault } from "../rule.js";
import { folded } from "../words.js";

const wordPattern = /[\p{L}\p{N}'’-]+/gu;

export const misspelledName = modelWordRule(
  {
    code: "IVP405",
    severity: "warning",
    title: "Namen staan in de tekst zoals zij zijn vastgelegd.",
    why: "Een plan schreef één functie op drie manieren; lezers denken dan aan drie functies.",
    mend: "Schrijf de naam zoals in partners.yaml, glossary.yaml of governance.yaml.",
  },
  (model) => ({ names: namesIn(model), here: agree("dit", model.terms.plan.brief) }),
  ({ names: all, here }) => {
    const names = inGroups(all);
    return (text) => faultsIn(text, names, here);
  },
);

function faultsIn(text: string, names: AllNames, here: string): TextFault[] {
  // A definition is what others must follow; whether two look alike is for similar-names.
  if (names.all.has(text)) return [];
  const lower = text.toLowerCase();
  const words = [...text.matchAll(wordPattern)].map(({ 0: { length }, index: at }) => {
    const end = at + length;
    return { at, end, head: lower.slice(at, at + 2), tail: lower.slice(end - 2, end) };
  });
  const faults: TextFault[] = [];
  const compare = (group: Group, from: Word | undefined, to: Word | undefined, known?: Word): void => {
    const snippet = from && to ? text.slice(from.at, to.end) : "\n";
    if (!from || snippet.length > group.longest + 3 || /\n|\s{2}/.test(snippet)) return;
    const meant = meantIn(group, snippet);
    if (meant !== undefined && meant.slice(0, 2).toLowerCase() !== known?.head)
      faults.push({
        snippet,
        at: from.at,
        message: `“${snippet}” heet in ${here} “${meant}”.`,
      });
  };
  // A slip of the pen is rarely at both ends: a name with another start and another end can't be meant.
  words.forEach((word, index) => {
    for (const [size, group] of names.byHead.get(word.head) ?? []) compare(group, word, words[index + size - 1]);
    for (const [size, group] of names.byTail.get(word.tail) ?? []) {
      const from = words[index - size + 1];
      // Those with that start were compared there.
      compare(group, from, word, from);
    }
  });
  return faults;
}

/** A word in a text: where it stands, and its first and last two letters in lower case. */
interface Word {
  readonly at: number;
  readonly end: number;
  readonly head: string;
  readonly tail: string;
}

/** The name that a piece of text nearly is, or is in other letters. */
function meantIn({ names, plain }: Group, snippet: string): string | undefined {
  const shape = folded(snippet);
  const found = plain.nearest(shape, Math.max(1, Math.floor(shape.length / 12)));
  const [meant, ...more] = names.get(found ?? "") ?? [];
  if (found === undefined || (found !== shape && inflected(shape, found))) return undefined;
  return found === shape && [meant, ...more].some((name) => uncapital(name) === uncapital(snippet)) ? undefined : meant;
}

const uncapital = (text = ""): string => text.replace(/^./, (first) => first.toLowerCase());

/** Plurals and genitives are no other name. */
const inflected = (a: string, b: string): boolean =>
  [a, b].some((one, index) => {
    const other = index === 0 ? b : a;
    return [`${one}s`, `${one}en`, `${one}n`, `${one}e`].includes(other);
  });

/** Names with as many words and the same letters at one end, by how they read. */
interface Group {
  readonly names: Map<string, string[]>;
  readonly plain: Names;
  /** How many characters the longest has. */
  longest: number;
}

/** Groups by the two letters at an end of a name, in lower case, and by how many words it has. */
type Groups = ReadonlyMap<string, ReadonlyMap<number, Group>>;

/** The names of a model, to be found by the letters at their ends. */
interface AllNames {
  readonly all: ReadonlySet<string>;
  readonly byHead: Groups;
  readonly byTail: Groups;
}

/** Names of more than one word or of some length: shorter ones look like ordinary words. */
function namesIn(model: Model): string[] {
  const { partners, glossary, municipalities, alignment } = model.content;
  const names = [
    ...partners.partners.map(({ title }) => title.replace(/\s*\([^)]*\)/g, "")),
    ...glossary.terms.flatMap(({ term, meaning }) => [
      term,
      ...(/^[A-Z]/.test(meaning) &&
      !meaning.includes("[[") &&
      meaning.length < 60 &&
      /\p{Lu}\S*\s.*\p{Lu}/u.test(meaning)
        ? [meaning]
        : []),
    ]),
    ...municipalities.map(({ title }) => title),
    alignment.regionalPlan,
  ];
  return [...new Set(names)].filter((name) => name.length > 9 && /\p{Lu}/u.test(name) && !/[,;:.()]/.test(name));
}

const inGroups = (names: readonly string[]): AllNames => ({
  all: new Set(names),
  byHead: grouped(names, (name) => name.slice(0, 2)),
  byTail: grouped(names, (name) => name.slice(-2)),
});

function grouped(all: readonly string[], end: (name: string) => string): Groups {
  const groups = new Map<string, Map<number, Group>>();
  for (const name of all) {
    const sizes = groups.get(end(name).toLowerCase()) ?? new Map<number, Group>();
    groups.set(end(name).toLowerCase(), sizes);
    const size = (name.match(wordPattern) ?? []).length;
    const group = sizes.get(size) ?? { names: new Map<string, string[]>(), plain: namesOf([]), longest: 0 };
    sizes.set(size, group);
    const plain = folded(name);
    group.plain.add(plain);
    const same = group.names.get(plain) ?? [];
    group.names.set(plain, same);
    same.push(name);
    group.longest = Math.max(group.longest, name.length);
  }
  return groups;
}
