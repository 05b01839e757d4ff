import { plainText, scan } from "../../prose/index.js";
import { textRule } from "../rule.js";

export const imageAlternative = textRule(
  {
    code: "IVP704",
    severity: "error",
    fixed: true,
    title: "Een afbeelding heeft een tekst die zegt wat erop staat.",
    why: "Wie de afbeelding niet ziet, moet hetzelfde te weten komen (WCAG 2.2, 1.1.1).",
    mend: "Schrijf tussen de rechte haken wat erop staat: ![wat erop staat](afbeelding.png).",
  },
  (text) =>
    scan(text)
      .images.filter(({ alt }) => plainText(alt, ({ id, text }) => text ?? id).trim() === "")
      .map(({ snippet, at }) => ({ snippet, at, message: "Deze afbeelding heeft geen tekst." })),
);
