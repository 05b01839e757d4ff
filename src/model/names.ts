/** What documents are called: the names of their files follow from ids. The one place where they do. */

/** The folder with the annexes, in the output folder. */
export const ANNEXES = "bijlagen";

/** The id of a programme's document. */
export const programmeName = (id: string): string => `uvp-${id}`;
