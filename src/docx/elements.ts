/** Who changed what, and other things that elements of Word say of themselves. */

import type { Relation } from "./package.js";
import type { Look, Tracked, WordPicture } from "./types.js";
import { childOf, childrenNamed, deepNamed, elementsIn, isOn, valueIn, type XmlElement } from "./xml.js";

const kinds: Readonly<Record<string, Tracked["kind"]>> = {
  "w:ins": "inserted",
  "w:del": "deleted",
  "w:moveTo": "moved-here",
  "w:moveFrom": "moved-away",
  "w:cellIns": "inserted",
  "w:cellDel": "deleted",
};

/** What only groups other things, within a paragraph or around paragraphs. */
export const GROUPS = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:smartTag",
  "w:customXml",
  "w:dir",
  "w:bdo",
  "w:ruby",
  "w:rubyBase",
]);

export function otherLooks(run: XmlElement | undefined): { other?: readonly Look[] } {
  const value = (name: string): string => valueIn(run, name) ?? "";
  const looks: Look[] = [
    ...(!/^(?:none)?$/.test(value("w:u")) ? (["underlined"] as const) : []),
    ...(isOn(run, "w:vanish") ? (["hidden"] as const) : []),
    ...(isOn(run, "w:strike") || isOn(run, "w:dstrike") ? (["struck"] as const) : []),
    ...(value("w:vertAlign") === "superscript" ? (["raised"] as const) : []),
    ...(value("w:vertAlign") === "subscript" ? (["lowered"] as const) : []),
    ...(!/^(?:none)?$/.test(value("w:highlight")) ? (["highlighted"] as const) : []),
  ];
  return looks.length > 0 ? { other: looks } : {};
}

export const isRange = ({ name }: XmlElement): boolean =>
  name === "w:commentRangeStart" || name === "w:commentRangeEnd";

/** What another program than the newest Word would show is the same again. */
export const chosen = (element: XmlElement): XmlElement =>
  childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback") ?? element;

/** Rows or cells, also those within what only groups. */
export const unwrapped = (element: XmlElement, name: string): XmlElement[] =>
  elementsIn(element).flatMap((child) =>
    child.name === name ? [child] : GROUPS.has(child.name) ? unwrapped(child, name) : [],
  );

export function trackedBy({ name, attributes }: XmlElement): Tracked {
  const kind = kinds[name] ?? "inserted";
  return { kind, author: attributes["w:author"] ?? "", date: attributes["w:date"] ?? "" };
}

export const trackedIn = (properties: XmlElement | undefined): Tracked[] =>
  properties
    ? elementsIn(properties)
        .filter(({ name }) => name in kinds)
        .map(trackedBy)
    : [];

/** Changes of looks: of a paragraph, its mark and its runs, and of the page that ends with it. */
const LOOKS = ["w:rPrChange", "w:pPrChange", "w:numberingChange", "w:sectPrChange"];
/** Of a table, its rows and its cells, also where cells became one. */
const TABLE_LOOKS = ["w:tblPrChange", "w:tblPrExChange", "w:trPrChange", "w:tcPrChange", "w:cellMerge"];

export const looksIn = (paragraph: XmlElement): Omit<Tracked, "kind">[] => changesNamed(paragraph, LOOKS);
export const tableLooksIn = (table: XmlElement): Omit<Tracked, "kind">[] => changesNamed(table, TABLE_LOOKS);

function changesNamed(element: XmlElement, names: readonly string[]): Omit<Tracked, "kind">[] {
  const found = names.flatMap((name) => deepNamed(element, name));
  const all = found.map(({ attributes }) => ({
    author: attributes["w:author"] ?? "",
    date: attributes["w:date"] ?? "",
  }));
  return all.filter(({ author }, index) => all.findIndex((one) => one.author === author) === index);
}

export function isContents(sdt: XmlElement): boolean {
  const [gallery] = childrenNamed(childOf(childOf(sdt, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery");
  return gallery?.attributes["w:val"] === "Table of Contents";
}

export const altOf = (element: XmlElement): string => {
  const properties = deepNamed(element, "wp:docPr")[0]?.attributes;
  const shape = deepNamed(element, "v:shape")[0]?.attributes;
  return (properties?.descr ?? shape?.alt ?? "").trim();
};

/** The words in letters that are drawn. */
export const drawnWords = (element: XmlElement): string[] =>
  deepNamed(element, "v:textpath").flatMap(({ attributes: { string = "" } }) => (string.trim() ? [string.trim()] : []));

/** Elements of a name within another, without those within them; of what is there in more forms, one. */
export const outermost = (element: XmlElement, name: string): XmlElement[] =>
  elementsIn(element.name === "mc:AlternateContent" ? chosen(element) : element).flatMap((child) =>
    child.name === name ? [child] : outermost(child, name),
  );

/**
 * The picture in a drawing, or what it is instead.
 * @param wordsOf the words in another part, such as a chart
 */
export function pictureIn(
  element: XmlElement,
  relations: ReadonlyMap<string, Relation>,
  wordsOf: (part: string) => readonly string[],
): WordPicture | undefined {
  const alt = altOf(element);
  if (element.name === "w:object") return { alt, other: "een ingesloten bestand" };
  const saying = (what: string, id: string | undefined): WordPicture => {
    const words = wordsOf(relations.get(id ?? "")?.target ?? "");
    return { alt, other: words.length > 0 ? `${what} met de woorden “${words.join(" · ")}”` : what };
  };
  const [chart] = deepNamed(element, "chart:chart");
  if (chart) return saying("een grafiek", chart.attributes["r:id"]);
  const [diagram] = deepNamed(element, "chart:relIds");
  if (diagram) return saying("een schema (SmartArt)", diagram.attributes["r:dm"]);
  const id =
    deepNamed(element, "a:blip")[0]?.attributes["r:embed"] ??
    deepNamed(element, "a:blip")[0]?.attributes["r:link"] ??
    deepNamed(element, "v:imagedata")[0]?.attributes["r:id"];
  if (id === undefined) return undefined;
  const relation = relations.get(id);
  return relation && !relation.outside
    ? { part: relation.target, alt }
    : { alt, other: "een afbeelding die niet in het bestand zit" };
}
