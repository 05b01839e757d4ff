import type { Publication } from "../content/index.js";
import { type Adoption, adoptionOf, type DocumentInfo, kindOf } from "../documents/index.js";
import { formatOf } from "../formats/index.js";
import { isAdopted, isOpen, type Model, type Municipality } from "../model/index.js";
import { categoryOf, documentTypeOf, municipalityUri, THEME } from "./tooi.js";

/** A document with its files, as they lie in the output folder. */
export interface PublishedDocument extends DocumentInfo {
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly pages?: number;
  }[];
}

/** In what the documents of a set are published. */
export interface PublishedSet {
  readonly model: Model;
  readonly documents: readonly PublishedDocument[];
  /** The date of the edition, if it is known. */
  readonly created: Date | undefined;
  /** Where the folder will stand, with a slash at its end; nothing when that isn't known. */
  readonly url: string | undefined;
}

/**
 * Whether a document isn't published unless that is asked: nobody offered it to those who decide on it, or they didn't want it.
 */
export const isHeldBack = ({ state }: DocumentInfo["status"]): boolean =>
  state === "concept" || state === "verworpen" || state === "ingetrokken";

/** The metadata of the documents of a set for active publication (Woo, art. 3.3). What nobody gave is left open. Pure. */
export const recordsOf = (set: PublishedSet): Publication[] => set.documents.map((document) => recordOf(document, set));

function recordOf(document: PublishedDocument, { model, documents, created, url }: PublishedSet): Publication {
  const { outcome, period, publisher, municipalities } = adoptionOf(model, document);
  const { category: chosen, retention, restriction } = model.content.plan.publication ?? {};
  const { published } = kindOf(document);
  const category = published?.category ?? chosen;
  const type = published?.type?.(model, document);
  return {
    id: document.id,
    title: document.title,
    language: "nl",
    status: outcome.state,
    publisher: publisher ? organisation(publisher) : { open: "welke gemeente dit document publiceert" },
    responsible: municipalities.map(organisation),
    category: category
      ? categoryOf(category)
      : { open: "onder welke informatiecategorie van de Woo dit document valt" },
    ...(type && { documentType: documentTypeOf(type) }),
    theme: THEME,
    ...relations(document, model, documents),
    retention: retention ?? { open: "of dit document blijvend te bewaren is" },
    restriction: restriction ?? { open: "of het gebruik van dit document beperkt is" },
    created: created?.toISOString().slice(0, 10) ?? { open: "de datum van de versie" },
    adopted: adoptedOn(outcome),
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

/** The day on which it was adopted; of a document that each council adopts, that of the last of those that did. */
function adoptedOn({ state, decision: { date }, towns }: Adoption["outcome"]): Publication["adopted"] {
  const [last] = towns
    .flatMap(({ decision }) => (isAdopted(decision.state) && !isOpen(decision.date) ? (decision.date ?? []) : []))
    .sort()
    .reverse();
  // What isn't adopted, was adopted on no day.
  const holds = state === "deels-vastgesteld" || isAdopted(state);
  if (holds && date !== undefined && !isOpen(date)) return date;
  return last ?? { open: isOpen(date) ? date.open : "datum van het besluit" };
}

/** What a document is to others of the set: what isn't published isn't named. */
function relations(
  document: PublishedDocument,
  model: Model,
  documents: readonly PublishedDocument[],
): Pick<Publication, "partOf" | "parts" | "elaborates"> {
  const named = (id: string | undefined) => documents.find((other) => other.id === id);
  const wholeOf = (part: PublishedDocument) => kindOf(part).published?.partOf?.(model);
  const partOf = named(wholeOf(document));
  const elaborates = named(kindOf(document).published?.elaborates?.(model));
  const parts = documents.filter((part) => wholeOf(part) === document.id);
  return {
    ...(partOf && { partOf: other(partOf) }),
    ...(parts.length > 0 && { parts: parts.map(other) }),
    ...(elaborates && { elaborates: other(elaborates) }),
  };
}

const other = ({ id, title }: DocumentInfo): NonNullable<Publication["partOf"]> => ({ id, title });

const organisation = ({ title, code }: Municipality): Publication["responsible"][number] => ({
  label: `gemeente ${title}`,
  ...(code && { uri: municipalityUri(code) }),
});

/** What is missing in a record, in Dutch, each with where it is filled in. */
export function missingIn(record: Publication): string[] {
  const { publisher, responsible, category, created, adopted, retention, restriction, files } = record;
  return [
    ...("open" in publisher ? [`${publisher.open} (plan.yaml: publication.publisher)`] : []),
    ...responsible
      .filter(({ uri }) => !uri)
      .map(({ label }) => `de CBS-code van ${label} (code in het bestand van de gemeente)`),
    ...("open" in category ? [`${category.open} (plan.yaml: publication.category)`] : []),
    ...(typeof created === "string" ? [] : [`${created.open} (leg de inhoud vast in git, of zet SOURCE_DATE_EPOCH)`]),
    ...(typeof adopted === "string" ? [] : [adopted.open]),
    ...(typeof retention === "string" ? [] : [`${retention.open} (plan.yaml: publication.retention)`]),
    ...(typeof restriction === "string" ? [] : [`${restriction.open} (plan.yaml: publication.restriction)`]),
    ...(files.some(({ url }) => !url) ? ["het webadres van de map (--url, of plan.yaml: publication.url)"] : []),
  ];
}
