import { councilKind } from "./kind.js";
import { sectionBlocks } from "./sections.js";
import { usualHeadings } from "./settings.js";

/** What burgemeester en wethouders propose to a council: its usual form, as far as there is one. */
export const proposal = councilKind({
  kind: "proposal",
  name: "raadsvoorstel",
  plural: "raadsvoorstellen",
  rank: 5,
  anchor: "proposals",
  kicker: ({ title }) => `Raadsvoorstel van burgemeester en wethouders van ${title}`,
  facts: [
    ["Datum voorstel", "date"],
    ["Raadsvergadering", "meeting"],
    ["Kenmerk", "reference"],
    ["Portefeuillehouder", "portfolioHolder"],
  ],
  sections: (model, town, settings) =>
    settings.sections.map((section, index) => ({
      type: "section",
      number: String(index + 1),
      anchor: section.part ?? `section-${index + 1}`,
      title: section.title ?? (section.part ? usualHeadings[section.part] : ""),
      blocks: sectionBlocks(model, town, section),
    })),
});
