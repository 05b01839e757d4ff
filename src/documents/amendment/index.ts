import type { Decision } from "../../content/index.js";
import { agree, capital, day, enumeration, one } from "../../dutch.js";
import type { Model, Municipality } from "../../model/index.js";
import { literal } from "../../prose/marks.js";
import { prose, withoutEmpty } from "../blocks.js";
import type { DocumentInfo, Status } from "../document.js";
import type { DocumentKind } from "../kind.js";
import { anchorOf } from "../links.js";
import type { Block, OpenValue, Section } from "../tree.js";
import { bodyName, thePlan, theWholePlan, valueOrOpen } from "../wording.js";
import { changesTable, marksExplained } from "./changes.js";
import { tellAmendment, type WholeAmendment } from "./telling.js";

const folder = "amendementen";

/** The name of the document of an amendment, as `ivp list` has it. */
export const documentId = (id: string): string => `amendement-${id}`;

const pathOf = (id: string): string => `${folder}/${id}`;

const noun = { name: "amendement", article: "het", plural: "amendementen" } as const;

/** An amendment of a council, in the form in which it is voted on. */
export const amendment: DocumentKind = {
  kind: "amendment",
  words: () => [noun.name, noun.plural],
  noun: () => noun,
  audience: "participants",
  source: { kind: "amendment", documentId, folder: () => folder },
  onIndex: {
    rank: 7,
    anchor: "amendments",
    title: (count) => capital(agree("de", noun, count)),
    columns: 2,
  },
  shows:
    () =>
    ({ kind, id }) =>
      kind === "amendment" ? pathOf(id) : undefined,
  list: (model) =>
    model.content.amendments.map((source) => ({
      id: documentId(source.id),
      kind: "amendment",
      path: pathOf(source.id),
      title: `Amendement ${source.title}`,
      status: statusOf(source),
    })),
  compose: (model, info) => {
    const source = sourceOf(model, info);
    const town = townOf(model, source);
    const { plan } = model.content;
    return {
      shortTitle: `Amendement bij ${plan.shortTitle}`,
      cover: {
        kicker: `Amendement van ${bodyName(model, "raad", town.title)}`,
        title: source.title,
        subtitle: `Op ${plan.title}`,
        facts: facts(model, source, town),
        style: "band",
      },
      sections: sections(model, source),
    };
  },
  adoption: (model, info) => {
    const source = sourceOf(model, info);
    const town = townOf(model, source);
    const decision = decisionOf(source);
    return {
      outcome: {
        state: decision.state,
        decision,
        towns: [{ municipality: town, decision, file: `amendments/${source.id}.yaml`, path: [] }],
      },
      period: model.content.plan.period,
      publisher: town,
      municipalities: [town],
    };
  },
  // Everything that a council gets to decide on is one of its papers; it is no part of the plan.
  published: { category: "vergaderstukken decentrale overheden" },
  data: (model, info) => ({
    content: { amendments: (model.source.amendments ?? []).filter(({ id }) => documentId(id) === info.id) },
    numbers: {},
  }),
};

const sourceOf = (model: Model, info: DocumentInfo): WholeAmendment =>
  model.content.amendments.find(({ id }) => documentId(id) === info.id) as WholeAmendment;

const townOf = ({ municipalities }: Model, { municipality }: WholeAmendment): Municipality =>
  municipalities.find(({ id }) => id === municipality) as Municipality;

/** What the vote makes of it, in the states that documents have. */
const states: Readonly<Record<WholeAmendment["state"], Decision["state"]>> = {
  ingediend: "ter-vaststelling",
  aangenomen: "vastgesteld",
  verworpen: "verworpen",
  ingetrokken: "ingetrokken",
};

const statusOf = ({ state }: WholeAmendment): Status => ({ state: states[state], label: capital(state) });

const decisionOf = ({ state, date, reference }: WholeAmendment): Decision => ({
  state: states[state],
  body: "raad",
  ...(date !== undefined && { date }),
  ...(reference !== undefined && { reference }),
});

function facts(model: Model, source: WholeAmendment, town: Municipality) {
  const { submitters, state, applied, scope, date, reference } = source;
  const where = scope === "plan" ? `in ${thePlan(model)}` : `als afwijking in ${agree("de", model.terms.annex)}`;
  const nobodySaid = (what: string): OpenValue => ({
    open: what,
    by: bodyName(model, "raad", town.title),
    brief: true,
  });
  return [
    { term: "Gemeente", value: town.title },
    { term: "Status", value: applied === "ja" ? `${capital(state)} en verwerkt ${where}` : capital(state) },
    {
      term: "Datum",
      value: date === undefined ? nobodySaid("datum van de vergadering") : valueOrOpen(model, date, day, town.title),
    },
    {
      term: "Kenmerk",
      value:
        reference === undefined
          ? nobodySaid("kenmerk van het amendement")
          : valueOrOpen(model, reference, String, town.title),
    },
    { term: one(submitters.length, "Indiener", "Indieners"), value: enumeration(submitters) },
    { term: "Geldt voor", value: scope === "plan" ? capital(theWholePlan(model)) : `Alleen ${town.title}` },
  ];
}

function sections(model: Model, source: WholeAmendment): Section[] {
  const told = tellAmendment(model, source);
  const { opening, decides, changes, reason, submitters } = told;
  return [
    section(anchorOf("amendment", source.id), "Amendement", [
      ...[...opening, decides].map((line) => prose(literal(line))),
      changesTable(one(changes.length, "De wijziging", "De wijzigingen"), changes),
      prose(marksExplained),
    ]),
    section("reason", "Toelichting", [prose(reason.trim() === "" ? "Er is geen toelichting." : reason)]),
    section(
      "submitters",
      one(submitters.length, "Indiener", "Indieners"),
      submitters.length === 0
        ? [prose("Wie het amendement indient, staat er niet bij.")]
        : [{ type: "names", items: submitters }],
    ),
  ];
}

const section = (anchor: string, title: string, blocks: readonly Block[]): Section => ({
  type: "section",
  anchor,
  title,
  blocks: withoutEmpty(blocks),
});
