/** What elements within a run stand for, that have no words of their own. */
import { childOf, childrenNamed, valueIn, type XmlElement } from "./xml.js";

/** Where a field leads: `HYPERLINK "address" \l "bookmark"`, of which either may be left out. */
export function linkIn(code: string): string | undefined {
  const [found, address, anchor] = /^\s*HYPERLINK(?:\s+"([^"]*)")?(?:.*?\s\\l\s+"([^"]*)")?/i.exec(code) ?? [];
  if (found === undefined || (address === undefined && anchor === undefined)) return undefined;
  return `${address ?? ""}${anchor === undefined ? "" : `#${anchor}`}`;
}

/** What is chosen in a list of a form of Word: it stands nowhere as words. */
export function chosenIn(field: XmlElement): string[] {
  const list = childOf(childOf(field, "w:ffData"), "w:ddList");
  const index = Number(valueIn(list, "w:result") ?? valueIn(list, "w:default") ?? 0);
  return childrenNamed(list, "w:listEntry").flatMap(({ attributes }, at) =>
    at === index ? [attributes["w:val"] ?? ""] : [],
  );
}

/** The character that an element stands for. */
export function signsOf({ name, attributes }: XmlElement): string[] {
  switch (name) {
    case "w:tab":
    case "w:ptab":
      return ["\t"];
    case "w:br":
    case "w:cr":
      // The end of a page or column is no text.
      return /^(?:page|column)$/.test(attributes["w:type"] ?? "") ? [] : ["\n"];
    case "w:noBreakHyphen":
      return ["\u2011"];
    case "w:softHyphen":
      return ["\u00ad"];
    case "w:sym": {
      const code = Number.parseInt(attributes["w:char"] ?? "", 16);
      // Four digits, as the standard has them; what isn't so many is no character.
      return [
        code > 0 && code < 0xd800
          ? String.fromCharCode(code)
          : code >= 0xe000 && code <= 0xffff
            ? String.fromCharCode(code)
            : "\ufffd",
      ];
    }
    default:
      return [];
  }
}
