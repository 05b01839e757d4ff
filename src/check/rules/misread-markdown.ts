import { linesOf, type Placed, parseProse, placedIn } from "../../prose/index.js";
import { isOrdinary } from "../../prose/ordinary.js";
import { type TextFault, textRule } from "../rule.js";

export const misreadMarkdown = textRule(
  {
    code: "IVP621",
    severity: "error",
    title: "Geen teken van de tekst verdwijnt of verandert doordat het toevallig Markdown is.",
    why: "Een jaartal aan het begin van een alinea wordt anders een nummer van een lijst, en een minteken een streepje.",
    mend: "Zet een backslash voor het teken als het zo in de tekst moet staan.",
  },
  (text, form): TextFault[] => {
    if (form === "plain" || isOrdinary(text)) return [];
    const placed = placedIn(text);
    return [
      ...inLists(text, placed),
      ...inLines(text, placed),
      ...inQuotes(text),
      ...goneOnWith(text),
      ...unshown(text, placed),
    ];
  },
);

/** A list: its markers, and whether it begins right under a line of text. */
interface List {
  readonly level: number;
  readonly items: Placed[];
  readonly interrupts: boolean;
}

function listsIn(text: string, placed: readonly Placed[]): List[] {
  const lists: List[] = [];
  for (const piece of placed) {
    const { type, level } = piece.token;
    if (type.endsWith("_list_open"))
      // A list that means to be one stands after a colon or an empty line, or further in than the point it belongs to.
      lists.push({
        level: level + 1,
        items: [],
        interrupts: level === 0 && /[^\n:]\n[ \t]*$/.test(text.slice(0, piece.at)),
      });
    if (type === "list_item_open") lists.findLast((list) => list.level === level)?.items.push(piece);
  }
  return lists;
}

/** Numbers and signs at the start of a line that become something of a list. */
function inLists(text: string, placed: readonly Placed[]): TextFault[] {
  const lists = listsIn(text, placed);
  return lists.flatMap((list, number) =>
    list.items.flatMap((item, index): TextFault[] => {
      const { at, length, token } = item;
      const before =
        index > 0
          ? list.items[index - 1]
          : lists
              .slice(0, number)
              .findLast(({ level }) => level === list.level)
              ?.items.at(-1);
      const told =
        (token.info === "" ? bulletFault(text, list, item) : numberFault(before?.token, token)) ??
        levelFault(text, list.items[index - 1], item);
      const end = at + length;
      const next = text.slice(end).split("\n")[0] ?? "";
      if (told) return [{ snippet: text.slice(at, end), at, ...told }];
      // A line of such signs is told as a line.
      if (next.trim() !== "" || /^([-*])(?: *\1){2,}$/.test(lineAt(text, at))) return [];
      const hint = "Haal het weg, of schrijf erachter wat het is.";
      return [{ snippet: text.slice(at, end), at, message: "Dit punt van een lijst is leeg.", hint }];
    }),
  );
}

type Told = Pick<TextFault, "message" | "hint">;

function numberFault(before: Placed["token"] | undefined, { info, markup }: Placed["token"]): Told | undefined {
  const goesOn = before?.markup === markup && before.info !== "";
  const written = `${info}${markup}`;
  if (info !== "1" && !(goesOn && Number(info) === Number(before.info) + 1))
    return {
      message: `“${written}” wordt het nummer van een punt in een lijst, en dat begint bij 1 en telt door.`,
      hint: `Begin de zin anders, of schrijf ${info}\\${markup} als het zo in de tekst moet staan.`,
    };
  return markup === "."
    ? undefined
    : { message: `“${written}” wordt “${info}.”.`, hint: `Schrijf ${info}. of ${info}\\${markup}` };
}

function bulletFault(text: string, { items, interrupts }: List, { token, at, length }: Placed): Told | undefined {
  const alone = items.length === 1;
  const isNumber = /^ *[\d€]/.test(text.slice(at + length));
  if (isNumber && (alone || interrupts || token.markup === "+"))
    return {
      message: `Het teken ${token.markup} wordt een punt van een lijst en gaat verloren.`,
      hint:
        token.markup === "-"
          ? "Schrijf een minteken (−) tegen het getal: −5."
          : `Schrijf \\${token.markup} of zet het in woorden.`,
    };
  return alone && interrupts
    ? {
        message: "Dit streepje wordt een punt van een lijst.",
        hint: "Zet een lege regel voor een lijst, of een ander teken in de zin.",
      }
    : undefined;
}

/** A point that was set further in than the one before, and yet is one of the same list. */
function levelFault(text: string, before: Placed | undefined, { at }: Placed): Told | undefined {
  if (!before || columnIn(text, at) <= columnIn(text, before.at)) return undefined;
  return {
    message: "Dit punt springt in, maar niet ver genoeg: het komt op het niveau van het punt erboven.",
    hint: "Zet het precies onder de eerste letter van dat punt als het erbij hoort, en anders recht onder het teken.",
  };
}

const columnIn = (text: string, at: number): number => at - (text.lastIndexOf("\n", at - 1) + 1);

const lineAt = (text: string, at: number): string => (text.slice(at - columnIn(text, at)).split("\n")[0] ?? "").trim();

/** Emphasis that starts or ends in a number or a word, or goes on over the end of a line. */
function inLines(text: string, placed: readonly Placed[]): TextFault[] {
  const open: Placed[] = [];
  return placed.flatMap((piece): TextFault[] => {
    const { token, at, length } = piece;
    if (/^(em|strong|link)_open$/.test(token.type)) open.push(piece);
    if (/^(em|strong|link)_close$/.test(token.type)) {
      const start = open.pop() ?? piece;
      const snippet = text.slice(start.at, at + length);
      if (snippet.includes("\n"))
        return [
          {
            snippet: snippet.split("\n")[0] ?? snippet,
            at: start.at,
            message: "Deze opmaak gaat door op de volgende regel.",
            hint: "Sluit haar op dezelfde regel af: documenten tonen soms één regel van een tekst.",
          },
        ];
      const [left, right] = [text[start.at - 1] ?? "", text[at + length] ?? ""];
      const inNumber = /\d/.test(left) || /\d/.test(right);
      const inWord = /[\p{L}\p{N}]/u.test(left) && /[\p{L}\p{N}]/u.test(right);
      const inAddress = /\b(?:https?:\/\/|www\.)\S*$/i.test(text.slice(0, start.at));
      if (token.type !== "link_close" && (inNumber || inWord || inAddress))
        return [
          { snippet, at: start.at, message: `“${snippet}” wordt opmaak: de tekens ${token.markup} gaan verloren.` },
        ];
    }
    return [];
  });
}

/** Lines that go on in the quote above them without a sign of it. */
function inQuotes(text: string): TextFault[] {
  if (!text.includes(">")) return [];
  const lines = linesOf(text);
  return parseProse(text).flatMap(({ type, map }): TextFault[] => {
    if (type !== "blockquote_open" || !map) return [];
    const [from, to] = map;
    const lazy = lines.slice(from, to).filter(({ text: line }) => line.trim() !== "" && !line.includes(">"));
    return lazy.map(({ text: line, at }) => ({
      snippet: line.trim(),
      at: at + line.search(/\S/),
      message: "Deze regel komt in het citaat erboven.",
      hint: "Zet > voor de regel, of een lege regel ertussen.",
    }));
  });
}

/** Lines that stand below a point of a list or a footnote, and go on in it. */
function goneOnWith(text: string): TextFault[] {
  if (!/^[ \t>]*(?:[-*+]|\d+[.)]|\[\^)/m.test(text)) return [];
  const lines = linesOf(text);
  const open: { readonly name: string; readonly column: number }[] = [];
  return parseProse(text).flatMap(({ type, map }): TextFault[] => {
    if (/^(?:list_item|footnote_reference)_close$/.test(type)) open.pop();
    if (/^(?:list_item|footnote_reference)_open$/.test(type))
      open.push({
        name: type.startsWith("list") ? "het punt" : "de voetnoot",
        column: (lines[map?.[0] ?? 0]?.text ?? "").search(/[^\s>]/),
      });
    const around = open.at(-1);
    if (type !== "paragraph_open" || !map || !around) return [];
    return lines.slice(map[0] + 1, map[1]).flatMap(({ text: line, at }): TextFault[] => {
      const column = line.search(/[^\s>]/);
      if (column < 0 || column > around.column) return [];
      return [
        {
          snippet: line.trim(),
          at: at + line.search(/\S/),
          message: `Deze regel komt in ${around.name} erboven.`,
          hint: "Zet er een lege regel tussen. Hoort de regel er wel bij, spring dan in met vier spaties.",
        },
      ];
    });
  });
}

/** What is understood and shown nowhere: titles of links and images, and whatever is no part of anything. */
function unshown(text: string, placed: readonly Placed[]): TextFault[] {
  const titles = placed.flatMap(({ token, at }): TextFault[] => {
    const title = String(token.attrGet("title") ?? "");
    if (title === "") return [];
    const start = text.indexOf(title, at);
    return [
      {
        snippet: title,
        at: start < 0 ? at : start,
        message: `De titel “${title}” komt niet in het document.`,
        hint:
          token.type === "image"
            ? "Zet hem op de regel onder de afbeelding: Afbeelding: het bijschrift. Een bron komt daar weer onder: Bron: wie."
            : "Zet hem in de tekst, of haal hem met de aanhalingstekens weg.",
      },
    ];
  });
  let end = 0;
  const gaps = [...placed, { at: text.length, length: 0 }].flatMap(({ at, length }): TextFault[] => {
    const between = text.slice(end, at);
    const start = end + between.search(/\S/);
    end = Math.max(end, at + length);
    const snippet = between.trim().split("\n")[0] ?? "";
    // A cell too much is told with its table.
    return snippet === "" || snippet.startsWith("|")
      ? []
      : [{ snippet, at: start, message: `“${snippet}” komt niet in het document.` }];
  });
  return [...titles, ...gaps];
}
