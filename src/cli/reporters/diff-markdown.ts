import type { Comparison, ExplainedChange, Word } from "../../diff/index.js";
import {
  annexCount,
  byChapter,
  byDocument,
  documentNames,
  NO_REASON,
  subjectName,
  tally,
  typeNames,
  versionName,
  wordsOf,
} from "../../diff/wording.js";
import { oneLine } from "../visible.js";

/** GitHub takes 65,536 characters in a comment, GitLab more; the rest is for what a workflow puts around it. */
const LIMIT = 60_000;

/** A comparison as a comment at a pull request: first a summary without links, then the table of each chapter. */
export function diffAsMarkdown(comparison: Comparison): string {
  const { before, after, changes, notes, audience } = comparison;
  const annexes = annexCount(comparison);
  const problems = [before, after].flatMap(({ name, problems: own }) => own.map((problem) => `${name}: ${problem}`));
  const documents = byDocument(changes);
  const summary = [
    `## Was-wordt${audience ? ` voor ${escaped(audience.title)}` : ""}: ${escaped(tally(changes))}`,
    "",
    `Was: ${escaped(versionName(before))}  `,
    `Wordt: ${escaped(versionName(after))}`,
    "",
    ...notes.map((note) => `${escaped(note)}\n`),
    ...problems.map((problem) => `> ${escaped(problem)}\n`),
    ...byChapter(changes).map(({ title, changes: own }) => `- ${escaped(title)}: ${escaped(tally(own))}`),
    "",
    ...(documents.length > 0 ? ["Te zien in:", ""] : []),
    ...documents.map(({ title, count }) => `- ${escaped(title)}: ${count}`),
  ].join("\n");
  let text = summary.slice(0, LIMIT);
  let left = changes.length;
  for (const { title, changes: own } of byChapter(changes)) {
    const head = `\n\n### ${escaped(title)}\n\n| Onderdeel | Was | Wordt | Waarom |\n| --- | --- | --- | --- |`;
    for (const [index, change] of own.entries()) {
      const next = `${index === 0 ? head : ""}\n${row(change, annexes)}`;
      if (text.length + next.length > LIMIT) return `${text}\n\n${more(left)}\n`;
      text += next;
      left--;
    }
  }
  return `${text}\n`;
}

const more = (left: number): string =>
  `Nog ${left} ${left === 1 ? "wijziging staat" : "wijzigingen staan"} hier niet bij: samen zijn ze te lang. Het hele overzicht komt van \`ivp diff --format pdf\`.`;

function row(change: ExplainedChange, annexes: number): string {
  const { field, type, reason, documents } = change;
  const about = [
    `**${escaped(subjectName(change))}**`,
    escaped([field, typeNames[type]].filter(Boolean).join(": ")),
    ...documentNames(documents, annexes).map((name) => `_${escaped(name)}_`),
  ];
  const cells = [about.join("<br>"), side(change, "before"), side(change, "after"), escaped(reason ?? NO_REASON)];
  return `| ${cells.join(" | ")} |`;
}

function side({ type, words, before, after }: ExplainedChange, which: "before" | "after"): string {
  if (words) return wordsOf(words, which).map(marked).join("");
  const lines = which === "before" ? before : after;
  if (!lines) return which === "before" ? "–" : "vervalt";
  const change = type === "added" || type === "removed" ? type : undefined;
  return lines.map((text) => marked({ text, ...(change && { change }) })).join("<br>");
}

/** Marks only hold when no space stands between them and the words. */
function marked({ text, change }: Word): string {
  const [, lead = "", core = "", tail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (!change || !core) return escaped(text);
  const sign = change === "removed" ? "~~" : "**";
  return `${lead}${sign}${escaped(core)}${sign}${tail}`;
}

/** Nothing in the content may become markup, a link, or the mention of a person or an issue. */
const escaped = (text: string): string =>
  oneLine(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/[\\`*_{}[\]()#|~>!]/g, "\\$&")
    .replace(/@/g, "&#64;")
    .replace(/(https?):\/\//g, "$1:&#47;&#47;")
    .replace(/www\./g, "www&#46;");
