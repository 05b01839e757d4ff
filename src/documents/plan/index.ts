import { period } from "../../dutch.js";
import type { Model, OutlineNode } from "../../model/index.js";
import { decisionFacts, municipalitiesFact, prose } from "../blocks.js";
import { planNumbers } from "../data.js";
import { type DocumentKind, forEveryone } from "../kind.js";
import { anchorOf } from "../links.js";
import type { Block, Section } from "../tree.js";
import { status } from "../wording.js";
import { finances, glossary, openPoints, partners } from "./back.js";
import { manifest, planOnAPage } from "./front.js";
import { alignment, prioritising, priorityBlocks } from "./priorities.js";
import {
  goals,
  governance,
  introductionSection,
  monitoring,
  readingGuide,
  startingPoints,
  vision,
} from "./strategy.js";
import { summary } from "./summary.js";

/** The plan itself (IVP): Politiewet 2012, artikel 38b. */
export const plan: DocumentKind = {
  kind: "plan",
  words: ["plan"],
  names: { one: "plan", more: "plannen", brief: "Plan" },
  audience: "everyone",
  source: { kind: "plan", documentId: (id) => id },
  onIndex: { rank: 1, anchor: "plan", title: () => "Het plan", columns: 1 },
  shows:
    (model) =>
    ({ kind }) =>
      shown.has(kind) ? model.content.plan.id : undefined,
  list: (model) => [
    {
      id: model.content.plan.id,
      kind: "plan",
      path: model.content.plan.id,
      title: model.content.plan.title,
      status: status(model.content.plan.decision),
    },
  ],
  compose: (model) => {
    const { plan: source, municipalities } = model.content;
    return {
      shortTitle: source.shortTitle,
      cover: {
        kicker: `Integraal veiligheidsplan ${period(source.period)}`,
        title: source.title,
        subtitle: source.name,
        slogan: source.slogan,
        facts: [municipalitiesFact(municipalities), ...decisionFacts(model, source.decision)],
        style: "page",
      },
      sections: [
        planOnAPage(model),
        manifest(model),
        { type: "section", anchor: "contents", title: "Inhoud", blocks: [{ type: "contents" }] },
        ...model.outline.map((node) => sectionFor(model, node)),
      ],
    };
  },
  adoption: (model) => ({
    ...forEveryone(model),
    decision: model.content.plan.decision,
    period: model.content.plan.period,
  }),
  data: (model) => {
    const { municipalities: _, programmes: __, check: ___, ...content } = model.content;
    return { content, numbers: planNumbers(model) };
  },
};

/** The kinds of things that the plan shows, and that others refer to there. */
const shown = new Set([
  "chapter",
  "section",
  "priority",
  "paragraph",
  "measure",
  "partner",
  "goal",
  "starting-point",
  "term",
  "body",
  "development",
]);

/** What stands under each node of the outline. */
const writers: Readonly<Record<string, (model: Model) => Block[]>> = {
  "chapter:foreword": ({ content: { foreword } }) => [
    ...(foreword.notice ? [prose(foreword.notice)] : []),
    prose(foreword.text),
    {
      type: "prose",
      text: `**${foreword.author.name}**\n\n${foreword.author.roles.map((role) => `- ${role}`).join("\n")}`,
    },
  ],
  "chapter:summary": summary,
  "section:reading-guide": readingGuide,
  "section:vision": vision,
  "section:goals": goals,
  "section:starting-points": startingPoints,
  "section:monitoring": monitoring,
  "section:governance": governance,
  "section:prioritising": prioritising,
  "section:alignment": alignment,
  "chapter:finances": finances,
  "chapter:partners": partners,
  "chapter:glossary": glossary,
  "chapter:open-points": openPoints,
};

function sectionFor(model: Model, node: OutlineNode): Section {
  const priority = node.kind === "priority" ? model.priorities.find(({ id }) => id === node.id) : undefined;
  const write =
    writers[`${node.kind}:${node.id}`] ?? (node.kind === "section" ? introductionSection(node.id) : () => []);
  return {
    type: "section",
    anchor: anchorOf(node.kind, node.id),
    title: node.title,
    ...(node.number && { number: node.number }),
    ...(node.annex && { label: "Bijlage" }),
    ...(node.id === "foreword" && { style: "letter" as const }),
    ...(priority && { icon: priority.icon, colour: priority.colour }),
    blocks: [
      ...(priority ? priorityBlocks(model, priority) : write(model)),
      // The paragraphs of a priority are written with it.
      ...(priority ? [] : node.children.map((child) => sectionFor(model, child))),
    ],
  };
}
