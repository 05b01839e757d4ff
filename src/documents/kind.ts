import type { Content } from "../content/index.js";
import type { Model, Municipality } from "../model/index.js";
import type { OwnData } from "./data.js";
import type { Document, DocumentInfo } from "./tree.js";

/** What a kind of document says about one document; links, images and the rest follow from it. */
export type Composition = Pick<Document, "shortTitle" | "cover" | "sections">;

/** Whose a document is and what they decided on it. */
export interface Adoption {
  readonly decision: Content["plan"]["decision"];
  /** The first year in which it holds, and the last. */
  readonly period: Content["plan"]["period"];
  /** The municipality that publishes it; missing when that isn't known. */
  readonly publisher?: Municipality;
  /** The municipalities that adopt it. */
  readonly municipalities: readonly Municipality[];
}

/** Who adopts and publishes what all municipalities adopt together. */
export function forEveryone({ content, municipalities }: Model): Pick<Adoption, "publisher" | "municipalities"> {
  const publisher = municipalities.find(({ id }) => id === content.plan.publication?.publisher);
  return { municipalities, ...(publisher && { publisher }) };
}

/**
 * A kind of document. To add one, write such an object in a file or folder of its own and name it in the list in
 * `index.ts`; nothing else has to change.
 */
export interface DocumentKind {
  readonly kind: string;
  /** The documents of this kind that the model asks for. */
  readonly list: (model: Model) => DocumentInfo[];
  /** Composes one of them. Pure. */
  readonly compose: (model: Model, info: DocumentInfo) => Composition;
  /** Who adopts one of them, for whom, and what was decided. */
  readonly adoption: (model: Model, info: DocumentInfo) => Adoption;
  /** The part of the model that the document carries with it, as data. */
  readonly data: (model: Model, info: DocumentInfo) => OwnData;
}
