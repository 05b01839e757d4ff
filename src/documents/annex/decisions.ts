import { agree, capital, closed, counted, enumeration, listed, ofAll, one } from "../../dutch.js";
import {
  dividesMoney,
  holds,
  isDraft,
  isOpen,
  type Model,
  type Municipality,
  moneyOfAction,
  type OpenPoint,
  ofTown,
  opensIn,
  type Post,
  programmeDecisions,
  sharesOf,
  sumOf,
} from "../../model/index.js";
import { decisionFacts } from "../adoption.js";
import { sumText } from "../amounts.js";
import { prose } from "../blocks.js";
import { referenceTo } from "../links.js";
import { contributions, openInPlan } from "../plan/back.js";
import type { Block } from "../tree.js";
import { bodyName, thePlan, thisDocument } from "../wording.js";

/** What the municipality pays, as far as it decided. */
export function finances(model: Model, town: Municipality): Block[] {
  return [prose(aboutMoney(model, town)), contributions(model, town), ownParts(town)];
}

/** What the municipality pays for actions, where programmes say so. */
function ownParts(town: Municipality): Block {
  const costs = town.actions
    .filter((action) => holds(action) && dividesMoney(action.programme))
    .map((action) => ({ action, posts: sharesOf(action).filter(({ municipality }) => municipality === town.id) }))
    .filter(({ posts }) => posts.length > 0);
  const covers = (posts: readonly Post[]): string[] => [
    ...new Set(posts.flatMap(({ cover }) => (cover === undefined ? [] : isOpen(cover) ? "open" : cover))),
  ];
  return {
    type: "table",
    caption: `Wat ${town.title} betaalt aan acties`,
    columns: [
      { title: "Actie" },
      { title: "Jaren", width: 16 },
      { title: "Dekking", width: 26 },
      { title: "Bedrag", width: 20, numbers: true },
    ],
    rows: [
      ...costs.map(({ action, posts }) => ({
        cells: [
          `[[action:${action.fullId}|${action.number}]] ${action.title}`,
          listed([...new Set(posts.map(({ year }) => (year === undefined ? "nog open" : String(year))))].sort()),
          listed(covers(posts)),
          sumText(sumOf(posts)),
        ],
      })),
      ...(costs.length > 1
        ? [{ total: true as const, cells: ["Samen", "", "", sumText(sumOf(costs.flatMap(({ posts }) => posts)))] }]
        : []),
    ],
  };
}

/** Which developments the plan has, and of which of them the table tells. */
function aboutMoney(model: Model, town: Municipality): string {
  const { developments } = model.content.finances;
  const own = capital(thisDocument(model, "annex"));
  const where = referenceTo(model, "finances");
  if (developments.length === 0)
    return where ? `${capital(thePlan(model))} beschrijft geen ontwikkelingen die geld vragen.` : "";
  const left = developments.filter(({ id }) => !town.finances.some(({ development }) => development === id));
  return [
    `${capital(thePlan(model))} beschrijft ${counted(developments.length, "ontwikkeling", "ontwikkelingen")} met een vraag om geld${where ? `: zie ${where}` : ""}.`,
    ...(left.length === 0
      ? []
      : left.length === developments.length
        ? [`${own} noemt daarbij geen bijdrage van ${town.title}.`]
        : [closed(`${own} noemt geen bijdrage aan: ${enumeration(left.map(({ title }) => title))}`)]),
  ].join(" ");
}

/** Who adopts which document, and how far that is. */
export function decisions(model: Model, town: Municipality): Block[] {
  const { terms } = model;
  const documents = [
    { title: capital(terms.plan.name), decision: town.decisions.plan },
    { title: capital(agree("dit", terms.annex)), decision: town.decisions.annex },
    ...programmeDecisions(model.programmes, town).map(({ programme, decision }) => ({
      title: model.programmes.length > 1 ? programme.shortTitle : capital(terms.programme.name),
      decision,
    })),
  ].filter(({ decision }) => !isDraft(decision));
  return [
    {
      type: "table",
      caption: "Besluitvorming over de documenten",
      columns: [
        { title: "Document", width: 24 },
        { title: "Status", width: 14 },
        { title: "Vaststelling door" },
        { title: "Datum" },
        { title: "Kenmerk" },
      ],
      rows: documents.map(({ title, decision }) => {
        const [state, body, date, reference] = decisionFacts(model, decision, town.title);
        return { cells: [title, ...[state, body, date, reference].map((fact) => fact?.value ?? "")] };
      }),
    },
  ];
}

/** What is open in this annex, by who decides. */
export function openPoints(model: Model, town: Municipality): Block[] {
  const own = model.openPoints.filter(({ file }) => file === `municipalities/${town.id}.yaml`);
  const where = referenceTo(model, "open-points");
  const here = thisDocument(model, "annex");
  const others = openElsewhere(model, town);
  const byBody = [...new Set(own.map(({ by }) => by.id))];
  return [
    prose(
      [
        own.length > 0
          ? `In ${here} ${one(own.length, "staat **1** open punt", `staan **${own.length}** open punten`)}.`
          : others.length > 0
            ? `Over ${town.title} zelf staat in ${here} geen open punt.`
            : `In ${here} staan geen open punten.`,
        ...others,
      ].join(" "),
    ),
    {
      type: "table",
      caption: one(own.length, "Open punt, en wie beslist", "Open punten, naar wie beslist"),
      columns: [{ title: "Wie beslist", width: 34 }, { title: "Wat is open" }],
      rows: byBody.map((id) => ({
        cells: [capital(bodyName(model, id, town.title)), questions(own.filter(({ by }) => by.id === id))],
      })),
    },
    prose(where && openInPlan(model).length > 0 ? `Wat ${thePlan(model)} zelf openlaat, staat in ${where}.` : ""),
  ];
}

/** What else is shown as open: of actions in which the municipality takes part, and of its figures. */
function openElsewhere(model: Model, town: Municipality): string[] {
  const unplanned = town.actions.filter(({ planning }) => isOpen(planning)).length;
  const unpaid = town.actions.filter(
    (action) => holds(action) && opensIn(ofTown(moneyOfAction(action), town)).length > 0,
  ).length;
  const unmeasured = model.indicators.filter((indicator) => {
    const own = indicator.municipalities.find(({ municipality }) => municipality === town);
    return own && own.figures.length > 0 && opensIn([own.figures, isOpen(own.targets) ? [] : own.targets]).length > 0;
  }).length;
  const told = (count: number, all: number, nouns: readonly [string, string], what: string): string[] =>
    count === 0 ? [] : [`Bij ${ofAll(count, all, ...nouns)} is ${what} nog open.`];
  const anAction = ["actie", "acties"] as const;
  return [
    ...told(unplanned, town.actions.length, anAction, "de planning"),
    ...told(unpaid, town.actions.length, anAction, `een bedrag van ${town.title} of de dekking ervan`),
    ...told(unmeasured, model.indicators.length, ["indicator", "indicatoren"], "een cijfer of streefwaarde"),
  ];
}

/** What is asked, each question once with how often it is. */
const questions = (points: readonly OpenPoint[]): string[] =>
  [...new Set(points.map(({ what }) => what))].map((question) => {
    const times = points.filter(({ what }) => what === question).length;
    return `${capital(question)}${times > 1 ? ` (${times} keer)` : ""}`;
  });
