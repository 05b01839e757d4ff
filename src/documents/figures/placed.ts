/** Figures that a text asks for: [[chart:id]] and [[table:id]], each in the place of its paragraph. */
import { type Indicator, isOpen, type Model, type Municipality, numbered } from "../../model/index.js";
import { type FigurePlace, splitAtFigures } from "../../prose/figures.js";
import { prose } from "../blocks.js";
import type { Block, Section } from "../tree.js";
import { isSection } from "../walk.js";
import { bodyName } from "../wording.js";
import { chartFor } from "./plots.js";
import { figuresTable, hasFigures } from "./table.js";

/**
 * Sections in which the figures that texts ask for stand.
 * @param town the municipality that the document is of: its own figures go before those of all
 */
export function withFigures(model: Model, town: Municipality | undefined, sections: readonly Section[]): Block[] {
  const placed = (block: Block): Block[] => {
    // A page with a look of its own has no room for more than its text.
    if (isSection(block) && block.style) return [block];
    if ("blocks" in block) return [{ ...block, blocks: block.blocks.flatMap(placed) }];
    return block.type === "prose" ? inPlace(model, town, block.text) : [block];
  };
  return sections.flatMap(placed);
}

function inPlace(model: Model, town: Municipality | undefined, text: string): Block[] {
  const pieces = splitAtFigures(text);
  const tables = new Set(pieces.flatMap((one) => (typeof one !== "string" && one.kind === "table" ? one.id : [])));
  return pieces.flatMap((piece) => {
    if (typeof piece === "string") return prose(piece);
    const indicator = model.indicators.find(({ id }) => id === piece.id);
    if (!indicator) return [];
    // A chart without its numbers isn't there for everyone.
    const table = piece.kind === "table" || !tables.has(piece.id);
    return [...figureOf(model, town, indicator, { ...piece, table }), prose(piece.signs)];
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
