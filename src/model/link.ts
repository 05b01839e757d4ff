import type { Content, Loaded } from "../content/index.js";
import { type Diagnostic, hasErrors } from "../diagnostics.js";
import { byName } from "../dutch.js";
import { decisionsIn, isSettled, outcomeOf } from "./adoption.js";
import { byPeriod, complete, lawfulBodies, type WholeContent } from "./defaults.js";
import { headingsOf } from "./headings.js";
import { linkIndicators } from "./indicators.js";
import { openPointsOf } from "./open-points.js";
import { calledAs, flatten, outlineOf } from "./outline.js";
import { linkProgress } from "./progress.js";
import { knownLook } from "./rules/known-look.js";
import { reference } from "./rules/reference.js";
import { referenceForm } from "./rules/reference-form.js";
import { uniqueId } from "./rules/unique-id.js";
import { contentInFull, fullId } from "./scope.js";
import { targetsOf } from "./targets.js";
import { termsOf } from "./terms.js";
import type {
  Action,
  Actor,
  Body,
  Measure,
  Model,
  Municipality,
  OpenPoint,
  OutlineNode,
  Paragraph,
  Priority,
  Programme,
} from "./types.js";

/**
 * Stage 3: resolves every id and gives every number.
 * The model is only there when the content is valid and every reference holds; the diagnostics always are.
 */
export function link(loaded: Loaded): { model?: Model; diagnostics: Diagnostic[] } {
  const diagnostics = [
    ...uniqueId.find(loaded),
    ...reference.find(loaded),
    ...referenceForm.find(loaded.texts),
    ...knownLook.find(loaded),
  ];
  if (!loaded.content || hasErrors(diagnostics)) return { diagnostics };
  return { model: linkContent(loaded.content, loaded.assets, loaded.adopted), diagnostics };
}

/** A lookup that can't miss, because the references have been checked. */
const byId = <T extends { readonly id: string }>(things: readonly T[]) => {
  const index = new Map(things.map((thing) => [thing.id, thing]));
  return (id: string): T => {
    const found = index.get(id);
    if (!found) throw new Error(`unchecked reference to ${id}`);
    return found;
  };
};

// The model has cycles (a measure knows its actions, an action its measures), so lists are filled after the
// things themselves exist; the types show them as read-only to everyone else.
type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** The linked model of content whose references all hold. */
export function linkContent(written: Content, assets: Loaded["assets"], adopted: Loaded["adopted"] = new Map()): Model {
  const source = contentInFull(written);
  const whole = complete(source);
  const terms = termsOf(whole.plan.terms);
  const bodies = bodiesOf(whole);
  const openPoints = stillOpen(openPointsOf(source, bodies), whole);
  const outline = outlineOf(whole, openPoints);
  const content = calledAs(whole, outline);
  const priorities = linkPriorities(content, outline);
  const measures = numberMeasures(priorities);
  const municipalities = linkMunicipalities(content);
  const programmes = linkProgrammes(content, measures, municipalities);
  const progress = linkProgress(content, programmes, municipalities);
  return {
    content,
    terms,
    source,
    written,
    bodies,
    outline,
    headings: headingsOf(content.plan),
    priorities,
    measures,
    programmes,
    municipalities,
    progress,
    indicators: linkIndicators(content, { priorities, measures, municipalities }),
    openPoints,
    targets: targetsOf({ content, bodies, outline, measures, programmes, progress, terms }),
    assets,
    adopted,
  };
}

/** The points without those on a decision of the team, once every municipality has decided by itself. */
function stillOpen(points: readonly OpenPoint[], content: WholeContent): OpenPoint[] {
  const decisions = decisionsIn(content);
  const settled = new Set([
    ...(isSettled(outcomeOf(decisions, { kind: "plan" })) ? ["plan.yaml"] : []),
    ...content.programmes
      .filter(({ id }) => isSettled(outcomeOf(decisions, { kind: "programme", id })))
      .map(({ id }) => `programmes/${id}.yaml`),
  ]);
  return points.filter(({ file, path }) => path[0] !== "decision" || !settled.has(file));
}

/** A body that the law names needs no file. */
function bodiesOf({ governance: { bodies } }: WholeContent): Body[] {
  const known = new Set(bodies.map(({ id }) => id));
  return [...bodies, ...lawfulBodies.filter(({ id }) => !known.has(id))];
}

function linkPriorities(content: WholeContent, outline: readonly OutlineNode[]): Priority[] {
  const numberOf = new Map(flatten(outline).map(({ kind, id, number }) => [`${kind}:${id}`, number ?? ""]));
  const goal = byId(content.goals.goals);
  const regionalTheme = byId(content.alignment.regionalThemes);
  const listed = inPlan(outline).map(byId(content.priorities));
  // What the plan forgot to list comes last: a check tells of it, and everything else can still be checked.
  const forgotten = content.priorities.filter((source) => !listed.includes(source));
  return [...listed, ...forgotten].map((source) => {
    const { paragraphs, sharedMeasures, regionalThemes, ...rest } = source;
    const group = content.plan.groups?.find(({ priorities: ids }) => ids.includes(source.id));
    const priority: Growing<Priority> = {
      ...rest,
      ...(group && { group }),
      number: numberOf.get(`priority:${source.id}`) ?? "",
      goals: source.goals.map(goal),
      ...(regionalThemes && { regionalThemes: regionalThemes.map(regionalTheme) }),
      paragraphs: [],
      measures: [],
    };
    const shared = sharedMeasures.map(({ id, text, paragraphs: places }) => ({
      places,
      measure: newMeasure(id, text, priority),
    }));
    for (const { measures, ...paragraph } of paragraphs) {
      const own = measures.map(({ id, text }) => newMeasure(id, text, priority));
      const atWork = [
        ...shared.filter(({ places }) => places.includes(paragraph.id)).map(({ measure }) => measure),
        ...own,
      ];
      const linkedParagraph: Paragraph = {
        ...paragraph,
        number: numberOf.get(`paragraph:${paragraph.id}`) ?? priority.number,
        priority,
        measures: atWork,
      };
      for (const measure of atWork) measure.paragraphs.push(linkedParagraph);
      priority.paragraphs.push(linkedParagraph);
    }
    for (const { measure } of shared) if (measure.paragraphs.length === 0) priority.measures.push(measure);
    return priority;
  });
}

/** The ids of the priorities in the order in which the plan tells them. */
const inPlan = (outline: readonly OutlineNode[]): string[] =>
  flatten(outline).flatMap(({ kind, id }) => (kind === "priority" ? [id] : []));

const newMeasure = (id: string, text: string, priority: Priority): Growing<Measure> => ({
  id,
  number: "",
  text,
  priority,
  paragraphs: [],
  actions: [],
});

function numberMeasures(priorities: readonly Priority[]): Growing<Measure>[] {
  const measures = new Set(
    priorities.flatMap(({ paragraphs, measures }) => [...paragraphs.flatMap((own) => own.measures), ...measures]),
  );
  return [...(measures as Set<Growing<Measure>>)].map((measure, index) => {
    measure.number = `M${index + 1}`;
    return measure;
  });
}

function linkMunicipalities(content: WholeContent): Growing<Municipality>[] {
  const theme = byId(content.localThemes.themes);
  return content.municipalities
    .map((municipality) => ({
      ...municipality,
      localThemes: municipality.localThemes.map((choice) => ({ ...choice, theme: theme(choice.theme) })),
      actions: [],
    }))
    .sort((a, b) => byName(a.title, b.title));
}

function linkProgrammes(
  content: WholeContent,
  measures: readonly Growing<Measure>[],
  municipalities: readonly Growing<Municipality>[],
): Programme[] {
  const localTheme = byId(content.localThemes.themes);
  const measure = byId(measures);
  const partner = byId(content.partners.partners);
  const municipality = byId(municipalities);
  const actors = new Map<string, Actor>([
    ...content.partners.partners.map(({ id, shortTitle }) => [id, { kind: "partner", id, title: shortTitle }] as const),
    ...municipalities.map(({ id, title }) => [id, { kind: "municipality", id, title: `gemeente ${title}` }] as const),
  ]);
  return [...content.programmes].sort(byPeriod).map((source) => {
    const named = new Set(
      source.actions.flatMap((action) => (action.municipalities === "all" ? [] : action.municipalities)),
    );
    // Who is gone before the programme begins takes part only where an action names it, and a check tells of that.
    const everyone = municipalities.filter((town) => !isGone(town, `${source.period.from}-01-01`));
    const programme: Growing<Programme> = {
      ...source,
      municipalities: municipalities.filter((town) => everyone.includes(town) || named.has(town.id)),
      actions: [],
    };
    for (const action of inPlanOrder(source.actions, measures)) {
      const { lead, ...rest } = action;
      const everyMunicipality = action.municipalities === "all";
      const linkedAction: Action = {
        ...rest,
        fullId: fullId({ id: action.id, within: source.id }),
        number: `A${programme.actions.length + 1}`,
        programme,
        measures: action.measures.map(measure),
        localThemes: action.localThemes.map(localTheme),
        partners: action.partners.map(partner),
        everyMunicipality,
        municipalities:
          action.municipalities === "all"
            ? everyone
            : municipalities.filter(({ id }) => action.municipalities.includes(id)),
        ...(lead !== undefined && { lead: typeof lead === "string" ? (actors.get(lead) as Actor) : lead }),
      };
      for (const { id } of linkedAction.measures) measure(id).actions.push(linkedAction);
      for (const { id } of linkedAction.municipalities) municipality(id).actions.push(linkedAction);
      programme.actions.push(linkedAction);
    }
    return programme;
  });
}

/** Whether a municipality no longer exists on a day. */
export const isGone = ({ until }: Pick<Municipality, "until">, day: string): boolean =>
  until !== undefined && until <= day;

/** Actions in the order of the measures that they carry out; those for local themes last. */
function inPlanOrder<A extends { readonly measures: readonly string[] }>(
  actions: readonly A[],
  measures: readonly Measure[],
): A[] {
  const rank = new Map(measures.map(({ id }, index) => [id, index]));
  const rankOf = ({ measures: ids }: A): number => Math.min(...ids.map((id) => rank.get(id) ?? 0));
  return [...actions].sort((a, b) => {
    const [first, second] = [rankOf(a), rankOf(b)];
    return first === second ? 0 : first - second;
  });
}
