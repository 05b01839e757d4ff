import { day } from "../../dutch.js";
import { isOpen, type Model, type Municipality } from "../../model/index.js";
import type { Section, Value } from "../tree.js";
import { openValue } from "../wording.js";
import { councilKind, townOf } from "./kind.js";
import { sectionBlocks } from "./sections.js";
import { type CouncilSettings, councilSettings, type FactName, factOf, usualHeadings } from "./settings.js";

/** What burgemeester en wethouders propose to a council: its usual form, as far as there is one. */
export const proposal = councilKind({
  kind: "proposal",
  name: "raadsvoorstel",
  plural: "raadsvoorstellen",
  rank: 4,
  anchor: "proposals",
  compose: (model, info) => {
    const town = townOf(model, info);
    const settings = councilSettings(model, town);
    const { plan } = model.content;
    return {
      shortTitle: `${info.title}: ${plan.shortTitle}`,
      cover: {
        kicker: `Raadsvoorstel van burgemeester en wethouders van ${town.title}`,
        title: info.title,
        subtitle: plan.title,
        facts: [
          { term: "Status", value: info.status.label },
          ...facts(model, town, settings, [
            ["Datum voorstel", "date"],
            ["Raadsvergadering", "meeting"],
            ["Kenmerk", "reference"],
            ["Portefeuillehouder", "portfolioHolder"],
          ]),
        ],
        style: "band",
      },
      sections: settings.sections.map(
        (section, index): Section => ({
          type: "section",
          number: String(index + 1),
          anchor: section.part ?? `section-${index + 1}`,
          title: section.title ?? (section.part ? usualHeadings[section.part] : ""),
          blocks: sectionBlocks(model, town, section),
        }),
      ),
    };
  },
});

/** Facts of council.yaml, open where nobody gave them. */
export const facts = (
  model: Model,
  town: Municipality,
  settings: CouncilSettings,
  named: readonly (readonly [term: string, name: FactName])[],
): { readonly term: string; readonly value: Value }[] =>
  named.map(([term, name]) => {
    const value = factOf(settings, name);
    if (isOpen(value)) return { term, value: openValue(model, value, town.title) };
    return { term, value: name === "date" || name === "meeting" ? day(value) : value };
  });
