/**
 * What holds where content says nothing: the one place for every default. The linked model stands on the whole content, so that
 * documents and rules find a text, a list or a name wherever there may be one. Where nothing is said at all, a value stays
 * away: nobody may be told what nobody decided.
 */
import type { ColourName as Colour, Content, Decision, Icon, Programme } from "../content/index.js";
import { byName, enumeration, one } from "../dutch.js";
import { wholeBody } from "./lawful-bodies.js";
import { wholePriorities } from "./priority-defaults.js";
import { priorityOrder } from "./priority-order.js";
import { wholeProgress } from "./progress-defaults.js";

/** Content in which every default stands in its place. */
export type WholeContent = ReturnType<typeof complete>;

/** Fills in what content leaves to `ivp`. Pure; the source stays as it is. */
export function complete(source: Content) {
  const { introduction = [], programmes = [] } = source;
  const plan = wholePlan(source);
  // What the only municipality decides, is decided: it needs no saying twice.
  const ownDecisions = onlyOne(source.municipalities) && { plan: plan.decision };
  return {
    plan,
    manifest: {
      title: "Manifest",
      text: "",
      signatoriesTitle: "Ondertekenaars",
      signatories: [] as string[],
      about: "",
      ...source.manifest,
    },
    foreword: { title: "Voorwoord", text: "", ...source.foreword },
    introduction: introduction.map(wholeText),
    sections: source.sections ?? [],
    vision: wholeText({ id: "vision", title: "Visie", ...source.vision }),
    goals: {
      title: "Doelen",
      introduction: "",
      text: "",
      ...source.goals,
      goals: source.goals?.goals ?? [],
    },
    startingPoints: {
      title: "Uitgangspunten",
      introduction: "",
      ...source.startingPoints,
      points: (source.startingPoints?.points ?? []).map((point) => ({ text: "", ...point })),
    },
    monitoring: wholeText({ id: "monitoring", title: "Monitoring", ...source.monitoring }),
    governance: {
      id: "governance",
      title: "Sturing",
      text: "",
      ...source.governance,
      bodies: (source.governance?.bodies ?? []).map(wholeBody),
    },
    prioritising: wholeText({ id: "prioritising", title: "Overzicht", ...source.prioritising }),
    alignment: {
      id: "alignment",
      title: "Aansluiting op het regionale plan",
      text: "",
      regionalPlan: "",
      ...source.alignment,
      regionalThemes: source.alignment?.regionalThemes ?? [],
    },
    priorities: wholePriorities(source.priorities, priorityOrder(plan)),
    localThemes: {
      title: "Lokale veiligheidsthema's",
      text: "",
      icon: "map-pin" as Icon,
      colour: "ochre" as Colour,
      ...source.localThemes,
      themes: (source.localThemes?.themes ?? []).map((theme) => ({ text: "", ...theme })),
    },
    otherThemes: {
      title: "Overige thema's",
      text: "",
      ...source.otherThemes,
      themes: (source.otherThemes?.themes ?? []).map((theme) => ({ text: "", ...theme })),
    },
    finances: {
      title: "Financiën",
      text: "",
      process: "",
      ...source.finances,
      developments: (source.finances?.developments ?? []).map((development) => ({
        text: "",
        measures: [] as string[],
        ...development,
      })),
    },
    partners: {
      title: "Partners",
      introduction: "",
      ...source.partners,
      partners: (source.partners?.partners ?? []).map((partner) => ({
        shortTitle: partner.title,
        text: "",
        ...partner,
      })),
    },
    glossary: { title: "Begrippenlijst", introduction: "", ...source.glossary, terms: source.glossary?.terms ?? [] },
    municipalities: source.municipalities.map((municipality) => wholeMunicipality(municipality, ownDecisions)),
    programmes: programmes.map((programme) =>
      wholeProgramme({ decision: ownDecision(programme, source), ...programme }),
    ),
    amendments: (source.amendments ?? []).map(wholeAmendment),
    progress: (source.progress ?? []).map(wholeProgress),
    indicators: (source.indicators ?? []).map(wholeIndicator),
    council: {
      municipalities: [] as NonNullable<NonNullable<Content["council"]>["municipalities"]>,
      ...source.council,
    },
  };
}

/** The one thing of a list that has no more. */
export const onlyOne = <T>(things: readonly T[]): T | undefined => (things.length === 1 ? things[0] : undefined);

/** A document about which nobody decided anything is a draft. */
const draft: Decision = { state: "concept" };

/** Whether a decision says no more than that there is none. */
export const isDraft = ({ state, ...rest }: Decision): boolean => state === "concept" && Object.keys(rest).length === 0;

function wholePlan({ plan, introduction = [], priorities, municipalities }: Content) {
  return {
    shortTitle: plan.title,
    name: "",
    team: `${one(municipalities.length, "gemeente", "gemeenten")} ${enumeration(inOrder(municipalities).map(({ title }) => title))}`,
    decision: onlyOne(municipalities)?.decisions?.plan ?? draft,
    slogan: "",
    motto: "",
    introduction: idsOf(introduction),
    // Groups are an order as well.
    priorities: plan.groups ? [] : idsOf(priorities),
    ...plan,
    pillars: (plan.pillars ?? []).map((pillar) => ({ motto: "", ...pillar })),
  };
}

/** Things in the order in which readers look for names. */
const inOrder = <T extends { readonly title: string }>(things: readonly T[]): T[] =>
  [...things].sort((a, b) => byName(a.title, b.title));

const idsOf = (things: readonly { readonly id: string; readonly title: string }[]): string[] =>
  inOrder(things).map(({ id }) => id);

const wholeText = <T extends NonNullable<Content["introduction"]>[number]>({ text = "", parts = [], ...rest }: T) => ({
  ...rest,
  text,
  parts: parts.map((part) => ({ text: "", ...part })),
});

const wholeMunicipality = (
  { localThemes = [], finances = [], ...rest }: Content["municipalities"][number],
  own: { readonly plan: Decision } | undefined,
) => ({
  introduction: "",
  emphases: [],
  ...rest,
  decisions: { plan: draft, annex: draft, programme: draft, ...own, ...rest.decisions },
  localThemes: localThemes.map((choice) => ({ status: "voorstel" as const, ...choice })),
  finances,
});

/** What the only municipality decided on a programme: what it says of "the" programme is about the first. */
function ownDecision({ id }: Programme, { municipalities, programmes = [] }: Content): Decision {
  const { programme, programmes: each = [] } = onlyOne(municipalities)?.decisions ?? {};
  const [first] = [...programmes].sort(byPeriod);
  return each.find((own) => own.programme === id)?.decision ?? (first?.id === id ? programme : undefined) ?? draft;
}

/** The order of programmes: the first in time comes first. */
export const byPeriod = (a: Pick<Programme, "id" | "period">, b: Pick<Programme, "id" | "period">): number =>
  a.period.from - b.period.from || a.period.to - b.period.to || (a.id < b.id ? -1 : 1);

const wholeProgramme = ({ actions = [], milestones = [], ...rest }: Programme & { readonly decision: Decision }) => ({
  shortTitle: rest.title,
  introduction: "",
  ...rest,
  milestones,
  actions: actions.map((action) => ({
    status: "voorstel" as const,
    measures: [] as string[],
    localThemes: [] as string[],
    partners: [] as string[],
    municipalities: "all" as const,
    approaches: [],
    ...action,
  })),
});

const wholeAmendment = (amendment: NonNullable<Content["amendments"]>[number]) => ({
  state: "ingediend" as const,
  scope: "plan" as const,
  applied: "nee" as const,
  submitters: [] as string[],
  reason: "",
  ...amendment,
});

const wholeIndicator = (indicator: NonNullable<Content["indicators"]>[number]) => ({
  description: "",
  unit: "",
  goals: [] as string[],
  priorities: [] as string[],
  measures: [] as string[],
  team: "eigen" as const,
  lowest: 0,
  ...(isShare(indicator) && { highest: 100 }),
  values: [],
  comparisons: [],
  ...indicator,
});

/** Whether it counts in parts of a hundred, of which there are no more. */
const isShare = ({ unit = "" }: { readonly unit?: string }): boolean => /^(?:procent|percentage|%)(?:\s|$)/i.test(unit);
