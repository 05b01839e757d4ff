/** What becomes of a change: it can be written, or it is told why it can't. */
import type { Sent } from "./carrier.js";
import type { Edit } from "./edits.js";
import type { BlockEdit } from "./placing.js";
import type { Target } from "./target.js";
import { edited } from "./text-edits.js";

/** A change that can be written, with what it takes: words of lines, or whole paragraphs, items and rows. */
export type Writable =
  | { readonly do: "words"; readonly sent: Sent; readonly edit: Edit; readonly target: Target }
  | { readonly do: "blocks"; readonly edits: readonly BlockEdit[] };

/** Why something can't be written. */
export type Why = { readonly why: string };

/** Edits that each make of their text what they should; or that it isn't certain. */
export function soundly(edits: readonly BlockEdit[]): readonly BlockEdit[] | Why {
  const unsure = edits.some((one) => one.do === "text" && edited(one.text.text, [one.edit]) === undefined);
  return unsure ? { why: "ivp kan niet zeker zijn hoe dit in de inhoud moet staan" } : edits;
}

/** What a draft says of its edits. */
export const outcome = (
  sound: readonly BlockEdit[] | Why,
  words: string,
): { refused: string } | { writable: Writable } =>
  "why" in sound ? { refused: `${words}, want ${sound.why}.` } : { writable: { do: "blocks", edits: sound } };
