import { capital, closed, counted, listed, one } from "../../dutch.js";
import { type Action, isOpen, type Model, type Municipality } from "../../model/index.js";
import { prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import { themeCount } from "../programme/reading.js";
import type { Block, Card } from "../tree.js";
import { bodyName, openValue, thisDocument } from "../wording.js";

/** What the plan means in one municipality. */
export function inTown(model: Model, town: Municipality): Block[] {
  return [
    prose(town.introduction),
    emphases(model, town),
    {
      type: "cards",
      columns: 3,
      items: [
        ...model.priorities.map(({ id, title, icon, colour }, index) => {
          return {
            number: String(index + 1),
            title,
            icon,
            colour,
            text: [...countOf(model, town, (action) => carriesOut(action, id)), `[[priority:${id}]]`].join(", "),
          };
        }),
        ...(model.content.localThemes.themes.length > 0 ? [localCard(model, town)] : []),
      ],
    },
    prose(doubles(town)),
  ];
}

/** The priorities that ask for extra attention in a municipality. */
export const emphases = (model: Model, { title, emphases: own }: Municipality): Block =>
  isOpen(own)
    ? { type: "callout", tone: "open", title: "Accenten", text: sentence(openValue(model, own, title)) }
    : {
        type: "steps",
        items: own.map(({ priority, text }) => ({
          title: model.targets.get(`priority:${priority}`)?.title ?? priority,
          text: `${text}\n\nZie [[priority:${priority}]].`,
        })),
      };

const carriesOut = ({ measures }: Action, priority: string): boolean =>
  measures.some((measure) => measure.priority.id === priority);

/** That the cards count an action more than once, if they do. */
function doubles(town: Municipality): string {
  const more = town.actions.filter((action) => themeCount(action) > 1).length;
  if (more === 0) return "";
  return `Samen zijn dit **${counted(town.actions.length, "actie", "acties")}**: ${one(
    more,
    "1 actie hoort bij meer dan één thema en telt",
    `${more} acties horen bij meer dan één thema en tellen`,
  )} daar telkens mee.`;
}

function localCard(model: Model, town: Municipality): Card {
  const { title, icon, colour } = model.content.localThemes;
  return {
    number: String(model.priorities.length + 1),
    title,
    icon,
    colour,
    text: countOf(model, town, ({ localThemes: themes }) => themes.length > 0).join(""),
  };
}

/** How many of the municipality's actions are of some kind; nothing where nobody has actions. */
const countOf = ({ programmes }: Model, town: Municipality, isOne: (action: Action) => boolean): string[] =>
  programmes.some(({ actions }) => actions.length > 0)
    ? [capital(counted(town.actions.filter(isOne).length, "actie", "acties"))]
    : [];

const sentence = ({ open, by }: { open: string; by: string }): string =>
  `Nog open: ${closed(open)} Wie beslist: ${closed(by)}`;

/** The local themes, with why and with which actions. */
export function localThemes(model: Model, town: Municipality): Block[] {
  if (model.content.localThemes.themes.length === 0) return [];
  return [...proposals(model, town), themeTable(model, town, town.localThemes)];
}

type Choice = Municipality["localThemes"][number];

/** Local themes with why and with which actions; one that nobody chose yet has no status. */
export const themeTable = (
  model: Model,
  town: Municipality,
  choices: readonly (Pick<Choice, "theme"> & Partial<Choice>)[],
): Block => ({
  type: "table",
  caption: `${one(choices.length, "Lokaal thema", "Lokale thema's")} van ${town.title}`,
  columns: [
    { title: "Thema", width: 26 },
    { title: "Aanleiding" },
    { title: "Status", width: 13 },
    { title: "Acties", width: 12 },
  ],
  rows: choices.map(({ theme, status: state = "", text }) => ({
    anchor: anchorOf("local-theme", theme.id),
    cells: [
      theme.title,
      text ? [theme.text, text] : theme.text,
      capital(state),
      listed(
        town.actions.filter((action) => action.localThemes.includes(theme)).map(({ fullId }) => `[[action:${fullId}]]`),
      ) || (model.programmes.length > 0 ? "Geen" : ""),
    ],
  })),
});

/** How many of the local themes are proposals, what the content says of these, and who decides on this annex. */
function proposals(model: Model, town: Municipality): Block[] {
  const all = town.localThemes.length;
  if (all === 0)
    return [prose(`${capital(thisDocument(model, "annex"))} noemt geen lokale thema's voor ${town.title}.`)];
  const count = town.localThemes.filter((choice) => choice.status === "voorstel").length;
  const text =
    count < all
      ? `Van de ${all} thema's ${one(count, "is er 1 een **voorstel**", `zijn er ${count} een **voorstel**`)}.`
      : one(count, "Dit is een **voorstel**.", "Dit zijn **voorstellen**.");
  const { body } = town.decisions.annex;
  const decides = body
    ? ` Over ${thisDocument(model, "annex")} beslist: ${closed(bodyName(model, body, town.title))}`
    : "";
  return [prose(count > 0 ? `${text}${decides}` : ""), prose(model.content.localThemes.annexText ?? "")];
}
