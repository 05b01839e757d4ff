import { asTyped, type Terms } from "../model/index.js";
import { amendment } from "./amendment/index.js";
import { annex } from "./annex/index.js";
import { proposal, resolution } from "./council/index.js";
import type { DocumentKind } from "./kind.js";
import { plan } from "./plan/index.js";
import { programme } from "./programme/index.js";
import { progress } from "./progress/index.js";

/** Every kind of document that there is, in the order in which they are made and listed. */
export const kinds: readonly DocumentKind[] = [plan, annex, programme, amendment, proposal, resolution, progress];

/** The kind of a document. */
export function kindOf(document: { readonly kind: string }): DocumentKind {
  const kind = kinds.find((candidate) => candidate.kind === document.kind);
  if (!kind) throw new Error(`no kind of document ${document.kind}`);
  return kind;
}

/** The municipality that a document is of, where it is of one. */
export const municipalityOf = (document: { readonly kind: string; readonly id: string }): string | undefined => {
  const { audience, municipality } = kindOf(document);
  return audience === "municipality" ? (municipality?.(document) ?? document.id) : undefined;
};

/** Words that everyone may type for what is decided on or carried on, whatever the team calls it. */
const everyones: Readonly<Record<string, DocumentKind["kind"]>> = {
  plan: "plan",
  annex: "annex",
  bijlage: "annex",
  programme: "programme",
  programma: "programme",
  uitvoeringsprogramma: "programme",
};

/** The kind that a word is for: everyone's, or the team's own. What is none comes back as it is. */
export const kindTyped = (word: string, terms: Terms): string => everyones[asTyped(word)] ?? kindNamed(word, terms);

/** What someone may type for one of these kinds: as short as the team calls it, if that isn't taken for another. */
export const wordFor = (kind: "plan" | "annex" | "programme", terms: Terms): string =>
  [terms[kind].brief.name, terms[kind].name].find((word) => kindTyped(word, terms) === kind) ?? kind;

/** All words that are understood, to see what a typing error was meant to be. */
export const typedWords = (terms: Terms): string[] => [
  ...Object.keys(everyones),
  ...kinds.flatMap(({ words }) => words(terms)),
];

/** What `--only` names: a kind by a word for it, or else what was asked for. */
export const kindNamed = (name: string, terms: Terms): string =>
  kinds.find(({ words }) => words(terms).some((word) => word.toLowerCase() === name.toLowerCase()))?.kind ?? name;
