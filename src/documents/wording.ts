/** How states, bodies and open points read in Dutch documents: what takes the model to say. */
import type { Open } from "../content/index.js";
import { agree, described, type Noun, noun, withArticle } from "../dutch.js";
import { type Body, isOpen, type Model, type Terms } from "../model/index.js";
import type { OpenValue } from "./tree.js";

/** A body's name as a noun: what content says of it goes before what the law's words are known to be. */
function nounOf({ title, article, plural }: Body): Noun {
  const known = noun(title);
  return { ...known, ...(article && { article }), ...(plural && { plural }) };
}

/**
 * A body within a sentence: "de gemeenteraad van Best", "de gemeenteraden", "het college van elke gemeente".
 * @param town the municipality that a document is for, if it is for one
 */
export function bodyName(model: Model, id: string, town?: string): string {
  const body = model.bodies.find((candidate) => candidate.id === id);
  if (!body) return id;
  const word = nounOf(body);
  if (body.level === "team") return ofTeams(model, word, town);
  const [first, ...more] = model.municipalities;
  const place = town ?? (more.length === 0 ? first?.title : undefined);
  if (place) return `${withArticle(word)} van ${place}`;
  return word.plural ? `de ${word.plural}` : `${withArticle(word)} van elke gemeente`;
}

/** A body of the team; where there are more teams, each has its own. */
function ofTeams({ municipalities }: Model, word: Noun, town?: string): string {
  const teams = new Set(municipalities.map(({ team }) => team));
  if (teams.size < 2) return withArticle(word);
  const own = municipalities.find(({ title }) => title === town)?.team;
  if (own) return `${withArticle(word)} van ${own}`;
  return word.plural ? `de ${word.plural}` : `${withArticle(word)} van elk basisteam`;
}

/** The execution programmes within a sentence: which they are is told where they are listed. */
export const theProgramme = ({ programmes, terms }: Model): string => agree("de", terms.programme, programmes.length);

/** The plan within a sentence, once it is clear which: "het plan", "de nota". */
export const thePlan = ({ terms }: Model): string => agree("de", terms.plan.brief);

/** All of it: "het hele plan", "de hele nota". */
export const theWholePlan = ({ terms: { plan } }: Pick<Model, "terms">): string =>
  agree("de", described("hele", plan.brief));

/** The document in which a sentence stands: "dit programma", "deze bijlage". */
export const thisDocument = ({ terms }: Model, name: keyof Terms): string => agree("dit", terms[name].brief);

/** An open point as readers see it. */
export const openValue = (model: Model, { open, by }: Open, town?: string): OpenValue => ({
  open,
  by: bodyName(model, by, town),
});

/** A value, or no more than that it is open: for documents that list their open points apart. Nothing where nobody said. */
export function valueOrBriefly<T>(
  model: Model,
  value: T,
  show: (value: Exclude<T, Open | undefined>) => string,
  town?: string,
): string | OpenValue {
  const shown = valueOrOpen(model, value, show, town);
  return typeof shown === "string" ? shown : { ...shown, brief: true };
}

/** A value or its open point; nothing where nobody said. */
export function valueOrOpen<T>(
  model: Model,
  value: T,
  show: (value: Exclude<T, Open | undefined>) => string,
  town?: string,
): string | OpenValue {
  if (isOpen(value)) return openValue(model, value, town);
  return value === undefined ? "" : show(value as Exclude<T, Open | undefined>);
}
