import type { Model } from "../../model/index.js";
import { prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Section } from "../tree.js";
import { enumeration } from "../wording.js";

/** The plan as one picture: the pillars and the themes. */
export function planOnAPage(model: Model): Section {
  const { plan, localThemes } = model.content;
  const tiles = [
    ...model.priorities.map(({ title, themes, number, icon, colour }) => ({
      title,
      items: themes,
      note: `Paragraaf ${number}`,
      icon,
      colour,
    })),
    {
      title: localThemes.title,
      items: [],
      note: "Uitvoeringsprogramma",
      icon: localThemes.icon,
      colour: localThemes.colour,
    },
  ].map((tile, index) => ({ ...tile, number: String(index + 1) }));
  const pillars = plan.pillars.map(({ title, motto }) => `${title}: ${motto.toLowerCase()}`);
  const themes = tiles.map(
    ({ number, title, items, note }) =>
      `${number}. ${title}${items.length > 0 ? ` (${enumeration(items)})` : ""}, ${note.toLowerCase()}`,
  );
  return {
    type: "section",
    anchor: "plan-on-a-page",
    title: "Het plan op één pagina",
    style: "poster",
    blocks: [
      {
        type: "figure",
        caption: `Drie pijlers dragen zes thema's van ${plan.shortTitle}`
          .replace("Drie", words(plan.pillars.length))
          .replace("zes", words(tiles.length).toLowerCase()),
        alternative: [
          { title: `Pijlers van ${plan.slogan}`, items: pillars },
          { title: "Thema's", items: themes },
          { title: "Motto", items: [plan.motto] },
        ],
        chart: {
          type: "overview",
          title: plan.slogan,
          motto: plan.motto,
          columns: plan.pillars.map(({ title, motto }) => ({ title, text: motto })),
          tiles,
        },
      },
    ],
  };
}

const words = (count: number): string =>
  ["Nul", "Eén", "Twee", "Drie", "Vier", "Vijf", "Zes", "Zeven", "Acht", "Negen"][count] ?? String(count);

export function manifest(model: Model): Section {
  const { title, notice, text, signatoriesTitle = "Namens", signatories, about } = model.content.manifest;
  return {
    type: "section",
    anchor: anchorOf("chapter", "manifest"),
    title,
    style: "manifest",
    blocks: [
      ...(notice ? [prose(notice)] : []),
      prose(text),
      {
        type: "section",
        anchor: "manifest-signatories",
        title: signatoriesTitle,
        minor: true,
        blocks: [{ type: "names", items: signatories }],
      },
      {
        type: "section",
        anchor: "manifest-about",
        title: "Over dit manifest",
        minor: true,
        blocks: [prose(about)],
      },
    ],
  };
}
