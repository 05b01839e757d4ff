import { distance } from "fastest-levenshtein";
import { perModel, type TextFault, wordRule } from "../rule.js";
import { folded } from "../words.js";

const wordPattern = /[\p{L}\p{N}'’-]+/gu;

export const misspelledName = wordRule(
  {
    code: "IVP405",
    severity: "warning",
    title: "Namen staan in de tekst zoals zij zijn vastgelegd.",
    why: "De bron schreef één functie op drie manieren; lezers denken dan aan drie functies.",
    mend: "Schrijf de naam zoals in partners.yaml, glossary.yaml of governance.yaml.",
  },
  (text, { model }): TextFault[] => {
    // A definition is what others must follow; whether two look alike is for similar-names.
    const names = model && namesOf(model);
    if (!names || names.all.has(text)) return [];
    const lower = text.toLowerCase();
    const words = [...text.matchAll(wordPattern)].map(({ 0: { length }, index: at }) => {
      const end = at + length;
      return { at, end, head: lower.slice(at, at + 2), tail: lower.slice(end - 2, end) };
    });
    const faults: TextFault[] = [];
    const compare = ({ name, plain }: Name, from: Word | undefined, to: Word | undefined): void => {
      if (!from || !to || Math.abs(to.end - from.at - name.length) > 3) return;
      const snippet = text.slice(from.at, to.end);
      if (!snippet.includes("\n") && !/\s{2}/.test(snippet) && differs(snippet, name, plain))
        faults.push({ snippet, at: from.at, message: `“${snippet}” heet in dit plan “${name}”.` });
    };
    // A slip of the pen is rarely at both ends: a name with another start and another end can't be meant.
    words.forEach((word, index) => {
      for (const name of names.byHead.get(word.head) ?? []) compare(name, word, words[index + name.size - 1]);
      for (const name of names.byTail.get(word.tail) ?? []) {
        const from = words[index - name.size + 1];
        if (from?.head !== name.head) compare(name, from, word);
      }
    });
    return faults;
  },
);

/** A word in a text: where it stands, and its first and last two letters in lower case. */
interface Word {
  readonly at: number;
  readonly end: number;
  readonly head: string;
  readonly tail: string;
}

/** Whether a piece of text is nearly a name, or the name in other letters. */
function differs(snippet: string, name: string, plain: string): boolean {
  const shape = folded(snippet);
  if (shape !== plain)
    return distance(shape, plain) <= Math.max(1, Math.floor(plain.length / 12)) && !inflected(shape, plain);
  return snippet.replace(/^./, (c) => c.toLowerCase()) !== name.replace(/^./, (c) => c.toLowerCase());
}

/** Plurals and genitives are no other name. */
const inflected = (a: string, b: string): boolean =>
  [a, b].some((one, index) => {
    const other = index === 0 ? b : a;
    return [`${one}s`, `${one}en`, `${one}n`, `${one}e`].includes(other);
  });

interface Name {
  readonly name: string;
  /** How many words it has. */
  readonly size: number;
  readonly plain: string;
  /** Its first and last two letters, in lower case. */
  readonly head: string;
  readonly tail: string;
}

/** The names of a model, to be found by the letters at their ends. */
interface Names {
  readonly all: ReadonlySet<string>;
  readonly byHead: ReadonlyMap<string, readonly Name[]>;
  readonly byTail: ReadonlyMap<string, readonly Name[]>;
}

/** Names of more than one word or of some length: shorter ones look like ordinary words. */
const namesOf = perModel((model): Names => {
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
  const found = [...new Set(names)]
    .filter((name) => name.length > 9 && /\p{Lu}/u.test(name) && !/[,;:.()]/.test(name))
    .map((name) => ({
      name,
      size: (name.match(wordPattern) ?? []).length,
      plain: folded(name),
      head: name.toLowerCase().slice(0, 2),
      tail: name.toLowerCase().slice(-2),
    }));
  return {
    all: new Set(found.map(({ name }) => name)),
    byHead: grouped(found, ({ head }) => head),
    byTail: grouped(found, ({ tail }) => tail),
  };
});

function grouped(names: readonly Name[], by: (name: Name) => string): Map<string, Name[]> {
  const groups = new Map<string, Name[]>();
  for (const name of names) groups.set(by(name), [...(groups.get(by(name)) ?? []), name]);
  return groups;
}
