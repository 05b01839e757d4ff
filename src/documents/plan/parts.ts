import type { Model, OutlineNode, PartName } from "../../model/index.js";
import { decisionsTable } from "../adoption.js";
import { sectionText } from "../blocks.js";
import type { Block, Section } from "../tree.js";
import { finances, foreword, glossary, openPoints, partners } from "./back.js";
import { manifest, planOnAPage } from "./front.js";
import { municipality } from "./municipality.js";
import { alignment, localThemes, otherThemes, prioritising } from "./priorities.js";
import { goals, governance, monitoring, readingGuide, startingPoints, vision } from "./strategy.js";
import { summary } from "./summary.js";
import { trace } from "./trace.js";

/** How a part is written: the blocks under its heading, before the sections that the structure puts in it. */
export interface Writer {
  readonly blocks: (model: Model, node: OutlineNode) => readonly Block[];
  readonly style?: Section["style"];
  /** Where a page has a name that nobody refers to. */
  readonly anchor?: string;
}

/** What only holds other parts. */
const heading: Writer = { blocks: () => [] };

/** How every part of `model/parts.ts` is written. */
export const writers: Readonly<Record<PartName, Writer>> = {
  poster: { blocks: planOnAPage, style: "poster", anchor: "plan-on-a-page" },
  contents: { blocks: () => [{ type: "contents" }], anchor: "contents" },
  manifest: { blocks: manifest, style: "manifest" },
  foreword: { blocks: foreword, style: "letter" },
  summary: { blocks: summary },
  introduction: heading,
  municipality: { blocks: municipality },
  "reading-guide": { blocks: readingGuide },
  strategy: heading,
  vision: { blocks: vision },
  goals: { blocks: goals },
  "starting-points": { blocks: startingPoints },
  monitoring: { blocks: monitoring },
  governance: { blocks: governance },
  priorities: heading,
  prioritising: { blocks: prioritising },
  "local-themes": { blocks: localThemes },
  "other-themes": { blocks: otherThemes },
  alignment: { blocks: alignment },
  finances: { blocks: finances },
  partners: { blocks: partners },
  glossary: { blocks: glossary },
  trace: { blocks: trace },
  "open-points": { blocks: openPoints },
  decisions: { blocks: (model) => decisionsTable(model, { kind: "plan" }) },
};

/** What stands under a heading that is no part: its own text, or that of a file of the introduction. */
export function ownBlocks({ content }: Model, { id, title, text }: OutlineNode): Block[] {
  const { parts = [] } = content.introduction.find((section) => section.id === id) ?? {};
  return sectionText({ id, title, text: text ?? "", parts });
}
