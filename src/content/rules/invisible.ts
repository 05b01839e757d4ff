import type { Node, Scalar } from "yaml";
import { firmRule } from "../../diagnostics.js";
import type { PositionedFile } from "../parsed-file.js";
import { type Path, placeInText, placeOfNode } from "../places.js";
import { codePoint } from "../quoted.js";

/** Characters that no reader sees, but for the line end and the tab, and the hyphen that only shows where a line breaks. */
const unseen = /(?![\n\t\u00ad])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

export const invisible = firmRule(
  {
    code: "IVP111",
    title: "Een tekst heeft geen onzichtbare tekens.",
    why: "Wat niemand ziet, maakt een woord onvindbaar, breekt een regel af of draait de volgorde van letters om.",
    mend: "Haal het teken weg.",
  },
  {
    /** Line ends that YAML doesn't know: what stands after one would belong to the line before it, also when that is a comment. */
    lineEnds: (file: string, source: string) =>
      (/\r(?!\n)|[\u0085\u2028\u2029]/.test(source) ? source.split("\n") : []).flatMap((line, index) => {
        const at = line.search(/\r(?=.)|[\u0085\u2028\u2029]/);
        if (at < 0) return [];
        return [
          {
            place: () => ({ file, line: index + 1, column: at + 1, length: 1 }),
            message: `Hier staat een regeleinde (${codePoint(line.charAt(at))}) dat YAML niet kent.`,
            hint: "Sla het bestand op met gewone regeleinden (LF of CRLF), of haal het teken weg.",
          },
        ];
      }),
    /** The first of each invisible character in a value (`path`) or a key. */
    find: (file: PositionedFile, node: Node & Scalar, path: Path | undefined) => {
      const first = new Map<string, number>();
      for (const { 0: sign, index } of typeof node.value === "string" ? node.value.matchAll(unseen) : [])
        if (!first.has(sign)) first.set(sign, index);
      return [...first].map(([sign, index]) => ({
        place: () => (path ? placeInText(file, path, index, sign.length) : placeOfNode(file, node)),
        message: `Hier staat een onzichtbaar teken (${codePoint(sign)}).`,
        hint: "Haal het weg; het komt vaak mee met geplakte tekst. Typ de plek zo nodig opnieuw.",
      }));
    },
  },
);
