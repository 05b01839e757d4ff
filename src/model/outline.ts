import type { Content } from "../content/index.js";
import { one, period } from "../dutch.js";
import type { OutlineNode } from "./types.js";

/** Chapters and sections that exist in every plan, whatever its content: references may name them. */
export const fixedTargets: readonly { kind: string; id: string }[] = [
  ...[
    "foreword",
    "summary",
    "introduction",
    "strategy",
    "priorities",
    "finances",
    "partners",
    "glossary",
    "open-points",
  ].map((id) => ({ kind: "chapter", id })),
  ...["reading-guide", "goals", "starting-points"].map((id) => ({ kind: "section", id })),
];

type Draft = Omit<OutlineNode, "number" | "children"> & { children?: Draft[]; unnumbered?: true };

/**
 * The structure of the plan with its numbers: chapters, their sections, the priorities and their paragraphs, the
 * annexes. Every number in every document comes from here.
 */
export function outlineOf(content: Content): OutlineNode[] {
  const { plan, goals, startingPoints, foreword, finances, partners, glossary } = content;
  const section = ({ id, title }: { id: string; title: string }): Draft => ({ kind: "section", id, title });
  const ordered = <T extends { id: string }>(ids: readonly string[], things: readonly T[]): T[] =>
    ids.flatMap((id) => things.find((thing) => thing.id === id) ?? []);
  const chapters: Draft[] = [
    { kind: "chapter", id: "foreword", title: foreword.title, unnumbered: true },
    { kind: "chapter", id: "summary", title: "Samenvatting", unnumbered: true },
    {
      kind: "chapter",
      id: "introduction",
      title: "Inleiding",
      children: [
        ...ordered(plan.introduction, content.introduction).map(section),
        section({ id: "reading-guide", title: "Leeswijzer" }),
      ],
    },
    {
      kind: "chapter",
      id: "strategy",
      title: "Strategische uitgangspunten",
      children: [
        content.vision,
        { id: "goals", title: goals.title },
        { id: "starting-points", title: startingPoints.title },
        content.monitoring,
        content.governance,
      ].map(section),
    },
    {
      kind: "chapter",
      id: "priorities",
      title: `${one(plan.priorities.length, "De prioriteit", "De prioriteiten")} voor ${period(plan.period)}`,
      children: [
        section(content.prioritising),
        ...ordered(plan.priorities, content.priorities).map(
          ({ id, title, paragraphs }): Draft => ({
            kind: "priority",
            id,
            title,
            // One paragraph needs no heading of its own: it is the priority.
            children:
              paragraphs.length > 1
                ? paragraphs.map((paragraph) => ({ kind: "paragraph", id: paragraph.id, title: paragraph.title }))
                : [],
          }),
        ),
        section(content.alignment),
      ],
    },
    { kind: "chapter", id: "finances", title: finances.title },
    { kind: "chapter", id: "partners", title: partners.title, annex: true },
    { kind: "chapter", id: "glossary", title: glossary.title, annex: true },
    { kind: "chapter", id: "open-points", title: "Open punten", annex: true },
  ];
  return numbered(chapters);
}

function numbered(chapters: readonly Draft[]): OutlineNode[] {
  let chapter = 0;
  let annex = 0;
  return chapters.map(({ unnumbered, ...draft }) => {
    if (unnumbered) return { ...draft, children: [] };
    return withNumber(draft, draft.annex ? roman(++annex) : String(++chapter));
  });
}

const withNumber = ({ children = [], ...draft }: Draft, number: string): OutlineNode => ({
  ...draft,
  number,
  children: children.map((child, index) => withNumber(child, `${number}.${index + 1}`)),
});

/** Roman numerals up to X: no plan has more annexes. */
const roman = (value: number): string =>
  ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][value - 1] ?? String(value);

/** Every node of an outline, from top to bottom. */
export const flatten = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children)]);
