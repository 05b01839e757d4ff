import type { Model } from "../../model/index.js";
import { referencesIn } from "../references.js";
import { modelWordRule, type TextFault } from "../rule.js";
import { bareWord } from "../words.js";

/** Capitals that need no explaining: roads, numbers of measures and actions, and what every reader knows. */
const known = /^(?:[AEN]\d+|[MA]\d+|PDF|HTML|AED|EU|NL|NS|VN|WhatsApp.*|B|W|I{1,3}|IV|VI*)$/;
const abbreviation =
  /(?<![\p{L}\p{N}:[&-])(?:[A-Z]{2,}[a-z]?[A-Z]*|[A-Z][a-z]{1,3}[A-Z]+|W[a-z]+ggz|W[a-z]*mo)(?![\p{L}\p{N}:&])/gu;

/** The number of a bank account (ISO 13616), in groups or not: NL91 ABNA 0417 1643 00. */
const account = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){2,7}(?:\s?[A-Z\d]{1,3})?(?![\p{L}\p{N}])/gu;

export const unexplainedAbbreviation = modelWordRule(
  {
    code: "IVP401",
    severity: "warning",
    title: "Elke afkorting staat in de begrippenlijst of wordt ter plekke uitgelegd.",
    why: "Inwoners en raadsleden kennen de afkortingen van het vak niet (taalniveau B1).",
    mend: "Zet de afkorting in glossary.yaml en verwijs ernaar met [[term:sleutelnaam]], of schrijf haar voluit.",
  },
  (model) => [wordsOf(model), referencesIn(model)],
  ([words = [], references = []]) => {
    const explained = new Set(words);
    return (text) => (references.includes(text) ? [] : faultsIn(text, explained));
  },
);

function faultsIn(text: string, explained: ReadonlySet<string>): TextFault[] {
  // In names of plans and people single words are often in capitals; what stands in brackets after its name is explained.
  const told = new Set<string>();
  // As long as they were: what is found is told at its place.
  const words = text.replace(account, ({ length }) => " ".repeat(length));
  return [...words.matchAll(abbreviation)].flatMap(({ 0: word, index: at }): TextFault[] => {
    if (told.has(word) || known.test(word) || explained.has(word) || explainedHere(text, word)) return [];
    told.add(word);
    return [{ snippet: word, at, message: `De afkorting “${word}” wordt nergens uitgelegd.` }];
  });
}

/**
 * What the plan explains or is a name: terms, partners, the team, municipalities such as Bergen (NH.), parties that submit an amendment, and the words in them; and
 * what the documents are called.
 */
function wordsOf({ content: { plan, glossary, partners, municipalities, amendments }, terms }: Model): string[] {
  return [
    ...glossary.terms.map(({ term }) => term),
    ...partners.partners.map(({ shortTitle }) => shortTitle),
    ...Object.values(terms).flatMap(({ short = "" }) => short),
    plan.team,
    ...municipalities.map(({ title }) => title),
    ...amendments.flatMap(({ submitters }) => submitters),
  ].flatMap((term) => [term, ...term.split(/[\s-]+/).map(bareWord)]);
}

/** "Koninklijk Instituut (KI)" or "KI (Koninklijk Instituut)". */
const explainedHere = (text: string, word: string): boolean =>
  text.includes(`(${word})`) || new RegExp(`${word}\\s*\\([^)]{8,}\\)`).test(text);
