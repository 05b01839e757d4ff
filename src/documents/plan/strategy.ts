import { capital, closed, enumeration, one } from "../../dutch.js";
import type { Model, OutlineNode, Paragraph, StoryPart } from "../../model/index.js";
import { prose, sectionText } from "../blocks.js";
import { goalIndicators } from "../figures/index.js";
import { anchorOf, referenceTo } from "../links.js";
import type { Block } from "../tree.js";
import { thePlan } from "../wording.js";

/** What stands where, from the plan's structure itself. */
export function readingGuide(model: Model): Block[] {
  const { outline, priorities } = model;
  const glossary = referenceTo(model, "glossary");
  const describe = ({ children }: OutlineNode): string =>
    children.length > 0 ? ` Daarin: ${closed(children.map(({ title }) => title).join("; "))}` : "";
  const told = partsOf(model);
  return [
    prose(`Dit staat in ${partsAround(outline)} van ${thePlan(model)}:`),
    {
      type: "list",
      items: outline
        .filter(({ number }) => number)
        .map((node) => ({
          text: `[[${node.kind}:${node.id}${node.annex ? `|Bijlage ${node.number}` : `|Hoofdstuk ${node.number}`}]]: ${closed(node.title)}${describe(node)}`,
        })),
    },
    prose(
      [
        ...(told.length > 0
          ? [`${one(priorities.length, "De", "Elke")} prioriteit vertelt ${enumeration(told)}.`]
          : []),
        ...(glossary ? [`Begrippen en afkortingen staan in ${glossary}.`] : []),
      ].join(" "),
    ),
  ];
}

/** "de hoofdstukken en bijlagen", as far as there are any. */
function partsAround(outline: readonly OutlineNode[]): string {
  const annexes = outline.filter(({ annex }) => annex).length;
  const chapters = outline.filter(({ number }) => number).length - annexes;
  return enumeration([
    ...(chapters > 0 ? [one(chapters, "het hoofdstuk", "de hoofdstukken")] : []),
    ...(annexes > 0 ? [one(annexes, "de bijlage", chapters > 1 ? "bijlagen" : "de bijlagen")] : []),
  ]);
}

/** What every paragraph of the priorities tells: a part that one of them lacks is left out. */
function partsOf({ headings, priorities }: Model): string[] {
  const paragraphs = priorities.flatMap(({ paragraphs: own }) => own);
  if (paragraphs.length === 0) return [];
  return headings.flatMap((heading) => {
    if (!("part" in heading)) return [];
    const { name, has } = tellings[heading.part];
    return paragraphs.every(has) ? [name] : [];
  });
}

const tellings: Readonly<Record<StoryPart, { name: string; has: (paragraph: Paragraph) => boolean }>> = {
  description: { name: "waar het over gaat", has: ({ description }) => hasText(description) },
  why: { name: "waarom wij dit belangrijk vinden", has: ({ why }) => why.some(hasText) },
  now: { name: "hoe het er nu voor staat", has: ({ now }) => hasText(now) },
  ambition: { name: "wat we willen bereiken", has: ({ ambition }) => hasText(ambition) },
  measures: { name: "wat we gaan doen", has: ({ measures }) => measures.length > 0 },
};

const hasText = (text: string): boolean => text.trim() !== "";

export const vision = ({ content }: Model): Block[] => sectionText(content.vision);
export const monitoring = ({ content }: Model): Block[] => sectionText(content.monitoring);

export function goals(model: Model): Block[] {
  const { goals: source } = model.content;
  return [
    prose(source.introduction),
    {
      type: "cards",
      columns: 2,
      items: source.goals.map(({ id, title }, index) => ({
        anchor: anchorOf("goal", id),
        number: String(index + 1),
        title,
      })),
    },
    prose(source.text),
    ...goalIndicators(model),
  ];
}

export function startingPoints({ content: { startingPoints: source } }: Model): Block[] {
  return [
    prose(source.introduction),
    {
      type: "steps",
      items: source.points.map(({ id, title, text }) => ({ anchor: anchorOf("starting-point", id), title, text })),
    },
  ];
}

export function governance({ content: { governance: source }, municipalities }: Model): Block[] {
  const [first, ...more] = municipalities;
  const whose = more.length === 0 && first ? ` van ${first.title}` : " (van elke gemeente)";
  return [
    prose(source.text),
    {
      type: "table",
      caption: "Wie waarover beslist",
      columns: [{ title: "Orgaan", width: 34 }, { title: "Beslist of doet" }],
      rows: source.bodies.map(({ id, title, level, decides }) => ({
        anchor: anchorOf("body", id),
        cells: [`${capital(title)}${level === "municipality" ? whose : ""}`, decides],
      })),
    },
  ];
}
