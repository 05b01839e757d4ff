import type { Comparison } from "../diff/index.js";
import { tell } from "../diff/telling.js";
import { prose } from "../documents/blocks.js";
import { type Document, PROPOSAL, type Section } from "../documents/index.js";
import { capital, closed } from "../dutch.js";
import { literal } from "../prose/marks.js";

/** Tells in a proposal what changed since its council decided before, by chapter. */
export const withChanges =
  (comparison: Comparison) =>
  (document: Document): Document => {
    if (document.kind !== PROPOSAL) return document;
    const { before, tally, none, chapters } = tell(comparison);
    const section: Section = {
      type: "section",
      anchor: "changes",
      number: String(document.sections.length + 1),
      title: "Wat er wijzigt",
      blocks: [
        prose(none ?? closed(`${capital(tally)} sinds ${literal(before)}`)),
        { type: "list", items: chapters.map(({ title, tally: own }) => ({ text: `${literal(title)}: ${own}` })) },
        prose(none ? "" : "Het was-wordtoverzicht bij dit voorstel zegt per punt wat er was en wat het wordt."),
      ],
    };
    return { ...document, sections: [...document.sections, section] };
  };
