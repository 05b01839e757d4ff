import { capital, enumeration, inWords, one } from "../../dutch.js";
import type { Model } from "../../model/index.js";
import { flatten } from "../../model/index.js";
import { prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Section } from "../tree.js";

/** The plan as one picture: the pillars and the themes. */
export function planOnAPage(model: Model): Section {
  const { plan, localThemes } = model.content;
  const where = flatten(model.outline).find(({ kind, id }) => kind === "section" && id === "prioritising")?.number;
  const tiles = [
    ...model.priorities.map(({ title, themes, number, icon, colour }) => ({
      title,
      items: themes,
      note: `Paragraaf ${number}`,
      icon,
      colour,
    })),
    ...(localThemes.themes.length > 0
      ? [
          {
            title: localThemes.title,
            items: [],
            note: where ? `Paragraaf ${where}` : "",
            icon: localThemes.icon,
            colour: localThemes.colour,
          },
        ]
      : []),
  ].map((tile, index) => ({ ...tile, number: String(index + 1) }));
  const pillars = plan.pillars.map(({ title, motto }) => `${title}: ${motto}`);
  const themes = tiles.map(({ number, title, items, note }) =>
    [
      `Thema ${number}: ${title}`,
      ...(items.length > 0 ? [`(${enumeration(items)})`] : []),
      ...(note ? [`– ${note}`] : []),
    ].join(" "),
  );
  return {
    type: "section",
    anchor: "plan-on-a-page",
    title: "Het plan op één pagina",
    style: "poster",
    blocks: [
      {
        type: "figure",
        caption: captionOf(plan, plan.pillars.length, tiles.length),
        alternative: [
          { title: "Leus", items: [plan.slogan] },
          { title: one(pillars.length, "Pijler", "Pijlers"), items: pillars },
          { title: one(themes.length, "Thema", "Thema's"), items: themes },
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

/** "Drie pijlers en zes thema's: IVP De Kempen 2019–2022": no verb and no article, as neither can be known. */
function captionOf({ shortTitle }: Model["content"]["plan"], pillars: number, themes: number): string {
  const parts = [
    ...(pillars > 0 ? [`${inWords(pillars)} ${one(pillars, "pijler", "pijlers")}`] : []),
    ...(themes > 0 ? [`${inWords(themes)} ${one(themes, "thema", "thema's")}`] : []),
  ];
  return parts.length > 0 ? `${capital(enumeration(parts))}: ${shortTitle}` : shortTitle;
}

export function manifest(model: Model): Section {
  const { title, notice, text, signatoriesTitle = "Ondertekenaars", signatories, about } = model.content.manifest;
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
