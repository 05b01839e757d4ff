import type { Content, ProgrammeAction } from "../content/index.js";
import type { Action, Measure, Model } from "../model/index.js";
import { flatten, fullId } from "../model/index.js";
import type { DocumentInfo } from "./document.js";

/**
 * The part of the linked model that one document shows, as plain data that goes into its PDF: ids in the place of links,
 * with the numbers that the model derived. The data of all documents together are the whole content.
 */
export interface DocumentData {
  readonly format: "ivp-model";
  /** Goes up when the shape of this record changes. */
  readonly version: 2;
  readonly document: Omit<DocumentInfo, "path">;
  /** What is this document's own, under the names of the content's schema. */
  readonly content: Partial<Content>;
  /** How the document numbers what it tells of, by kind and full id: "3.5.1", "M7", "A12". */
  readonly numbers: Readonly<Record<string, string>>;
  /** Things of other documents that this one repeats. */
  readonly related?: {
    readonly measures: readonly { readonly id: string; readonly text: string; readonly priority: string }[];
    readonly actions: readonly (ProgrammeAction & { readonly programme: string })[];
  };
}

/** What a kind of document says of its data; the rest is the same for all. */
export type OwnData = Pick<DocumentData, "content" | "numbers" | "related">;

export const dataOf = ({ path: _, ...document }: DocumentInfo, own: OwnData): DocumentData => ({
  format: "ivp-model",
  version: 2,
  document,
  ...own,
});

/** The numbers of the plan's chapters, paragraphs and measures. */
export const planNumbers = ({ outline, measures }: Model): Record<string, string> => ({
  ...Object.fromEntries(
    flatten(outline).flatMap(({ kind, id, number }) => (number ? [[`${kind}:${id}`, number]] : [])),
  ),
  ...numbersOf("measure", measures),
});

/** The numbers of measures or actions. */
export const numbersOf = (kind: string, things: readonly { id: string; number: string }[]): Record<string, string> =>
  Object.fromEntries(things.map(({ id, number }) => [`${kind}:${id}`, number]));

/** The numbers of actions, by their full ids. */
export const actionNumbers = (actions: readonly Action[]): Record<string, string> =>
  numbersOf(
    "action",
    actions.map(({ fullId: id, number }) => ({ id, number })),
  );

/** Measures and actions of other documents, as their content has them. */
export function relatedTo(
  { source: { programmes = [] } }: Model,
  measures: readonly Measure[],
  actions: readonly Action[],
): NonNullable<DocumentData["related"]> {
  const ids = new Set(actions.map(({ fullId: id }) => id));
  return {
    measures: measures.map(({ id, text, priority }) => ({ id, text, priority: priority.id })),
    actions: programmes.flatMap(({ id: programme, actions: all = [] }) =>
      all.filter(({ id }) => ids.has(fullId({ id, within: programme }))).map((action) => ({ ...action, programme })),
    ),
  };
}
