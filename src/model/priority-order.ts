import type { Plan } from "../content/index.js";

/** The ids of the plan's priorities in its own order: those of no group, then those of each group. */
export const priorityOrder = ({ priorities = [], groups = [] }: Pick<Plan, "priorities" | "groups">): string[] => [
  ...priorities,
  ...groups.flatMap((group) => group.priorities),
];
