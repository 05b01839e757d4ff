/**
 * What a harvester of the Woo-index does with a website (DiWoo, "Technische implementatie" and "Sitemapindex en sitemaps"): from robots.txt to
 * sitemap indexes of the name that it knows, to sitemaps, to the documents themselves, with their metadata. It breaks off at the first
 * thing that such a harvester would pass over or refuse.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { validateXML } from "xmllint-wasm";
import { root } from "./ivp.js";

/** A document as it was found. */
export interface Harvested {
  readonly url: string;
  /** The number of its information category. */
  readonly category: string;
  readonly lastmod: string | undefined;
  readonly bytes: Uint8Array;
  /** What its metadata say, by the name of the element; empty without metadata. */
  readonly metadata: Readonly<
    Record<string, readonly { readonly text: string; readonly resource: string | undefined }[]>
  >;
}

type Fetch = (url: string) => Promise<Uint8Array>;

/** A website of which one folder holds what was published, by its address; robots.txt holds the lines that `ivp` gives. */
export const websiteOf =
  (folder: string, address: string): Fetch =>
  async (url) => {
    const from = new URL(address);
    if (url === new URL("/robots.txt", from).href)
      return Buffer.concat([
        Buffer.from("User-agent: *\nDisallow: /intern/\n"),
        await readFile(join(folder, "robots-regels.txt")),
      ]);
    if (!url.startsWith(from.href)) throw new Error(`${url} isn't of this website`);
    return readFile(join(folder, decodeURIComponent(url.slice(from.href.length))));
  };

const xsd = (name: string): Promise<string> => readFile(join(root, "test/fixtures/xsd", name), "utf8");

/** What a schema says against XML; the real libxml2 judges. */
export async function faultsIn(
  contents: string,
  schema: "diwoo-metadata.xsd" | "sitemap.xsd" | "mdto.xsd",
): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: "file.xml", contents },
    schema: { fileName: schema, contents: await xsd(schema) },
    ...(schema === "sitemap.xsd" && {
      preload: { fileName: "diwoo-metadata.xsd", contents: await xsd("diwoo-metadata.xsd") },
    }),
  });
  return errors.map(({ message }) => message);
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

function parsed(xml: string): Element {
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return top.children[0] as Element;
}

const childText = (element: Element, name: string): string | undefined =>
  element.children.find((child) => child.name === name)?.text;

/** Every document that the website offers, as a harvester finds it. */
export async function harvest(address: string, fetch: Fetch): Promise<Harvested[]> {
  const found: Harvested[] = [];
  for (const index of await indexesIn(new URL("/robots.txt", address).href, fetch)) {
    const category = /\/sitemapindex-diwoo-infocat(0(?:0[1-9]|1[0-8]))\.xml$/.exec(index)?.[1];
    if (!category) throw new Error(`${index} isn't read`);
    for (const sitemap of await childrenOf(index, "sitemapindex", fetch))
      for (const entry of await childrenOf(childText(sitemap, "loc") ?? "", "urlset", fetch))
        found.push(await documentOf(entry, category, fetch));
  }
  requireWhole(found);
  return found;
}

async function textAt(url: string, fetch: Fetch): Promise<string> {
  if (!url.startsWith("https://")) throw new Error(`${url} is no https`);
  return Buffer.from(await fetch(url)).toString("utf8");
}

const indexesIn = async (robots: string, fetch: Fetch): Promise<string[]> =>
  [...(await textAt(robots, fetch)).matchAll(/^Sitemap: (.*)$/gm)].map(([, index = ""]) => index);

/** What stands in a sitemap or in an index of them. */
async function childrenOf(url: string, name: string, fetch: Fetch): Promise<readonly Element[]> {
  const xml = await textAt(url, fetch);
  const faults = await faultsIn(xml, "sitemap.xsd");
  if (faults.length > 0) throw new Error(`${url}: ${faults.join("; ")}`);
  const top = parsed(xml);
  if (top.name !== name) throw new Error(`${url} is no ${name}`);
  return top.children;
}

async function documentOf(entry: Element, category: string, fetch: Fetch): Promise<Harvested> {
  const url = childText(entry, "loc") ?? "";
  if (/\/index\.html$|\/$/.test(url)) throw new Error(`${url} is an information page`);
  const document = entry.children.find(({ name }) => name === "diwoo:Document");
  return {
    url,
    category,
    lastmod: childText(entry, "lastmod"),
    bytes: await fetch(url),
    metadata: document ? flat(document) : {},
  };
}

/** Nothing stands there twice, and what documents refer to is found as well. */
function requireWhole(found: readonly Harvested[]): void {
  const urls = found.map(({ url }) => url);
  const twice = urls.find((url, at) => urls.indexOf(url) !== at);
  if (twice) throw new Error(`${twice} is found twice`);
  const referred = found.flatMap(({ metadata }) =>
    ["isPartOf", "hasPart", "relation"].flatMap((name) => metadata[name] ?? []),
  );
  const lost = referred.find(({ resource = "" }) => !urls.includes(resource));
  if (lost) throw new Error(`${lost.resource} isn't found`);
}

function flat(top: Element): Harvested["metadata"] {
  const all: Record<string, { text: string; resource: string | undefined }[]> = {};
  const walk = (element: Element): void => {
    const name = element.name.replace(/^diwoo:/, "");
    all[name] = [...(all[name] ?? []), { text: element.text.trim(), resource: element.attributes.resource }];
    element.children.forEach(walk);
  };
  walk(top);
  return all;
}
