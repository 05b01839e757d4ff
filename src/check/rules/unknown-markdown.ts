import { type Construct, constructsIn } from "../../prose/elsewhere.js";
import { textRule } from "../rule.js";

/** What it would be elsewhere, and how to do without. Headings have a rule of their own. */
const told: Readonly<Record<Exclude<Construct, "heading" | "line">, readonly [message: string, hint: string]>> = {
  table: ["Hier begint een tabel, en die kan nog niet.", "Maak er een lijst van, met een streepje voor elke regel."],
  code: ["Deze regels worden elders een blok code.", "Haal de inspringing of de accenten (```) weg."],
  quote: ["Het teken > maakt elders een citaat.", "Zet het citaat tussen aanhalingstekens, of schrijf “meer dan”."],
  definition: [
    "Het adres van een link staat hier apart, en dat kan niet.",
    "Zet het adres achter de woorden: [tekst](https://adres).",
  ],
  footnote: ["Hier staat een voetnoot, en die kan nog niet.", "Zet de uitleg in de zin zelf, tussen haakjes."],
  task: ["Een vakje om aan te vinken kan niet.", "Haal de rechte haken weg, of schrijf “gedaan”."],
};

export const unknownMarkdown = textRule(
  {
    code: "IVP620",
    severity: "error",
    title: "Tekst gebruikt alleen Markdown die documenten kennen.",
    why: "Een tabel, voetnoot of citaat zou met strepen, haken en tekens in het document komen.",
    mend: "Gebruik alinea's, lijsten, **vet**, *cursief*, links, afbeeldingen en verwijzingen.",
  },
  (text, _, form) =>
    (form === "plain" ? [] : constructsIn(text)).flatMap(({ construct, ...found }) => {
      if (construct === "heading" || construct === "line") return [];
      const [message, hint] = told[construct];
      return [{ ...found, message, hint }];
    }),
);
