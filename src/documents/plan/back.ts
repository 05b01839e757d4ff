import { capital, enumeration, listed, ofAll, one } from "../../dutch.js";
import { type Model, type Municipality, type OpenPoint, onlyOne, type Term } from "../../model/index.js";
import { moneyText } from "../amounts.js";
import { definitions, minor, prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Block } from "../tree.js";
import { bodyName, thePlan, valueOrBriefly, valueOrOpen } from "../wording.js";
import { developmentTotals, isByYear } from "./money.js";

export function finances(model: Model): Block[] {
  const { finances: source } = model.content;
  const town = onlyOne(model.municipalities);
  return [
    prose(source.text),
    ...source.developments.map((development) =>
      minor(anchorOf("development", development.id), development.title, [
        prose(development.text),
        {
          type: "facts",
          items: [
            {
              term: "Hoort bij",
              value: listed(development.measures.map((id) => `[[measure:${id}]]`)) || "Geen maatregel",
            },
            { term: "Wanneer", value: valueOrOpen(model, development.planning, String) },
            {
              term: isByYear(development.amount) ? "Bedrag" : "Bedrag per jaar",
              value: valueOrOpen(model, development.amount, (money) => moneyText(model, money)),
            },
          ],
        },
      ]),
    ),
    ...(town ? [contributions(model, town)] : []),
    ...developmentTotals(model),
    minor("finances-process", "Besluitvorming", [prose(source.process)]),
  ];
}

/** What a municipality pays, as far as it decided. */
export function contributions(model: Model, town: Municipality): Block {
  const titleOf = (id: string): string => model.targets.get(`development:${id}`)?.title ?? id;
  return {
    type: "table",
    caption: `${one(town.finances.length, "Bijdrage", "Bijdragen")} van ${town.title}`,
    columns: [{ title: "Ontwikkeling", width: 34 }, { title: "Bijdrage per jaar" }, { title: "Besluit" }],
    rows: town.finances.map(({ development, amount, decision }) => ({
      cells: [
        titleOf(development),
        valueOrBriefly(model, amount, (money) => moneyText(model, money), town.title),
        valueOrBriefly(model, decision, String, town.title),
      ],
    })),
  };
}

export const foreword = ({ content: { foreword: source } }: Model): Block[] => [
  prose(source.notice ?? ""),
  prose(source.text),
  prose(source.author ? signature(source.author) : ""),
];

/** Who wrote it, with what they are. */
const signature = ({ name, roles = [] }: { name: string; roles?: readonly string[] }): string =>
  `**${name}**\n\n${roles.map((role) => `- ${role}`).join("\n")}`;

export function partners({ content: { partners: source } }: Model): Block[] {
  return [
    prose(source.introduction),
    {
      type: "steps",
      items: source.partners.map(({ id, title, text }) => ({ anchor: anchorOf("partner", id), title, text })),
    },
  ];
}

export const glossary = (model: Model): Block[] => [prose(model.content.glossary.introduction), definitions(model)];

/** What the plan itself leaves open, and which other documents have open points of their own. */
export function openPoints(model: Model): Block[] {
  const own = openInPlan(model);
  return [
    prose(
      [
        own.length === 0
          ? `In ${thePlan(model)} zelf staan geen open punten.`
          : `Over ${one(own.length, "dit punt", "deze punten")} uit ${thePlan(model)} is nog niets besloten.`,
        ...elsewhere(model, own.length),
      ].join(" "),
    ),
    {
      type: "table",
      caption: `${one(own.length, "Open punt", "Open punten")} van ${thePlan(model)}`,
      columns: [{ title: "Onderwerp", width: 30 }, { title: "Wat is open" }, { title: "Wie beslist", width: 30 }],
      rows: own.map(({ about, what, by }) => ({
        cells: [about || model.content.plan.shortTitle, what, capital(bodyName(model, by.id))],
      })),
    },
  ];
}

/** The open points that aren't of another document. */
export const openInPlan = ({ openPoints: all, municipalities }: Model): Model["openPoints"] =>
  all.filter(
    (point) =>
      !/^((municipalities|programmes|progress|amendments)\/|council\.yaml$)/.test(point.file) ||
      (municipalities.length === 1 && isOwn(point)),
  );

/** Whether the plan tells an open point of the only municipality: decisions on other documents are told there. */
const isOwn = ({ file, path: [part, about] }: OpenPoint): boolean =>
  file.startsWith("municipalities/") && (part !== "decisions" || about === "plan");

const ofAllPapers = (count: number, all: number, { name, plural, article }: Term): string =>
  ofAll(count, all, name, plural, article);

/** Where else there are open points, as a sentence; nothing where there are none. @param own how many the plan itself has */
function elsewhere({ openPoints: all, programmes, municipalities, terms }: Model, own: number): string[] {
  const pointsIn = (file: string): number => all.filter((point) => point.file === file).length;
  const annexes = onlyOne(municipalities) ? [] : municipalities.map(({ id }) => pointsIn(`municipalities/${id}.yaml`));
  const others = programmes.map(({ id }) => pointsIn(`programmes/${id}.yaml`));
  const some = (counts: readonly number[]): number => counts.filter((count) => count > 0).length;
  const places = [
    ...(some(annexes) > 0 ? [ofAllPapers(some(annexes), annexes.length, terms.annex)] : []),
    ...(some(others) > 0 ? [ofAllPapers(some(others), others.length, terms.programme)] : []),
  ];
  const total = [...annexes, ...others].reduce((sum, count) => sum + count, 0);
  if (total === 0) return [];
  const where = `in ${enumeration(places)}`;
  return [
    own > 0
      ? `Ook ${where} ${one(total, "staat een open punt", "staan open punten")}.`
      : `${capital(where)} ${one(total, "staat wel een open punt", "staan wel open punten")}.`,
  ];
}
