import { enumeration, one } from "../../dutch.js";
import type { Model } from "../../model/index.js";
import { minor, prose } from "../blocks.js";
import type { Block } from "../tree.js";
import { thisDocument } from "../wording.js";

/** The summary is made from the plan itself, so it can't say anything else than the plan. */
export function summary(model: Model): Block[] {
  const { content, priorities } = model;
  return [
    prose(`Deze samenvatting is overgenomen uit de hoofdstukken van ${thisDocument(model, "plan")}.`),
    minor("summary-vision", content.vision.title, [prose(content.vision.text)]),
    minor("summary-goals", content.goals.title, [
      { type: "list", items: content.goals.goals.map(({ title }) => ({ text: title })) },
    ]),
    minor("summary-starting-points", content.startingPoints.title, [
      { type: "list", items: content.startingPoints.points.map(({ title }) => ({ text: title })) },
    ]),
    minor("summary-priorities", headingOf(model), [
      {
        type: "steps",
        items: priorities.map(({ id, title, themes, paragraphs }) => ({
          title,
          text: [
            `*${themes.length > 0 ? `${one(themes.length, "Thema", "Thema's")}: ${enumeration(themes)}. ` : ""}Zie [[priority:${id}]].*`,
            ...paragraphs.map(({ title: name, ambition }) =>
              paragraphs.length > 1 ? `**${name}.** ${ambition}` : ambition,
            ),
          ].join("\n\n"),
        })),
      },
    ]),
    minor("summary-local-themes", content.localThemes.title, [prose(content.localThemes.text)]),
    minor("summary-monitoring", content.monitoring.title, [prose(content.monitoring.text)]),
  ];
}

function headingOf({ priorities }: Model): string {
  const ambitions = priorities.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  return `${one(priorities.length, "Prioriteit", "Prioriteiten")} en ${one(ambitions, "ambitie", "ambities")}`;
}
