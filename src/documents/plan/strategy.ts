import type { Model, OutlineNode } from "../../model/index.js";
import { prose, sectionText } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Block } from "../tree.js";
import { capital, enumeration, inSentence } from "../wording.js";

/** The text of one of the introduction's own files. */
export const introductionSection =
  (id: string) =>
  ({ content }: Model): Block[] =>
    content.introduction.filter((section) => section.id === id).flatMap(sectionText);

/** What stands where, from the plan's structure itself. */
export function readingGuide({ outline, content }: Model): Block[] {
  const describe = ({ children }: OutlineNode): string => {
    const titles = children.map(({ title }) => inSentence(title));
    return titles.length > 0 ? `, met ${enumeration(titles)}` : "";
  };
  const parts =
    content.priorities.length > 0
      ? "Elke prioriteit vertelt wat het onderwerp is, waarom het een prioriteit is, waar we nu staan, wat we willen bereiken en wat we gaan doen."
      : "";
  return [
    prose("Het plan is zo opgebouwd:"),
    {
      type: "list",
      items: outline
        .filter(({ number }) => number)
        .map((node) => ({
          text: `[[chapter:${node.id}${node.annex ? `|Bijlage ${node.number}` : `|Hoofdstuk ${node.number}`}]]: ${inSentence(node.title)}${describe(node)}.`,
        })),
    },
    prose(`${parts} Begrippen en afkortingen staan in [[chapter:glossary]].`),
  ];
}

export const vision = ({ content }: Model): Block[] => sectionText(content.vision);
export const monitoring = ({ content }: Model): Block[] => sectionText(content.monitoring);

export function goals({ content: { goals: source } }: Model): Block[] {
  return [
    prose(source.introduction),
    {
      type: "cards",
      columns: 2,
      items: source.goals.map(({ id, title }, index) => ({
        anchor: anchorOf("goal", id),
        number: String(index + 1),
        title,
      })),
    },
    prose(source.text),
  ];
}

export function startingPoints({ content: { startingPoints: source } }: Model): Block[] {
  return [
    prose(source.introduction),
    {
      type: "steps",
      items: source.points.map(({ id, title, text }) => ({ anchor: anchorOf("starting-point", id), title, text })),
    },
  ];
}

export function governance({ content: { governance: source } }: Model): Block[] {
  return [
    prose(source.text),
    {
      type: "table",
      caption: "Wie waarover beslist",
      columns: [{ title: "Orgaan", width: 34 }, { title: "Beslist of doet" }],
      rows: source.bodies.map(({ id, title, level, decides }) => ({
        anchor: anchorOf("body", id),
        cells: [`${capital(title)}${level === "municipality" ? " (van elke gemeente)" : ""}`, decides],
      })),
    },
  ];
}
