import { agree, capital, period } from "../../dutch.js";
import { flatten, type Model, type OutlineNode, onlyOne, outcomeOf, parts, type Target } from "../../model/index.js";
import { outcomeFacts, statusOf } from "../adoption.js";
import { contactFact, municipalitiesFact, successorFact } from "../blocks.js";
import { planNumbers } from "../data.js";
import { type DocumentKind, forEveryone } from "../kind.js";
import { anchorOf } from "../links.js";
import type { Section } from "../tree.js";
import { ownBlocks, type Writer, writers } from "./parts.js";
import { priorityBlocks } from "./priorities.js";

/** The plan itself (IVP): Politiewet 2012, artikel 38b. */
export const plan: DocumentKind = {
  kind: "plan",
  words: ({ plan: { brief, name } }) => [brief.name, name],
  noun: ({ plan: { brief } }) => brief,
  brief: ({ plan: { brief } }) => capital(brief.name),
  audience: "everyone",
  source: { kind: "plan", documentId: (id) => id },
  onIndex: { rank: 1, anchor: "plan", title: (_, { plan: { brief } }) => capital(agree("de", brief)), columns: 1 },
  shows: (model) => {
    const shows = shownIn(model);
    return (target) => (shows(target) ? model.content.plan.id : undefined);
  },
  list: (model) => [
    {
      id: model.content.plan.id,
      kind: "plan",
      path: model.content.plan.id,
      title: model.content.plan.title,
      status: statusOf(model, { kind: "plan" }),
    },
  ],
  compose: (model) => {
    const { plan: source, municipalities } = model.content;
    const town = onlyOne(model.municipalities);
    return {
      shortTitle: source.shortTitle,
      cover: {
        kicker: `${capital(model.terms.plan.name)} ${period(source.period)}`,
        title: source.title,
        subtitle: source.name,
        slogan: source.slogan,
        facts: [
          municipalitiesFact(municipalities),
          ...outcomeFacts(model, { kind: "plan" }),
          ...(town
            ? [
                { term: "Basisteam", value: capital(town.team ?? "") },
                successorFact(model, town),
                contactFact(model, town),
              ]
            : []),
        ],
        style: "page",
      },
      sections: model.outline.map((node) => sectionFor(model, node)),
    };
  },
  decidedOn: () => ({ kind: "plan" }),
  adoption: (model) => ({
    ...forEveryone(model),
    outcome: outcomeOf(model, { kind: "plan" }),
    period: model.content.plan.period,
  }),
  published: { type: () => "plan" },
  data: (model) => {
    const { municipalities, programmes: _, check: __, council: ___, ...content } = model.source;
    return {
      content: { ...content, ...(onlyOne(municipalities) && { municipalities }) },
      numbers: planNumbers(model),
    };
  },
};

/** The headings of the plan, and what its parts show: things that others refer to there. */
function shownIn(model: Model): (target: Target) => boolean {
  const nodes = flatten(model.outline);
  const headings = new Set<string>([
    "chapter",
    "section",
    "group",
    "priority",
    "paragraph",
    "measure",
    "indicator",
    "chart",
    "table",
  ]);
  const told = new Set(nodes.flatMap(({ part }) => (part ? (parts[part].tells ?? []) : [])));
  return ({ kind }) => headings.has(kind) || told.has(kind);
}

/** A heading with all that stands under it. */
function sectionFor(model: Model, node: OutlineNode): Section {
  const { kind, id, part, title, number } = node;
  const priority = kind === "priority" ? model.priorities.find((own) => own.id === id) : undefined;
  const { style, anchor = anchorOf(kind, id) }: Partial<Writer> = part ? writers[part] : {};
  const own = part ? writers[part].blocks(model, node) : ownBlocks(model, node);
  return {
    type: "section",
    anchor,
    title,
    ...(number && { number }),
    ...(node.annex && { label: "Bijlage" }),
    ...(style && { style }),
    ...(priority && { icon: priority.icon, colour: priority.colour }),
    blocks: priority
      ? // The paragraphs of a priority are written with it.
        priorityBlocks(model, priority)
      : [...own, ...node.children.map((child) => sectionFor(model, child))],
  };
}
