import type { DocumentEntry } from "../build/manifest.js";
import type { Model, Municipality } from "../model/index.js";
import { categoryOf, municipalityUri } from "../publication/tooi.js";

/** Something that nobody gave, with where it is filled in. */
interface Unknown {
  readonly open: string;
}

/** What Open Raadsinformatie asks of each paper (VNG Realisatie): what is nobody's to invent is open. */
export interface CouncilData {
  readonly organisation: { readonly name: string; readonly code: string | Unknown; readonly uri: string | Unknown };
  /** The day on which the papers were submitted to the council. */
  readonly submitted: string | Unknown;
  readonly papers: readonly {
    readonly identifier: string;
    readonly title: string;
    readonly category: { readonly label: string; readonly uri: string };
    readonly webPage: string | Unknown;
    readonly files: readonly {
      readonly path: string;
      readonly mediaType: string;
      readonly bytes: number;
      readonly sha256: string;
    }[];
  }[];
}

export const COUNCIL_DATA = "open-raadsinformatie.json";

/** Everything that a council gets to decide on is one of its papers (Woo, art. 3.3, second paragraph, under c). */
const CATEGORY = categoryOf("vergaderstukken decentrale overheden");

/**
 * The side file of a pack for Open Raadsinformatie.
 * @param submitted the date of the proposal, if it is known
 * @param url where the documents will stand on the web, with a slash at its end
 * @param onWeb whether a document has a page there
 */
export function councilDataOf(
  { content }: Model,
  { title, code }: Municipality,
  papers: readonly (DocumentEntry & { readonly mediaTypes: ReadonlyMap<string, string> })[],
  submitted: string | undefined,
  onWeb: (document: DocumentEntry) => boolean,
): CouncilData {
  const url = content.plan.publication?.url;
  const noCode = { open: `CBS-code van ${title} (code in het bestand van de gemeente)` };
  return {
    organisation: {
      name: `gemeente ${title}`,
      code: code ?? noCode,
      uri: code ? municipalityUri(code) : noCode,
    },
    submitted: submitted ?? { open: "datum van het voorstel van burgemeester en wethouders (council.yaml: date)" },
    papers: papers.map((paper) => ({
      identifier: paper.id,
      title: paper.title,
      category: CATEGORY,
      webPage: !url
        ? { open: "webadres van de documenten (plan.yaml: publication.url)" }
        : onWeb(paper)
          ? new URL(`${paper.path}.html`, url).href
          : { open: "webadres van dit stuk" },
      files: paper.files.map(({ path, bytes, sha256 }) => ({
        path,
        mediaType: paper.mediaTypes.get(path) ?? "",
        bytes,
        sha256,
      })),
    })),
  };
}

/** What a side file leaves open, in Dutch, each once. */
export function openIn({ organisation, submitted, papers }: CouncilData): string[] {
  const values = [organisation.code, submitted, ...papers.map(({ webPage }) => webPage)];
  return [...new Set(values.flatMap((value) => (typeof value === "string" ? [] : [value.open])))];
}
