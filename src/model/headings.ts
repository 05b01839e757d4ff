import type { Content } from "../content/index.js";

/** What every priority can tell. */
export const storyParts = ["description", "why", "now", "ambition", "measures"] as const;
export type StoryPart = (typeof storyParts)[number];

/** A heading within a priority: of a part that `ivp` knows, or the plan's own. Without a title, a part stands by itself. */
export type StoryHeading = { readonly title?: string } & (
  | { readonly part: StoryPart }
  | { readonly own: string; readonly title: string }
);

const usual: Readonly<Record<StoryPart, string | undefined>> = {
  description: undefined,
  why: "Waarom is het een prioriteit?",
  now: "Waar staan we nu?",
  ambition: "Ambitie",
  measures: "Wat gaan we doen?",
};

/** The headings within each priority, in order, as the structure of the plan has them. */
export function headingsOf({ structure }: Content["plan"]): StoryHeading[] {
  const listed = structure?.priority ?? storyParts;
  return listed.flatMap((item): StoryHeading[] => {
    const { part, id, title } = typeof item === "string" ? { part: item } : item;
    if (part !== undefined) {
      const shown = title ?? usual[part];
      return [{ part, ...(shown !== undefined && { title: shown }) }];
    }
    return id === undefined || title === undefined ? [] : [{ own: id, title }];
  });
}
