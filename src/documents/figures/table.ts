import { counted, day, one } from "../../dutch.js";
import { type Aim, type Figure, type Indicator, isOpen, type Model, type Municipality } from "../../model/index.js";
import { prose } from "../blocks.js";
import type { Block, Row } from "../tree.js";
import { MOST_TOWNS } from "./plots.js";
import { shownAs, wholeArea } from "./series.js";

/** As many years fit beside each other on a page. */
const YEARS = 7;

/** A line of the table before it is known which years stand in it. */
interface Line {
  readonly title: string;
  readonly cells: ReadonlyMap<number, string>;
}

/** All figures of an indicator, by area and year, with where they come from. */
export function figuresTable(model: Model, indicator: Indicator, town?: Municipality): Block[] {
  const few = model.municipalities.length <= MOST_TOWNS;
  const towns = indicator.municipalities.filter(({ municipality }) => (town ? municipality.id === town.id : few));
  const targets = indicator.targets === undefined || isOpen(indicator.targets) ? [] : indicator.targets;
  const lines: Line[] = [
    ...towns.flatMap(({ municipality: { title }, figures, targets: own }) => [
      lineOf(indicator, title, figures),
      aimLine(indicator, `Streefwaarde ${title}`, own),
    ]),
    lineOf(indicator, wholeArea(model), indicator.team),
    // Beside the figures of one municipality it isn't clear of itself whose target it is.
    aimLine(indicator, town ? `Streefwaarde ${wholeArea(model)}` : "Streefwaarde", targets),
    ...indicator.comparisons.map(({ title, figures }) => lineOf(indicator, title, figures)),
  ].filter(({ cells }) => cells.size > 0);
  const years = [...new Set(lines.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b);
  // A target alone is told elsewhere.
  if (!hasFigures(indicator)) return [];
  const parts = Array.from({ length: Math.ceil(years.length / YEARS) }, (_, part) =>
    years.slice(part * YEARS, (part + 1) * YEARS),
  );
  const where = town ? `${indicator.title} in ${town.title}` : indicator.title;
  const unit = indicator.unit ? `${where} (${indicator.unit})` : where;
  return [
    ...parts.map(
      (own): Block => ({
        type: "table",
        caption: parts.length > 1 ? `${unit}, ${own[0]}–${own.at(-1)}` : unit,
        columns: [
          { title: "Gebied", width: 30 },
          ...own.map((year) => ({ title: String(year), numbers: true as const })),
        ],
        rows: lines
          .filter(({ cells }) => own.some((year) => cells.has(year)))
          .map(({ title, cells }): Row => ({ cells: [title, ...own.map((year) => cells.get(year) ?? "–")] })),
        dense: true,
      }),
    ),
    prose(notes(indicator, lines, years, town)),
    prose(
      few || town || indicator.municipalities.length === 0
        ? ""
        : `De cijfers van ${counted(indicator.municipalities.length, "gemeente", "gemeenten")} staan in de ${one(indicator.municipalities.length, model.terms.annex.name, model.terms.annex.plural)}.`,
    ),
  ];
}

/** Whether anyone has a figure, be it open. */
export const hasFigures = ({ team, municipalities, comparisons }: Indicator): boolean =>
  [...municipalities, ...comparisons, { figures: team }].some(({ figures }) => figures.length > 0);

const lineOf = (indicator: Indicator, title: string, figures: readonly Figure[]): Line => ({
  title,
  cells: new Map(figures.map((figure) => [figure.year, cellOf(indicator, figure)])),
});

const aimLine = (indicator: Indicator, title: string, aims: readonly Aim[]): Line => ({
  title,
  cells: new Map(aims.map(({ year, value }) => [year, isOpen(value) ? OPEN : shownAs(indicator, value)])),
});

const OPEN = "open";

function cellOf(indicator: Indicator, { value, low, high, provisional }: Figure): string {
  if (isOpen(value)) return OPEN;
  const margin =
    low === undefined && high === undefined
      ? ""
      : ` (${[low, high].map((bound) => (bound === undefined ? "?" : shownAs(indicator, bound))).join("–")})`;
  return `${shownAs(indicator, value)}${provisional ? "\\*" : ""}${margin}`;
}

/** What the signs in the table mean, and where its figures come from. */
function notes(indicator: Indicator, lines: readonly Line[], years: readonly number[], town?: Municipality): string {
  const cells = lines.flatMap(({ cells: own }) => years.map((year) => own.get(year)));
  const figures = lines.filter(({ title }) => !title.startsWith("Streefwaarde"));
  const has = (sign: RegExp): boolean => cells.some((cell) => cell !== undefined && sign.test(cell));
  return [
    ...(figures.some(({ cells: own }) => years.some((year) => !own.has(year))) ? ["– Geen cijfer."] : []),
    ...(has(/\\\*/) ? ["\\* Voorlopig cijfer: de bron kan het nog herzien."] : []),
    ...(has(/\(/) ? ["Tussen haakjes staat de marge."] : []),
    ...(indicator.summed && !town && indicator.team.length > 0
      ? ["Het cijfer van alle gemeenten samen is de som van hun cijfers."]
      : []),
    sourceLine(indicator),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Where figures come from, as a sentence; nothing where nobody said. */
export function sourceLine({ source }: Indicator): string {
  if (source === undefined || isOpen(source)) return "";
  const { name, table, item, url, date } = source;
  const parts = [
    url ? `[${name}](<${url}>)` : name,
    ...(table ? [`tabel ${table}`] : []),
    ...(item ? [`onderdeel ${item}`] : []),
  ];
  return `Bron: ${parts.join(", ")}.${date ? ` Uit de bron gehaald op ${day(date)}.` : ""}`;
}

/** Targets as readers see them, one a line. */
export const aims = (indicator: Indicator, all: readonly Aim[], by: (id: string) => string): string[] =>
  all.map(({ year, value }) =>
    isOpen(value)
      ? `${year}: open (${value.open}; wie beslist: ${by(value.by)})`
      : `${year}: ${shownAs(indicator, value)}`,
  );
