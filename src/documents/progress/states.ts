/** How states read: with a word and a sign of their own. */
import type { ProgressState } from "../../content/index.js";
import { capital, counted, enumeration, ofAll, one, stateName } from "../../dutch.js";
import type { Sign, Signed } from "../sign.js";

/** What is told of an action: its state, that it differs between municipalities, or that nobody said. */
export type Told = ProgressState | "verschilt" | "onbekend";

const signs: Readonly<Record<Told, { readonly sign: Sign; readonly text: string }>> = {
  afgerond: { sign: "done", text: "Afgerond" },
  loopt: { sign: "running", text: "Loopt" },
  vertraagd: { sign: "late", text: "Vertraagd" },
  "niet-gestart": { sign: "waiting", text: "Niet gestart" },
  gestopt: { sign: "stopped", text: "Gestopt" },
  verschilt: { sign: "mixed", text: "Verschilt per gemeente" },
  onbekend: { sign: "unknown", text: "Niet gemeld" },
};

/** From what is done to what isn't known: the order of bars and of sentences. */
export const inOrder = Object.keys(signs) as readonly Told[];

export const signed = (told: Told): Signed => signs[told];

/** The word of a state within a sentence: "niet gestart". */
export const wordOf = (told: Told): string => (told === "onbekend" ? "niet gemeld" : stateName(told));

/** How many of each there are; what isn't there is left out. */
export const countsOf = (all: readonly Told[]): { readonly told: Told; readonly count: number }[] =>
  inOrder.map((told) => ({ told, count: all.filter((own) => own === told).length })).filter(({ count }) => count > 0);

/** How many actions are how far, as a sentence: "3 acties zijn afgerond, 1 loopt zoals gepland en 2 zijn vertraagd." */
export function countedStates(all: readonly Told[]): string {
  const [first, ...others] = countsOf(all);
  if (!first) return "";
  if (others.length === 0) return `${capital(ofAll(first.count, first.count, "actie", "acties"))} ${predicate(first)}.`;
  return `${enumeration([
    `**${counted(first.count, "actie", "acties")}** ${predicate(first)}`,
    ...others.map((own) => `**${own.count}** ${predicate(own)}`),
  ])}.`;
}

/** What is said of some actions: "is afgerond", "lopen zoals gepland". */
function predicate({ told, count }: { readonly told: Told; readonly count: number }): string {
  switch (told) {
    case "loopt":
      return one(count, "loopt zoals gepland", "lopen zoals gepland");
    case "verschilt":
      return one(count, "verschilt per gemeente", "verschillen per gemeente");
    default:
      return `${one(count, "is", "zijn")} ${wordOf(told)}`;
  }
}
