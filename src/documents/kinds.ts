import type { Terms } from "../model/index.js";
import { amendment } from "./amendment/index.js";
import { annex } from "./annex/index.js";
import { proposal, resolution } from "./council/index.js";
import type { DocumentKind } from "./kind.js";
import { plan } from "./plan/index.js";
import { programme } from "./programme/index.js";
import { progress } from "./progress/index.js";

/** Every kind of document that there is, in the order in which they are made and listed. */
export const kinds: readonly DocumentKind[] = [plan, annex, programme, amendment, proposal, resolution, progress];

/** The kind of a document. */
export function kindOf(document: { readonly kind: string }): DocumentKind {
  const kind = kinds.find((candidate) => candidate.kind === document.kind);
  if (!kind) throw new Error(`no kind of document ${document.kind}`);
  return kind;
}

/** The municipality that a document is of, where it is of one. */
export const municipalityOf = (document: { readonly kind: string; readonly id: string }): string | undefined => {
  const { audience, municipality } = kindOf(document);
  return audience === "municipality" ? (municipality?.(document) ?? document.id) : undefined;
};

/** What `--only` names: a kind by a word for it, or else what was asked for. */
export const kindNamed = (name: string, terms: Terms): string =>
  kinds.find(({ words }) => words(terms).some((word) => word.toLowerCase() === name.toLowerCase()))?.kind ?? name;
