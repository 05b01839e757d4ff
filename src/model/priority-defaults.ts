/** What holds where a priority says nothing. */
import type { Content, Icon } from "../content/index.js";
import { usualColours } from "./colours.js";

/** @param order the ids in the order of the plan: colours follow it, those first that no priority chose */
export function wholePriorities(sources: Content["priorities"], order: readonly string[]) {
  const chosen = new Set(sources.map(({ colour }) => colour));
  const left = usualColours.filter((colour) => !chosen.has(colour));
  const colours = left.length > 0 ? left : usualColours;
  const colourless = [...sources]
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .filter(({ colour }) => colour === undefined);
  return sources.map((priority) => {
    const { paragraphs: _, sharedMeasures = [], description, why, now, ambition, measures, parts, ...rest } = priority;
    const paragraphs = paragraphsOf(priority);
    return {
      icon: "shield" as Icon,
      colour: colours[Math.max(0, colourless.indexOf(priority)) % colours.length] ?? "blue",
      goals: [] as string[],
      themes: [] as string[],
      introduction: "",
      ...rest,
      sharedMeasures: sharedMeasures.map((measure) => ({ paragraphs: paragraphs.map(({ id }) => id), ...measure })),
      paragraphs,
    };
  });
}

/** The paragraphs of a priority. One without any tells by itself what a paragraph would. */
function paragraphsOf({ id, title, paragraphs = [], ...own }: Content["priorities"][number]) {
  const { description, why, now, ambition, measures, parts } = own;
  const itself = { kind: "priority" as const, id, title, description, why, now, ambition, measures, parts };
  const all = paragraphs.length > 0 ? paragraphs.map((one) => ({ kind: "paragraph" as const, ...one })) : [itself];
  return all.map((one) => ({
    /** What it is in the content. */
    kind: one.kind,
    id: one.id,
    title: one.title,
    description: one.description ?? "",
    why: one.why ?? [],
    now: one.now ?? "",
    ambition: one.ambition ?? "",
    measures: one.measures ?? [],
    /** What stands under headings of the plan's own. */
    parts: one.parts ?? [],
  }));
}
