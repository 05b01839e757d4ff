import { linesOf, parseProse } from "../../prose/index.js";
import { type TextFault, textRule } from "../rule.js";

/** Lines that are the caption of something, where that something is there. */
const CAPTION = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?[ \t>]*(Tabel|Afbeelding|Figuur):[ \t]+\S/;

export const strayCaption = textRule(
  {
    code: "IVP625",
    severity: "error",
    title: "Een bijschrift staat bij een tabel of afbeelding, en een spreker onder een citaat.",
    why: "Anders komt “Tabel:” of “Afbeelding:” als gewone zin in het document, zonder nummer.",
    mend: "Zet “Tabel: …” op de regel boven de tabel, “Afbeelding: …” op de regel onder de afbeelding en “> — Naam” onder het citaat.",
  },
  (text, form) => (form === "prose" ? [...captions(text), ...speakers(text)] : []),
);

function captions(text: string): TextFault[] {
  if (!/(?:Tabel|Afbeelding|Figuur):/.test(text)) return [];
  const used = new Set(
    parseProse(text).flatMap(({ map }, index, tokens) =>
      /^caption(?:_text)?_open$/.test(tokens[index - 1]?.type ?? "") ? [map?.[0]] : [],
    ),
  );
  return linesOf(text).flatMap(({ text: line, at }, number): TextFault[] => {
    const [, word] = CAPTION.exec(line) ?? [];
    if (word === undefined || used.has(number)) return [];
    return [
      {
        snippet: line.trim(),
        at: at + line.search(/\S/),
        ...(word === "Tabel"
          ? {
              message: "Onder dit bijschrift staat geen tabel.",
              hint: "Zet het op de regel boven de tabel, of begin de zin anders.",
            }
          : {
              message: "Boven dit bijschrift staat geen afbeelding.",
              hint: "Zet het op de regel onder de afbeelding, met Afbeelding: ervoor, of begin de zin anders.",
            }),
      },
    ];
  });
}

/** Quotes without words: of which only the speaker is there, or only the sign. */
function speakers(text: string): TextFault[] {
  if (!text.includes(">")) return [];
  const lines = linesOf(text);
  return parseProse(text).flatMap(({ type, map }, index, tokens): TextFault[] => {
    if (type !== "blockquote_open" || tokens[index + 1]?.type !== "blockquote_close") return [];
    const { text: line = "", at = 0 } = lines[map?.[0] ?? 0] ?? {};
    const message = "Dit citaat heeft geen woorden.";
    return [
      {
        snippet: line.trim(),
        at: at + Math.max(0, line.search(/\S/)),
        message,
        hint: "Zet de woorden op de regel erboven: > de woorden.",
      },
    ];
  });
}
