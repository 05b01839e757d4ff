import type { Model, Municipality } from "../../model/index.js";
import { changesTable, marksExplained } from "../amendment/changes.js";
import { tellAmendment } from "../amendment/telling.js";
import { minor, prose } from "../blocks.js";
import type { Block } from "../tree.js";
import { bodyName, thePlan } from "../wording.js";

/** What the council of a municipality decided otherwise than the plan has it, for that municipality alone. */
export function deviations(model: Model, town: Municipality): Block[] {
  const own = model.content.amendments.filter(
    ({ municipality, scope, state, applied }) =>
      municipality === town.id && scope === "afwijking" && state === "aangenomen" && applied === "ja",
  );
  if (own.length === 0) return [];
  return [
    prose(
      `Op deze punten besloot ${bodyName(model, "raad", town.title)} iets anders dan in ${thePlan(model)} staat. Dit geldt alleen voor ${town.title}. ${marksExplained}`,
    ),
    ...own.map((amendment) =>
      minor(`deviation-${amendment.id}`, amendment.title, [
        prose(`Zie [[amendment:${amendment.id}]].`),
        changesTable(`Was en wordt: ${amendment.title}`, tellAmendment(model, amendment, true).changes),
        prose(amendment.reason),
      ]),
    ),
  ];
}
