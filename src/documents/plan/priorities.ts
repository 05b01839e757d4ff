import { enumeration, listed, one } from "../../dutch.js";
import type { Measure, Model, Paragraph, Priority, StoryHeading, StoryPart } from "../../model/index.js";
import { minor, prose, sectionText } from "../blocks.js";
import { priorityIndicators } from "../figures/index.js";
import { byGroup, underGroups } from "../groups.js";
import { anchorOf, nodeOf } from "../links.js";
import type { Block, Card, Section } from "../tree.js";
import { thisDocument } from "../wording.js";
import { ownThemes } from "./municipality.js";

export function prioritising(model: Model): Block[] {
  const { prioritising: source, localThemes: local } = model.content;
  const cards = (items: readonly Card[]): Block[] => [{ type: "cards", columns: 3, items }];
  const card = ({ id, title, icon, colour }: Priority): Card => ({
    number: String(model.priorities.findIndex((own) => own.id === id) + 1),
    title,
    icon,
    colour,
    text: `[[priority:${id}]]`,
  });
  const localCards =
    local.themes.length > 0
      ? [
          {
            number: String(model.priorities.length + 1),
            title: local.title,
            icon: local.icon,
            colour: local.colour,
            text: enumeration(programmesForLocalThemes(model)),
          },
        ]
      : [];
  const groups = byGroup(model.priorities, (priority) => priority);
  const together = groups.every(({ group }) => group === undefined);
  return [
    ...sectionText(source),
    ...(together
      ? cards([...model.priorities.map(card), ...localCards])
      : underGroups<Priority, Block>(
          groups,
          ({ id, title }, blocks) => minor(`overview-${id}`, title, blocks),
          (priorities) => cards(priorities.map(card)),
        )),
    // Unless they have a heading of their own elsewhere.
    ...(nodeOf(model, "local-themes")?.part === "prioritising"
      ? [minor("local-themes", local.title, [...(together ? [] : cards(localCards)), ...localThemes(model)])]
      : []),
  ];
}

export const localThemes = (model: Model): Block[] => [prose(model.content.localThemes.text), ...ownThemes(model)];

/** Themes that go on as they did. */
export function otherThemes({ content: { otherThemes: source } }: Model): Block[] {
  return [
    prose(source.text),
    {
      type: "steps",
      items: source.themes.map(({ id, title, text }) => ({ anchor: anchorOf("other-theme", id), title, text })),
    },
  ];
}

/** The programmes that have actions for local themes. */
const programmesForLocalThemes = ({ programmes }: Model): string[] =>
  programmes
    .filter(({ actions }) => actions.some(({ localThemes }) => localThemes.length > 0))
    .map(({ shortTitle }) => shortTitle);

/** A priority with its paragraphs; with one paragraph they are the same. */
export function priorityBlocks(model: Model, priority: Priority): Block[] {
  const { content, headings } = model;
  const [first, ...more] = priority.paragraphs;
  const { contributionNote } = content.goals;
  const origin = contributionNote ? ` (${contributionNote})` : "";
  const facts: Block = {
    type: "facts",
    items: [
      { term: one(priority.themes.length, "Thema", "Thema's"), value: priority.themes.join(" · ") },
      ...(priority.goals.length > 0
        ? [{ term: "Draagt bij aan", value: `${priority.goals.map(({ title }) => title).join(" · ")}${origin}` }]
        : []),
      ...(content.alignment.regionalThemes.length > 0 && priority.regionalThemes
        ? [
            {
              term: one(Math.max(1, priority.regionalThemes.length), "Regionaal thema", "Regionale thema's"),
              value: priority.regionalThemes.map(({ title }) => title).join(" · ") || NO_REGIONAL_THEME,
            },
          ]
        : []),
    ],
  };
  return [
    facts,
    prose(priority.introduction),
    ...(more.length === 0 && first
      ? paragraphBlocks(first, headings)
      : priority.paragraphs.map(
          (paragraph): Section => ({
            type: "section",
            anchor: anchorOf("paragraph", paragraph.id),
            number: paragraph.number,
            title: paragraph.title,
            colour: priority.colour,
            blocks: paragraphBlocks(paragraph, headings),
          }),
        )),
    ...headings.flatMap((heading): Block[] =>
      "part" in heading && heading.part === "measures"
        ? [minor(anchorOf("priority", `${priority.id}-others`), heading.title ?? "", [measureList(priority.measures)])]
        : [],
    ),
    ...priorityIndicators(model, priority),
  ];
}

/** What a paragraph tells, under the headings that every priority has. */
function paragraphBlocks(paragraph: Paragraph, headings: readonly StoryHeading[]): Block[] {
  const anchor = anchorOf(paragraph.kind, paragraph.id);
  return headings.flatMap((heading): Block[] => {
    if (!("part" in heading)) {
      const own = paragraph.parts.filter((part) => part.heading === heading.own);
      return [
        minor(
          `${anchor}-${heading.own}`,
          heading.title,
          own.map(({ text }) => prose(text)),
        ),
      ];
    }
    const { part, title } = heading;
    if (part === "ambition")
      return [
        {
          type: "callout",
          tone: "ambition",
          title: title ?? "",
          text: paragraph.ambition,
          colour: paragraph.priority.colour,
        },
      ];
    const blocks = storyOf[part](paragraph);
    return title === undefined ? blocks : [minor(`${anchor}-${part}`, title, blocks)];
  });
}

/** What a paragraph says of each part but its ambition, which has a look of its own. */
const storyOf: Readonly<Record<Exclude<StoryPart, "ambition">, (paragraph: Paragraph) => Block[]>> = {
  description: ({ description }) => [prose(description)],
  why: ({ why }) => [{ type: "list", items: why.map((text) => ({ text })) }],
  now: ({ now }) => [prose(now)],
  measures: (paragraph) => [measureList(paragraph.measures, paragraph)],
};

/** @param here the paragraph in which they stand, if there is one */
function measureList(measures: readonly Measure[], here?: Paragraph): Block {
  const elsewhere = (places: readonly Paragraph[]): string => {
    const others = places.filter(({ id }) => id !== here?.id);
    return others.length > 0 ? ` *(ook in ${enumeration(others.map(({ kind, id }) => `[[${kind}:${id}]]`))})*` : "";
  };
  return {
    type: "list",
    items: measures.map((measure) => ({
      label: measure.number,
      text: `${measure.text.trimEnd()}${elsewhere(measure.paragraphs)}`,
      // A shared measure stands in more paragraphs; references lead to the first.
      ...(measure.paragraphs[0]?.id === here?.id && { anchor: anchorOf("measure", measure.id) }),
    })),
  };
}

/** What an empty list of regional themes means (see the schema). */
const NO_REGIONAL_THEME = "Geen thema in het regionale plan";

export function alignment(model: Model): Block[] {
  const { alignment: source } = model.content;
  return [
    prose(source.text),
    {
      type: "table",
      caption: [
        "Per prioriteit het thema in het regionale plan",
        ...(source.regionalPlan ? [source.regionalPlan] : []),
      ].join(": "),
      columns: [
        { title: `Prioriteit in ${thisDocument(model, "plan")}`, width: 40 },
        { title: "Waar", width: 20 },
        { title: "Thema in het regionale plan" },
      ],
      rows: model.priorities.flatMap(({ id, title, regionalThemes }) =>
        regionalThemes
          ? [
              {
                cells: [
                  title,
                  `[[priority:${id}]]`,
                  listed(regionalThemes.map((theme) => theme.title)) || NO_REGIONAL_THEME,
                ],
              },
            ]
          : [],
      ),
    },
  ];
}
