import type { Alias, Node } from "yaml";
import { firmRule } from "../../diagnostics.js";
import type { PositionedFile } from "../parsed-file.js";
import { placeAt, placeOfNode } from "../places.js";
import { quoted } from "../quoted.js";

export const anchor = firmRule(
  {
    code: "IVP105",
    title: "Een bestand gebruikt geen ankers en aliassen (&naam, *naam).",
    why: "Lezers van een wijziging zien niet wat er staat, en een paar regels kunnen uitgroeien tot gigabytes.",
    mend: "Schrijf de waarde voluit.",
  },
  {
    alias: (file: PositionedFile, node: Alias) => [
      {
        place: () => placeOfNode(file, node),
        message: `Hier staat een alias (*${node.source}).`,
        hint: `Schrijf de waarde voluit. Is het tekst, zet die dan tussen aanhalingstekens: ${quoted(`*${node.source}`)}.`,
      },
    ],
    anchor: (file: PositionedFile, { range }: Node, name: string) => {
      const [from = 0, to = 0] = range ?? [];
      const at = file.source.lastIndexOf(`&${name}`, from);
      const written = file.source.slice(at, to).split("\n")[0] ?? "";
      return [
        {
          place: () => placeAt(file, at, to - at),
          message: `Hier staat een anker (&${name}), dat niet in de tekst komt.`,
          hint: `Haal het weg. Is het tekst, zet die dan tussen aanhalingstekens: ${quoted(written)}.`,
        },
      ];
    },
  },
);
