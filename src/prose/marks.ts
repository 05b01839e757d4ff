/**
 * How a text says which of its words are gone and which are new: with private characters around them, which content can't
 * hold. `render` makes HTML of them.
 */
const [GONE, GONE_END, NEW, NEW_END] = ["\uE000", "\uE001", "\uE002", "\uE003"];

export const removed = (text: string): string => `${GONE}${text}${GONE_END}`;
export const added = (text: string): string => `${NEW}${text}${NEW_END}`;

const html: Readonly<Record<string, string>> = {
  [GONE]: '<del><span class="hidden said">vervalt: </span>',
  [GONE_END]: "</del>",
  [NEW]: '<ins><span class="hidden said">nieuw: </span>',
  [NEW_END]: "</ins>",
};

/** A text without its marks, and without the words that are gone. */
export const unmarked = (text: string): string => text.replace(/\uE000[^\uE001]*\uE001|[\uE002\uE003]/g, "");

/** The marks in a piece of HTML as elements, with a word for who doesn't see them. */
export const marksAsHtml = (text: string): string => text.replace(/[\uE000-\uE003]/g, (mark) => html[mark] ?? "");

/** A text as it is, whatever it would mean in the dialect. */
export const literal = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
