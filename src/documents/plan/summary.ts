import { capital, enumeration, one } from "../../dutch.js";
import { flatten, type Model, type OutlineNode, type PartName, type Priority } from "../../model/index.js";
import { figurePlaces } from "../../prose/figures.js";
import { madeIn } from "../../prose/units.js";
import { labelled, minor, prose } from "../blocks.js";
import { byGroup, underGroups } from "../groups.js";
import { nodeOf, referenceTo } from "../links.js";
import type { Block } from "../tree.js";
import { thisDocument } from "../wording.js";

/** What the summary takes of a part. */
const takenOf: Partial<Readonly<Record<PartName, (model: Model) => Block>>> = {
  vision: (model) => prose(inShort(model, "vision", model.content.vision.text)),
  goals: ({ content }) => ({ type: "list", items: content.goals.goals.map(({ title }) => ({ text: title })) }),
  "starting-points": ({ content }) => ({
    type: "list",
    items: content.startingPoints.points.map(({ title }) => ({ text: title })),
  }),
  "local-themes": (model) => prose(inShort(model, "local-themes", model.content.localThemes.text)),
  monitoring: (model) => prose(inShort(model, "monitoring", model.content.monitoring.text)),
};

/** A text of a part without its charts, tables and pictures with a caption: these stand once, in their chapter. */
function inShort(model: Model, part: PartName, text: string): string {
  const where = referenceTo(model, part);
  const places = [...figurePlaces(text), ...madeIn(text)];
  if (places.length === 0 || !where) return text;
  const words = text.split("\n").filter((_, line) => !places.some(({ from, to }) => from <= line && line < to));
  const count = (kind: string): number => places.filter((place) => place.kind === kind).length;
  const things = [
    ...named(count("chart"), "grafiek", "grafieken"),
    ...named(count("table"), "tabel", "tabellen"),
    ...named(count("picture"), "afbeelding", "afbeeldingen"),
  ];
  const verb = one(places.length, "staat", "staan");
  return `${words.join("\n").trimEnd()}\n\n${capital(enumeration(things))} ${verb} in ${where}.`;
}

const named = (count: number, single: string, several: string): string[] =>
  count === 0 ? [] : [`de ${one(count, single, several)}`];

/** The summary is made from the plan itself, in its own order, so it can't say anything else than the plan. */
export function summary(model: Model): Block[] {
  const nodes = flatten(model.outline);
  const first = nodes.find(({ kind }) => kind === "priority");
  const last = nodeOf(model, "monitoring");
  // How the plan is followed comes after what it wants, wherever it stands.
  const parts = [...nodes.filter((node) => node !== last), ...(last ? [last] : [])];
  const own = parts.filter((node) => ownSummary(model, node) !== undefined);
  return [
    prose(
      own.length === 0
        ? `Deze samenvatting is overgenomen uit de hoofdstukken van ${thisDocument(model, "plan")}.`
        : "",
    ),
    ...parts.flatMap((node) => (node === first ? thePriorities(model) : ofNode(model, node))),
  ];
}

function ofNode(model: Model, node: OutlineNode): Block[] {
  const own = ownSummary(model, node);
  if (own !== undefined) return [minor(`summary-section-${node.id}`, node.title, [prose(own)])];
  const taken = node.part && takenOf[node.part];
  return taken ? [minor(`summary-${node.part}`, node.title, [taken(model)])] : [];
}

/** What a section of the plan's own says of itself here. */
const ownSummary = ({ content: { sections = [] } }: Model, { kind, id }: OutlineNode): string | undefined =>
  kind === "section" ? sections.find((section) => section.id === id)?.summary : undefined;

/** The priorities with their ambitions, and the local themes where these have no heading of their own. */
function thePriorities(model: Model): Block[] {
  const { content, priorities } = model;
  const where = nodeOf(model, "local-themes");
  return [
    minor(
      "summary-priorities",
      headingOf(model),
      underGroups<Priority, Block>(
        byGroup(priorities, (priority) => priority),
        ({ id, title }, blocks) => minor(`summary-group-${id}`, title, blocks),
        (own) => [{ type: "steps", items: own.map(ambitionsOf) }],
      ),
    ),
    ...(where && where.part !== "local-themes"
      ? [
          minor("summary-local-themes", content.localThemes.title, [
            prose(inShort(model, "local-themes", content.localThemes.text)),
          ]),
        ]
      : []),
  ];
}

const ambitionsOf = ({ id, title, themes, paragraphs }: Priority) => ({
  title,
  text: [
    `*${themes.length > 0 ? `${one(themes.length, "Thema", "Thema's")}: ${enumeration(themes)}. ` : ""}Zie [[priority:${id}]].*`,
    ...paragraphs.flatMap(({ title: name, ambition }) =>
      ambition.trim() === "" ? [] : paragraphs.length > 1 ? labelled(`${name}.`, ambition) : ambition,
    ),
  ].join("\n\n"),
});

function headingOf({ priorities }: Model): string {
  const ambitions = priorities.flatMap(({ paragraphs }) => paragraphs).filter(({ ambition }) => ambition.trim() !== "");
  return enumeration([
    one(priorities.length, "Prioriteit", "Prioriteiten"),
    ...(ambitions.length > 0 ? [one(ambitions.length, "ambitie", "ambities")] : []),
  ]);
}
