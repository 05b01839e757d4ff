import { enumeration, ofAll, one, quarters } from "../../dutch.js";
import { type Action, isOpen, type Measure, type Model, type Municipality } from "../../model/index.js";
import { prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Block, Row } from "../tree.js";
import { thePlan, theProgramme } from "../wording.js";

/** All actions in which the municipality takes part: by measure, by local theme, and those that name neither. */
export function participation(model: Model, town: Municipality): Block[] {
  const tables = [
    ...model.priorities.map((priority) =>
      table(
        priority.title,
        "Maatregel",
        model.measures
          .filter((measure) => measure.priority.id === priority.id)
          .flatMap((measure) => rowForMeasure(model, measure, town)),
      ),
    ),
    table(
      model.content.localThemes.title,
      "Lokaal thema",
      model.content.localThemes.themes.flatMap(({ id, title }) =>
        rowFor(
          model,
          title,
          town,
          town.actions.filter(({ localThemes }) => localThemes.some((theme) => theme.id === id)),
        ),
      ),
    ),
    table(
      "Overige acties",
      "Hoort bij",
      rowFor(model, "Geen maatregel en geen lokaal thema", town, town.actions.filter(isApart)),
    ),
  ];
  return [prose(reading(model, town)), ...tables];
}

/** An action that names no measure and no local theme. */
const isApart = ({ measures, localThemes }: Action): boolean => measures.length === 0 && localThemes.length === 0;

/** In how many actions the municipality takes part, and what the tables tell of them. */
function reading(model: Model, town: Municipality): string {
  const all = model.programmes.flatMap(({ actions }) => actions).length;
  const leads = town.actions.filter((action) => isLed(action, town)).length;
  const lapsed = town.actions.filter(({ status }) => status === "vervallen").length;
  return [
    `${town.title} doet mee aan **${ofAll(town.actions.length, all, "actie", "acties")}** uit ${theProgramme(model)}.`,
    ...(lapsed > 0 ? [`Daarvan ${one(lapsed, "is", "zijn")} er ${lapsed} vervallen.`] : []),
    ...(town.actions.some(({ measures }) => measures.length > 0)
      ? [`Per prioriteit staan hier de maatregelen van ${thePlan(model)} waar die acties bij horen.`]
      : []),
    ...(leads > 0 ? [`Bij een actie die ${town.title} trekt, staat **trekker**.`] : []),
  ].join(" ");
}

const table = (caption: string, first: string, rows: readonly Row[]): Block => ({
  type: "table",
  caption,
  columns: [{ title: first, width: 42 }, { title: "Actie" }, { title: "Planning", width: 20 }],
  rows,
  dense: true,
});

function rowForMeasure(model: Model, measure: Measure, town: Municipality): Row[] {
  const actions = town.actions.filter(({ measures }) => measures.includes(measure));
  const header = `**${measure.number}** ${firstSentence(measure.text)}`;
  return rowFor(model, header, town, actions).map((row) => ({ anchor: anchorOf("measure", measure.id), ...row }));
}

function rowFor(model: Model, header: string, town: Municipality, actions: readonly Action[]): Row[] {
  if (actions.length === 0) return [];
  // Every programme numbers its own actions from A1.
  const numbered = ({ number, programme }: Action): string =>
    model.programmes.length > 1 ? `${number} (${programme.shortTitle})` : number;
  return [
    {
      cells: [
        header,
        actions.map((action) => `[[action:${action.id}|${numbered(action)}]] ${action.title}${remarks(action, town)}`),
        actions.map(
          ({ number, planning }) =>
            `${actions.length > 1 ? `${number}: ` : ""}${isOpen(planning) ? "open" : quarters(planning.from, planning.to)}`,
        ),
      ],
    },
  ];
}

function remarks(action: Action, town: Municipality): string {
  const words = [
    ...(isLed(action, town) ? ["**trekker**"] : []),
    ...(action.status === "vervallen" ? ["vervallen"] : []),
  ];
  return words.length > 0 ? ` (${enumeration(words)})` : "";
}

const isLed = ({ lead }: Action, town: Municipality): boolean =>
  !isOpen(lead) && lead.kind === "municipality" && lead.id === town.id;

/** The first line of prose: content has one sentence per line. */
const firstSentence = (text: string): string => text.split("\n")[0] ?? text;
