import type { Path, Plan, PlanHeading, PlanPlace } from "../content/index.js";
import type { WholeContent } from "./defaults.js";
import { usual } from "./parts.js";

/** The places in the plan where something stands, from its front to its back. */
export const places = ["front", "chapters", "annexes", "back"] as const;

/** An item as a heading: a name alone is a part without more. */
export const headingOf = (item: PlanPlace): PlanHeading => (typeof item === "string" ? { part: item } : item);

/** The names in a list of a structure, with those in its chapters. */
export const namesIn = (items: readonly PlanPlace[]): string[] =>
  items.flatMap((item) => {
    const { part, sections = [] } = headingOf(item);
    return [...(part === undefined ? [] : [part]), ...namesIn(sections)];
  });

/** Something in a structure, with where it stands in plan.yaml. */
export interface Placed {
  readonly heading: PlanHeading;
  readonly path: Path;
  /** The part in which it stands. */
  readonly around?: string;
}

/** Everything in a structure, from its front to its back; what stands in a chapter comes after it. */
export const placedIn = ({ structure = {} }: Pick<Plan, "structure">): Placed[] =>
  places.flatMap((place) => placed(structure[place] ?? [], ["structure", place]));

const placed = (items: readonly PlanPlace[], at: Path, around?: string): Placed[] =>
  items.flatMap((item, index) => {
    const path = [...at, index];
    const heading = headingOf(item);
    return [
      { heading, path, ...(around !== undefined && { around }) },
      ...placed(heading.sections ?? [], [...path, "sections"], heading.part),
    ];
  });

/** What stands where. A place that the structure leaves out is as usual, without what it names elsewhere. */
export function structureOf({
  plan: { structure = {} },
}: WholeContent): Readonly<Record<(typeof places)[number], readonly PlanPlace[]>> {
  const named = new Set(places.flatMap((place) => namesIn(structure[place] ?? [])));
  const asUsual = (names: readonly string[]): string[] => names.filter((name) => !named.has(name));
  return {
    front: structure.front ?? asUsual(usual.front),
    chapters: structure.chapters ?? asUsual(usual.chapters),
    annexes: structure.annexes ?? asUsual(usual.annexes),
    back: structure.back ?? [],
  };
}
