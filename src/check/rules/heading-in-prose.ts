import { textRule } from "../rule.js";

export const headingInProse = textRule(
  {
    code: "IVP603",
    severity: "warning",
    title: "Koppen staan niet in de tekst maar in de sleutels.",
    why: "De koppen komen uit de opbouw van het plan, zodat geen niveau wordt overgeslagen (WCAG 2.2, 1.3.1) en de inhoudsopgave klopt.",
    mend: "Gebruik parts, elk met een eigen title, of maak er een gewone zin van.",
  },
  (text) =>
    [...text.matchAll(/^#{1,6}\s+\S.*$|^(?:=|-){3,}\s*$/gm)].map(([snippet]) => ({
      snippet,
      message: `“${snippet}” is een kop in de tekst.`,
    })),
);
