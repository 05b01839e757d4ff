import type { Model } from "../../model/index.js";
import { definitions, minor, prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Block } from "../tree.js";
import { bodyName, euros, valueOrOpen } from "../wording.js";

export function finances(model: Model): Block[] {
  const { finances: source } = model.content;
  return [
    prose(source.text),
    ...source.developments.map((development) =>
      minor(anchorOf("development", development.id), development.title, [
        prose(development.text),
        {
          type: "facts",
          items: [
            {
              term: "Hoort bij",
              value: development.measures.map((id) => `[[measure:${id}]]`).join(", ") || "Geen maatregel",
            },
            { term: "Wanneer", value: valueOrOpen(model, development.planning, String) },
            { term: "Bedrag per jaar", value: valueOrOpen(model, development.amount, euros) },
          ],
        },
      ]),
    ),
    minor("finances-process", "Besluitvorming", [prose(source.process)]),
  ];
}

export function partners({ content: { partners: source } }: Model): Block[] {
  return [
    prose(source.introduction),
    {
      type: "steps",
      items: source.partners.map(({ id, title, text }) => ({ anchor: anchorOf("partner", id), title, text })),
    },
  ];
}

export const glossary = (model: Model): Block[] => [prose(model.content.glossary.introduction), definitions(model)];

/** What the plan itself leaves open. Annexes and programmes list their own. */
export function openPoints(model: Model): Block[] {
  const own = model.openPoints.filter(({ file }) => !file.includes("/"));
  return [
    prose(
      "Over deze punten uit het plan is nog niets besloten. De lokale bijlagen en het uitvoeringsprogramma noemen hun eigen open punten.",
    ),
    {
      type: "table",
      caption: "Open punten van het plan",
      columns: [{ title: "Onderwerp", width: 30 }, { title: "Wat is open" }, { title: "Wie beslist", width: 30 }],
      rows: own.map(({ about, what, by }) => ({ cells: [about, what, bodyName(model, by.id)] })),
    },
  ];
}
