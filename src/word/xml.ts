/** Writing XML: just enough to be sure that what is written is well-formed. */

/** What an attribute can be; one that is undefined isn't written. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** XML that is ready, in pieces. */
export type Xml = string | readonly Xml[] | undefined | false;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML 1.0 can't hold at all: control characters and halves of pairs. Content with those is refused; names of files aren't. */
const IMPOSSIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Words as XML. */
export const escaped = (text: string): string =>
  text.replace(IMPOSSIBLE, "\uFFFD").replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** A value of an attribute: line ends and tabs would otherwise become spaces. */
const quoted = (value: string): string =>
  escaped(value).replace(/[\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);

/** An element with what is in it. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Xml[]): string {
  let written = "";
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) written += ` ${key}="${quoted(String(value))}"`;
  const inner = joined(children);
  return inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** Pieces of XML one after the other. */
export const joined = (xml: Xml): string =>
  typeof xml === "string" ? xml : Array.isArray(xml) ? (xml as readonly Xml[]).map(joined).join("") : "";

/** A part of a package: one document. */
export const part = (root: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
