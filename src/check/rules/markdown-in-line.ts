import type { Token } from "markdown-it";
import type { Text } from "../../content/index.js";
import { MARK, NOTE, placedIn } from "../../prose/index.js";
import { isOrdinary } from "../../prose/ordinary.js";
import { type TextFault, textRule } from "../rule.js";

export const markdownInLine = textRule(
  {
    code: "IVP622",
    severity: "error",
    title: "Een titel of naam heeft geen opmaak, en een tekst op één regel geen lijst, afbeelding, citaat of voetnoot.",
    why: "Titels en namen staan ook in kopregels, in de inhoudsopgave en in de naam van het document: daar bestaat geen opmaak.",
    mend: "Haal de opmaak weg, of zet de tekst in een veld met lopende tekst.",
  },
  (text, form): TextFault[] => {
    if (form === "prose" || isOrdinary(text)) return [];
    const found = placedIn(text).find(
      ({ token, at, length }) => !allowed(form, token.type) && !isAsWritten(token, text.slice(at, at + length)),
    );
    if (!found) return [];
    const rest = text.slice(found.at);
    // From an opening sign to where it closes.
    const snippet =
      rest.slice(0, found.length) + (/^(em|strong|link)_open$/.test(found.token.type) ? rest.slice(found.length) : "");
    const shown = found.token.type.endsWith("_list_open") ? "Dit wordt een punt van een lijst" : "Dit is opmaak";
    return [
      {
        snippet,
        at: found.at,
        message: form === "plain" ? `${shown}, en hier kan dat niet.` : `${shown}: dat past niet op één regel.`,
      },
    ];
  },
);

/** A backslash before what needs none is shown as it stands. */
const isAsWritten = ({ type, content }: Token, written: string): boolean =>
  type === "text_special" && content === written;

function allowed(form: Text["form"], type: string): boolean {
  // The end of a line within a line is told where content is read.
  if (type === "text" || type === "softbreak") return true;
  return form === "line" && !type.endsWith("_list_open") && !["image", MARK, NOTE].includes(type);
}
