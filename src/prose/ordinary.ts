/** Lines in which no character means anything in Markdown, at the start or elsewhere, nor in what other programs take for it. */
const ordinary = /^(?:[\p{L}“‘(][^\\`*_[\]<>&!~|\r\n\0]*(?:\n|$))+$/u;

/**
 * Whether a text is nothing but lines of words: one paragraph without any markup. Most texts are, and need not be taken apart to
 * know how they read.
 */
export const isOrdinary = (text: string): boolean => ordinary.test(text) && !/\s\n./.test(text);

/** Whether it is one such line. */
export const isOrdinaryLine = (text: string): boolean => isOrdinary(text) && !text.trimEnd().includes("\n");
