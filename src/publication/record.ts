import type { Publication } from "../content/index.js";
import { adoptionOf, type DocumentInfo } from "../documents/index.js";
import { formatOf } from "../formats/index.js";
import { isOpen, type Model, type Municipality } from "../model/index.js";
import { categories, municipalityUri, resourceOf } from "./tooi.js";

/** A document with its files, as they lie in the output folder. */
export interface PublishedDocument extends DocumentInfo {
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly pages?: number;
  }[];
}

/**
 * The metadata of a document for active publication (Woo, art. 3.3). What nobody gave is left open. Pure.
 * @param created the date of the edition, if it is known
 * @param url where the folder will stand, with a slash at its end; nothing when that isn't known
 */
export function recordOf(
  model: Model,
  document: PublishedDocument,
  created: Date | undefined,
  url?: string,
): Publication {
  const { decision, period, publisher, municipalities } = adoptionOf(model, document);
  const category = model.content.plan.publication?.category;
  return {
    id: document.id,
    title: document.title,
    language: "nl",
    status: decision.state,
    publisher: publisher ? organisation(publisher) : { open: "welke gemeente dit document publiceert" },
    responsible: municipalities.map(organisation),
    category: category
      ? { label: category, uri: resourceOf(categories[category]) }
      : { open: "onder welke informatiecategorie van de Woo dit document valt" },
    created: created?.toISOString().slice(0, 10) ?? { open: "de datum van de versie" },
    adopted: isOpen(decision.date)
      ? { open: decision.date.open }
      : (decision.date ?? { open: "datum van het besluit" }),
    validFrom: `${period.from}-01-01`,
    validTo: `${period.to}-12-31`,
    files: document.files.map(({ path, bytes, sha256, pages }) => ({
      path,
      ...(url && { url: new URL(path, url).href }),
      mediaType: formatOf(path)?.mediaType ?? "",
      bytes,
      ...(pages !== undefined && { pages }),
      sha256,
    })),
  };
}

const organisation = ({ title, code }: Municipality): Publication["responsible"][number] => ({
  label: `gemeente ${title}`,
  ...(code && { uri: municipalityUri(code) }),
});

/** What is missing in a record, in Dutch, each with where it is filled in. */
export function missingIn({ publisher, responsible, category, created, adopted, files }: Publication): string[] {
  return [
    ...("open" in publisher ? [`${publisher.open} (plan.yaml: publication.publisher)`] : []),
    ...responsible
      .filter(({ uri }) => !uri)
      .map(({ label }) => `de CBS-code van ${label} (code in het bestand van de gemeente)`),
    ...("open" in category ? [`${category.open} (plan.yaml: publication.category)`] : []),
    ...(typeof created === "string" ? [] : [`${created.open} (leg de inhoud vast in git, of zet SOURCE_DATE_EPOCH)`]),
    ...(typeof adopted === "string" ? [] : [adopted.open]),
    ...(files.some(({ url }) => !url) ? ["het webadres van de map (--url, of plan.yaml: publication.url)"] : []),
  ];
}
