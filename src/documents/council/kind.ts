/** What the papers for a council have in common: one for each municipality, in a folder of its own. */
import { capital, day, one } from "../../dutch.js";
import {
  beside,
  isDecided,
  isOpen,
  type Model,
  type Municipality,
  type Outcome,
  outcomeOf,
} from "../../model/index.js";
import { statusBy } from "../adoption.js";
import type { DocumentInfo } from "../document.js";
import type { Adoption, DocumentKind, DocumentType } from "../kind.js";
import type { Section, Value } from "../tree.js";
import { openValue } from "../wording.js";
import { type CouncilSettings, councilSettings, type FactName, factOf, meetingAnew } from "./settings.js";

/** What a kind of council paper says of itself. */
interface Own {
  readonly type?: DocumentType;
  readonly kind: string;
  /** "raadsvoorstel": it names the documents and their files as well. */
  readonly name: string;
  readonly plural: string;
  readonly rank: number;
  readonly anchor: string;
  /** What stands above its title. */
  readonly kicker: (town: Municipality) => string;
  /** Which facts of council.yaml stand on its cover, below the status. */
  readonly facts: readonly NamedFact[];
  readonly sections: (model: Model, town: Municipality, settings: CouncilSettings) => Section[];
}

/** A fact of council.yaml with the word before it. */
type NamedFact = readonly [term: string, name: FactName];

/** A kind of paper, and the paper that a municipality gets whether council.yaml is there or not. */
export interface CouncilKind extends DocumentKind {
  readonly paperFor: (model: Model, town: Municipality) => DocumentInfo;
}

/** A kind of paper for a council. Its documents are made where council.yaml is there; `ivp pack` makes them anyway. */
export const councilKind = ({
  kind,
  name,
  plural,
  rank,
  anchor,
  type,
  kicker,
  facts: onCover,
  sections,
}: Own): CouncilKind => ({
  paperFor: (model, town) => infoOf(model, { kind, name }, town),
  kind,
  words: () => [name, plural],
  noun: () => ({ name, article: "het", plural }),
  audience: "municipality",
  municipality: ({ id }) => townIn(id),
  source: { kind: "municipality", documentId: (id) => `${name}-${id}`, folder: () => beside.council },
  onIndex: { rank, anchor, title: (count) => capital(one(count, `het ${name}`, `de ${plural}`)), columns: 2 },
  shows: () => () => undefined,
  published: { category: "vergaderstukken decentrale overheden", ...(type && { type: () => type }) },
  list: (model) =>
    model.source.council ? model.municipalities.map((town) => infoOf(model, { kind, name }, town)) : [],
  adoption: (model, info): Adoption => {
    const town = townOf(model, info);
    return {
      outcome: outcomeIn(model, town),
      period: model.content.plan.period,
      publisher: town,
      municipalities: [town],
    };
  },
  data: (model, info) => {
    const { municipalities = [], ...common } = model.source.council ?? {};
    const town = townOf(model, info);
    const mine = municipalities.filter(({ municipality }) => municipality === town.id);
    return { content: { council: { ...common, ...(mine.length > 0 && { municipalities: mine }) } }, numbers: {} };
  },
  compose: (model, info) => {
    const town = townOf(model, info);
    const settings = councilSettings(model, town);
    const { plan } = model.content;
    return {
      shortTitle: `${info.title}: ${plan.shortTitle}`,
      cover: {
        kicker: kicker(town),
        title: info.title,
        subtitle: plan.title,
        facts: [{ term: "Status", value: info.status.label }, ...facts(model, town, settings, onCover)],
        style: "band",
      },
      sections: sections(model, town, settings),
    };
  },
});

/** Facts of council.yaml, open where nobody gave them. */
export const facts = (
  model: Model,
  town: Municipality,
  settings: CouncilSettings,
  named: readonly NamedFact[],
): { readonly term: string; readonly value: Value }[] =>
  named.map(([term, name]) => {
    const value = factOf(settings, name);
    if (isOpen(value)) return { term, value: openValue(model, value, town.title) };
    return { term, value: name === "date" || name === "meeting" ? day(value) : value };
  });

/** Which document it is for a municipality. */
const infoOf = (model: Model, { kind, name }: Pick<Own, "kind" | "name">, town: Municipality): DocumentInfo => ({
  id: `${name}-${town.id}`,
  kind,
  path: `${beside.council}/${town.id}/${name}`,
  title: `${capital(name)} ${town.title}`,
  status: statusBy(model, outcomeIn(model, town)),
});

/** What one council decided on the plan, whatever the others did. */
export function outcomeIn(model: Model, town: Municipality): Outcome {
  const outcome = outcomeOf(model, { kind: "plan" });
  // What is to be decided anew, isn't decided yet.
  const anew = meetingAnew(model, town) !== undefined;
  const { plan } = town.decisions;
  const decision: typeof plan = anew ? { state: "ter-vaststelling", ...(plan.body && { body: plan.body }) } : plan;
  const towns = outcome.towns
    .filter(({ municipality }) => municipality.id === town.id)
    .map((own) => ({ ...own, decision }));
  return { ...outcome, state: decision.state, decision, towns, decided: isDecided(decision.state) };
}

/** What stands behind the name of the kind. */
const townIn = (id: string): string => id.slice(id.indexOf("-") + 1);

/** The municipality that a paper is for. */
export const townOf = (model: Model, { id }: DocumentInfo): Municipality =>
  model.municipalities.find((town) => town.id === townIn(id)) as Municipality;
