/** Whether a part of the content says anything: a title with nothing under it is no part of a plan. */
export const says = (part: object): boolean =>
  Object.entries(part).some(([key, value]) => !names.has(key) && isSaid(value));

/** What only names a part, or says how it looks. */
const names = new Set(["id", "title", "icon", "colour", "signatoriesTitle", "contributionNote", "regionalPlan"]);

const isSaid = (value: unknown): boolean =>
  typeof value === "string"
    ? value.trim() !== ""
    : Array.isArray(value)
      ? value.length > 0
      : typeof value === "object" && value !== null;
