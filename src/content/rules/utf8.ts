import { firmRule } from "../../diagnostics.js";

export const utf8 = firmRule(
  {
    code: "IVP103",
    title: "Een bestand is tekst in UTF-8.",
    why: "Andere tekensets maken van een é een vraagteken.",
    mend: "Sla het bestand op als UTF-8.",
  },
  {
    /** Tells of the first byte that isn't UTF-8. */
    find: (file: string, bytes: Uint8Array) => {
      const lenient = new TextDecoder("utf-8").decode(bytes);
      const before = lenient.slice(0, lenient.indexOf("\uFFFD")).split("\n");
      return [
        {
          place: () => ({ file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, length: 1 }),
          message: "Dit bestand is geen UTF-8-tekst.",
          hint: "Sla het bestand op als UTF-8 (in de meeste editors: Opslaan met codering).",
        },
      ];
    },
  },
);
