import { scan } from "../../prose/index.js";
import { type TextFault, textRule } from "../rule.js";

const signs: readonly { readonly pattern: RegExp; readonly message: string }[] = [
  { pattern: /\*\*(?=\S)[^*\n]*$|\*\*\s[^*\n]*\*\*/gm, message: "De sterretjes voor vet sluiten niet." },
  {
    pattern: /\[[^\]\n]*\](?!\]|\()\s?\((?=https?:)/g,
    message: "Tussen de rechte en de ronde haken van een link staat een spatie.",
  },
  { pattern: /\[[^[\]\n]+\]\([^)\n]*$/gm, message: "De haken van een link sluiten niet." },
  { pattern: /\[\[[^\]\n]*$|\[\[[^\]\n]*\](?!\])/gm, message: "De haken van een verwijzing sluiten niet." },
  { pattern: /^\s*[•·–]\s+\S/gm, message: "Een punt van een lijst begint met een streepje en een spatie." },
  { pattern: /^-\S/gm, message: "Na het streepje van een lijst hoort een spatie." },
];

export const brokenMarkdown = textRule(
  {
    code: "IVP602",
    severity: "warning",
    title: "Markdown is heel: wat open gaat, gaat ook dicht.",
    why: "Half opgemaakte tekst komt met sterretjes en haken in het document.",
    mend: "Sluit de opmaak af: **vet**, *cursief*, [tekst](https://adres), [[soort:sleutelnaam]].",
  },
  (text): TextFault[] =>
    signs.flatMap(({ pattern, message }) =>
      [...text.matchAll(pattern)]
        .filter(([snippet]) => !scan(text).references.some((reference) => reference.snippet.includes(snippet)))
        .map(([snippet]) => ({ snippet: snippet.trim(), message })),
    ),
);
