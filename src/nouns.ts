/** How nouns go in a Dutch sentence: their articles, plurals and the words that agree with them. A part of `dutch.ts`. Pure. */

export type Article = "de" | "het";

/** How a noun goes in a sentence. What isn't known is left out there: an article can't be guessed. */
export interface Noun {
  /** Without an article: "gemeenteraad". */
  readonly name: string;
  readonly article?: Article;
  /** "gemeenteraden". */
  readonly plural?: string;
}

/** The bodies that the law names (Gemeentewet, artikel 6; Politiewet 2012, artikel 13): their words are known. */
const bodies: Readonly<Record<string, { readonly article: Article; readonly plural: string }>> = {
  raad: { article: "de", plural: "raden" },
  gemeenteraad: { article: "de", plural: "gemeenteraden" },
  college: { article: "het", plural: "colleges" },
  burgemeester: { article: "de", plural: "burgemeesters" },
  driehoek: { article: "de", plural: "driehoeken" },
};

/** A noun with what is known of its first word: "college van burgemeester en wethouders" is *het*, more are "colleges van …". */
export function noun(name: string): Noun {
  const [head = "", ...rest] = name.split(" ");
  const known = Object.hasOwn(bodies, head) && (rest.length === 0 || rest[0] === "van") ? bodies[head] : undefined;
  return known ? { name, article: known.article, plural: [known.plural, ...rest].join(" ") } : { name };
}

/** A noun with its article, as far as it is known: "het college", "bestuurlijk overleg". */
export const withArticle = ({ name, article }: Noun): string => (article ? `${article} ${name}` : name);

/** What papers are called, by the end of the word, with article and plural: "jaarplan" is a "plan". */
const papers: readonly (readonly [string, Article, string])[] = [
  ["plan", "het", "plannen"],
  ["programma", "het", "programma's"],
  ["nota", "de", "nota's"],
  ["agenda", "de", "agenda's"],
  ["bijlage", "de", "bijlagen"],
  ["paragraaf", "de", "paragrafen"],
  ["visie", "de", "visies"],
  ["notitie", "de", "notities"],
  ["kader", "het", "kaders"],
  ["deel", "het", "delen"],
  ["document", "het", "documenten"],
  ["overzicht", "het", "overzichten"],
  ["rapportage", "de", "rapportages"],
  ["rapport", "het", "rapporten"],
  ["verslag", "het", "verslagen"],
  ["monitor", "de", "monitors"],
];

/**
 * The name of a paper as a noun, as far as that follows from it: "jaarplan veiligheid" is *het*, more are "jaarplannen veiligheid".
 * The plural of an adjective without -e isn't guessed: "integraal veiligheidsplan".
 */
export function paperNoun(name: string): Noun {
  const words = name.split(" ");
  const at = words.findIndex((word) => papers.some(([end]) => word.toLowerCase().endsWith(end)));
  const [end, article, plural] = papers.find(([known]) => words[at]?.toLowerCase().endsWith(known)) ?? [];
  if (end === undefined || article === undefined || plural === undefined) return { name };
  const more = words.with(at, `${words[at]?.slice(0, -end.length)}${plural}`).join(" ");
  return { name, article, ...(words.slice(0, at).every((word) => word.endsWith("e")) && { plural: more }) };
}

/** A noun with an adjective before it, in the form that it has after *het* and *de*: "het volgende plan", "de hele nota". */
export const described = (adjective: string, { name, plural, article }: Required<Noun>): Required<Noun> => ({
  name: `${adjective} ${name}`,
  article,
  plural: `${adjective} ${plural}`,
});

/** Words that go with an article: the form for *het*, and that for *de* and for more. */
const agreeing = {
  de: ["het", "de"],
  dit: ["dit", "deze"],
  dat: ["dat", "die"],
  elk: ["elk", "elke"],
  welk: ["welk", "welke"],
  ons: ["ons", "onze"],
} as const;

/**
 * A word with the noun that it agrees with: "het jaarplan", "de nota", "deze jaarplannen", "elke nota".
 * @param word the word in its form for *het*, or *de* for the article itself
 * @param count how many there are; more than one of *elk* there can't be
 */
export const agree = (word: keyof typeof agreeing, { name, article, plural }: Required<Noun>, count = 1): string =>
  count === 1 ? `${agreeing[word][article === "het" ? 0 : 1]} ${name}` : `${agreeing[word][1]} ${plural}`;
