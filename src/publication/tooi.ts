/** Names and URIs of TOOI, the thesaurus of Dutch government organisations and information (standaarden.overheid.nl/tooi). */
import type { Plan } from "../content/index.js";
import type { DocumentType } from "../documents/index.js";

export type Category = NonNullable<NonNullable<Plan["publication"]>["category"]>;

/** A value of a value list. */
export interface Concept {
  readonly label: string;
  readonly uri: string;
}

/**
 * The information categories of the Woo, art. 3.3 and 3.1 (value list scw_woo_informatiecategorieen), each with its number in the
 * names of sitemap indexes (DiWoo, "Sitemapindex en sitemaps"). Number 7 is of the Staten-Generaal.
 */
const categories: Readonly<Record<Category, readonly [code: string, number: number]>> = {
  "wetten en algemeen verbindende voorschriften": ["c_139c6280", 1],
  "overige besluiten van algemene strekking": ["c_aab6bfc7", 2],
  "ontwerpen van wet- en regelgeving met adviesaanvraag": ["c_759721e2", 3],
  "organisatie en werkwijze": ["c_40a05794", 4],
  bereikbaarheidsgegevens: ["c_89ee6784", 5],
  "bij vertegenwoordigende organen ingekomen stukken": ["c_8c840238", 6],
  "vergaderstukken decentrale overheden": ["c_db4862c3", 8],
  "agenda’s en besluitenlijsten bestuurscolleges": ["c_3a248e3a", 9],
  adviezen: ["c_99a836c7", 10],
  convenanten: ["c_8fc2335c", 11],
  "jaarplannen en jaarverslagen": ["c_c6cd1213", 12],
  "subsidieverplichtingen anders dan met beschikking": ["c_cf268088", 13],
  "Woo-verzoeken en -besluiten": ["c_3baef532", 14],
  onderzoeksrapporten: ["c_fdaee95e", 15],
  beschikkingen: ["c_46a81018", 16],
  klachtoordelen: ["c_a870c43d", 17],
  "inspanningsverplichting art 3.1 Woo": ["c_816e508d", 18],
};

/** The types of documents that `ivp` makes (value list ccw_plooi_documentsoorten). */
const documentTypes: Readonly<Record<DocumentType, string>> = {
  plan: "c_5b1055aa",
  jaarplan: "c_a6f44748",
  voortgangsrapport: "c_cccba364",
  besluit: "c_465163c9",
};

const kern = (label: string, code: string): Concept => ({
  label,
  uri: `https://identifier.overheid.nl/tooi/def/thes/kern/${code}`,
});

export const categoryOf = (category: Category): Concept => kern(category, categories[category][0]);

/** The number of a category in the name of a sitemap index: "002". */
export const categoryNumber = ({ uri }: Concept): string | undefined => {
  const found = Object.values(categories).find(([code]) => uri.endsWith(`/${code}`));
  return found && String(found[1]).padStart(3, "0");
};

export const documentTypeOf = (type: DocumentType): Concept => kern(type, documentTypes[type]);

/** What a safety plan is about (value list scw_toplijst). */
export const THEME: Concept = {
  label: "openbare orde en veiligheid",
  uri: "https://identifier.overheid.nl/tooi/def/thes/top/c_d58b78ca",
};

/** The handling of what a council adopted (value list ccw_plooi_documenthandelingen). */
export const ADOPTION = kern("vaststelling", "c_641ecd76");

/** What an execution programme is to its plan (value list scw_documentrelatie). */
export const ELABORATES = kern("is uitwerking van", "c_24ddfb9b");

/** @param code the code of CBS, such as gm0753 */
export const municipalityUri = (code: string): string => `https://identifier.overheid.nl/tooi/id/gemeente/${code}`;
