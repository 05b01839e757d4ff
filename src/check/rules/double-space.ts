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
    [...text.matchAll(/\S( {2,})\S|\p{L}( +)[,.;:!?](?!\S)/gu)].map(([snippet]) => ({
      snippet,
      message: /\S {2,}\S/.test(snippet)
        ? "Hier staan twee spaties achter elkaar."
        : "Hier staat een spatie voor een leesteken.",
    })),
);
