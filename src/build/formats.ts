/** What a document can be made into. */
export type Format = "html" | "pdf";

export const formats: readonly Format[] = ["html", "pdf"];
