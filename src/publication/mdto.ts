import type { Publication } from "../content/index.js";
import { formatOf } from "../formats/index.js";
import { beside } from "../model/index.js";
import type { OutputFile } from "../output/output.js";
import { element, type Xml, xmlDocument } from "./xml.js";

const MDTO = "https://www.nationaalarchief.nl/mdto";

type Retention = Extract<Publication["retention"], string>;

/** The values of "Begrippenlijst Waarderingen MDTO" by what content calls them. */
const retentions: Readonly<Record<Retention, readonly [label: string, code: string]>> = {
  "blijvend te bewaren": ["Blijvend te bewaren", "B"],
  "tijdelijk te bewaren": ["Tijdelijk te bewaren", "V"],
};

/** What MDTO says where nobody knows. */
const UNDECIDED = "Nader te bepalen";

/** Where the metadata for the archive of a document and of its files stand. */
export const mdtoPaths = (id: string, files: readonly { readonly path: string }[]): string[] => [
  `${beside.metadata}/${id}.mdto.xml`,
  ...files.map(({ path }) => filePath(id, path)),
];

const filePath = (id: string, path: string): string =>
  `${beside.metadata}/${id}.${formatOf(path)?.extension}.bestand.mdto.xml`;

/**
 * The metadata of a document for the archive (MDTO 1.0): one file of the document, which says that its web page and its PDF
 * are representations of it, and one of each of these. What nobody decided is "Nader te bepalen", as MDTO has it.
 * @returns nothing while it isn't known who made it: then there is no valid MDTO
 */
export function mdtoFiles(record: Publication): OutputFile[] {
  const { publisher, created } = record;
  if ("open" in publisher) return [];
  const [whole = "", ...paths] = mdtoPaths(record.id, record.files);
  return [
    { path: whole, bytes: bytesOf(informationObject(record, publisher)) },
    // Without a date of the edition there is none of its checksum.
    ...(typeof created === "string"
      ? record.files.map((file, index) => ({
          path: paths[index] ?? "",
          bytes: bytesOf(fileObject(record, file, created)),
        }))
      : []),
  ];
}

const bytesOf = (object: Xml): Buffer => Buffer.from(xmlDocument(element("MDTO", { xmlns: MDTO }, [object])));

function informationObject(record: Publication, publisher: Publication["responsible"][number]): Xml {
  const { id, title, language, validFrom, validTo, created, adopted, category, theme, retention, restriction } = record;
  const [label, code] = typeof retention === "string" ? retentions[retention] : [UNDECIDED, "N"];
  const urls = record.files.flatMap(({ url }) => url ?? []);
  return element("informatieobject", {}, [
    identification(id),
    text("naam", title),
    concept("aggregatieniveau", "Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO"),
    ...("open" in category ? [] : [concept("classificatie", category.label, LISTS.categories, category.uri)]),
    concept("classificatie", theme.label, LISTS.themes, theme.uri),
    ...(urls.length > 0
      ? [
          element(
            "raadpleeglocatie",
            {},
            urls.map((url) => text("raadpleeglocatieOnline", url)),
          ),
        ]
      : []),
    element("dekkingInTijd", {}, [
      concept("dekkingInTijdType", "Geldigheid", "ivp"),
      text("dekkingInTijdBegindatum", validFrom),
      text("dekkingInTijdEinddatum", validTo),
    ]),
    text("taal", language),
    ...(typeof created === "string" ? [event("Creatie", created)] : []),
    ...(typeof adopted === "string" ? [event("Accordering", adopted)] : []),
    concept("waardering", label, "Begrippenlijst Waarderingen MDTO", code),
    ...(record.partOf ? [reference("isOnderdeelVan", record.partOf)] : []),
    ...(record.parts ?? []).map((part) => reference("bevatOnderdeel", part)),
    ...record.files.map(({ path }) => reference("heeftRepresentatie", { id: path, title: path })),
    ...(record.elaborates
      ? [
          element("gerelateerdInformatieobject", {}, [
            reference("gerelateerdInformatieobjectVerwijzing", record.elaborates),
            concept(
              "gerelateerdInformatieobjectTypeRelatie",
              "Refereert aan",
              "Begrippenlijst Relatietypen (informatieobject) MDTO",
            ),
          ]),
        ]
      : []),
    element("archiefvormer", {}, [
      text("verwijzingNaam", publisher.label),
      ...(publisher.uri
        ? [
            element("verwijzingIdentificatie", {}, [
              text("identificatieKenmerk", publisher.uri.replace(/^.*\//, "")),
              text("identificatieBron", "TOOI register gemeenten compleet"),
            ]),
          ]
        : []),
    ]),
    element("beperkingGebruik", {}, [
      concept(
        "beperkingGebruikType",
        restriction === "geen beperking" ? "Geen beperking" : UNDECIDED,
        "Begrippenlijst BeperkingGebruikTypeLijst MDTO",
      ),
    ]),
  ]);
}

const LISTS = { categories: "scw_woo_informatiecategorieen", themes: "scw_toplijst" } as const;

function fileObject({ id, title }: Publication, file: Publication["files"][number], created: string): Xml {
  const format = formatOf(file.path);
  return element("bestand", {}, [
    identification(file.path),
    text("naam", file.path.replace(/^.*\//, "")),
    text("omvang", String(file.bytes)),
    concept("bestandsformaat", format?.pronom.name ?? "", "PRONOM-register", format?.pronom.code),
    element("checksum", {}, [
      concept("checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO"),
      text("checksumWaarde", file.sha256),
      // The bytes follow from the edition: they have had this sum since its date.
      text("checksumDatum", `${created}T00:00:00`),
    ]),
    ...(file.url ? [text("URLBestand", file.url)] : []),
    reference("isRepresentatieVan", { id, title }),
  ]);
}

const text = (name: string, content: string): Xml => element(name, {}, content);

const identified = (id: string): Xml[] => [text("identificatieKenmerk", id), text("identificatieBron", "ivp")];

const identification = (id: string): Xml => element("identificatie", {}, identified(id));

const reference = (name: string, to: { readonly id: string; readonly title: string }): Xml =>
  element(name, {}, [text("verwijzingNaam", to.title), element("verwijzingIdentificatie", {}, identified(to.id))]);

const concept = (name: string, label: string, list: string, code?: string): Xml =>
  element(name, {}, [
    text("begripLabel", label),
    ...(code ? [text("begripCode", code)] : []),
    element("begripBegrippenlijst", {}, [text("verwijzingNaam", list)]),
  ]);

const event = (type: string, date: string): Xml =>
  element("event", {}, [concept("eventType", type, "Begrippenlijst EventTypeLijst MDTO"), text("eventTijd", date)]);
