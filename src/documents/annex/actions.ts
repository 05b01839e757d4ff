import { enumeration, ofAll, one, quarters } from "../../dutch.js";
import { type Action, holds, isOpen, type Model, type Municipality } from "../../model/index.js";
import { firstSentence } from "../../prose/index.js";
import { minor, prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import { newestState } from "../progress/newest.js";
import type { Signed } from "../sign.js";
import type { Block, Row } from "../tree.js";
import { thePlan, theProgramme } from "../wording.js";

/**
 * All actions in which the municipality takes part: by measure, by local theme, and those that name neither. Where there are more
 * programmes, each has a heading of its own.
 */
export function participation(model: Model, town: Municipality): Block[] {
  const [only, ...more] = model.programmes;
  const shown = new Set<string>();
  if (more.length === 0)
    return [prose(reading(model, town)), ...(only ? tables(model, town, { actions: town.actions, shown }) : [])];
  return [
    prose(reading(model, town)),
    ...model.programmes.map((programme) => {
      const { id, title, shortTitle } = programme;
      const actions = town.actions.filter((action) => action.programme === programme);
      const own = actions.filter(holds).length;
      const count = ofAll(own, programme.actions.filter(holds).length, "actie", "acties");
      return minor(`actions-${id}`, title, [
        prose(`${town.title} ${own === 0 ? "doet niet mee aan" : `doet mee aan **${count}** uit`} ${shortTitle}.`),
        ...tables(model, town, { actions, shown, of: shortTitle }),
      ]);
    }),
  ];
}

/** What tables tell of: these actions, of a programme that readers must tell from others. */
interface Told {
  readonly actions: readonly Action[];
  readonly of?: string;
  /** The measures that have a row already: links lead to the first. */
  readonly shown: Set<string>;
}

function tables(model: Model, town: Municipality, { actions, of, shown }: Told): Block[] {
  const table = (title: string, first: string, rows: readonly Row[]): Block => ({
    type: "table",
    caption: of ? `${of}: ${title}` : title,
    columns: [{ title: first, width: 42 }, { title: "Actie" }, { title: "Planning", width: 20 }],
    rows,
    dense: true,
  });
  return [
    ...model.priorities.map((priority) =>
      table(
        priority.title,
        "Maatregel",
        model.measures
          .filter((measure) => measure.priority.id === priority.id)
          .flatMap((measure) => {
            const own = actions.filter(({ measures }) => measures.includes(measure));
            const first = own.length > 0 && !shown.has(measure.id);
            if (first) shown.add(measure.id);
            const header = `**${measure.number}** ${firstSentence(measure.text)}`;
            return rowFor(model, header, town, own).map((row) => ({
              ...(first && { anchor: anchorOf("measure", measure.id) }),
              ...row,
            }));
          }),
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
          actions.filter(({ localThemes }) => localThemes.some((theme) => theme.id === id)),
        ),
      ),
    ),
    table(
      "Overige acties",
      "Hoort bij",
      rowFor(model, "Geen maatregel en geen lokaal thema", town, actions.filter(isApart)),
    ),
  ];
}

/** An action that names no measure and no local theme. */
const isApart = ({ measures, localThemes }: Action): boolean => measures.length === 0 && localThemes.length === 0;

/** In how many actions the municipality takes part, and what the tables tell of them. */
function reading(model: Model, town: Municipality): string {
  const all = model.programmes.flatMap(({ actions }) => actions).filter(holds).length;
  if (model.programmes.length === 0) return "";
  const leads = town.actions.filter((action) => isLed(action, town)).length;
  const measures = new Set(town.actions.flatMap((action) => action.measures));
  const own = town.actions.filter(holds).length;
  const lapsed = town.actions.length - own;
  return [
    `${town.title} doet mee aan **${ofAll(own, all, "actie", "acties")}** uit ${theProgramme(model)}.`,
    ...(lapsed > 0
      ? [`Hier ${one(lapsed, "staat ook 1 actie die is", `staan ook ${lapsed} acties die zijn`)} vervallen.`]
      : []),
    ...(measures.size > 0
      ? [
          `Per prioriteit ${one(measures.size, "staat hier de maatregel", "staan hier de maatregelen")} van ${thePlan(model)} waar die ${one(town.actions.length, "actie bij hoort", "acties bij horen")}.`,
        ]
      : []),
    ...(leads > 0 ? [`Bij een actie die ${town.title} trekt, staat **trekker**.`] : []),
  ].join(" ");
}

function rowFor(model: Model, header: string, town: Municipality, actions: readonly Action[]): Row[] {
  if (actions.length === 0) return [];
  return [
    {
      cells: [
        header,
        actions.flatMap((action): (string | Signed)[] => [
          `[[action:${action.fullId}|${action.number}]] ${action.title}${remarks(action, town)}`,
          ...(newestState(model, action, town) ?? []),
        ]),
        actions.flatMap(({ number, planning }) =>
          planning
            ? `${actions.length > 1 ? `${number}: ` : ""}${isOpen(planning) ? "open" : quarters(planning.from, planning.to)}`
            : [],
        ),
      ],
    },
  ];
}

function remarks(action: Action, town: Municipality): string {
  const words = [...(isLed(action, town) ? ["**trekker**"] : []), ...(holds(action) ? [] : ["vervallen"])];
  return words.length > 0 ? ` (${enumeration(words)})` : "";
}

const isLed = ({ lead }: Action, town: Municipality): boolean =>
  lead !== undefined && !isOpen(lead) && lead.kind === "municipality" && lead.id === town.id;
