import { scan } from "../../prose/index.js";
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
    pattern:
      /(?<!\[)\[[a-z-]+:[a-z0-9-]+(?:\/[a-z0-9-]+)?(?:\|[^[\]\n]*)?\](?!\])|\{\{[a-z-]+:[a-z0-9-/]+(?:\|[^{}\n]*)?\}\}/g,
    message: "Dit wordt geen verwijzing.",
    hint: "Zet er aan beide kanten twee rechte haken om: [[soort:sleutelnaam]].",
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
    // A space that doesn't break, as word processors put it there, makes no list.
    pattern: /^\s*(?:-|[-*+][^\S \t\n]+)(?=[\p{L}“‘(])/gmu,
    message: "Na het streepje van een lijst hoort een gewone spatie.",
    hint: "Zet een spatie achter het streepje.",
  },
  {
    pattern: /^\s*\d{1,2}[.)][^\S \t\n]*(?=\p{L})/gmu,
    message: "Na het nummer van een lijst hoort een gewone spatie.",
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
    pattern: /^\s*(?:#{2,6}(?=[\p{L}\d])|#{7,}(?=\s))/gmu,
    message: "Dit wordt geen kop.",
    hint: "Gebruik parts, elk met een eigen title, of maak er een gewone zin van.",
  },
  {
    pattern: /(?<=\S\n[ \t]*):[ \t]+(?=\S)/g,
    message: "Deze regels worden geen woord met een uitleg: zij komen achter elkaar in één alinea.",
    hint: "Maak er een lijst van: - **woord**: de uitleg. Of zet het woord in glossary.yaml.",
  },
  {
    pattern:
      /==[^\s=][^=\n]*==|^[\s\uFFFC]*\[![A-Za-z]+\]|^!{3}[ \t]+\w.*(?=\n[ \t]+\S)|^:{3,}.*$|\^[^\s^]+\^|(?<!~)~[^\s~]+~(?!~)|(?<!\S):[a-z_]+:(?!\S)|\{[.#][\w-]+\}|\[TOC\]/gm,
    message: "Dit is opmaak van een ander programma.",
    hint: "Haal de tekens weg, of schrijf **vet** of *cursief*.",
  },
  {
    pattern: /&(?:#[xX]?[\da-fA-F]+|[a-zA-Z][a-zA-Z\d]*);/g,
    message: "Dit teken bestaat niet.",
    hint: "Typ het teken zelf.",
  },
];

/** Why a link isn't read that is whole but for what stands in it. */
const WITHIN = {
  message: "In de woorden van een link past geen verwijzing of voetnoot.",
  hint: "Zet haar voor of achter de link.",
};

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
    const broken = signs.flatMap(({ pattern, ...told }) => {
      const lines = new Set<number>();
      return [...literal.matchAll(pattern)].flatMap(({ 0: { length }, index }): TextFault[] => {
        // What opens and closes on a line is told once.
        const line = text.lastIndexOf("\n", index);
        if (lines.has(line) || taken.some(([from, to]) => index < to && from < index + length)) return [];
        lines.add(line);
        taken.push([index, index + length]);
        const snippet = text.slice(index, index + length);
        const within = /^!?\[.*(?:\[\[|\[\^)/.test(snippet) && !snippet.startsWith("[[") ? WITHIN : undefined;
        return [{ snippet: snippet.trim(), at: index + snippet.search(/\S/), ...told, ...within }];
      });
    });
    return [...broken, ...labelsIn(text)];
  },
);

/** Markup in what a reference shall show, which is printed as it is. */
function labelsIn(text: string): TextFault[] {
  if (!text.includes("|")) return [];
  return scan(text).references.flatMap(({ reference, at, snippet: whole }): TextFault[] => {
    const label = reference?.text ?? "";
    const [snippet] =
      /\*+|~~|`+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|&#?\w+;|\\[!-/:-@[-`{-~]|<\/?[a-z]+/iu.exec(label) ?? [];
    if (snippet === undefined) return [];
    return [
      {
        snippet,
        at: at + whole.indexOf(snippet, whole.indexOf("|")),
        message: "In een verwijzing staat wat u typt zoals het is, zonder opmaak.",
        hint: "Haal de tekens weg, of zet de opmaak om de verwijzing heen: **[[term:boa|de boa]]**.",
      },
    ];
  });
}
