import type { Model, Paragraph, Priority } from "../../model/index.js";
import { minor, prose, sectionText } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Block, Section } from "../tree.js";

export function prioritising(model: Model): Block[] {
  const { prioritising: source, localThemes } = model.content;
  return [
    ...sectionText(source),
    {
      type: "cards",
      columns: 3,
      items: [
        ...model.priorities.map(({ id, title, icon, colour }, index) => ({
          number: String(index + 1),
          title,
          icon,
          colour,
          text: `[[priority:${id}]]`,
        })),
        {
          number: String(model.priorities.length + 1),
          title: localThemes.title,
          icon: localThemes.icon,
          colour: localThemes.colour,
          text: "Uitvoeringsprogramma",
        },
      ],
    },
    minor("local-themes", localThemes.title, [prose(localThemes.text)]),
  ];
}

/** A priority with its paragraphs; with one paragraph they are the same. */
export function priorityBlocks({ content }: Model, priority: Priority): Block[] {
  const [first, ...more] = priority.paragraphs;
  const { contributionNote } = content.goals;
  const origin = contributionNote ? ` (${contributionNote})` : "";
  const facts: Block = {
    type: "facts",
    items: [
      ...(priority.themes.length > 0 ? [{ term: "Thema's", value: priority.themes.join(" · ") }] : []),
      ...(priority.goals.length > 0
        ? [{ term: "Draagt bij aan", value: `${priority.goals.map(({ title }) => title).join(" · ")}${origin}` }]
        : []),
      {
        term: "Regionaal thema",
        value:
          priority.regionalThemes.length > 0
            ? priority.regionalThemes.map(({ title }) => title).join(" · ")
            : "Geen thema in het regionale plan",
      },
    ],
  };
  return [
    facts,
    ...(priority.introduction ? [prose(priority.introduction)] : []),
    ...(more.length === 0 && first
      ? paragraphBlocks(first)
      : priority.paragraphs.map(
          (paragraph): Section => ({
            type: "section",
            anchor: anchorOf("paragraph", paragraph.id),
            number: paragraph.number,
            title: paragraph.title,
            colour: priority.colour,
            blocks: paragraphBlocks(paragraph),
          }),
        )),
  ];
}

function paragraphBlocks(paragraph: Paragraph): Block[] {
  const anchor = anchorOf("paragraph", paragraph.id);
  const elsewhere = (places: readonly Paragraph[]): string => {
    const others = places.filter(({ id }) => id !== paragraph.id);
    return others.length > 0 ? ` *(ook in ${others.map(({ id }) => `[[paragraph:${id}]]`).join(" en ")})*` : "";
  };
  return [
    prose(paragraph.description),
    minor(`${anchor}-why`, "Waarom is het een prioriteit?", [
      { type: "list", items: paragraph.why.map((text) => ({ text })) },
    ]),
    minor(`${anchor}-now`, "Waar staan we nu?", [prose(paragraph.now)]),
    {
      type: "callout",
      tone: "ambition",
      title: "Ambitie",
      text: paragraph.ambition,
      colour: paragraph.priority.colour,
    },
    minor(`${anchor}-measures`, "Wat gaan we doen?", [
      {
        type: "list",
        items: paragraph.measures.map((measure) => ({
          label: measure.number,
          text: `${measure.text.trimEnd()}${elsewhere(measure.paragraphs)}`,
          // A shared measure stands in more paragraphs; references lead to the first.
          ...(measure.paragraphs[0]?.id === paragraph.id && { anchor: anchorOf("measure", measure.id) }),
        })),
      },
    ]),
  ];
}

export function alignment(model: Model): Block[] {
  const { alignment: source } = model.content;
  return [
    prose(source.text),
    {
      type: "table",
      caption: `De prioriteiten naast de thema's van het ${source.regionalPlan}`,
      columns: [
        { title: "Prioriteit in dit plan", width: 40 },
        { title: "Waar", width: 20 },
        { title: "Thema in het regionale plan" },
      ],
      rows: model.priorities.map(({ id, title, regionalThemes }) => ({
        cells: [
          title,
          `[[priority:${id}]]`,
          regionalThemes.length > 0
            ? regionalThemes.map((theme) => theme.title).join(", ")
            : "Geen thema in het regionale plan",
        ],
      })),
    },
  ];
}
