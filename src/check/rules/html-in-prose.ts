import { scan } from "../../prose/index.js";
import { textRule } from "../rule.js";

export const htmlInProse = textRule(
  {
    code: "IVP702",
    severity: "error",
    fixed: true,
    title: "Tekst bevat geen HTML.",
    why: "HTML zou de opmaak en de veiligheid van de documenten kunnen breken. Documenten tonen het nooit als opmaak.",
    mend: "Gebruik Markdown, of zet het tussen `backticks` als lezers het als tekst moeten zien.",
  },
  (text, form) =>
    scan(text).html.map((found) => ({
      ...found,
      message: `Hier staat HTML: ${found.snippet}`,
      // Elsewhere backticks can't be either.
      ...(form === "plain" && { hint: "Haal de tekens < en > weg, of zet de tekst in een veld met lopende tekst." }),
    })),
);
