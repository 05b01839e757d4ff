import { ivp } from "../../called/index.js";
import type { Comparison } from "../../diff/index.js";
import { type Line, type ToldChange, tell } from "../../diff/telling.js";
import { counted } from "../../dutch.js";
import { oneLine } from "../visible.js";

/** GitHub takes 65,536 characters in a comment, GitLab more; the rest is for what a workflow puts around it. */
const LIMIT = 60_000;

/** A comparison as a comment at a pull request: first a summary without links, then the table of each chapter. */
export function diffAsMarkdown(comparison: Comparison): string {
  const { title, audience, before, after, tally, none, problems, notes, documents, chapters } = tell(comparison);
  const summary = [
    `## Was-wordt${audience ? ` voor ${escaped(audience)}` : ""}: ${escaped(tally)}`,
    "",
    `${escaped(title)}  `,
    `Was: ${escaped(before)}  `,
    `Wordt: ${escaped(after)}`,
    "",
    ...[...(none ? [none] : []), ...notes].map((note) => `${escaped(note)}\n`),
    ...problems.items.map((problem) => `> ${escaped(`${problems.title}: ${problem}`)}\n`),
    ...chapters.map((chapter) => `- ${escaped(chapter.title)}: ${escaped(chapter.tally)}`),
    "",
    ...(documents.items.length > 0 ? [`${escaped(documents.title)}:`, ""] : []),
    ...documents.items.map(({ title: document, count }) => `- ${escaped(document)}: ${count}`),
  ];
  const rows = chapters.flatMap((chapter) => {
    const head = `\n### ${escaped(chapter.title)}\n\n| Onderdeel | Was | Wordt | Waarom |\n| --- | --- | --- | --- |\n`;
    return chapter.changes.map((change, index) => (index === 0 ? head : "") + row(change));
  });
  let text = "";
  for (const [index, line] of [...summary, ...rows].entries()) {
    if (text.length + line.length > LIMIT)
      return `${text}\n${more(rows.length - Math.max(index - summary.length, 0))}\n`;
    text += `${line}\n`;
  }
  return text;
}

const more = (left: number): string =>
  `Nog ${counted(left, "wijziging staat", "wijzigingen staan")} hier niet bij: samen zijn ze te lang. Het hele overzicht komt van \`${ivp} diff --format pdf\`.`;

function row({ subject, what, documents, before, after, reason }: ToldChange): string {
  const about = [`**${escaped(subject)}**`, escaped(what), ...documents.map((name) => `_${escaped(name)}_`)];
  return `| ${[about.join("<br>"), cell(before), cell(after), escaped(reason)].join(" | ")} |`;
}

const cell = (lines: readonly Line[]): string => lines.map((words) => words.map(marked).join("")).join("<br>");

function marked({ text, change }: Line[number]): string {
  const sign = !change ? "" : change === "removed" ? "~~" : "**";
  return `${sign}${escaped(text)}${sign}`;
}

/** Nothing in the content may become markup, a link, or the mention of a person or an issue. */
export const escaped = (text: string): string =>
  oneLine(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/[\\`*_{}[\]()#|~>!]/g, "\\$&")
    .replace(/@/g, "&#64;")
    .replace(/(https?):\/\//g, "$1:&#47;&#47;")
    .replace(/www\./g, "www&#46;");
