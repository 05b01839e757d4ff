/** XML of Word as a tree, with the names of elements as the standard writes them, whatever prefixes a program chose. */
import { SaxesParser } from "saxes";
import { UsageError } from "../errors.js";
import { damaged } from "./zip.js";

export interface XmlElement {
  /** "w:p"; of a namespace that isn't known here: "?:p". */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** The usual prefixes, by what comes behind the address of the standard in either of its two forms (ISO/IEC 29500, strict and transitional). */
const prefixes: readonly (readonly [ends: RegExp, prefix: string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, "w"],
  [/\/office\/word\/2010\/wordml$/, "w14"],
  [/\/office\/word\/2012\/wordml$/, "w15"],
  [/\/officeDocument(?:\/2006)?\/relationships$/, "r"],
  [/\/package\/2006\/relationships$/, "rel"],
  [/\/package\/2006\/content-types$/, "ct"],
  [/\/package\/2006\/metadata\/core-properties$/, "cp"],
  [/\/officeDocument(?:\/2006)?\/(?:custom-properties|customProperties)$/, "op"],
  [/purl\.org\/dc\/elements\/1\.1\/$/, "dc"],
  [/\/drawingml(?:\/2006)?\/main$/, "a"],
  [/\/drawingml(?:\/2006)?\/wordprocessingDrawing$/, "wp"],
  [/\/drawingml(?:\/2006)?\/(?:chart|diagram)$/, "chart"],
  [/\/markup-compatibility\/2006$/, "mc"],
  [/\/officeDocument(?:\/2006)?\/math$/, "m"],
  [/^urn:schemas-microsoft-com:vml$/, "v"],
  [/^urn:schemas-microsoft-com:office:office$/, "o"],
  [/^urn:ivp:docx$/, "ivp"],
  [/^http:\/\/www\.w3\.org\/XML\/1998\/namespace$/, "xml"],
];

const known = new Map<string, string>();
function prefixOf(address: string): string {
  const found = known.get(address);
  if (found !== undefined) return found;
  const prefix = address === "" ? "" : (prefixes.find(([ends]) => ends.test(address))?.[1] ?? "?");
  if (known.size < 1000) known.set(address, prefix);
  return prefix;
}

const nameOf = (uri: string, local: string): string => {
  const prefix = prefixOf(uri);
  return prefix === "" ? local : `${prefix}:${local}`;
};

/** More than any document has. */
const MOST_ELEMENTS = 4_000_000;
const DEEPEST = 500;

/** @param part its name, for messages @throws {UsageError} when it isn't sound, or meant to make a program run out of memory */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  interface Open extends XmlElement {
    readonly children: (XmlElement | string)[];
  }
  let root: XmlElement | undefined;
  let count = 0;
  const open: Open[] = [];
  parser.on("error", (error) => {
    throw damaged(`“${part}” is geen goede XML`, error);
  });
  // Entities of its own can grow without end, and nothing that makes a docx has any.
  parser.on("doctype", () => {
    throw damaged(`in “${part}” staat een DOCTYPE`);
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    if (++count > MOST_ELEMENTS || open.length > DEEPEST)
      throw new UsageError("Het bestand is te groot of te ingewikkeld: ivp opent het niet.", "Maak er kleinere van.");
    const element: Open = {
      name: nameOf(uri, local),
      attributes: Object.fromEntries(
        Object.values(attributes).map((own) => [
          // Word writes most attributes with the prefix of their element; some programs leave it out.
          nameOf(
            own.uri === "" && !own.name.includes(":") && uri.includes("wordprocessingml") ? uri : own.uri,
            own.local,
          ),
          own.value,
        ]),
      ),
      children: [],
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (text) => void open.at(-1)?.children.push(text));
  parser.on("cdata", (text) => void open.at(-1)?.children.push(text));
  parser.write(decoded(bytes, part)).close();
  if (!root) throw damaged(`“${part}” is leeg`);
  return root;
}

function decoded(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes;
  // By its mark, or by how "<" is written where it has none.
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const encoding = isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw damaged(`in “${part}” staan tekens die niet te lezen zijn`, cause);
  }
}

/** The elements right within an element. */
export const elementsIn = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== "string");

/** The first element of a name right within an element. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && elementsIn(element).find((child) => child.name === name);

export const childrenNamed = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element ? elementsIn(element).filter((child) => child.name === name) : [];

/** The value of what is written as `<w:style w:val="…"/>`. */
export const valueIn = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes["w:val"];

/** Whether `<w:b/>` stands there and isn't turned off. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name);
  return found && !/^(?:0|false|off|none)$/.test(found.attributes["w:val"] ?? "");
}

/** All characters within an element. */
export const textIn = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");

/** Every element of a name within an element, however deep. */
export const deepNamed = (element: XmlElement, name: string): XmlElement[] =>
  elementsIn(element).flatMap((child) => [...(child.name === name ? [child] : []), ...deepNamed(child, name)]);
