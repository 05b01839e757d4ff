/** What council.yaml says of one municipality, and what is missing in the papers for its council. */
import type { CouncilPartName, CouncilSection, Open } from "../../content/index.js";
import { agree, enumeration } from "../../dutch.js";
import {
  isAdopted,
  isOpen,
  type Model,
  type Municipality,
  type OpenPoint,
  onEarlierText,
  onlyOne,
  outcomeOf,
} from "../../model/index.js";
import { openInPlan } from "../plan/back.js";
import { thePlan } from "../wording.js";

/** The usual headings of a raadsvoorstel: there is no national form. */
export const usualHeadings: Readonly<Record<CouncilPartName, string>> = {
  subject: "Onderwerp",
  proposal: "Voorstel",
  introduction: "Inleiding",
  result: "Beoogd resultaat",
  arguments: "Argumenten",
  remarks: "Kanttekeningen",
  finances: "Financiën",
  execution: "Uitvoering",
  communication: "Communicatie",
  annexes: "Bijlagen",
};

const usualOrder = Object.keys(usualHeadings) as CouncilPartName[];

/** What nobody can compute: without a text, it is an open point. */
const written: ReadonlySet<string> = new Set<CouncilPartName>(["arguments", "communication"]);

export type CouncilSettings = ReturnType<typeof councilSettings>;

/** What holds for the papers of one municipality: what it says itself goes before what holds for all. Pure. */
export function councilSettings(model: Model, town: Municipality) {
  const { council } = model.content;
  const { municipalities, ...common } = council;
  const own = municipalities.find(({ municipality }) => municipality === town.id);
  const textOf = (part: string | undefined): string | undefined =>
    common.sections?.find((section) => section.part !== undefined && section.part === part)?.text;
  const sections: readonly CouncilSection[] =
    own?.sections?.map((section) => withText(section, textOf(section.part))) ??
    common.sections ??
    usualOrder.map((part) => ({ part }));
  return { ...common, ...own, meeting: meetingOf(model, town), sections };
}

/** The day of the meeting of a council on the plan. What was decided, was decided then, unless it is to be decided anew. */
export function meetingOf(model: Model, town: Municipality): string | Open | undefined {
  const { date } = town.decisions.plan;
  return meetingAnew(model, town) ?? (typeof date === "string" ? date : meetingSet(model, town));
}

/** The day that is set for it: what a municipality says itself goes before what holds for all. */
function meetingSet({ content: { council } }: Model, { id }: Municipality): string | Open | undefined {
  return council.municipalities.find(({ municipality }) => municipality === id)?.meeting ?? council.meeting;
}

/**
 * The day on which a council is to decide on the plan anew: the text that it adopted was changed since, and a later meeting is set.
 * Nothing where it isn't asked to.
 */
export function meetingAnew(model: Model, town: Municipality): string | undefined {
  const {
    id,
    decisions: { plan },
  } = town;
  const meeting = meetingSet(model, town);
  if (typeof plan.date !== "string" || typeof meeting !== "string" || meeting <= plan.date) return undefined;
  const earlier = onEarlierText(model, outcomeOf(model, { kind: "plan" }));
  return earlier.some(({ municipality }) => municipality.id === id) ? meeting : undefined;
}

/** Whether a council adopted its annex, and that still says what it said. */
function keepsAnnex(model: Model, { id, decisions: { annex } }: Municipality): boolean {
  return isAdopted(annex.state) && onEarlierText(model, outcomeOf(model, { kind: "annex", id })).length === 0;
}

/** A heading with its own text, or else with what holds for all. */
const withText = (section: CouncilSection, text: string | undefined): CouncilSection => ({
  ...(text !== undefined && { text }),
  ...section,
});

/** Something that the papers for a council lack, and who gives it. */
export interface CouncilGap {
  /** What is open, as in a sentence: "de datum van het voorstel". */
  readonly what: string;
  /** The body that decides it. */
  readonly by: string;
  /** Where it is filled in. */
  readonly where: string;
}

/** The facts of a proposal and its resolution, with who gives them. */
const factsOf = {
  date: ["datum van het voorstel van burgemeester en wethouders", "college"],
  meeting: ["datum van de raadsvergadering", "raad"],
  reference: ["kenmerk van het voorstel", "college"],
  portfolioHolder: ["naam van de portefeuillehouder", "college"],
  clerk: ["naam van de griffier", "raad"],
  chair: ["naam van de voorzitter van de raad", "raad"],
} as const;
export type FactName = keyof typeof factsOf;

/** A fact, or that it is open: what nobody gave is open too. */
export function factOf(settings: CouncilSettings, name: FactName): string | Open {
  const [what, by] = factsOf[name];
  return settings[name] ?? { open: what, by };
}

/** All that the papers for a council lack. */
export function gapsOf(model: Model, town: Municipality): CouncilGap[] {
  const settings = councilSettings(model, town);
  const facts = (Object.keys(factsOf) as FactName[]).flatMap((name): CouncilGap[] => {
    const value = factOf(settings, name);
    return isOpen(value) ? [{ what: value.open, by: value.by, where: `council.yaml: ${name}` }] : [];
  });
  const texts = settings.sections.flatMap(({ part, text, title }): CouncilGap[] =>
    part && written.has(part) && !text
      ? [{ what: lackOf(part, title), by: "college", where: `council.yaml: sections, part: ${part}` }]
      : [],
  );
  return [...facts, ...texts];
}

/** That a text isn't there, as an open point. */
export const lackOf = (part: CouncilPartName, title?: string): string =>
  `de tekst onder “${title ?? usualHeadings[part]}”`;

/** What a council is asked to decide, each point as in a sentence. */
export function pointsOf(model: Model, town: Municipality): readonly string[] {
  const { points } = councilSettings(model, town);
  if (points) return points;
  const { content, terms } = model;
  const anew = meetingAnew(model, town) !== undefined;
  return [
    `${thePlan(model)} “${content.plan.title}” ${anew ? "opnieuw " : ""}vast te stellen`,
    ...(onlyOne(model.municipalities) || (anew && keepsAnnex(model, town))
      ? []
      : [`${agree("de", terms.annex)} van ${town.title} vast te stellen`]),
    ...notedBy(model),
  ];
}

/** Of what a council takes note. */
export const notedBy = ({ programmes, terms }: Model): string[] =>
  programmes.map(({ title }) => `kennis te nemen van ${agree("de", terms.programme.brief)} “${title}”`);

/** The body that adopts the plan: the council (Politiewet 2012, artikel 38b), as content calls it. */
export const councilOf = (model: Model, { decisions }: Municipality): string =>
  decisions.plan.body ?? model.content.plan.decision.body ?? "raad";

/** Where that stands: "het plan en de lokale bijlage". The papers themselves may lack more. */
export const whereOpenForCouncil = (model: Model): string =>
  enumeration([thePlan(model), ...(onlyOne(model.municipalities) ? [] : [agree("de", model.terms.annex)])]);

/** What is still open for a council: of the plan and of its own municipality, where it is the council that decides. */
export const openForCouncil = (model: Model, town: Municipality): OpenPoint[] =>
  model.openPoints.filter(
    ({ file, by }) =>
      by.id === councilOf(model, town) &&
      (file === `municipalities/${town.id}.yaml` || openInPlan(model).some((point) => point.file === file)),
  );
