import type { Plan, Years } from "../content/index.js";
import type { Noun } from "../dutch.js";
import {
  type Model,
  type Municipality,
  type Outcome,
  onlyOne,
  type Subject,
  type Target,
  type Terms,
} from "../model/index.js";
import type { OwnData } from "./data.js";
import type { Document, DocumentInfo } from "./document.js";

/** What a kind of document says about one document; links, images and the rest follow from it. */
export type Composition = Pick<Document, "shortTitle" | "cover" | "sections">;

/** Whose a document is and what they decided on it. */
export interface Adoption {
  readonly outcome: Pick<Outcome, "state" | "decision" | "towns">;
  /** The first year in which it holds, and the last. */
  readonly period: Years;
  /** The municipality that publishes it; missing when that isn't known. */
  readonly publisher?: Municipality;
  /** The municipalities that adopt it. */
  readonly municipalities: readonly Municipality[];
}

/** What a document is in the list of document types of DiWoo (ccw_plooi_documentsoorten). */
export type DocumentType = "plan" | "jaarplan" | "voortgangsrapport" | "besluit";

/** What a document of a kind is to those who look for it, and to the other documents. */
export interface Published {
  /** Missing where the list of document types has none for it. */
  readonly type?: (model: Model, info: DocumentInfo) => DocumentType;
  /** The information category of the Woo, where it isn't the one that the team chose. */
  readonly category?: NonNullable<NonNullable<Plan["publication"]>["category"]>;
  /** The id of the document of which it is a part. */
  readonly partOf?: (model: Model) => string;
  /** The id of the document that it works out. */
  readonly elaborates?: (model: Model) => string;
}

/** Who adopts and publishes what all municipalities adopt together. */
export function forEveryone({ content, municipalities }: Model): Pick<Adoption, "publisher" | "municipalities"> {
  const named = municipalities.find(({ id }) => id === content.plan.publication?.publisher);
  const publisher = named ?? onlyOne(municipalities);
  return { municipalities, ...(publisher && { publisher }) };
}

/**
 * A kind of document. To add one, write such an object in a file or folder of its own and name it in the list in
 * `kinds.ts`; nothing else has to change.
 */
export interface DocumentKind {
  readonly kind: string;
  /** What people call it on the command line: the first is told, the others are understood. */
  readonly words: (terms: Terms) => readonly [string, ...string[]];
  /** How it reads within a sentence: "de lokale bijlage". */
  readonly noun: (terms: Terms) => Required<Noun>;
  /** What one document is called where everyone knows which plan it is about; without it, by its title. */
  readonly brief?: (terms: Terms) => string;
  /** Whom its documents concern: every council, whoever takes part in what they tell, or the municipality by whose id one is called. */
  readonly audience: "everyone" | "participants" | "municipality";
  /** The id of the municipality that a document is of; without it, the document is called by that. */
  readonly municipality?: (document: { readonly id: string }) => string;
  /** What in the content gives a document of this kind; missing where no single thing does. */
  readonly source?: {
    /** The kind of thing: see `x-defines` in the schemas. */
    readonly kind: string;
    /** The id of the document of such a thing. */
    readonly documentId: (id: string, terms: Terms) => string;
    /** The folder of the documents in the output folder, if they have one. */
    readonly folder?: (terms: Terms) => string;
  };
  /** Where its documents stand on the index page. */
  readonly onIndex: {
    /** Lower ones come first. */
    readonly rank: number;
    readonly anchor: string;
    readonly title: (documents: number, terms: Terms) => string;
    readonly columns: 1 | 2;
  };
  /** The documents of this kind that the model asks for. */
  readonly list: (model: Model) => DocumentInfo[];
  /** In which of them something is shown that texts refer to, by the document's id. */
  readonly shows: (model: Model) => (target: Target) => string | undefined;
  /** Whether beside one of all there is one of each municipality, in a file with its id behind the name. */
  readonly alsoOfEach?: true;
  /** The plan as one of them tells it, where that isn't as it is now. Pure. */
  readonly asOf?: (model: Model, info: DocumentInfo) => Model;
  /** Composes one of them. Pure. */
  readonly compose: (model: Model, info: DocumentInfo) => Composition;
  /** Who adopts one of them, for whom, and what was decided. */
  readonly adoption: (model: Model, info: DocumentInfo) => Adoption;
  /** What is decided on with one of them; missing where no decision on it is kept. */
  readonly decidedOn?: (model: Model, info: DocumentInfo) => Subject;
  /** What it is called by who publishes it; missing where nothing is known of that. */
  readonly published?: Published;
  /** The part of the model that the document carries with it, as data. */
  readonly data: (model: Model, info: DocumentInfo) => OwnData;
}
