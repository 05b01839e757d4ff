import type { Model } from "../model/index.js";
import type { OwnData } from "./data.js";
import type { Document, DocumentInfo } from "./tree.js";

/** What a kind of document says about one document; links, images and the rest follow from it. */
export type Composition = Pick<Document, "shortTitle" | "cover" | "sections">;

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
  /** The part of the model that the document carries with it, as data. */
  readonly data: (model: Model, info: DocumentInfo) => OwnData;
}
