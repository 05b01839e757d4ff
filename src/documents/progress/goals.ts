/** Whether goals were reached, as far as figures tell. */
import { capital, counted, enumeration, one } from "../../dutch.js";
import { type Figure, type Indicator, indicatorsOf, isOpen } from "../../model/index.js";
import { prose } from "../blocks.js";
import { shownAs } from "../figures/plots.js";
import type { Block, Cell } from "../tree.js";
import { thePlan } from "../wording.js";
import type { Line, Report } from "./lines.js";
import { countsOf, signed, wordOf } from "./states.js";

/** What figures say of a target. */
interface Verdict {
  readonly reached: boolean | undefined;
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
      caption: one(all.length, "Het doel, en wat ervan is gehaald", "De doelen, en wat ervan is gehaald"),
      columns: [{ title: "Doel", width: 34 }, { title: "Gehaald?" }, { title: "Acties die bijdragen", width: 26 }],
      rows: all.map((goal, index) => ({
        cells: [goal.title, said(verdicts[index] ?? []), actionsFor(lines, goal.id)],
      })),
    },
  ];
}

/** For how many goals every target was reached, for how many not, and of how many that can't be told. */
function counts(verdicts: readonly (readonly Verdict[])[], town?: string): string[] {
  const where = town ? ` in ${town}` : "";
  const of = (own: readonly Verdict[]): boolean | undefined =>
    own.some(({ reached }) => reached === false)
      ? false
      : own.length > 0 && own.every(({ reached }) => reached)
        ? true
        : undefined;
  const results = verdicts.map(of);
  const count = (result: boolean | undefined): number => results.filter((own) => own === result).length;
  const [reached, missed, unknown] = [count(true), count(false), count(undefined)];
  const told = [
    ...(reached > 0 ? [`**${reached}** ${one(reached, "is gehaald", "zijn gehaald")}`] : []),
    ...(missed > 0 ? [`**${missed}** ${one(missed, "is niet gehaald", "zijn niet gehaald")}`] : []),
  ];
  return [
    ...(told.length > 0 ? [`Daarvan geldt${where}: ${enumeration(told)}.`] : []),
    ...(unknown === verdicts.length
      ? [
          one(
            unknown,
            `Of het${where} is gehaald, is niet te zeggen.`,
            `Van geen van de doelen is te zeggen of het${where} is gehaald.`,
          ),
        ]
      : unknown > 0
        ? [`Van ${counted(unknown, "doel", "doelen")} is niet te zeggen of het${where} is gehaald.`]
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
  const aim = targets.filter((one) => one.year <= year).at(-1);
  if (!aim) return unknown(`er is geen streefwaarde tot en met ${year}`);
  if (isOpen(aim.value)) return unknown(`de streefwaarde van ${aim.year} is nog open`);
  if (!indicator.direction) return unknown("er staat niet bij of hoger of lager beter is");
  const figure = figures.find((one) => one.year === aim.year);
  if (!figure || isOpen(figure.value)) return unknown(`het cijfer van ${aim.year} ontbreekt`);
  const reached = indicator.direction === "hoger" ? figure.value >= aim.value : figure.value <= aim.value;
  const provisional = figure.provisional ? ", voorlopig cijfer" : "";
  return {
    reached,
    text: `${indicator.title}: **${reached ? "gehaald" : "niet gehaald"}** (${aim.year}: ${shownAs(indicator, figure.value)}, streefwaarde ${shownAs(indicator, aim.value)}${provisional})`,
  };
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
