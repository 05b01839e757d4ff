/** What `ivp adopt` must know of a decision, as options. */
export const decided = ({ by = "suderhaven", date = "2024-12-03", reference = "RB-101" } = {}): string[] => [
  "--by",
  by,
  "--date",
  date,
  "--reference",
  reference,
];
