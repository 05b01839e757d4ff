/** What stands under the headings of a raadsvoorstel that `ivp` knows. */
import type { CouncilPartName } from "../../content/index.js";
import { agree, capital, closed, counted, during, enumeration, one } from "../../dutch.js";
import { holds, type Model, type Municipality, onlyOne } from "../../model/index.js";
import { prose } from "../blocks.js";
import { contributions } from "../plan/back.js";
import type { Block } from "../tree.js";
import { bodyName, thePlan } from "../wording.js";
import { type CouncilSettings, lackOf, openForCouncil, pointsOf, whereOpenForCouncil } from "./settings.js";

/** What is computed of each part; a part without a text that nobody can compute is open. */
const computed: Readonly<Record<CouncilPartName, (model: Model, town: Municipality) => readonly Block[]>> = {
  subject: (model) => [prose(`Vaststelling van ${thePlan(model)} “${model.content.plan.title}”.`)],
  proposal: (model, town) => [prose("Wij stellen de raad voor:"), points(pointsOf(model, town))],
  introduction: (model) => [prose(introduction(model))],
  result: (model) => result(model),
  arguments: () => [],
  remarks: (model, town) => remarks(model, town),
  finances: (model, town) => finances(model, town),
  execution: (model, town) => [prose(execution(model, town))],
  communication: () => [],
  annexes: (model, town) => [{ type: "list", items: papersFor(model, town).map((text) => ({ text })) }],
};

/** The blocks under one heading: what the team wrote, and what follows from the content. */
export function sectionBlocks(
  model: Model,
  town: Municipality,
  { part, title, text }: CouncilSettings["sections"][number],
): Block[] {
  if (part === undefined) return [prose(text ?? "")];
  const own = computed[part](model, town);
  if (text) return [prose(text), ...own];
  return own.length > 0 ? [...own] : [openText(model, town, lackOf(part, title))];
}

const openText = (model: Model, town: Municipality, what: string): Block => ({
  type: "callout",
  tone: "open",
  title: "Nog open",
  text: `Nog open: ${closed(what)} Wie beslist: ${closed(bodyName(model, "college", town.title))}`,
});

/** Points of a decision, each numbered. */
export const points = (texts: readonly string[]): Block => ({
  type: "list",
  items: texts.map((text, index) => ({
    label: `${index + 1}.`,
    text: `${text.replace(/[.;]$/, "")}${index + 1 < texts.length ? ";" : "."}`,
  })),
});

/** For which years it is, and why the council decides. */
function introduction(model: Model): string {
  const { content, municipalities } = model;
  const { plan } = content;
  return [
    `De gemeenteraad stelt ten minste eens in de vier jaar de doelen vast die de gemeente op het terrein van de veiligheid nastreeft (artikel 38b van de Politiewet 2012).`,
    `${capital(thePlan(model))} “${plan.title}” geldt ${during(plan.period)}.`,
    ...(onlyOne(municipalities)
      ? []
      : [
          `${capital(thePlan(model))} is van ${counted(municipalities.length, "gemeente", "gemeenten")} samen: ${enumeration(municipalities.map(({ title }) => title))}.`,
        ]),
  ].join(" ");
}

/** What the plan is after: its goals, or else its priorities. */
function result({ content, priorities }: Model): Block[] {
  const { goals } = content.goals;
  return [
    ...(goals.length > 0
      ? [
          prose(one(goals.length, "Het doel is:", "De doelen zijn:")),
          { type: "list", items: goals.map(({ title }) => ({ text: title })) } as const,
        ]
      : []),
    prose(one(priorities.length, "De prioriteit is:", "De prioriteiten zijn:")),
    { type: "list", items: priorities.map(({ id, title }) => ({ text: `${title} ([[priority:${id}]])` })) },
  ];
}

/** What isn't decided yet. */
function remarks(model: Model, town: Municipality): Block[] {
  const open = openForCouncil(model, town);
  const where = whereOpenForCouncil(model);
  if (open.length === 0) return [prose(`In ${where} staat geen open punt voor deze raad.`)];
  return [
    prose(
      `In ${where} ${one(open.length, "staat nog een open punt", `staan nog ${open.length} open punten`)} voor deze raad:`,
    ),
    { type: "list", items: open.map(({ about, what }) => ({ text: about ? `${about}: ${what}` : capital(what) })) },
  ];
}

function finances(model: Model, town: Municipality): Block[] {
  if (town.finances.length > 0) return [contributions(model, town)];
  const count = model.content.finances.developments.length;
  return [
    prose(
      count === 0
        ? `${capital(thePlan(model))} beschrijft geen ontwikkelingen die geld vragen.`
        : `${capital(thePlan(model))} beschrijft ${counted(count, "ontwikkeling", "ontwikkelingen")} met een vraag om geld. Van ${town.title} staat daarbij geen bijdrage.`,
    ),
  ];
}

/** In which programmes it is carried out, and how many actions the municipality takes part in. */
function execution({ programmes, terms }: Model, town: Municipality): string {
  if (programmes.length === 0) return `Er is nog geen ${terms.programme.name}.`;
  return programmes
    .map(({ id, title }) => {
      const count = town.actions.filter((action) => action.programme.id === id && holds(action)).length;
      return `In ${agree("de", terms.programme.brief)} “${title}” doet ${town.title} mee aan ${count === 0 ? "geen actie" : counted(count, "actie", "acties")}.`;
    })
    .join("\n");
}

/** The titles of the papers that belong to a proposal. */
function papersFor({ content, programmes, municipalities, terms }: Model, town: Municipality): string[] {
  return [
    content.plan.title,
    ...(onlyOne(municipalities) ? [] : [`${capital(terms.annex.name)} ${town.title}`]),
    ...programmes.map(({ title }) => `${title} (ter kennisneming)`),
  ];
}
