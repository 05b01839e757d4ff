/** Word files as tests read them: by parts, as trees of elements. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { validateXML } from "xmllint-wasm";
import { root } from "./ivp.js";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

export interface Docx {
  /** The XML of each part, by its path. */
  readonly xml: ReadonlyMap<string, string>;
  readonly paths: readonly string[];
  /** The bytes of each part. */
  readonly bytes: (path: string) => Uint8Array | undefined;
  /** A part as a tree. */
  readonly tree: (path: string) => Element;
}

export function openDocx(bytes: Uint8Array): Docx {
  const files = unzipSync(bytes);
  const xml = new Map(
    Object.entries(files).flatMap(([path, content]) =>
      /\.(?:xml|rels)$/.test(path) ? [[path, strFromU8(content)] as const] : [],
    ),
  );
  const trees = new Map<string, Element>();
  return {
    xml,
    paths: Object.keys(files),
    bytes: (path) => files[path],
    tree: (path) => {
      const tree = trees.get(path) ?? parsed(xml.get(path) ?? "");
      trees.set(path, tree);
      return tree;
    },
  };
}

/** @throws when it isn't well-formed */
export function parsed(text: string): Element {
  const top: Element = { name: "", attributes: {}, children: [] };
  const open = [top];
  const put = (one: Element | string): void => {
    ((open.at(-1) ?? top).children as (Element | string)[]).push(one);
  };
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [] };
    put(element);
    open.push(element);
  });
  parser.on("text", put);
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return top.children.find((child): child is Element => typeof child !== "string") ?? top;
}

export const elementsIn = (element: Element): Element[] =>
  element.children.filter((child): child is Element => typeof child !== "string");

/** Everything of a name in an element, at any depth, in the order of the file. */
export const all = (element: Element, name: string): Element[] =>
  elementsIn(element).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

export const child = (element: Element | undefined, ...names: readonly string[]): Element | undefined =>
  names.reduce<Element | undefined>(
    (within, name) => within && elementsIn(within).find((one) => one.name === name),
    element,
  );

/** The value of a property: the `w:val` of an element. */
export const valOf = (element: Element | undefined): string | undefined => element?.attributes["w:val"];

/** What a paragraph, or anything in one, shows. */
export function wordsIn(element: Element): string {
  return element.children
    .map((inner): string => {
      if (typeof inner === "string") return element.name === "w:t" || element.name === "w:delText" ? inner : "";
      if (inner.name === "w:tab" && element.name === "w:r") return "\t";
      if (inner.name === "w:br") return "\n";
      return inner.name === "w:pPr" ? "" : wordsIn(inner);
    })
    .join("");
}

/** The paragraphs of the text and of its tables, each with what it shows. */
export const paragraphsOf = (docx: Docx): { readonly style: string; readonly text: string; readonly at: Element }[] =>
  all(docx.tree("word/document.xml"), "w:p").map((at) => ({
    style: valOf(child(at, "w:pPr", "w:pStyle")) ?? "Normal",
    text: wordsIn(at),
    at,
  }));

const schemas = readFile(join(root, "test/fixtures/ooxml/schemas.zip")).then((zip) =>
  Object.entries(unzipSync(zip)).map(([fileName, contents]) => ({ fileName, contents: strFromU8(contents) })),
);

/** Which schema a part follows; what isn't here has none in the standard. */
const follows: readonly (readonly [RegExp, string])[] = [
  [/^word\/(?!commentsExtended)[^/]*\.xml$/, "wml.xsd"],
  [/^word\/charts\/[^/]*\.xml$/, "dml-chart.xsd"],
  [/\.rels$/, "opc-relationships.xsd"],
  [/^\[Content_Types\]\.xml$/, "opc-contentTypes.xsd"],
  [/^docProps\/core\.xml$/, "opc-coreProperties.xsd"],
  [/^docProps\/app\.xml$/, "shared-documentPropertiesExtended.xsd"],
  [/^docProps\/custom\.xml$/, "shared-documentPropertiesCustom.xsd"],
  [/^customXml\/itemProps\d+\.xml$/, "shared-customXmlDataProperties.xsd"],
];

/** What is left for who only knows the standard: what it may ignore says so (ISO/IEC 29500-3, 10.1). */
function understood(xml: string): string {
  const [, prefixes] = / mc:Ignorable="([^"]*)"/.exec(xml) ?? [];
  if (prefixes === undefined) return xml;
  const ignored = prefixes.split(" ").join("|");
  return xml.replace(new RegExp(` (?:mc:Ignorable|xmlns:(?:mc|${ignored})|(?:${ignored}):\\w+)="[^"]*"`, "g"), "");
}

/** What the schemas of the standard say against the parts of files; the real libxml2 judges. */
export async function schemaFaults(files: Readonly<Record<string, Docx>>): Promise<string[]> {
  const known = await schemas;
  const bySchema = new Map<string, { fileName: string; contents: string }[]>();
  const faults: string[] = [];
  for (const [name, { xml }] of Object.entries(files))
    for (const [path, contents] of xml) {
      const schema = follows.find(([form]) => form.test(path))?.[1];
      if (!schema && path !== "customXml/item1.xml" && path !== "word/commentsExtended.xml")
        faults.push(`${name}: ${path} follows no schema`);
      if (!schema) continue;
      const fileName = `${name}/${path}`.replace(/[^\w.]+/g, "-");
      bySchema.set(schema, [...(bySchema.get(schema) ?? []), { fileName, contents: understood(contents) }]);
    }
  for (const [schema, xml] of bySchema) {
    const { errors } = await validateXML({
      xml,
      schema: known.filter(({ fileName }) => fileName === schema),
      preload: known.filter(({ fileName }) => fileName !== schema),
      maxMemoryPages: 4096,
    });
    faults.push(...errors.map(({ rawMessage }) => rawMessage));
  }
  return faults;
}
