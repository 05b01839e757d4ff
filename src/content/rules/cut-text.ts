import type { Scalar } from "yaml";
import { firmRule } from "../../diagnostics.js";
import type { PositionedFile } from "../parsed-file.js";
import { placeAt } from "../places.js";
import { excerpt, quoted } from "../quoted.js";

export const cutText = firmRule(
  {
    code: "IVP110",
    title: "Een tekst wordt niet afgebroken door een opmerking.",
    why: "Wat na een spatie en een # staat, leest YAML als opmerking: het komt in geen document.",
    mend: "Zet de tekst tussen aanhalingstekens, of zet de opmerking op een eigen regel.",
  },
  {
    /** @param isFree whether people write the text freely and readers read it, so that # may well be meant */
    find: (file: PositionedFile, { type, value, range }: Scalar, isFree: () => boolean) => {
      if (!range || (type !== "PLAIN" && type !== "BLOCK_LITERAL" && type !== "BLOCK_FOLDED")) return [];
      const block = type !== "PLAIN";
      const from = block ? range[0] : range[1];
      const line = /^[|>\d+-]*[ \t]+(?=#)[^\n]*/.exec(endOfLine(file.source, from))?.[0];
      // A comment has a space after its sign when nobody can take it for text: in a line of its own, or after the sign of a block.
      const next = block
        ? undefined
        : /^[^\n]*\n[ \t]+(?=#[^\s#])/.exec(file.source.slice(range[1], range[1] + 400))?.[0];
      const lost = line !== undefined && (!block || /#[^\s#]/.test(line));
      if (!lost && next === undefined) return [];
      if (typeof value !== "string" || !isFree()) return [];
      const start = lost ? from + (line?.indexOf("#") ?? 0) : range[1] + (next?.length ?? 0);
      const text = endOfLine(file.source, start).trimEnd();
      const whole = block ? text : `${file.source.slice(range[0], range[1])} ${text}`;
      return [
        {
          place: () => placeAt(file, start, text.length),
          message: `Een # na een spatie begint in YAML een opmerking: “${excerpt(text)}” komt in geen document.`,
          hint: `Zet de hele tekst tussen aanhalingstekens (${quoted(whole.replace(/\s*\n\s*/g, " "))}), of zet de opmerking op een eigen regel erboven.`,
        },
      ];
    },
  },
);

const endOfLine = (source: string, from: number): string => {
  const end = source.indexOf("\n", from);
  return source.slice(from, end < 0 ? undefined : end).replace(/\r$/, "");
};
