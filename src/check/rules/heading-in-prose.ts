import { constructsIn } from "../../prose/elsewhere.js";
import { textRule } from "../rule.js";

export const headingInProse = textRule(
  {
    code: "IVP603",
    severity: "error",
    title: "Koppen en lijnen staan niet in de tekst maar in de sleutels.",
    why: "De koppen komen uit de opbouw van het plan, zodat geen niveau wordt overgeslagen (WCAG 2.2, 1.3.1) en de inhoudsopgave klopt.",
    mend: "Gebruik parts, elk met een eigen title, of maak er een gewone zin van.",
  },
  (text, form) =>
    (form === "plain" ? [] : constructsIn(text)).flatMap(({ construct, snippet, at }) => {
      if (construct !== "heading" && construct !== "line") return [];
      return [
        { snippet, at, message: `“${snippet}” maakt een ${construct === "heading" ? "kop" : "lijn"} in de tekst.` },
      ];
    }),
);
