const segmenter = new Intl.Segmenter("nl", { granularity: "sentence" });

/** The sentences of a paragraph on one line, in the dialect or in plain words. Pure. */
export function sentencesIn(block: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(block)) {
    const last = sentences.at(-1);
    // What closes a sentence goes with it: the segmenter takes ** for the beginning of the next.
    const [closing = ""] = last === undefined ? [""] : (/^[*_”’")]+(?=\s|$)\s*/.exec(segment) ?? [""]);
    const rest = segment.slice(closing.length);
    if (closing) sentences[sentences.length - 1] = last + closing;
    // The segmenter knows no references and no abbreviations: what they cut through is joined again.
    const before = sentences.at(-1);
    const whole = before === undefined || (balanced(before) && ended.test(before) && !/^\p{Ll}/u.test(rest));
    if (whole && rest) sentences.push(rest);
    else if (rest) sentences[sentences.length - 1] = before + rest;
  }
  return sentences.map((sentence) => sentence.trim());
}

/**
 * The sign that a text lacks at its end when something else comes after it on the same line: what two lines or two styles keep
 * apart runs on where a text is heard, copied or told. Of a text that ends as a sentence, and of none at all, it is empty. Pure.
 */
export const closing = (text: string, sign = "."): string => (text === "" || closed.test(text) ? "" : sign);

const closed = /[.!?:;…]['”’")*_]*[\s\p{Co}]*$/u;

const ended = /[.!?:…]['”’")*_]*\s*$/;

const balanced = (text: string): boolean => text.split("[[").length === text.split("]]").length;
