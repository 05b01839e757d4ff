/** The years of plans and programmes. */

export interface Years {
  readonly from: number;
  readonly to: number;
}

/** The longest time a plan may run, in years: the council sets the goals at least once in four (Politiewet 2012, article 38b). */
export const LONGEST_PLAN = 4;

/** The years that are understood, as `years` in `common.schema.json` has them. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

/** What a programme of these years is usually called in ids: "2027-2028", of one year "2027". */
export const idOfYears = ({ from, to }: Years): string => (from === to ? String(from) : `${from}-${to}`);

/** The last day of a quarter: "2019-Q2" → "2019-06-30". */
export const lastDay = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${["03-31", "06-30", "09-30", "12-31"][Number(quarter.at(-1)) - 1]}`;
