import { literalIn } from "../../prose/literal.js";
import { type TextFault, textRule } from "../rule.js";

/** What people number the points of a list with: 5. or 5), (1), a) or a., ii. and the like, before its words. */
const NUMBERED = "(?:\\(?(?:\\d{1,2}|[a-z]|[ivx]{2,4})\\)|(?:\\d{1,2}|[a-z]|[ivx]{2,4})\\.)[ \\t]+(?=\\S)";

/** Signs that would be printed as they are, with what they were meant to be. In the order in which they are looked for. */
const signs: readonly { readonly pattern: RegExp; readonly message: string; readonly hint?: string }[] = [
  {
    pattern: /\*{2,}|(?<=\S)(?<!\d)\*(?!\*)|(?<!\*)\*(?=\S)(?!\d)/g,
    message: "Deze sterretjes worden geen vet of cursief.",
    hint: "Zet ze dicht tegen de woorden, met een spatie of leesteken erbuiten: **Let op:** dit. Bedoelt u het teken zelf, schrijf dan \\*.",
  },
  {
    pattern: /(?<![\p{L}\p{N}_])_+(?=[^\s_])|(?<=[^\s_])_+(?![\p{L}\p{N}_])/gu,
    message: "Dit liggende streepje wordt geen vet of cursief.",
    hint: "Schrijf *cursief* of **vet**. Bedoelt u het teken zelf, schrijf dan \\_.",
  },
  {
    pattern: /`+/g,
    message: "Dit accent (`) sluit niet af wat u als code wilt tonen.",
    hint: "Zet er aan beide kanten een, of gebruik een aanhalingsteken: ’.",
  },
  { pattern: /~~/g, message: "Doorhalen kan niet.", hint: "Haal de woorden weg, met de tekens ~~ erbij." },
  {
    pattern: /!?\[[^[\]\n]*\](?!\]) ?\([^)\n]*\)?/g,
    message: "Deze link of afbeelding is niet te lezen, door een spatie in het adres of een haakje dat ontbreekt.",
    hint: "Schrijf [tekst](https://adres), of met spaties in het adres [tekst](<het adres>).",
  },
  {
    pattern: /\[\[[^\]\n]*\]?(?!\])|\]\]/g,
    message: "De haken van een verwijzing sluiten niet.",
    hint: "Schrijf [[soort:sleutelnaam]].",
  },
  {
    pattern: /\]\(|\]\[/g,
    message: "Deze link is niet te lezen.",
    hint: "Schrijf [tekst](https://adres).",
  },
  {
    // Bullets as word processors paste them; the "o" is that of their second level. A dash may also stand between the words of a
    // sentence that goes on from the line before, when no other such line follows.
    pattern:
      /^\s*(?:(?:[•·●○■□▪▫◦‣⁃►▶➢➤✓✔]|(?<![\p{L}\p{N},)”’][ \t]*\n[ \t]*)[–—−]|[–—−](?=[^\n]*\n[ \t]*[–—−]))\s*|o\s+)(?=[^\s\d€])/gmu,
    message: "Een punt van een lijst begint met een streepje en een spatie.",
    hint: "Schrijf - in de plaats van dit teken, met een lege regel voor de lijst.",
  },
  {
    pattern: /^\s*-(?=\p{L})/gmu,
    message: "Na het streepje van een lijst hoort een spatie.",
    hint: "Zet een spatie achter het streepje.",
  },
  {
    pattern: /^\s*\d{1,2}[.)](?=\p{L})/gmu,
    message: "Na het nummer van een lijst hoort een spatie.",
    hint: "Zet een spatie achter het nummer.",
  },
  {
    // Lines that follow each other, each with a number or a letter, of which Markdown makes no list.
    pattern: new RegExp(`^\\s*${NUMBERED}(?=[^\\n]*\\n[ \\t]*${NUMBERED})`, "gm"),
    message: "Deze regels worden geen lijst: zij komen achter elkaar in één alinea.",
    hint: "Begin elke regel met een streepje, of met 1., 2. en verder, met een lege regel voor de lijst.",
  },
  {
    pattern: /\\$/gm,
    message: "Deze backslash zou zo in de tekst staan.",
    hint: "Haal hem weg, of begin een nieuwe alinea.",
  },
  {
    pattern: /==\S[^=\n]*==|^:{3,}.*$|\^[^\s^]+\^|(?<!~)~[^\s~]+~(?!~)|(?<!\S):[a-z_]+:(?!\S)|\{[.#][\w-]+\}|\[TOC\]/gm,
    message: "Dit is opmaak van een ander programma.",
    hint: "Haal de tekens weg, of schrijf **vet** of *cursief*.",
  },
  {
    pattern: /&(?:#[xX]?[\da-fA-F]+|[a-zA-Z][a-zA-Z\d]*);/g,
    message: "Dit teken bestaat niet.",
    hint: "Typ het teken zelf.",
  },
];

export const brokenMarkdown = textRule(
  {
    code: "IVP602",
    severity: "error",
    title: "Markdown is heel: wat open gaat, gaat ook dicht.",
    why: "Half opgemaakte tekst komt met sterretjes en haken in het document.",
    mend: "Sluit de opmaak af: **vet**, *cursief*, [tekst](https://adres), [[soort:sleutelnaam]].",
  },
  (text): TextFault[] => {
    const literal = literalIn(text);
    const taken: [number, number][] = [];
    return signs.flatMap(({ pattern, ...told }) => {
      const lines = new Set<number>();
      return [...literal.matchAll(pattern)].flatMap(({ 0: { length }, index }): TextFault[] => {
        // What opens and closes on a line is told once.
        const line = text.lastIndexOf("\n", index);
        if (lines.has(line) || taken.some(([from, to]) => index < to && from < index + length)) return [];
        lines.add(line);
        taken.push([index, index + length]);
        const snippet = text.slice(index, index + length);
        return [{ snippet: snippet.trim(), at: index + snippet.search(/\S/), ...told }];
      });
    });
  },
);
