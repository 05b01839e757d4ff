import { placedIn } from "./index.js";
import { isOrdinary } from "./ordinary.js";
import { remembered } from "./remember.js";

/** What stands in the place of markup that was understood: see {@link literalIn}. */
const MARKUP = "\uFFFC";

/** The addresses of a text: what looks like markup in them is none. */
const addresses = /\b(?:https?:\/\/|www\.)[^\s\uFFFC]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;

/**
 * What of a text is printed just as it was typed, at the same offsets: all that was understood as markup, was escaped or stands
 * for another character is U+FFFC. What still looks like markup here was meant as it and isn't. Pure.
 */
export const literalIn = remembered(100_000, (text) => {
  const typed = isOrdinary(text) ? text : typedIn(text);
  return /@|:\/\/|www\./i.test(typed) ? typed.replace(addresses, (address) => MARKUP.repeat(address.length)) : typed;
});

function typedIn(text: string): string {
  const understood = (from: number, to: number): string => text.slice(from, to).replace(/\S/g, MARKUP);
  let literal = "";
  let end = 0;
  for (const { token, at, length } of placedIn(text)) {
    if (token.type !== "text") continue;
    literal += understood(end, at) + text.slice(at, at + length);
    end = at + length;
  }
  return literal + understood(end, text.length);
}
