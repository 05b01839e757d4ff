import type { ToldPreview } from "../../amendments/telling.js";
import { escaped } from "./diff-markdown.js";

/** An amendment and what it would do, in Markdown: the first part is what a council votes on. */
export function amendmentAsMarkdown({ title, facts, amendment, sections }: ToldPreview): string {
  const { opening, decides, changes, explanation, submitters } = amendment;
  const cell = (lines: readonly string[], none: string): string =>
    lines.length > 0 ? lines.map(escaped).join("<br>") : none;
  return [
    `## ${escaped(title)}`,
    escaped(facts),
    ...[...opening, decides].map(escaped),
    [
      "| Onderdeel | Was | Wordt |",
      "| --- | --- | --- |",
      ...changes.map(
        ({ what, was, becomes }, index) =>
          `| ${index + 1}. ${escaped(what)} | ${cell(was, "–")} | ${cell(becomes, "Vervalt")} |`,
      ),
    ].join("\n"),
    "### Toelichting",
    explanation.length === 0 ? "Er is geen toelichting." : explanation.map(escaped).join("\n\n"),
    "### Ingediend door",
    submitters.length === 0
      ? "Wie het amendement indient, staat er niet bij."
      : submitters.map((one) => `- ${escaped(one)}`).join("\n"),
    ...sections.flatMap((section) => [
      `### ${escaped(section.title)}`,
      section.lines
        .map((line) =>
          typeof line === "string"
            ? `- ${escaped(line)}`
            : [`- ${escaped(line.text)}`, ...line.under.map((under) => `  - ${escaped(under)}`)].join("\n"),
        )
        .join("\n"),
    ]),
    "",
  ].join("\n\n");
}
