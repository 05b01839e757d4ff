import { availableParallelism } from "node:os";

/** How many pages to print at once: more than the cores only makes them wait for each other. */
export const pagesAtOnce = (): number => Math.max(1, Math.min(8, availableParallelism()));
