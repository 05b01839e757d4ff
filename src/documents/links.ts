import { posix } from "node:path";
import type { Model, Target } from "../model/index.js";
import { imageFile } from "../prose/images.js";
import { plainText, scan } from "../prose/index.js";
import type { Block, Cell, Link, Section, Value } from "./tree.js";

/** The anchor of a thing in the document that shows it. */
export const anchorOf = (kind: string, id: string): string => `${kind}-${id}`;

/** Which document shows a thing: the path of that document, without extension. */
export type Home = (target: Target) => string | undefined;

/**
 * How the references of one document read and where they lead.
 * @param path the document's own path, without extension
 * @param home the document in which a kind of thing is shown
 */
export function linksFor(model: Model, path: string, home: Home, sections: readonly Section[]): Map<string, Link> {
  const links = new Map<string, Link>();
  const own = anchorsOf(sections);
  for (const key of referencesIn(sections)) {
    const target = model.targets.get(key);
    if (!target) continue;
    const shown = target.shownWith ?? target;
    const anchor = anchorOf(shown.kind, shown.id);
    const elsewhere = home(target);
    const here = own.has(anchor);
    const inPlan = elsewhere === model.content.plan.id && elsewhere !== path;
    const numbered = /^(paragraaf|hoofdstuk|bijlage|maatregel|“)/.test(target.label);
    const of = inPlan && numbered && target.kind !== "measure" ? "het plan" : programmeOf(model, target);
    links.set(key, {
      text: !here && of ? `${target.label} van ${of}` : target.label,
      ...(here ? { anchor } : elsewhere && elsewhere !== path ? { anchor, document: relative(path, elsewhere) } : {}),
      ...(target.kind === "term" && { explanation: plainText(target.title, (reference) => labelOf(model, reference)) }),
    });
  }
  return links;
}

/** The programme of an action, where there are more: each numbers its own actions from A1. */
const programmeOf = ({ programmes }: Model, { kind, id }: Target): string | undefined =>
  kind === "action" && programmes.length > 1
    ? programmes.find(({ actions }) => actions.some((action) => action.id === id))?.shortTitle
    : undefined;

/** The path from one document to another, both without extension. */
export const relative = (from: string, to: string): string => posix.relative(posix.dirname(from), to);

const labelOf = (model: Model, { kind, id, text }: { kind: string; id: string; text?: string }): string =>
  text ?? model.targets.get(`${kind}:${id}`)?.label ?? id;

/** All anchors of a document's sections and of what stands in them. */
export function anchorsOf(blocks: readonly Block[]): Set<string> {
  return new Set(
    blocks.flatMap((block) => [...ownAnchors(block), ...("blocks" in block ? anchorsOf(block.blocks) : [])]),
  );
}

function ownAnchors(block: Block): string[] {
  switch (block.type) {
    case "section":
      return [block.anchor];
    case "list":
    case "cards":
    case "steps":
    case "definitions":
      return block.items.flatMap(({ anchor }) => anchor ?? []);
    case "table":
      return block.rows.flatMap(({ anchor }) => anchor ?? []);
    default:
      return [];
  }
}

/** Ids of the glossary terms that a document's texts refer to, also by way of another term's explanation. */
export function termsIn(model: Model, sections: readonly Section[]): Set<string> {
  const terms = new Map(model.content.glossary.terms.map((term) => [term.id, term]));
  const used = new Set<string>();
  const look = (text: string): void => {
    for (const { reference } of scan(text).references) {
      if (reference?.kind !== "term" || used.has(reference.id)) continue;
      used.add(reference.id);
      const term = terms.get(reference.id);
      if (term) look(`${term.meaning}\n\n${term.explanation ?? ""}`);
    }
  };
  for (const text of textsIn(sections)) look(text);
  return used;
}

/** Everything to which a document's texts refer, as `kind:id`, in the order of the texts. */
function referencesIn(sections: readonly Section[]): Set<string> {
  const references = textsIn(sections).flatMap((text) => scan(text).references);
  return new Set(references.flatMap(({ reference }) => (reference ? [`${reference.kind}:${reference.id}`] : [])));
}

/** The images that a document's texts show, by the file that they are in. */
export function imagesIn(
  assets: ReadonlyMap<string, Uint8Array>,
  sections: readonly Section[],
): ReadonlyMap<string, Uint8Array> {
  return new Map(
    textsIn(sections)
      .flatMap((text) => scan(text).images)
      .flatMap(({ src }): [string, Uint8Array][] => {
        const file = imageFile(src);
        const bytes = file === undefined ? undefined : assets.get(file);
        return file !== undefined && bytes ? [[file, bytes]] : [];
      }),
  );
}

function textsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case "section":
      case "changed":
        return textsIn(block.blocks);
      case "prose":
      case "callout":
        return [block.text];
      case "list":
      case "steps":
        return block.items.map(({ text }) => text);
      case "cards":
        return block.items.map(({ text }) => text ?? "");
      case "table":
        return block.rows.flatMap(({ cells }) => cells.flatMap(textsOf));
      case "facts":
        return block.items.flatMap(({ value }) => textsOf(value));
      case "definitions":
        return block.items.flatMap(({ meaning, explanation }) => [meaning, explanation ?? ""]);
      default:
        return [];
    }
  });
}

function textsOf(cell: Cell | Value): string[] {
  if (typeof cell === "string") return [cell];
  if ("open" in cell) return [cell.open, cell.by];
  return "mark" in cell ? [] : [...cell];
}
