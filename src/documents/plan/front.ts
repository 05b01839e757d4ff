import { capital, enumeration, inWords, one } from "../../dutch.js";
import type { Model } from "../../model/index.js";
import { minor, prose } from "../blocks.js";
import { nodeOf } from "../links.js";
import type { Block } from "../tree.js";

/** The plan as one picture: the pillars and the themes. */
export function planOnAPage(model: Model): Block[] {
  const { plan, localThemes } = model.content;
  const local = nodeOf(model, "local-themes");
  const where = (kind: string, id: string): string => capital(model.targets.get(`${kind}:${id}`)?.label ?? "");
  const tiles = [
    ...model.priorities.map(({ id, title, themes, group, icon, colour }) => ({
      title,
      items: themes,
      note: [where("priority", id), ...(group ? [group.title] : [])].join(" · "),
      icon,
      colour,
    })),
    ...(localThemes.themes.length > 0
      ? [
          {
            title: localThemes.title,
            items: [],
            note: local ? where(local.kind, local.id) : "",
            icon: localThemes.icon,
            colour: localThemes.colour,
          },
        ]
      : []),
  ].map((tile, index) => ({ ...tile, number: String(index + 1) }));
  const pillars = plan.pillars.map(({ title, motto }) => [title, ...(motto ? [motto] : [])].join(": "));
  const themes = tiles.map(({ number, title, items, note }) =>
    [
      `Thema ${number}: ${title}`,
      ...(items.length > 0 ? [`(${enumeration(items)})`] : []),
      ...(note ? [`– ${note}`] : []),
    ].join(" "),
  );
  return [
    {
      type: "figure",
      caption: captionOf(plan, plan.pillars.length, tiles.length),
      alternative: [
        { title: "Leus", items: plan.slogan ? [plan.slogan] : [] },
        { title: one(pillars.length, "Pijler", "Pijlers"), items: pillars },
        { title: one(themes.length, "Thema", "Thema's"), items: themes },
        { title: "Motto", items: plan.motto ? [plan.motto] : [] },
      ],
      chart: {
        type: "overview",
        title: plan.slogan || plan.title,
        motto: plan.motto,
        columns: plan.pillars.map(({ title, motto }) => ({ title, text: motto })),
        tiles,
      },
    },
  ];
}

/** "Drie pijlers en zes thema's: IVP De Kempen 2019–2022": no verb and no article, as neither can be known. */
function captionOf({ shortTitle }: Model["content"]["plan"], pillars: number, themes: number): string {
  const parts = [
    ...(pillars > 0 ? [`${inWords(pillars)} ${one(pillars, "pijler", "pijlers")}`] : []),
    ...(themes > 0 ? [`${inWords(themes)} ${one(themes, "thema", "thema's")}`] : []),
  ];
  return parts.length > 0 ? `${capital(enumeration(parts))}: ${shortTitle}` : shortTitle;
}

export function manifest(model: Model): Block[] {
  const { notice, text, signatoriesTitle = "Ondertekenaars", signatories, about } = model.content.manifest;
  return [
    ...(notice ? [prose(notice)] : []),
    prose(text),
    minor("manifest-signatories", signatoriesTitle, [{ type: "names", items: signatories }]),
    minor("manifest-about", "Over dit manifest", [prose(about)]),
  ];
}
