/** The priorities of a plan with their measures, numbered. */
import type { WholeContent } from "./defaults.js";
import { byId, type Growing } from "./growing.js";
import { flatten } from "./outline.js";
import type { Measure, OutlineNode, Paragraph, Priority } from "./types.js";

/** The priorities in the order of the plan, each with its goals, paragraphs and measures; the measures have no number yet. */
export function linkPriorities(content: WholeContent, outline: readonly OutlineNode[]): Priority[] {
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

/** All measures, numbered in the order of the plan. */
export function numberMeasures(priorities: readonly Priority[]): Growing<Measure>[] {
  const measures = new Set(
    priorities.flatMap(({ paragraphs, measures }) => [...paragraphs.flatMap((own) => own.measures), ...measures]),
  );
  return [...(measures as Set<Growing<Measure>>)].map((measure, index) => {
    measure.number = `M${index + 1}`;
    return measure;
  });
}
