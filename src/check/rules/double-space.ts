import { textRule } from "../rule.js";

export const doubleSpace = textRule(
  {
    code: "IVP606",
    severity: "warning",
    title: "Tussen woorden staat één spatie, en geen spatie voor een leesteken.",
    why: "Losse spaties maken wijzigingen zichtbaar die niets betekenen.",
    mend: "Haal de spatie weg.",
  },
  (text) =>
    [...text.matchAll(/\S( {2,})\S|\p{L}( +)[,.;:!?](?!\S)|\S {2,}\n(?=\S)/gu)].map(({ 0: snippet, index: at }) => ({
      snippet: snippet.trimEnd(),
      at,
      message: /\S {2,}\S/.test(snippet)
        ? "Hier staan twee spaties achter elkaar."
        : snippet.endsWith("\n")
          ? "Aan het eind van deze regel staan twee spaties: daar begint het document een nieuwe regel."
          : "Hier staat een spatie voor een leesteken.",
    })),
);
