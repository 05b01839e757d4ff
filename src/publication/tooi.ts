/** Names and URIs of TOOI, the thesaurus of Dutch government organisations and information (standaarden.overheid.nl/tooi). */
import type { Plan } from "../content/index.js";

export type Category = NonNullable<NonNullable<Plan["publication"]>["category"]>;

/** The information categories of the Woo, art. 3.3 (value list scw_woo_informatiecategorieen). */
export const categories: Readonly<Record<Category, string>> = {
  "wetten en algemeen verbindende voorschriften": "c_139c6280",
  "overige besluiten van algemene strekking": "c_aab6bfc7",
  "ontwerpen van wet- en regelgeving met adviesaanvraag": "c_759721e2",
  "organisatie en werkwijze": "c_40a05794",
  bereikbaarheidsgegevens: "c_89ee6784",
  "bij vertegenwoordigende organen ingekomen stukken": "c_8c840238",
  "vergaderstukken decentrale overheden": "c_db4862c3",
  "agenda’s en besluitenlijsten bestuurscolleges": "c_3a248e3a",
  adviezen: "c_99a836c7",
  convenanten: "c_8fc2335c",
  "jaarplannen en jaarverslagen": "c_c6cd1213",
  "subsidieverplichtingen anders dan met beschikking": "c_cf268088",
  "Woo-verzoeken en -besluiten": "c_3baef532",
  onderzoeksrapporten: "c_fdaee95e",
  beschikkingen: "c_46a81018",
  klachtoordelen: "c_a870c43d",
};

/** The handling "vaststelling" (value list ccw_plooi_documenthandelingen). */
export const ADOPTION = "c_641ecd76";

export const resourceOf = (code: string): string => `https://identifier.overheid.nl/tooi/def/thes/kern/${code}`;

/** @param code the code of CBS, such as gm0753 */
export const municipalityUri = (code: string): string => `https://identifier.overheid.nl/tooi/id/gemeente/${code}`;
