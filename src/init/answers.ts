/** What `ivp init` must know, and which answers can be. Pure; an answer that can't be is a {@link UsageError}. */
import { ivp } from "../called/index.js";
import { type Article, counted, enumeration, type Noun, one, paperNoun } from "../dutch.js";
import { UsageError } from "../errors.js";
import { FIRST_YEAR, LAST_YEAR, LONGEST_PLAN } from "../model/index.js";
import { municipalitiesOf } from "./municipalities.js";
import { nameOf } from "./name.js";
import { type Key, keys, questions, required } from "./questions.js";

/** What someone says of a new plan. */
export interface Answers {
  /** As in a sentence: "basisteam De Kempen". */
  readonly team: string;
  /** One or more names, each another municipality. */
  readonly municipalities: readonly string[];
  /** The first and the last year of the plan. */
  readonly from: number;
  readonly to: number;
  readonly programme: OwnName;
  /** How many years a programme takes. */
  readonly years: 1 | 2;
  /** What the plan and the annexes are called, where that isn't as most teams call them. */
  readonly plan?: OwnName;
  readonly annex?: OwnName;
}

/** What a document is called, as in a sentence: "jaarplan" with "het". */
export type OwnName = Required<Pick<Noun, "name" | "article">>;

type Reader<Key extends keyof Answers> = (text: string, before: Partial<Answers>) => NonNullable<Answers[Key]>;

/** How each answer is read; a later one may look at those before it. */
const readers: { readonly [Name in Key]: Reader<Name> } = {
  municipalities: municipalitiesOf,
  team: (text) => nameOf(text, "Het team"),
  from: (text, { to }) => inOrder(yearOf(text), to).from,
  to: (text, { from }) => inOrder(from, yearOf(text)).to,
  programme: (text) => ownName(text, "Het programma"),
  years: lengthOf,
  plan: (text) => ownName(text, "Het plan"),
  annex: annexOf,
};

/** What many will answer, after what was answered before. */
export function suggestionFor(key: Key, { municipalities = [], from }: Partial<Answers>): string | undefined {
  switch (key) {
    case "team":
      return one(municipalities.length, `gemeente ${municipalities[0]}`, undefined);
    case "to":
      return from === undefined ? undefined : String(from + LONGEST_PLAN - 1);
    case "programme":
      return "uitvoeringsprogramma";
    case "municipalities":
    case "from":
    case "years":
    case "plan":
    case "annex":
      return undefined;
  }
}

/** Reads one answer. @throws {UsageError} when it can't be */
export function read(key: Key, text: string, before: Partial<Answers>): Partial<Answers> {
  return { [key]: readers[key](text.normalize("NFC"), before) };
}

/** Reads all answers that were given. @throws {UsageError} at the first that can't be */
export function readAll(given: Readonly<Partial<Record<Key, string>>>): Partial<Answers> {
  let answers: Partial<Answers> = {};
  for (const key of keys) {
    const text = given[key];
    if (text !== undefined) answers = { ...answers, ...read(key, text, answers) };
  }
  return answers;
}

/** Whether nothing is missing. */
export const isWhole = (answers: Partial<Answers>): answers is Answers =>
  required.every((key) => answers[key] !== undefined);

/** What is wrong when answers are missing and nobody can be asked: all of them at once, with an example. */
export function missing(answers: Partial<Answers>): UsageError {
  const lacking = required.filter((key) => answers[key] === undefined).map((key) => `--${key}`);
  const example = required.map((key) => `--${key} ${questions[key].example}`).join(" ");
  return new UsageError(
    `Zeg ook ${enumeration(lacking)}: hier is geen terminal waarop ivp ernaar kan vragen.`,
    `Bijvoorbeeld: ${ivp} init mijn-plan ${example}`,
  );
}

/** There is no annex to name where there is one municipality. */
function annexOf(text: string, { municipalities = [] }: Partial<Answers>): OwnName {
  if (municipalities.length === 1)
    throw new UsageError("Met één gemeente is er geen bijlage om een naam te geven.", "Laat --annex weg.");
  return ownName(text, "De bijlage");
}

/** The name of a kind of document, with its article before it where that doesn't follow from the name. */
function ownName(text: string, what: string): OwnName {
  const whole = nameOf(text, what);
  const [, typed, rest = whole] = /^(de|het) (.+)$/iu.exec(whole) ?? [];
  const given = typed?.toLowerCase() as Article | undefined;
  // An abbreviation is in capitals; a whole name in capitals would shout in every sentence.
  if (/^(?=(?:.*\p{Lu}){6})\P{Ll}*$/u.test(rest))
    throw new UsageError(
      `“${rest}” heeft alleen hoofdletters. Zo zou de naam in elke zin staan.`,
      `Schrijf de naam zoals in een zin: “${rest.toLowerCase()}”.`,
    );
  // A capital is meant where the article before it has none.
  const meant = typed !== undefined && typed === given;
  const name = meant ? rest : rest.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
  const article = paperNoun(name).article ?? given;
  if (article === undefined) throw new UsageError(`Is het “het ${name}” of “de ${name}”?`, "Zet het lidwoord ervoor.");
  if (given !== undefined && given !== article)
    throw new UsageError(`Het is niet “${given} ${name}” maar “${article} ${name}”.`, "Laat het lidwoord weg.");
  return { name, article };
}

function yearOf(text: string): number {
  const year = wholeNumber(text);
  if (year === undefined || year < FIRST_YEAR || year > LAST_YEAR)
    throw new UsageError(
      `“${text.trim()}” is geen jaar.`,
      `Geef een jaar van ${FIRST_YEAR} tot en met ${LAST_YEAR}, bijvoorbeeld 2027.`,
    );
  return year;
}

/** Two years of which either may not be known yet. */
function inOrder<From extends number | undefined, To extends number | undefined>(from: From, to: To) {
  if (from !== undefined && to !== undefined) {
    const years = to - from + 1;
    if (years < 1)
      throw new UsageError(
        `Het plan eindigt (${to}) voordat het begint (${from}).`,
        "Geef bij --from het eerste jaar en bij --to het laatste.",
      );
    if (years > LONGEST_PLAN)
      throw new UsageError(
        `Van ${from} tot en met ${to} is ${years} jaar; een plan duurt ten hoogste vier jaar (Politiewet 2012, artikel 38b).`,
        `Geef als laatste jaar ten hoogste ${from + LONGEST_PLAN - 1}.`,
      );
  }
  return { from, to };
}

function lengthOf(text: string, { from, to }: Partial<Answers>): 1 | 2 {
  const years = wholeNumber(text);
  if (years !== 1 && years !== 2)
    throw new UsageError(`“${text.trim()}” kan niet: een programma duurt 1 of 2 jaar.`, "Geef 1 of 2.");
  if (from !== undefined && to !== undefined && years > to - from + 1)
    throw new UsageError(
      `Een programma van ${years} jaar past niet in een plan van ${counted(to - from + 1, "jaar", "jaar")}.`,
      "Geef 1.",
    );
  return years;
}

const wholeNumber = (text: string): number | undefined => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined);
