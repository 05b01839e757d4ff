/** The chapters of a report. Each sentence counts what is there. */
import { agree, capital, counted, day, listed, ofAll, one } from "../../dutch.js";
import { onlyOne } from "../../model/index.js";
import { prose } from "../blocks.js";
import type { Chart } from "../chart.js";
import { indicatorSection, townIndicators } from "../figures/index.js";
import { themesOf } from "../programme/themes.js";
import type { Block, Section } from "../tree.js";
import { changesOf } from "./changes.js";
import { goals } from "./goals.js";
import { type Line, linesOf, previousOf, type Report } from "./lines.js";
import { moneyBlocks } from "./money.js";
import { countedStates, countsOf, signed, type Told, wordOf } from "./states.js";
import { courseOf, requests, themeTables } from "./tables.js";

type Chapter = Omit<Section, "type">;

/** Everything that stands in a report, in order; a chapter without anything to say falls away later. */
export function chaptersOf(report: Report): Section[] {
  const lines = linesOf(report);
  const all: readonly Chapter[] = [
    { anchor: "summary", title: "In het kort", blocks: summary(report, lines) },
    { anchor: "requests", title: "Wat een besluit vraagt", blocks: decisions(report, lines) },
    ...(report.progress.kind === "voortgang" ? [] : evaluation(report, lines)),
    { anchor: "changes", title: changesTitle(report), blocks: changed(report, lines) },
    {
      anchor: "actions",
      title: "Voortgang per thema",
      blocks: lines.length > 0 ? [prose(reading(report, lines)), ...themeTables(report, lines)] : [],
    },
    { anchor: "indicators", title: "Indicatoren", blocks: indicators(report) },
    { anchor: "money", title: "Geld", blocks: moneyBlocks(report, lines) },
  ];
  return all.map((chapter) => ({ type: "section", ...chapter }));
}

/** The figures, with their charts: of all, or of the municipality beside the others. */
const indicators = ({ model, town }: Report): Block[] =>
  town ? townIndicators(model, town) : model.indicators.map((indicator) => indicatorSection(model, indicator));

const anAction = ["actie", "acties"] as const;

function summary(report: Report, lines: readonly Line[]): Block[] {
  const { progress, town } = report;
  const states = lines.map(({ told }) => told);
  return [
    // What is written of all, is told of all.
    prose(town ? "" : progress.summary),
    prose([about(report, lines), countedStates(states), ...exceptions(report, lines)].join(" ")),
    ...(lines.length > 0 ? [picture(report, lines)] : []),
  ];
}

/** How many actions the report is about. */
function about({ progress, town }: Report, lines: readonly Line[]): string {
  const where = town ? ` in ${town.title}` : "";
  if (lines.length === 0) return `Op ${day(progress.date)} zijn er${where} geen acties om over te rapporteren.`;
  return `Op ${day(progress.date)} gaat het${where} om **${counted(lines.length, ...anAction)}**.`;
}

/** In how many actions municipalities differ. */
function exceptions({ model: { municipalities } }: Report, lines: readonly Line[]): string[] {
  const count = lines.filter(({ told, differing }) => differing.some(({ state }) => state && state !== told)).length;
  const only = onlyOne(municipalities);
  const differs = only ? `in ${only.title} anders` : "niet in elke gemeente gelijk";
  return count === 0 ? [] : [`Bij ${ofAll(count, lines.length, ...anAction)} is de voortgang ${differs}.`];
}

/** One picture: how far all actions are, and those of each theme. */
function picture({ model, progress, town }: Report, lines: readonly Line[]): Block {
  const toldOf = new Map(lines.map(({ action, told }) => [action, told]));
  const rows = [
    { title: "Alle acties", told: lines.map(({ told }) => told) },
    ...themesOf(model, { actions: lines.map(({ action }) => action) }).map(({ title, actions }) => ({
      title,
      told: actions.map((action): Told => toldOf.get(action) ?? "onbekend"),
    })),
  ];
  // One theme is all there is.
  const shown = rows.length === 2 ? rows.slice(0, 1) : rows;
  const chart: Chart = {
    type: "shares",
    key: countsOf(lines.map(({ told }) => told)).map(({ told }) => signed(told)),
    rows: shown.map(({ title, told }) => ({
      title,
      all: counted(told.length, ...anAction),
      parts: countsOf(told).map(({ told: own, count }) => ({ sign: signed(own).sign, count })),
    })),
  };
  return {
    type: "figure",
    caption: `Voortgang van de acties${town ? ` in ${town.title}` : ""} op ${day(progress.date)}`,
    alternative: shown
      .filter(({ told }) => told.length > 0)
      .map(({ title, told }) => ({
        title,
        items: countsOf(told).map(({ told: own, count }) => `${count} ${wordOf(own)}`),
      })),
    chart,
  };
}

function decisions(report: Report, lines: readonly Line[]): Block[] {
  if (lines.length === 0) return [];
  const rows = requests(report, lines);
  return [
    prose(
      rows.length === 0
        ? "Geen actie vraagt nu om een besluit."
        : `${capital(counted(rows.length, "punt", "punten"))} ${one(rows.length, "vraagt", "vragen")} om een besluit.`,
    ),
    {
      type: "table",
      caption: one(rows.length, "Gevraagd besluit", "Gevraagde besluiten"),
      columns: [{ title: "Actie", width: 32 }, { title: "Waarover" }, { title: "Wie beslist", width: 26 }],
      rows,
    },
  ];
}

const changesTitle = (report: Report): string => {
  const previous = previousOf(report);
  return previous ? `Wat er veranderde sinds ${day(previous.date)}` : "Wat er veranderde";
};

function changed(report: Report, lines: readonly Line[]): Block[] {
  if (lines.length === 0) return [];
  const previous = previousOf(report);
  if (!previous) return [prose("Eerder is de voortgang niet gemeld: er is nog niets om mee te vergelijken.")];
  const { changed: own, gone } = changesOf(report, lines);
  const rows = [...own, ...gone];
  const moved = own.some(({ cells }) => Array.isArray(cells[3]) && cells[3].length > 0);
  return [
    prose(
      [
        own.length === 0
          ? `Sinds ${day(previous.date)} is de voortgang van geen enkele actie veranderd, en geen planning verschoven.`
          : `Bij **${ofAll(own.length, lines.length, ...anAction)}** veranderde de voortgang of de planning.`,
        ...(gone.length > 0
          ? [`${capital(counted(gone.length, ...anAction))} ${one(gone.length, "staat", "staan")} hier niet meer in.`]
          : []),
      ].join(" "),
    ),
    {
      type: "table",
      caption: `Wat er veranderde sinds ${day(previous.date)}`,
      columns: [
        { title: "Actie", width: 34 },
        { title: `Op ${day(previous.date)}` },
        { title: `Op ${day(report.progress.date)}` },
        ...(moved ? [{ title: "Nieuwe planning" }] : []),
      ],
      rows: moved ? rows : rows.map(({ cells }) => ({ cells: cells.slice(0, 3) })),
    },
  ];
}

/** What the tables have, as far as it is there. */
function reading({ model, town }: Report, lines: readonly Line[]): string {
  const silent = lines.filter(({ told }) => told === "onbekend");
  const carried = lines.some(({ since }) => since);
  return [
    `Per thema staan hier de acties${town ? ` waaraan ${town.title} meedoet` : ""}, met wat er is gedaan en wat er volgt.`,
    ...(carried ? ["Wat eerder is afgerond of gestopt, houdt die status; de datum staat erbij."] : []),
    ...(silent.length > 0
      ? [
          `Van ${ofAll(silent.length, lines.length, ...anAction)} is niet gemeld hoe ver ${one(silent.length, "die", "ze")} ${one(silent.length, "is", "zijn")}: ${listed(
            silent.map(({ action }) => `[[action:${action.fullId}|${action.number}]]`),
          )}.`,
        ]
      : []),
    ...(lines.some(({ differing }) => differing.length > 0)
      ? [
          `Waar het in ${onlyOne(model.municipalities)?.title ?? "een gemeente"} anders gaat, staat de naam van ${one(model.municipalities.length, "de", "die")} gemeente erbij.`,
        ]
      : []),
    ...(lines.some(({ of }) => of)
      ? [`Bij elke actie staat uit ${agree("welk", model.terms.programme.brief)} zij komt.`]
      : []),
  ].join(" ");
}

/** What an evaluation has besides: the whole time, and the goals. */
const evaluation = (report: Report, lines: readonly Line[]): Chapter[] => [
  { anchor: "goals", title: "De doelen", blocks: goals(report, lines) },
  {
    anchor: "course",
    title: "De hele periode",
    blocks: report.model.progress.filter(({ date }) => date <= report.progress.date).length > 1 ? courseOf(report) : [],
  },
];
