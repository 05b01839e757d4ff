import { posix } from "node:path";
import { flatten, type Model, type OutlineNode, type PartName, parts, type Target } from "../model/index.js";
import { figureKinds } from "../prose/figures.js";
import { imageFile } from "../prose/images.js";
import { plainText, scan } from "../prose/index.js";
import type { Link } from "./document.js";
import type { Part } from "./walk.js";
import { thePlan } from "./wording.js";

/** The anchor of a thing in the document that shows it: there, the last part of a full id is enough. */
export const anchorOf = (kind: string, id: string): string => `${kind}-${id.slice(id.lastIndexOf("/") + 1)}`;

/** Where a part stands in the plan, if it is in it, by itself or within another part. */
export function nodeOf({ outline }: Model, part: PartName): OutlineNode | undefined {
  const nodes = flatten(outline);
  const named = (name: string) => nodes.find((node) => node.part === name);
  return named(part) ?? parts[part].within?.map(named).find((node) => node !== undefined);
}

/** A reference to a part of the plan; nothing where the plan hasn't got it: no sentence may point there. */
export function referenceTo(model: Model, part: PartName): string | undefined {
  const node = nodeOf(model, part);
  return node && `[[${node.kind}:${node.id}]]`;
}

/** Which document shows a thing: the path of that document, without extension. */
export type Home = (target: Target) => string | undefined;

/**
 * How the references of one document read and where they lead.
 * @param path the document's own path, without extension
 * @param home the document in which a kind of thing is shown
 */
export function linksFor(model: Model, path: string, home: Home, parts: readonly Part[]): Map<string, Link> {
  const links = new Map<string, Link>();
  const own = new Set(parts.map(({ anchor }) => anchor));
  for (const key of referencesIn(parts)) {
    const target = model.targets.get(key);
    if (!target) continue;
    const anchor = anchorIn(own, target);
    const elsewhere = home(target);
    // Two programmes may each have an action of this name: the document of one isn't the home of the other's.
    const here = own.has(anchor) && (target.within === undefined || elsewhere === path);
    const inPlan = elsewhere === model.content.plan.id && elsewhere !== path;
    const numbered = /^(paragraaf|hoofdstuk|bijlage|maatregel|“)/.test(target.label);
    const of = inPlan && numbered && target.kind !== "measure" ? thePlan(model) : programmeOf(model, target);
    links.set(key, {
      text: !here && of ? `${target.label} van ${of}` : target.label,
      ...(here ? { anchor } : elsewhere && elsewhere !== path ? { anchor, document: relative(path, elsewhere) } : {}),
      ...(target.kind === "term" && { explanation: plainText(target.title, (reference) => labelOf(model, reference)) }),
    });
  }
  return links;
}

/** Where a thing stands. The figures of a municipality have a place of their own in its documents. */
function anchorIn(own: ReadonlySet<string | undefined>, { kind, id, shownWith = { kind, id } }: Target): string {
  const figures = anchorOf("figures", id);
  return figureKinds.some((one) => one === kind) && own.has(figures) ? figures : anchorOf(shownWith.kind, shownWith.id);
}

/** The programme of an action, where there are more: each numbers its own actions from A1. */
export const programmeOf = ({ programmes }: Model, { kind, within }: Target): string | undefined =>
  kind === "action" && programmes.length > 1 ? programmes.find(({ id }) => id === within)?.shortTitle : undefined;

/** The path from one document to another, both without extension. */
export const relative = (from: string, to: string): string => posix.relative(posix.dirname(from), to);

const labelOf = (model: Model, { kind, id, text }: { kind: string; id: string; text?: string }): string =>
  text ?? model.targets.get(`${kind}:${id}`)?.label ?? id;

/** Ids of the glossary terms that a document's texts refer to, also by way of another term's explanation. */
export function termsIn(model: Model, parts: readonly Part[]): Set<string> {
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
  for (const text of textsOf(parts)) look(text);
  return used;
}

/** Everything to which a document's texts refer, as `kind:id`, in the order of the texts. */
function referencesIn(parts: readonly Part[]): Set<string> {
  const references = textsOf(parts).flatMap((text) => scan(text).references);
  return new Set(references.flatMap(({ reference }) => (reference ? [`${reference.kind}:${reference.id}`] : [])));
}

/** The files of the images that texts show. */
export const imagesIn = (parts: readonly Part[]): Set<string> =>
  new Set(
    textsOf(parts)
      .flatMap((text) => scan(text).images)
      .flatMap(({ src }) => imageFile(src) ?? []),
  );

const textsOf = (parts: readonly Part[]): string[] => parts.flatMap(({ texts }) => texts);
