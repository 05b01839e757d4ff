import { firmRule } from "../../diagnostics.js";
import { startOf } from "../places.js";

/** No content file comes near this; more is a mistake or an attack. In bytes. */
const MAX_SIZE = 1_000_000;

export const tooMuch = firmRule(
  {
    code: "IVP106",
    title: "Een bestand is niet te groot en niet te diep genest.",
    why: "Zo'n bestand is een vergissing of een aanval.",
    mend: "Maak het bestand eenvoudiger.",
  },
  {
    size: (file: string, bytes: Uint8Array) =>
      bytes.length > MAX_SIZE
        ? [
            {
              place: () => startOf(file),
              message: "Dit bestand is groter dan 1 MB.",
              hint: "Verdeel de inhoud of haal weg wat er niet hoort.",
            },
          ]
        : [],
    /** A file that is nested deeper than anyone writes. Where the parser gave up says nothing. */
    depth: (file: string) => [{ place: () => startOf(file), message: "Dit bestand is te diep genest." }],
  },
);
