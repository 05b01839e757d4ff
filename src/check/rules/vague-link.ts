import { textRule } from "../rule.js";

export const vagueLink = textRule(
  {
    code: "IVP604",
    severity: "warning",
    title: "De tekst van een link zegt waar hij heen gaat.",
    why: "Wie een voorleesprogramma gebruikt, hoort links vaak zonder de zin eromheen (WCAG 2.2, 2.4.4).",
    mend: "Noem waar de link heen gaat: [de website van de politie](https://www.politie.nl).",
  },
  (text) =>
    [...text.matchAll(/(?<!!)\[([^[\]\n]*)\]\(([^)\n]*)\)/g)]
      .filter(([, label = ""]) =>
        /^\s*$|^(?:klik(?: hier)?|hier|lees (?:meer|verder)|meer(?: informatie)?|deze link|link|https?:\S*)$/i.test(
          label.trim(),
        ),
      )
      .map(({ 0: snippet, 1: label, index: at }) => ({
        snippet,
        at,
        message: label?.trim() ? `De link heet “${label}”.` : "De link heeft geen tekst.",
      })),
);
