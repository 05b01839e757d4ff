import { during, one, period } from "../../dutch.js";
import type { Model, Programme } from "../../model/index.js";
import { decisionFacts, municipalitiesFact, prose, withoutEmpty } from "../blocks.js";
import { numbersOf, relatedTo } from "../data.js";
import { type DocumentKind, forEveryone } from "../kind.js";
import type { Section } from "../tree.js";
import { status } from "../wording.js";
import { actionSections } from "./actions.js";
import { matrix } from "./matrix.js";
import { openPoints } from "./open-points.js";
import { overview, timeline } from "./overview.js";

const documentId = (id: string): string => `uvp-${id}`;

/** The execution programme (UVP): every measure and local theme as actions for two years. */
export const programme: DocumentKind = {
  kind: "programme",
  words: ["uitvoeringsprogramma"],
  names: { one: "uitvoeringsprogramma", more: "uitvoeringsprogramma's" },
  audience: "participants",
  source: { kind: "programme", documentId },
  onIndex: {
    rank: 2,
    anchor: "programme",
    title: (programmes) => one(programmes, "Het uitvoeringsprogramma", "De uitvoeringsprogramma's"),
    columns: 1,
  },
  shows: ({ programmes }) => {
    const homes = new Map(
      programmes.flatMap(({ id, actions }) => actions.map((action) => [action.id, documentId(id)])),
    );
    return ({ kind, id }) => (kind === "action" ? homes.get(id) : undefined);
  },
  list: (model) =>
    model.programmes.map(({ id, title, decision }) => ({
      id: documentId(id),
      kind: "programme",
      path: documentId(id),
      title,
      status: status(decision),
    })),
  compose: (model, info) => {
    const source = model.programmes.find(({ id }) => documentId(id) === info.id) as Programme;
    return {
      shortTitle: source.shortTitle,
      cover: {
        kicker: `Uitvoeringsprogramma ${period(source.period)}`,
        title: source.title,
        subtitle: `Wat we ${during(source.period)} doen`,
        slogan: model.content.plan.slogan,
        facts: [
          municipalitiesFact(model.municipalities),
          { term: "Hoort bij", value: model.content.plan.title },
          ...decisionFacts(model, source.decision),
        ],
        style: "page",
      },
      sections: [
        { type: "section", anchor: "contents", title: "Inhoud", blocks: [{ type: "contents" }] },
        ...chapters(model, source).map(
          (section, index): Section => ({
            ...section,
            number: String(index + 1),
            blocks: numbered(section, index + 1),
          }),
        ),
      ],
    };
  },
  adoption: (model, info) => {
    const source = model.programmes.find(({ id }) => documentId(id) === info.id) as Programme;
    return { ...forEveryone(model), decision: source.decision, period: source.period };
  },
  data: (model, info) => {
    const source = model.programmes.find(({ id }) => documentId(id) === info.id) as Programme;
    const measures = model.measures.filter((measure) =>
      source.actions.some((action) => action.measures.includes(measure)),
    );
    return {
      content: { programmes: model.content.programmes.filter(({ id }) => id === source.id) },
      numbers: { ...numbersOf("measure", measures), ...numbersOf("action", source.actions) },
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
    title: "Over dit programma",
    blocks: [prose(source.introduction), ...overview(model, source)],
  },
  { type: "section", anchor: "planning", title: "Planning", blocks: timeline(model, source) },
  { type: "section", anchor: "actions", title: "Acties per thema", blocks: actionSections(model, source) },
  { type: "section", anchor: "matrix", title: "Wie doet mee", blocks: matrix(model, source) },
  { type: "section", anchor: "open-points", title: "Wat nog open is", blocks: openPoints(model, source) },
];

/** Numbers the sections right under a chapter. */
const numbered = ({ blocks }: Section, chapter: number): Section["blocks"] => {
  let next = 0;
  return blocks.map((block) =>
    block.type === "section" && !block.minor ? { ...block, number: `${chapter}.${++next}` } : block,
  );
};
