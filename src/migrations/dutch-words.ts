import { type Document, isScalar, type Scalar, visit } from "yaml";
import type { Migration } from "./migration.js";

const bodies: Readonly<Record<string, string>> = { council: "raad", board: "college", triangle: "driehoek" };

/** Which words a key had, each with its Dutch one. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  by: bodies,
  body: bodies,
  level: { municipality: "gemeente" },
  municipalities: { all: "alle" },
  severity: { error: "fout", warning: "waarschuwing", note: "opmerking", off: "uit" },
  icon: {
    house: "huis",
    network: "netwerk",
    handshake: "handdruk",
    flame: "vlam",
    "map-pin": "plaats",
    shield: "schild",
    users: "mensen",
  },
  colour: {
    blue: "blauw",
    plum: "pruim",
    teal: "blauwgroen",
    green: "groen",
    brick: "steenrood",
    ochre: "oker",
  },
};

/** Values that people write became Dutch words. The English ones go on meaning the same. */
export const dutchWords: Migration = {
  title: "gebruikt nu Nederlandse woorden, zoals raad, college en alle",
  optional: true,
  concerns: (_, text) =>
    /\b(council|board|triangle|level: municipality|municipalities: all|severity:|icon:|colour:)/.test(text),
  splice: (document) =>
    englishIn(document).flatMap(({ scalar, word }) => {
      const [from, to] = scalar.range ?? [];
      return from === undefined || to === undefined ? [] : [{ from, to, text: word }];
    }),
};

function englishIn(document: Document): { scalar: Scalar; word: string }[] {
  const found: { scalar: Scalar; word: string }[] = [];
  visit(document, {
    Pair: (_, { key, value }, path) => {
      if (!isScalar(key) || !isScalar(value)) return;
      const inBodies =
        key.value === "id" && path.some((part) => part && "key" in part && String(part.key) === "bodies");
      const known = inBodies ? bodies : words[String(key.value)];
      const word = known && Object.hasOwn(known, String(value.value)) ? known[String(value.value)] : undefined;
      if (word) found.push({ scalar: value, word });
    },
  });
  return found;
}
