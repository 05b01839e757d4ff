import type { Publication } from "../content/index.js";
import { beside } from "../model/index.js";
import type { OutputFile } from "../output/output.js";
import { DIWOO, diwooOf } from "./diwoo.js";
import { categoryNumber } from "./tooi.js";
import { element, type Xml, xmlDocument } from "./xml.js";

/** How many addresses a sitemap gets: far below the 50,000 and the 50 MB that the protocol allows. */
const MOST = 5000;

const SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";

/**
 * What leads a harvester to the documents (DiWoo, "Sitemapindex en sitemaps"): for each information category a sitemap index with the
 * name that the standard wants, the sitemaps that it names, with every file of every document and nothing else, and the lines for
 * robots.txt. A document of which the category is open can't be in one.
 * @param url where the folder will stand, with a slash at its end
 * @param modified the date of the edition: that of the content, not of the moment; left out when it isn't known
 */
export function guidesOf(records: readonly Publication[], url: string, modified: Date | undefined): OutputFile[] {
  const lastmod = modified ? [element("lastmod", {}, modified.toISOString().slice(0, 10))] : [];
  const located = (name: string, path: string, metadata?: Xml): Xml =>
    element(name, {}, [element("loc", {}, new URL(path, url).href), ...lastmod, ...(metadata ? [metadata] : [])]);
  const numbers = [...new Set(records.flatMap((record) => numberOf(record) ?? []))].sort();
  const guides = numbers.flatMap((number): OutputFile[] => {
    const entries = records
      .filter((record) => numberOf(record) === number)
      .flatMap((record) => record.files.map((file) => located("url", file.path, diwooOf(record, file, records))));
    const sitemaps = chunked(entries, MOST).map((chunk, index) =>
      xmlFile(
        `${beside.sitemap}${number}-${index + 1}`,
        element("urlset", { xmlns: SITEMAPS, "xmlns:diwoo": DIWOO }, chunk),
      ),
    );
    return [
      xmlFile(
        `${beside.sitemapIndex}${number}`,
        element(
          "sitemapindex",
          { xmlns: SITEMAPS },
          sitemaps.map(({ path }) => located("sitemap", path)),
        ),
      ),
      ...sitemaps,
    ];
  });
  if (guides.length === 0) return [];
  return [...guides, { path: `${beside.robots}.txt`, bytes: Buffer.from(robots(numbers, url)) }];
}

/** The lines for the robots.txt in the root of the website, where harvesters begin. */
const robots = (numbers: readonly string[], url: string): string =>
  [
    `# Zet deze regels in ${new URL("/robots.txt", url).href}`,
    ...numbers.map((number) => `Sitemap: ${new URL(`${beside.sitemapIndex}${number}.xml`, url).href}`),
    "",
  ].join("\n");

const numberOf = ({ category }: Publication): string | undefined =>
  "open" in category ? undefined : categoryNumber(category);

const xmlFile = (name: string, root: Xml): OutputFile => ({
  path: `${name}.xml`,
  bytes: Buffer.from(xmlDocument(root)),
});

const chunked = <T>(items: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, index) => items.slice(index * most, (index + 1) * most));
