/** Figures that a text asks for: [[chart:id]] and [[table:id]], each in the place of its paragraph. */
import { capital, enumeration, one } from "../../dutch.js";
import { type Indicator, isOpen, type Model, type Municipality, numbered } from "../../model/index.js";
import { type FigurePlace, splitAtFigures } from "../../prose/figures.js";
import { prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Block, Section } from "../tree.js";
import { isSection } from "../walk.js";
import { bodyName } from "../wording.js";
import { chartFor } from "./plots.js";
import { figuresTable, hasFigures } from "./table.js";

/** The figures that texts of a document ask for: the blocks themselves, and by what they show where they stand. */
interface Placed {
  readonly blocks: Set<Block>;
  /** The innermost section around the first of each: nothing at the top. */
  readonly within: Map<string, Section | undefined>;
}

/**
 * Sections in which the figures that texts ask for stand. What a text asks for isn't shown again where its indicator is told:
 * there stands where it is.
 * @param town the municipality that the document is of: its own figures go before those of all
 */
export function withFigures(model: Model, town: Municipality | undefined, sections: readonly Section[]): Block[] {
  const asked: Placed = { blocks: new Set(), within: new Map() };
  const placed = (block: Block, within?: Section): Block[] => {
    // A page with a look of its own has no room for more than its text.
    if (isSection(block) && block.style) return [block];
    if ("blocks" in block) {
      const inner = isSection(block) ? block : within;
      return [{ ...block, blocks: block.blocks.flatMap((one) => placed(one, inner)) }];
    }
    return block.type === "prose"
      ? inPlace(model, town, block.text, (own) => firstTime(model, asked, own, within))
      : [block];
  };
  const all = sections.flatMap((section) => placed(section));
  return asked.blocks.size === 0 ? all : all.map((block) => once(model, asked, block));
}

/** Figures that a text asks for, as far as they don't stand before it in the document: else where they stand. */
function firstTime(model: Model, asked: Placed, figures: readonly Block[], section: Section | undefined): Block[] {
  const again = figures.filter((block) => asked.within.has(JSON.stringify(block)));
  const fresh = figures.filter((block) => !again.includes(block));
  for (const block of fresh) {
    asked.blocks.add(block);
    asked.within.set(JSON.stringify(block), section);
  }
  const [first] = again.filter(({ type }) => type === "figure" || type === "table");
  if (!first) return [...figures];
  const there = asked.within.get(JSON.stringify(first));
  return [...fresh, prose(leading(model, again, there?.anchor === section?.anchor ? undefined : there))];
}

/** A block without the figures of an indicator that a text of the document asks for. */
function once(model: Model, asked: Placed, block: Block): Block {
  if (!("blocks" in block)) return block;
  const own = block.blocks.map((one) => once(model, asked, one));
  if (!isSection(block) || !model.indicators.some(({ id }) => isOf(block, id))) return { ...block, blocks: own };
  const again = own.filter((one) => !asked.blocks.has(one) && asked.within.has(JSON.stringify(one)));
  const places = again.map((one) => asked.within.get(JSON.stringify(one)));
  const elsewhere = places.find((section) => section?.anchor !== block.anchor);
  const kept = own.filter((one) => !again.includes(one));
  return { ...block, blocks: elsewhere ? [...kept, prose(leading(model, again, elsewhere))] : kept };
}

const isOf = ({ anchor }: Section, id: string): boolean =>
  anchor === anchorOf("indicator", id) || anchor === anchorOf("figures", id);

/** Where what is left out stands: in another section, or before it in the same one. */
function leading(model: Model, left: readonly Block[], there: Section | undefined): string {
  const charts = left.filter(({ type }) => type === "figure").length;
  const hasTable = left.some(({ type }) => type === "table");
  const target = [...model.targets].find(([, { kind, id }]) => anchorOf(kind, id) === there?.anchor)?.[0];
  const where = target ? `bij [[${target}]]` : there ? `bij “${there.title}”` : "hierboven";
  const things = [
    ...(charts > 0 ? [one(charts, "de grafiek", "de grafieken")] : []),
    ...(hasTable ? ["de cijfers"] : []),
  ];
  const verb = things.length === 1 && charts === 1 ? "staat" : "staan";
  return `${capital(enumeration(things))} ${verb} ${where}.`;
}

function inPlace(
  model: Model,
  town: Municipality | undefined,
  text: string,
  placed: (figures: readonly Block[]) => readonly Block[],
): Block[] {
  const pieces = splitAtFigures(text);
  const tables = new Set(pieces.flatMap((one) => (typeof one !== "string" && one.kind === "table" ? one.id : [])));
  return pieces.flatMap((piece) => {
    if (typeof piece === "string") return prose(piece);
    const indicator = model.indicators.find(({ id }) => id === piece.id);
    if (!indicator) return [];
    // A chart without its numbers isn't there for everyone.
    const table = piece.kind === "table" || !tables.has(piece.id);
    return [...placed(figureOf(model, town, indicator, { ...piece, table })), prose(piece.signs)];
  });
}

function figureOf(
  model: Model,
  town: Municipality | undefined,
  indicator: Indicator,
  { kind, table }: Pick<FigurePlace, "kind"> & { readonly table: boolean },
): Block[] {
  const own = indicator.municipalities.some(
    ({ municipality, figures }) => municipality.id === town?.id && numbered(figures).length > 0,
  );
  // Where a source has none of a municipality, those of all are what there is.
  const whose = own ? town : undefined;
  const chart = kind === "chart" ? chartFor(model, indicator, whose) : [];
  const numbers = table || chart.length === 0 ? figuresTable(model, indicator, whose) : [];
  return [
    ...(kind === "chart" && chart.length === 0 ? [lacking(model, indicator)] : chart),
    ...(kind === "table" && !hasFigures(indicator) ? [lacking(model, indicator)] : numbers),
  ];
}

/** That there are no numbers, and what is open of them. */
function lacking(model: Model, indicator: Indicator): Block {
  const all = [...indicator.municipalities, ...indicator.comparisons, { figures: indicator.team }];
  const open = [indicator.source, ...all.flatMap(({ figures }) => figures.map(({ value }) => value))].filter(isOpen);
  const points = new Map(open.map((point) => [`${point.open} ${point.by}`, point]));
  return {
    type: "callout",
    tone: "open",
    title: "Nog geen cijfers",
    text: [
      `Van de [[indicator:${indicator.id}]] zijn er nog geen cijfers.`,
      ...[...points.values()].map(({ open, by }) => `- Nog open: ${open} (wie beslist: ${bodyName(model, by)})`),
    ].join("\n\n"),
  };
}
