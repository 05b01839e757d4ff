import { day } from "../../dutch.js";
import { isOpen } from "../../model/index.js";
import { prose } from "../blocks.js";
import { councilKind, facts } from "./kind.js";
import { points } from "./sections.js";
import { type CouncilSettings, type FactName, factOf, pointsOf } from "./settings.js";

/** What a council decides, in the form that it signs (Gemeentewet, artikel 32a; Politiewet 2012, artikel 38b). */
export const resolution = councilKind({
  kind: "resolution",
  name: "raadsbesluit",
  plural: "raadsbesluiten",
  rank: 5,
  anchor: "resolutions",
  type: "besluit",
  kicker: ({ title }) => `Raadsbesluit van de gemeente ${title}`,
  facts: [
    ["Raadsvergadering", "meeting"],
    ["Kenmerk voorstel", "reference"],
  ],
  sections: (model, town, settings) => [
    {
      type: "section",
      anchor: "resolution",
      title: "Besluit",
      blocks: [
        prose(
          [
            `De raad van de gemeente ${town.title};`,
            `gelezen het voorstel van burgemeester en wethouders van ${dayOf(settings, "date")};`,
            `gelet op ${settings.basis ?? "artikel 38b van de Politiewet 2012"};`,
            "**besluit:**",
          ].join("\n\n"),
        ),
        points(pointsOf(model, town)),
      ],
    },
    {
      type: "section",
      anchor: "signatures",
      title: "Ondertekening",
      blocks: [
        prose(
          `Aldus besloten in de openbare vergadering van de raad van de gemeente ${town.title} van ${dayOf(settings, "meeting")}.`,
        ),
        {
          type: "facts",
          items: facts(model, town, settings, [
            ["De griffier", "clerk"],
            ["De voorzitter", "chair"],
          ]),
        },
      ],
    },
  ],
});

/** A date within a sentence; what isn't known is told there. */
function dayOf(settings: CouncilSettings, name: FactName): string {
  const value = factOf(settings, name);
  return isOpen(value) ? `*(nog open: ${value.open})*` : day(value);
}
