import { capital, day, stateName } from "../../dutch.js";
import { type Figure, type Model, type Municipality, onlyOne, type Progress, type Terms } from "../../model/index.js";
import { decisionFacts } from "../adoption.js";
import { contactFact, municipalitiesFact, withoutEmpty } from "../blocks.js";
import { actionNumbers, relatedTo } from "../data.js";
import type { DocumentInfo } from "../document.js";
import { type DocumentKind, forEveryone } from "../kind.js";
import { anchorOf } from "../links.js";
import type { Block, Section } from "../tree.js";
import { isChapter } from "../walk.js";
import { chaptersOf } from "./chapters.js";
import { linesOf, type Report } from "./lines.js";

/** The folder of the reports: "voortgang", "jaarverslag". */
const folderOf = ({ progress: { stem } }: Terms): string => stem;

const documentId = (id: string, terms: Terms): string => `${folderOf(terms)}-${id}`;

/** What a report is called: an evaluation is called so by everyone. */
const nameOf = ({ terms }: Model, kind: Progress["kind"]): string =>
  kind === "voortgang" ? terms.progress.name : kind;

/** The report on how far the actions are on a date: for all municipalities, and for each that takes part. */
export const progress: DocumentKind = {
  kind: "progress",
  words: ({ progress: { name, plural, stem } }) => [stem, name, plural],
  noun: (terms) => terms.progress,
  audience: "participants",
  alsoOfEach: true,
  source: { kind: "progress", documentId, folder: folderOf },
  onIndex: { rank: 4, anchor: "progress", title: () => "Hoe ver we zijn", columns: 2 },
  shows:
    ({ terms }) =>
    ({ kind, id }) =>
      kind === "progress" ? `${folderOf(terms)}/${id}` : undefined,
  // The newest first: that is the one that readers look for.
  list: (model) =>
    [...model.progress].reverse().flatMap((own) => {
      const { date, kind, decision } = own;
      const towns = onlyOne(model.municipalities)
        ? []
        : model.municipalities.filter((town) => linesOf({ model, progress: own, town }).length > 0);
      return [undefined, ...towns].map((town): DocumentInfo => {
        const name = town ? `${date}-${town.id}` : date;
        return {
          id: documentId(name, model.terms),
          kind: "progress",
          path: `${folderOf(model.terms)}/${name}`,
          title: `${capital(nameOf(model, kind))} ${town ? `${town.title}, ` : ""}${day(date)}`,
          status: { state: decision.state, label: capital(stateName(decision.state)) },
        };
      });
    }),
  asOf: (model, info) => asOf(model, reportOf(model, info)),
  compose: (model, info) => {
    const report = reportOf(model, info);
    const { town, progress: own } = report;
    const { plan } = model.content;
    return {
      shortTitle: `${info.title} bij ${plan.shortTitle}`,
      cover: {
        kicker: `${capital(nameOf(model, own.kind))} bij ${plan.shortTitle}`,
        title: info.title,
        subtitle: town ? `Hoe ver de acties in ${town.title} zijn` : `Hoe ver de acties van ${plan.team} zijn`,
        facts: [
          { term: "Gemeten op", value: day(own.date) },
          ...(town ? [] : [municipalitiesFact(model.municipalities)]),
          { term: "Hoort bij", value: plan.title },
          ...decisionFacts(model, own.decision, town?.title),
          ...(town ? [contactFact(model, town)] : []),
        ],
        // A report is short, and runs on.
        style: "band",
      },
      sections: [
        ...(town
          ? []
          : [
              {
                type: "section" as const,
                anchor: "contents",
                title: "Inhoud",
                blocks: [{ type: "contents" as const }],
              },
            ]),
        // References to a report lead to where it begins: to that of all municipalities.
        ...numbered(chaptersOf(report)).map((chapter, index) =>
          index === 0 && !town ? { ...chapter, anchor: anchorOf("progress", own.id) } : chapter,
        ),
      ],
    };
  },
  adoption: (model, info) => {
    const { progress: own, town } = reportOf(model, info);
    return {
      ...(town ? { publisher: town, municipalities: [town] } : forEveryone(model)),
      // The report is decided on once; councils take note of it.
      outcome: { state: own.decision.state, decision: own.decision, towns: [] },
      period: model.content.plan.period,
    };
  },
  published: { type: () => "voortgangsrapport", elaborates: ({ content: { plan } }) => plan.id },
  data: (model, info) => {
    const report = reportOf(model, info);
    const actions = linesOf(report).map(({ action }) => action);
    return {
      // What one municipality gets is told in the report of all.
      content: report.town
        ? {}
        : { progress: (model.source.progress ?? []).filter(({ id }) => id === report.progress.id) },
      numbers: actionNumbers(actions),
      related: relatedTo(model, [], actions),
    };
  },
};

/** The plan with the figures that there were at the date of a report: those of later years came after it. */
function asOf(model: Model, { progress: { date } }: Report): Model {
  const last = Number(date.slice(0, 4));
  const until = (figures: readonly Figure[]): readonly Figure[] => figures.filter(({ year }) => year <= last);
  return {
    ...model,
    indicators: model.indicators.map((indicator) => ({
      ...indicator,
      team: until(indicator.team),
      municipalities: indicator.municipalities.map((own) => ({ ...own, figures: until(own.figures) })),
      comparisons: indicator.comparisons.map((other) => ({ ...other, figures: until(other.figures) })),
    })),
  };
}

/** Which report a document is. */
function reportOf(model: Model, info: DocumentInfo): Report {
  const own = model.progress.find(
    ({ id }) => info.id === documentId(id, model.terms) || info.id.startsWith(`${documentId(id, model.terms)}-`),
  );
  const town: Municipality | undefined = model.municipalities.find(
    ({ id }) => own && info.id === `${documentId(own.id, model.terms)}-${id}`,
  );
  return { model, progress: own as Progress, ...(town && { town }) };
}

/** Chapters that have something to say, with numbers, and those within them. */
const numbered = (sections: readonly Section[]): Section[] =>
  sections
    .map((section) => ({ ...section, blocks: withoutEmpty(section.blocks) }))
    .filter(({ blocks }) => blocks.length > 0)
    .map((section, index) => ({
      ...section,
      number: String(index + 1),
      blocks: within(section.blocks, String(index + 1)),
    }));

function within(blocks: readonly Block[], above: string): Block[] {
  let next = 0;
  return blocks.map((block) => {
    if (!isChapter(block)) return block;
    const number = `${above}.${++next}`;
    return { ...block, number, blocks: within(block.blocks, number) };
  });
}
