import type { Model } from "../../model/index.js";
import { minor, prose } from "../blocks.js";
import type { Block } from "../tree.js";

/** The summary is made from the plan itself, so it can't say anything else than the plan. */
export function summary(model: Model): Block[] {
  const { content, priorities } = model;
  return [
    prose("Deze samenvatting komt rechtstreeks uit de hoofdstukken van het plan. De tekst daar is leidend."),
    minor("summary-vision", content.vision.title, [prose(content.vision.text)]),
    minor("summary-goals", content.goals.title, [
      { type: "list", items: content.goals.goals.map(({ title }) => ({ text: title })) },
    ]),
    minor("summary-starting-points", content.startingPoints.title, [
      { type: "list", items: content.startingPoints.points.map(({ title }) => ({ text: title })) },
    ]),
    minor("summary-priorities", "Prioriteiten en ambities", [
      {
        type: "table",
        caption: "De prioriteiten met hun thema's en ambities",
        columns: [{ title: "Prioriteit", width: 24 }, { title: "Thema's", width: 24 }, { title: "Ambitie" }],
        rows: priorities.map(({ id, title, themes, paragraphs }) => ({
          cells: [
            `**${title}** ([[priority:${id}]])`,
            themes.length > 0 ? themes : "Geen aparte thema's",
            paragraphs.map(({ title: name, ambition }) =>
              paragraphs.length > 1 ? `**${name}.** ${ambition}` : ambition,
            ),
          ],
        })),
      },
    ]),
    minor("summary-local-themes", content.localThemes.title, [prose(content.localThemes.text)]),
    minor("summary-monitoring", content.monitoring.title, [prose(content.monitoring.text)]),
  ];
}
