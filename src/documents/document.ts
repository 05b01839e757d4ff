/** A document, with what is known of it before it is composed and what stands around its sections. */
import type { Section, Value } from "./tree.js";

/** An image beside the text: its file is among the document's images. */
export interface Picture {
  readonly file: string;
  /** What is seen, for who doesn't see it. */
  readonly alt: string;
}

/** The colours that aren't the usual ones, each as `#rrggbb`. */
export interface Palette {
  readonly house?: {
    /** On paper: behind white letters, and of headings. */
    readonly light: string;
    /** On a dark screen: behind letters. */
    readonly dark: string;
    /** On a dark screen: of headings. */
    readonly darkText: string;
    /** Three that lie near it, for what is drawn under the letters of a cover. */
    readonly hills: readonly string[];
  };
  readonly accent?: string;
  /** By the name that blocks use. */
  readonly themes: readonly { readonly name: string; readonly light: string; readonly dark: string }[];
}

/** Where a reference in a document's prose leads and how it reads there. */
export interface Link {
  readonly text: string;
  /** Where it leads, if it leads anywhere. */
  readonly anchor?: string;
  /** The document that holds the anchor, when it is another one: a path relative to this one, without extension. */
  readonly document?: string;
  /** A short explanation to show on hover and focus. */
  readonly explanation?: string;
}

export interface Status {
  readonly state:
    | "concept"
    | "ter-vaststelling"
    | "deels-vastgesteld"
    | "vastgesteld"
    | "gewijzigd-vastgesteld"
    | "verworpen"
    | "ingetrokken";
  /** As readers see it: "Concept", "Vastgesteld door 5 van de 8 raden". */
  readonly label: string;
  /** What a reader must know before taking it for adopted: that it isn't yet, or where it doesn't hold. */
  readonly caution?: string;
}

/** Which document to make: what lists, manifests and file names need, before anything is composed. */
export interface DocumentInfo {
  /** What `--only` names: "ivp-2019-2022", "bergeijk", "uvp-2019-2020". */
  readonly id: string;
  /** The kind of document, for `--only` too: "plan", "annex", "programme". */
  readonly kind: string;
  /** Path in the output folder without extension, with forward slashes. */
  readonly path: string;
  readonly title: string;
  readonly status: Status;
}

export interface Document extends DocumentInfo {
  readonly language: "nl";
  /** The title in running headers. */
  readonly shortTitle: string;
  readonly cover: {
    readonly kicker: string;
    readonly title: string;
    readonly subtitle: string;
    readonly slogan?: string;
    readonly facts: readonly { readonly term: string; readonly value: Value }[];
    /** A full page, or a band above the first section. */
    readonly style: "page" | "band";
    readonly logo?: Picture;
    /** On a full page only. */
    readonly photo?: Picture & { readonly source?: string };
  };
  /** Missing where every colour is the usual one. */
  readonly palette?: Palette;
  readonly sections: readonly Section[];
  /** The section that tells what changed after it was adopted. */
  readonly changed?: Pick<Section, "anchor" | "title">;
  /** By `kind:id`. */
  readonly links: ReadonlyMap<string, Link>;
  /** What the texts show, by file: see `imageFile`. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** What the document is made of, to be kept with its PDF. */
  readonly data: object;
}
