/** Whether goals were reached, as far as figures tell. */
import { capital, counted, enumeration, one } from "../../dutch.js";
import { type Figure, type Indicator, indicatorsOf, isOpen, type NumberedFigure } from "../../model/index.js";
import { prose } from "../blocks.js";
import { shownAs } from "../figures/series.js";
import type { Block, Cell } from "../tree.js";
import { thePlan } from "../wording.js";
import type { Line, Report } from "./lines.js";
import { countsOf, signed, wordOf } from "./states.js";

/** What figures say of a target. */
interface Verdict {
  readonly reached: boolean | undefined;
  /** Whether a target of a later year follows: then nobody can say yet that it was reached. */
  readonly isUnderway?: boolean;
  readonly provisional?: boolean;
  /** As a line of a cell. */
  readonly text: string;
}

/** Each goal with what its indicators say, and the actions that serve it by way of its priorities. */
export function goals(report: Report, lines: readonly Line[]): Block[] {
  const { model } = report;
  const all = model.content.goals.goals;
  if (all.length === 0) return [];
  const verdicts = all.map(({ id }) => indicatorsOf(model, "goals", id).map((one) => verdictOf(report, one)));
  return [
    prose(
      [
        `${capital(thePlan(model))} heeft ${counted(all.length, "doel", "doelen")}.`,
        ...counts(verdicts, report.town?.title),
      ].join(" "),
    ),
    {
      type: "table",
      caption: one(all.length, "Het doel, en hoe ver het is", "De doelen, en hoe ver ze zijn"),
      columns: [
        { title: "Doel", width: 34 },
        { title: "Wat de cijfers zeggen" },
        { title: "Acties die bijdragen", width: 26 },
      ],
      rows: all.map((goal, index) => ({
        cells: [goal.title, said(verdicts[index] ?? []), actionsFor(lines, goal.id)],
      })),
    },
  ];
}

/** How a goal is, by all of its indicators. */
type Result = "reached" | "missed" | "on-course" | "off-course" | "unknown";

/** As readers see it, with what one goal and more of them are then said to do. */
const words: Readonly<Record<Exclude<Result, "unknown">, { readonly verb: readonly [string, string]; told: string }>> =
  {
    reached: { verb: ["is", "zijn"], told: "gehaald" },
    missed: { verb: ["is", "zijn"], told: "niet gehaald" },
    "on-course": { verb: ["ligt", "liggen"], told: "op koers" },
    "off-course": { verb: ["ligt", "liggen"], told: "niet op koers" },
  };

const resultOf = (all: readonly Verdict[]): Result => {
  const missed = all.filter(({ reached }) => reached === false);
  if (missed.some(({ isUnderway }) => !isUnderway)) return "missed";
  if (missed.length > 0) return "off-course";
  if (all.length === 0 || all.some(({ reached }) => reached === undefined)) return "unknown";
  return all.some(({ isUnderway }) => isUnderway) ? "on-course" : "reached";
};

/** For how many goals every target was reached, for how many not, how many are underway, and of how many that can't be told. */
function counts(verdicts: readonly (readonly Verdict[])[], town?: string): string[] {
  const where = town ? ` in ${town}` : "";
  const results = verdicts.map(resultOf);
  const count = (result: Result): number => results.filter((own) => own === result).length;
  const told = (Object.keys(words) as (keyof typeof words)[]).flatMap((result) => {
    const number = count(result);
    const { verb, told: how } = words[result];
    return number > 0 ? [{ number, predicate: `${one(number, ...verb)} ${how}` }] : [];
  });
  const underway = count("on-course") + count("off-course");
  const unknown = count("unknown");
  const isProvisional = verdicts.some(
    (own) => resultOf(own) !== "unknown" && own.some(({ provisional }) => provisional),
  );
  return [
    ...(told.length > 0
      ? [
          `${town ? `In ${town} geldt: ` : ""}${enumeration(
            told.map(({ number, predicate }, index) =>
              index === 0 ? `**${counted(number, "doel", "doelen")}** ${predicate}` : `**${number}** ${predicate}`,
            ),
          )}.`,
        ]
      : []),
    ...(underway > 0
      ? ["Op koers wil zeggen: de laatste streefwaarde komt nog, en die van tot nu toe is gehaald."]
      : []),
    ...(isProvisional ? ["Dat steunt deels op voorlopige cijfers."] : []),
    ...(unknown === verdicts.length
      ? [
          one(
            unknown,
            `Of het${where} is gehaald, is niet te zeggen.`,
            `Van geen van de doelen is te zeggen of het${where} is gehaald.`,
          ),
        ]
      : unknown > 0
        ? [
            `Van ${counted(unknown, "doel", "doelen")} is niet te zeggen of ${one(unknown, `het${where} is`, `ze${where} zijn`)} gehaald.`,
          ]
        : []),
  ];
}

const said = (verdicts: readonly Verdict[]): Cell =>
  verdicts.length === 0 ? "Niet te zeggen: er is geen indicator" : verdicts.map(({ text }) => text);

/** The last target until the year of the report, beside the figure of that year. */
function verdictOf({ progress, town }: Report, indicator: Indicator): Verdict {
  const year = Number(progress.date.slice(0, 4));
  const own = town && indicator.municipalities.find(({ municipality }) => municipality === town);
  const { targets } = town ? (own ?? { targets: [] }) : indicator;
  const figures: readonly Figure[] = town ? (own?.figures ?? []) : indicator.team;
  const unknown = (why: string): Verdict => ({
    reached: undefined,
    text: `${indicator.title}: niet te zeggen, ${why}`,
  });
  if (targets === undefined) return unknown("er is geen streefwaarde");
  if (isOpen(targets)) return unknown("de streefwaarde is nog open");
  if (town && targets.length === 0) return unknown(`er is geen streefwaarde voor ${town.title}`);
  const aim = targets.filter((one) => one.year <= year).at(-1);
  if (!aim) return unknown(`er is geen streefwaarde tot en met ${year}`);
  if (isOpen(aim.value)) return unknown(`de streefwaarde van ${aim.year} is nog open`);
  if (!indicator.direction) return unknown("er staat niet bij of hoger of lager beter is");
  const figure = figures.find((one) => one.year === aim.year);
  if (!figure || isOpen(figure.value)) return unknown(`het cijfer van ${aim.year} ontbreekt`);
  const isUnderway = targets.some((one) => one.year > aim.year);
  return compared(indicator, { ...figure, value: figure.value }, aim.value, isUnderway);
}

/** A figure beside the target of its year. */
function compared(indicator: Indicator, figure: NumberedFigure, aim: number, isUnderway: boolean): Verdict {
  const { year, value, low = value, high = value, provisional } = figure;
  const reached = indicator.direction === "hoger" ? value >= aim : value <= aim;
  const verdict = words[isUnderway ? (reached ? "on-course" : "off-course") : reached ? "reached" : "missed"].told;
  const shown = (number: number): string => shownAs(indicator, number);
  const told = [
    `${year}: ${shown(value)}`,
    `streefwaarde ${shown(aim)}`,
    // Within the margin of a sample, the true number may be on the other side of it.
    ...(low < high && low <= aim && aim <= high
      ? [`die ligt binnen de marge van ${shown(low)} tot ${shown(high)}`]
      : []),
    ...(provisional ? ["voorlopig cijfer"] : []),
  ];
  return { reached, isUnderway, provisional, text: `${indicator.title}: **${verdict}** (${told.join(", ")})` };
}

function actionsFor(lines: readonly Line[], goal: string): Cell {
  const own = lines.filter(({ action }) =>
    action.measures.some(({ priority }) => priority.goals.some(({ id }) => id === goal)),
  );
  return own.length === 0
    ? "Geen"
    : countsOf(own.map(({ told }) => told)).map(({ told, count }) => ({
        ...signed(told),
        text: `${count} ${wordOf(told)}`,
      }));
}
