import { agree, capital, during, period } from "../../dutch.js";
import { type Model, outcomeOf, type Programme, type Terms } from "../../model/index.js";
import { decisionsTable, outcomeFacts, statusOf } from "../adoption.js";
import { municipalitiesFact, prose, withoutEmpty } from "../blocks.js";
import { actionNumbers, numbersOf, relatedTo } from "../data.js";
import type { DocumentInfo } from "../document.js";
import { type DocumentKind, forEveryone } from "../kind.js";
import type { Section } from "../tree.js";
import { isChapter } from "../walk.js";
import { thisDocument } from "../wording.js";
import { actionSections } from "./actions.js";
import { matrix } from "./matrix.js";
import { moneyAndPeople } from "./money.js";
import { openPoints } from "./open-points.js";
import { overview, timeline } from "./overview.js";

/** "uvp-2019-2020", "jaarplan-2027"; an id that begins so is the name itself. */
const documentId = (id: string, { programme: { stem } }: Terms): string =>
  `${id}-`.startsWith(`${stem}-`) ? id : `${stem}-${id}`;

const isOf =
  (info: DocumentInfo, { terms }: Model) =>
  ({ id }: Pick<Programme, "id">): boolean =>
    documentId(id, terms) === info.id;

/** The execution programme: measures and local themes as actions for one or more years. */
export const programme: DocumentKind = {
  kind: "programme",
  words: ({ programme: { name, plural } }) => [name, plural],
  noun: (terms) => terms.programme,
  audience: "participants",
  source: { kind: "programme", documentId },
  onIndex: {
    rank: 2,
    anchor: "programme",
    title: (programmes, terms) => capital(agree("de", terms.programme, programmes)),
    columns: 1,
  },
  shows:
    ({ terms }) =>
    ({ kind, within }) =>
      kind === "action" && within !== undefined ? documentId(within, terms) : undefined,
  list: (model) =>
    model.programmes.map(({ id, title }) => ({
      id: documentId(id, model.terms),
      kind: "programme",
      path: documentId(id, model.terms),
      title,
      status: statusOf(model, { kind: "programme", id }),
    })),
  compose: (model, info) => {
    const source = model.programmes.find(isOf(info, model)) as Programme;
    return {
      shortTitle: source.shortTitle,
      cover: {
        kicker: `${capital(model.terms.programme.name)} ${period(source.period)}`,
        title: source.title,
        subtitle: `Wat we ${during(source.period)} doen`,
        slogan: model.content.plan.slogan,
        facts: [
          municipalitiesFact(source.municipalities),
          { term: "Hoort bij", value: model.content.plan.title },
          ...outcomeFacts(model, { kind: "programme", id: source.id }),
        ],
        style: "page",
      },
      sections: [
        { type: "section", anchor: "contents", title: "Inhoud", blocks: [{ type: "contents" }] },
        ...chapters(model, source).map(
          (section, index): Section => ({
            ...section,
            number: String(index + 1),
            blocks: numbered(section, String(index + 1)),
          }),
        ),
      ],
    };
  },
  decidedOn: (model, info) => ({ kind: "programme", id: (model.programmes.find(isOf(info, model)) as Programme).id }),
  adoption: (model, info) => {
    const source = model.programmes.find(isOf(info, model)) as Programme;
    return {
      ...forEveryone(model),
      outcome: outcomeOf(model, { kind: "programme", id: source.id }),
      period: source.period,
    };
  },
  published: {
    type: (model, info) => {
      const years = model.programmes.find(isOf(info, model))?.period;
      return years && years.from === years.to ? "jaarplan" : "plan";
    },
    elaborates: ({ content: { plan } }) => plan.id,
  },
  data: (model, info) => {
    const source = model.programmes.find(isOf(info, model)) as Programme;
    const measures = model.measures.filter((measure) =>
      source.actions.some((action) => action.measures.includes(measure)),
    );
    return {
      content: { programmes: (model.source.programmes ?? []).filter(({ id }) => id === source.id) },
      numbers: { ...numbersOf("measure", measures), ...actionNumbers(source.actions) },
      related: relatedTo(model, measures, []),
    };
  },
};

/** The chapters that have something to say: a programme without actions has no planning. */
const chapters = (model: Model, source: Programme): Section[] =>
  allChapters(model, source)
    .map((section) => ({ ...section, blocks: withoutEmpty(section.blocks) }))
    .filter(({ blocks }) => blocks.length > 0);

const allChapters = (model: Model, source: Programme): Section[] => [
  {
    type: "section",
    anchor: "introduction",
    title: `Over ${thisDocument(model, "programme")}`,
    blocks: [prose(source.introduction), ...overview(model, source)],
  },
  { type: "section", anchor: "planning", title: "Planning", blocks: timeline(model, source) },
  { type: "section", anchor: "actions", title: "Acties per thema", blocks: actionSections(model, source) },
  { type: "section", anchor: "money", title: "Geld en mensen", blocks: moneyAndPeople(model, source) },
  { type: "section", anchor: "matrix", title: "Wie doet mee", blocks: matrix(model, source) },
  { type: "section", anchor: "open-points", title: "Wat nog open is", blocks: openPoints(model, source) },
  {
    type: "section",
    anchor: "decisions",
    title: "Wie besloot wat, wanneer",
    blocks: decisionsTable(model, { kind: "programme", id: source.id }),
  },
];

/** Numbers the sections under a heading, and those in them. */
const numbered = ({ blocks }: Section, above: string): Section["blocks"] => {
  let next = 0;
  return blocks.map((block) => {
    if (!isChapter(block)) return block;
    const number = `${above}.${++next}`;
    return { ...block, number, blocks: numbered(block, number) };
  });
};
