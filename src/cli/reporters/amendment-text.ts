import type { ChalkInstance } from "chalk";
import type { ToldPreview, ToldSection } from "../../amendments/telling.js";
import { oneLine } from "../visible.js";

/** An amendment and what it would do, for the terminal. */
export function amendmentAsText({ title, facts, amendment, sections }: ToldPreview, paint: ChalkInstance): string {
  const { opening, decides, changes, explanation, submitters } = amendment;
  const side = (label: string, lines: readonly string[], colour: (text: string) => string): string[] =>
    lines.map((line, index) => `     ${(index === 0 ? label : "").padEnd(7)}${colour(oneLine(line))}`);
  return [
    [paint.bold(oneLine(title)), oneLine(facts)].join("\n"),
    [...opening, decides].map(oneLine).join("\n"),
    ...changes.map(({ what, was, becomes }, index) =>
      [
        `  ${index + 1}. ${oneLine(what)}`,
        ...side("Was:", was, paint.red),
        ...side("Wordt:", becomes.length > 0 ? becomes : ["vervalt"], paint.green),
      ].join("\n"),
    ),
    ...(explanation.length === 0 ? [] : [sectionAsText({ title: "Toelichting", lines: explanation }, paint)]),
    ...(submitters.length === 0 ? [] : [sectionAsText({ title: "Ingediend door", lines: submitters }, paint)]),
    ...sections.map((section) => sectionAsText(section, paint)),
  ].join("\n\n");
}

/** A heading with what stands under it. */
export const sectionAsText = ({ title, lines }: ToldSection, paint: ChalkInstance): string =>
  [
    paint.bold(title),
    ...lines.flatMap((line) =>
      typeof line === "string"
        ? [`  ${oneLine(line)}`]
        : [`  ${oneLine(line.text)}`, ...line.under.map((under) => `    ${paint.dim(oneLine(under))}`)],
    ),
  ].join("\n");
