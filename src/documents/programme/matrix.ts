import { listed } from "../../dutch.js";
import { type Action, isOpen, type Model, type Municipality, onlyOne, type Programme } from "../../model/index.js";
import { prose } from "../blocks.js";
import type { Block, Cell } from "../tree.js";
import { aboutTakingPart, isForAll } from "./reading.js";

/** How many municipalities a table has room for, side by side. */
const COLUMNS = 10;

/** From how many municipalities, or with how long a name, a list tells more than tables of marks. */
const MANY = 40;
const LONG = 36;

const CAPTION = "Wie doet mee aan welke actie";

/** Which municipality takes part in which action: marks in a table, or in more than one, or names in a list. */
export function matrix(model: Model, programme: Programme): Block[] {
  const { municipalities } = programme;
  if (onlyOne(model.municipalities)) return [];
  const marks = municipalities.length <= MANY && municipalities.every(({ title }) => title.length <= LONG);
  return [
    prose(aboutTakingPart(programme, marks)),
    ...(marks ? tables(municipalities, programme) : [list(municipalities, programme)]),
  ];
}

/** Tables of about the same width, each with the names of the actions. */
function tables(municipalities: readonly Municipality[], { actions }: Programme): Block[] {
  const count = Math.ceil(municipalities.length / COLUMNS);
  const size = Math.ceil(municipalities.length / count);
  return Array.from({ length: count }, (_, index): Block => {
    const own = municipalities.slice(index * size, (index + 1) * size);
    return {
      type: "table",
      caption: count === 1 ? CAPTION : `${CAPTION}: ${listed(own.map(({ title }) => title))}`,
      dense: true,
      columns: [{ title: "Actie", width: 52 }, ...own.map(({ title }) => ({ title, upright: true as const }))],
      rows: actions.map((action) => ({ cells: [named(action), ...own.map((town) => mark(action, town))] })),
    };
  });
}

const named = ({ fullId: id, number, title }: Action): string => `[[action:${id}|${number}]] ${title}`;

const leads = ({ lead }: Action, { id }: Municipality): boolean =>
  lead !== undefined && !isOpen(lead) && lead.id === id;

const mark = (action: Action, town: Municipality): Cell =>
  leads(action, town)
    ? { mark: true, letter: { text: "T", said: "trekker" } }
    : { mark: action.municipalities.includes(town) };

/** The names of those who take part; where nearly all do, of those who don't. */
function list(municipalities: readonly Municipality[], { actions }: Programme): Block {
  const names = (towns: readonly Municipality[]): string => listed(towns.map(({ title }) => title));
  const takingPart = (action: Action): string => {
    if (isForAll(action)) return "Alle gemeenten";
    const others = municipalities.filter((town) => !action.municipalities.includes(town));
    if (action.municipalities.length === 0) return "Geen";
    return others.length < action.municipalities.length
      ? `Alle gemeenten behalve ${names(others)}`
      : names(action.municipalities);
  };
  return {
    type: "table",
    caption: CAPTION,
    dense: true,
    columns: [{ title: "Actie", width: 40 }, { title: "Gemeenten" }],
    rows: actions.map((action) => {
      const leading = municipalities.find((town) => leads(action, town));
      return { cells: [named(action), [takingPart(action), ...(leading ? [`Trekker: ${leading.title}`] : [])]] };
    }),
  };
}
