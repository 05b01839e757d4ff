/**
 * A sweep tries one thing on very many. Its file is called `*-sweep.test.ts`: `npm test` takes a share of them, always the same;
 * `npm run test:long` takes all.
 */
const all = process.env.IVP_SWEEPS === "all";

/** Of things to try, those that are tried now: one in so many, or all. */
export const share = <T>(things: readonly T[], oneIn: number): T[] =>
  things.filter((_, index) => all || index % oneIn === 0);

/** How many times something random is tried now. */
export const runs = ({ quick, whole }: { readonly quick: number; readonly whole: number }): number =>
  all ? whole : quick;
