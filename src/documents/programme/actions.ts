import { capital, enumeration, listed, one, quarters, stateName } from "../../dutch.js";
import { type Action, isOpen, type Model, onlyOne, type Programme } from "../../model/index.js";
import { capacityText, moneyText } from "../amounts.js";
import { prose } from "../blocks.js";
import { byGroup, underGroups } from "../groups.js";
import { anchorOf, referenceTo } from "../links.js";
import { newestState } from "../progress/newest.js";
import type { Block, Cell, OpenValue, Section } from "../tree.js";
import { valueOrOpen } from "../wording.js";
import { isForAll } from "./reading.js";
import { type Theme, themesOf } from "./themes.js";

/** One section with an action table for each theme, under the groups of the plan. */
export const actionSections = (model: Model, programme: Programme): Block[] =>
  underGroups<Theme, Section>(
    byGroup(themesOf(model, programme), ({ priority }) => priority),
    ({ id, title }, blocks) => ({ type: "section", anchor: `group-${id}`, title, blocks }),
    (themes) => themeSections(model, themes),
  );

function themeSections(model: Model, themes: readonly Theme[]): Section[] {
  return themes.map(
    ({ id, kind, title, icon, colour, actions }): Section => ({
      type: "section",
      anchor: `theme-${id}`,
      title,
      icon,
      colour,
      blocks: [
        prose(belongsTo(model)[kind](id, actions.length)),
        {
          type: "table",
          caption: `${one(actions.length, "Actie", "Acties")}: ${title}`,
          dense: true,
          columns: [
            { title: "Actie", width: 27 },
            { title: "Wat levert het op, met wie", width: 39 },
            { title: "Trekker, planning en middelen" },
          ],
          rows: actions.map((action) => ({ anchor: anchorOf("action", action.id), cells: cells(model, action) })),
        },
      ],
    }),
  );
}

/** What the actions of a theme have in common: that by which they are grouped. */
const belongsTo = (model: Model): Readonly<Record<Theme["kind"], (id: string, count: number) => string>> => ({
  priority: (id, count) => `${one(count, "Deze actie hoort", "Deze acties horen")} bij [[priority:${id}]].`,
  local: (_, count) => {
    const where = referenceTo(model, "local-themes");
    return [
      `${one(count, "Deze actie hoort bij een lokaal thema", "Deze acties horen bij lokale thema's")}.`,
      ...(where ? [`Meer over lokale thema's staat in ${where}.`] : []),
    ].join(" ");
  },
  other: (_, count) => `${one(count, "Deze actie noemt", "Deze acties noemen")} geen maatregel en geen lokaal thema.`,
});

const asides = (words: readonly string[]): string[] => (words.length > 0 ? [`*${words.join(" · ")}*`] : []);

function cells(model: Model, action: Action): Cell[] {
  const { number, title, measures, localThemes, approaches, partners, municipalities } = action;
  const all = model.municipalities.length > 1 && isForAll(action);
  const state = newestState(model, action);
  const labelled = (label: string, value: string | OpenValue): string[] =>
    value === "" ? [] : [`**${label}:** ${typeof value === "string" ? value : `*open*, ${value.open}`}`];
  return [
    [
      `**${number} ${title}**`,
      ...(action.continues ? [`Vervolg van [[action:${action.continues}]].`] : []),
      ...(measures.length + localThemes.length > 0
        ? [
            listed([
              ...measures.map(({ id, number: m }) => `[[measure:${id}|${m}]]`),
              ...localThemes.map((theme) => theme.title),
            ]),
          ]
        : []),
      // A snapshot says more than the one word of the programme, and later.
      ...(state ?? []),
      ...asides(state ? approaches : [capital(stateName(action.status)), ...approaches]),
    ],
    [
      ...labelled("Effect", valueOrOpen(model, action.effect, String)),
      ...labelled("Resultaat", valueOrOpen(model, action.result, String)),
      ...(partners.length > 0
        ? [
            `**${one(partners.length, "Partner", "Partners")}:** ${listed(partners.map(({ id }) => `[[partner:${id}]]`))}`,
          ]
        : []),
      ...(onlyOne(model.municipalities)
        ? []
        : [
            `**${one(municipalities.length, "Gemeente", "Gemeenten")}:** ${all ? "alle" : enumeration(municipalities.map((town) => town.title))}`,
          ]),
    ],
    [
      ...labelled(
        "Trekker",
        valueOrOpen(model, action.lead, ({ title: name }) => name),
      ),
      ...labelled(
        "Planning",
        valueOrOpen(model, action.planning, ({ from, to }) => quarters(from, to)),
      ),
      ...labelled(
        "Capaciteit",
        valueOrOpen(model, action.capacity, (capacity) => capacityText(model, capacity)),
      ),
      ...labelled(
        typeof action.money === "object" && !isOpen(action.money) ? "Geld" : "Geld per jaar",
        valueOrOpen(model, action.money, (money) => moneyText(model, money)),
      ),
    ],
  ];
}
