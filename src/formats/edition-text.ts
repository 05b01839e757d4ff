import { dayOf } from "../dutch.js";

/** Which edition a document is of, as readers see it: "Versie van 13 december 2018". */
export const editionText = (date: Date | undefined): string =>
  date ? `Versie van ${dayOf(date)}` : "Versie zonder datum";
