import type { Publication } from "../content/index.js";
import { formatOf } from "../formats/index.js";
import { ADOPTION, resourceOf } from "./tooi.js";
import { element, type Xml } from "./xml.js";

export const DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/";

/**
 * The DiWoo metadata (version 0.9.8) of one file of a document, as an element; nothing while something is open that the
 * standard requires: a publisher, a category, a date and a handling with its moment.
 */
export function diwooOf(record: Publication, file: Publication["files"][number]): Xml | undefined {
  const { publisher, category, created, adopted, responsible } = record;
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
        element("diwoo:informatiecategorieen", {}, [
          element("diwoo:informatiecategorie", { resource: category.uri }, category.label),
        ]),
      ]),
      element("diwoo:creatiedatum", {}, created),
      element("diwoo:geldigheid", {}, [
        element("diwoo:begindatum", {}, `${record.validFrom}T00:00:00`),
        element("diwoo:einddatum", {}, `${record.validTo}T23:59:59`),
      ]),
      element("diwoo:language", { resource: `${EU}/language/NLD` }, "Nederlands"),
      element("diwoo:format", { resource: `${EU}/file-type/${format.fileType}` }, format.extension),
      element("diwoo:documenthandelingen", {}, [
        element("diwoo:documenthandeling", {}, [
          element("diwoo:soortHandeling", { resource: resourceOf(ADOPTION) }, "vaststelling"),
          element("diwoo:atTime", {}, `${adopted}T00:00:00`),
        ]),
      ]),
    ]),
  ]);
}

const EU = "http://publications.europa.eu/resource/authority";
