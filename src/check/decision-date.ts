/** A plan is decided on in the years before it begins; earlier than this it was another plan. */
const YEARS_BEFORE = 2;

/** Whether a day lies in a period or shortly before it. */
export const isNear = (date: string, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  date >= `${from - YEARS_BEFORE}-01-01` && date <= `${to}-12-31`;
