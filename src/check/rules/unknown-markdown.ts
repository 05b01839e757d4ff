import { type Construct, constructsIn } from "../../prose/elsewhere.js";
import { textRule } from "../rule.js";

/** What it would be elsewhere, and how to do without. Headings have a rule of their own. */
const told: Readonly<Record<Exclude<Construct, "heading" | "line">, readonly [message: string, hint: string]>> = {
  table: [
    "Deze regels worden geen tabel.",
    "Zet een regel met koppen bovenaan en daaronder een regel met streepjes, met evenveel cellen: | --- | --- |.",
  ],
  code: ["Deze regels worden elders een blok code.", "Haal de inspringing of de accenten (```) weg."],
  definition: [
    "Het adres van een link staat hier apart, en dat kan niet.",
    "Zet het adres achter de woorden: [tekst](https://adres).",
  ],
  footnote: [
    "Dit wordt geen voetnoot.",
    "Schrijf [^1] zonder spaties, en zet de tekst onderaan op een eigen regel: [^1]: de tekst.",
  ],
  task: ["Een vakje om aan te vinken kan niet.", "Haal de rechte haken weg, of schrijf “gedaan”."],
};

export const unknownMarkdown = textRule(
  {
    code: "IVP620",
    severity: "error",
    title: "Tekst gebruikt alleen Markdown die documenten kennen.",
    why: "Wat geen document kent, zou met strepen, haken en tekens in het document komen.",
    mend: "Gebruik alinea's, lijsten, **vet**, *cursief*, links, afbeeldingen, tabellen, citaten, voetnoten en verwijzingen.",
  },
  (text, form) =>
    (form === "plain" ? [] : constructsIn(text)).flatMap(({ construct, ...found }) => {
      if (construct === "heading" || construct === "line") return [];
      const [message, hint] = told[construct];
      return [{ ...found, message, hint }];
    }),
);
