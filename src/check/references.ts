import { isOpen, type Model } from "../model/index.js";
import { decisionsOf } from "./decisions.js";

/** The numbers under which decisions, amendments and proposals are registered: names, in which no word has to be right. */
export function referencesIn(model: Model): string[] {
  const { amendments, council } = model.content;
  return [
    ...decisionsOf(model).map(({ decision }) => decision),
    ...amendments,
    council,
    ...council.municipalities,
  ].flatMap(({ reference }) => (reference === undefined || isOpen(reference) ? [] : reference));
}
