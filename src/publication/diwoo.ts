import type { Publication } from "../content/index.js";
import { formatOf } from "../formats/index.js";
import { ADOPTION, type Concept, ELABORATES } from "./tooi.js";
import { element, type Xml, xmlDocument } from "./xml.js";

export const DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/";

type File = Publication["files"][number];

/** The DiWoo metadata of the file of a document that lasts, as an XML file; nothing while something is open that the standard requires. */
export function diwooFile(record: Publication, all: readonly Publication[]): string | undefined {
  const lasting = record.files.find(({ path }) => formatOf(path)?.lasting);
  const root = lasting && diwooOf(record, lasting, all);
  return root && xmlDocument({ ...root, attributes: { "xmlns:diwoo": DIWOO } });
}

/**
 * The DiWoo metadata (version 0.9.8) of one file of a document, as an element; nothing while something is open that the
 * standard requires: a publisher, a category, a date and a handling with its moment. A web page and a PDF of one document have
 * one identifier; the standard has no other word for that.
 * @param all the records of everything that is published, to which it may refer
 */
export function diwooOf(record: Publication, file: File, all: readonly Publication[]): Xml | undefined {
  const { publisher, category, created, adopted, responsible, documentType, theme, partOf, parts, elaborates } = record;
  const format = formatOf(file.path);
  if (
    !format ||
    "open" in publisher ||
    "open" in category ||
    typeof created !== "string" ||
    typeof adopted !== "string"
  )
    return undefined;
  const [first, ...others] = responsible;
  const reference = (name: string, to: NonNullable<Publication["partOf"]>): Xml =>
    element(name, { resource: addressOf(to.id, file, all) }, to.title);
  return element("diwoo:Document", {}, [
    element("diwoo:DiWoo", {}, [
      element("diwoo:identifiers", {}, [element("diwoo:identifier", {}, record.id)]),
      element("diwoo:publisher", { resource: publisher.uri }, publisher.label),
      ...(first ? [element("diwoo:verantwoordelijke", { resource: first.uri }, first.label)] : []),
      ...(others.length > 0
        ? [
            element(
              "diwoo:medeverantwoordelijken",
              {},
              others.map(({ uri, label }) => element("diwoo:medeverantwoordelijke", { resource: uri }, label)),
            ),
          ]
        : []),
      element("diwoo:titelcollectie", {}, [element("diwoo:officieleTitel", {}, record.title)]),
      element("diwoo:classificatiecollectie", {}, [
        listed("diwoo:informatiecategorieen", "diwoo:informatiecategorie", category),
        ...(documentType ? [listed("diwoo:documentsoorten", "diwoo:documentsoort", documentType)] : []),
        listed("diwoo:themas", "diwoo:thema", theme),
      ]),
      element("diwoo:creatiedatum", {}, created),
      element("diwoo:geldigheid", {}, [
        element("diwoo:begindatum", {}, `${record.validFrom}T00:00:00`),
        element("diwoo:einddatum", {}, `${record.validTo}T23:59:59`),
      ]),
      element("diwoo:language", { resource: `${EU}/language/NLD` }, "Nederlands"),
      element("diwoo:format", { resource: `${EU}/file-type/${format.fileType}` }, format.extension),
      ...(partOf ? [reference("diwoo:isPartOf", partOf)] : []),
      ...(parts
        ? [
            element(
              "diwoo:hasParts",
              {},
              parts.map((part) => reference("diwoo:hasPart", part)),
            ),
          ]
        : []),
      element("diwoo:documenthandelingen", {}, [
        element("diwoo:documenthandeling", {}, [
          valued("diwoo:soortHandeling", ADOPTION),
          element("diwoo:atTime", {}, `${adopted}T00:00:00`),
        ]),
      ]),
      ...(elaborates
        ? [
            element("diwoo:documentrelaties", {}, [
              element("diwoo:documentrelatie", {}, [
                valued("diwoo:role", ELABORATES),
                reference("diwoo:relation", elaborates),
              ]),
            ]),
          ]
        : []),
    ]),
  ]);
}

const valued = (name: string, { label, uri }: Concept): Xml => element(name, { resource: uri }, label);

const listed = (list: string, name: string, value: Concept): Xml => element(list, {}, [valued(name, value)]);

/** Where another document stands: in the same format, or else as the file that lasts. */
function addressOf(id: string, { mediaType }: File, all: readonly Publication[]): string | undefined {
  const files = all.find((record) => record.id === id)?.files ?? [];
  const same = files.find((file) => file.mediaType === mediaType);
  return (same ?? files.find(({ path }) => formatOf(path)?.lasting) ?? files[0])?.url;
}

const EU = "http://publications.europa.eu/resource/authority";
