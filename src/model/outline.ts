import type { FreeSection, PlanGroup, PlanHeading, PlanPlace } from "../content/index.js";
import type { WholeContent } from "./defaults.js";
import { hasText, isPart, type Part, type PartName, parts } from "./parts.js";
import { says } from "./says.js";
import { headingOf, namesIn, structureOf } from "./structure.js";
import type { OpenPoint, OutlineNode } from "./types.js";

type Draft = Omit<OutlineNode, "number" | "annex" | "children"> & { readonly children: readonly Draft[] };

/**
 * The structure of the plan with its numbers: what stands in front, the chapters with their sections, priorities and paragraphs,
 * the annexes, and what stands at the back. What has nothing to say is no part of it. Every number, every list of contents and every reference follows from it.
 */
export function outlineOf(content: WholeContent, openPoints: readonly OpenPoint[]): OutlineNode[] {
  const { front, chapters, annexes, back } = structureOf(content);
  const draft = drafter(content, openPoints, [...front, ...chapters, ...annexes, ...back]);
  // In the order in which they are read: of what is named twice, the first counts.
  const [before, within, behind, after] = [front, chapters, annexes, back].map((items) => items.flatMap(draft));
  return [
    ...(before ?? []).map(unnumbered),
    ...(within ?? []).map((node, index) => numbered(node, String(index + 1))),
    ...(behind ?? []).map((node, index) => ({ ...numbered(node, roman(index + 1)), annex: true as const })),
    ...(after ?? []).map(unnumbered),
  ];
}

const unnumbered = (draft: Draft): OutlineNode => ({ ...draft, children: draft.children.map(unnumbered) });

const numbered = (draft: Draft, number: string): OutlineNode => ({
  ...draft,
  number,
  children: draft.children.map((child, index) => numbered(child, `${number}.${index + 1}`)),
});

/** Makes drafts of what a structure names. What is named twice stands where it is named first. */
function drafter(
  content: WholeContent,
  openPoints: readonly OpenPoint[],
  all: readonly PlanPlace[],
): (item: PlanPlace) => Draft[] {
  const named = new Set(namesIn(all));
  const known = new Set<string>();
  const once = (draft: Draft): Draft[] => {
    const key = `${draft.kind}:${draft.id}`;
    if (known.has(key)) return [];
    known.add(key);
    return [draft];
  };
  const others = (names: readonly string[]): string[] => names.filter((name) => !named.has(name));

  const chapter = (item: PlanPlace): Draft[] => {
    const heading = headingOf(item);
    if (heading.part !== undefined) return ofName(heading.part, heading);
    const { id, title = id, text, sections = [] } = heading;
    if (id === undefined || title === undefined) return [];
    const children = sections.flatMap(section);
    if (children.length === 0 && text === undefined) return [];
    return once({ kind: "chapter", id, title, ...(text !== undefined && { text }), children });
  };

  // Within a chapter, the priorities are no heading: each has one.
  const section = (item: PlanPlace): Draft[] => (item === "priorities" ? thePriorities() : chapter(item));

  const thePriorities = (): Draft[] => [
    ...others(content.plan.priorities).flatMap((id) => priority(id)),
    ...(content.plan.groups ?? []).filter(({ id }) => !named.has(id)).flatMap((own) => group(own)),
  ];

  const ofName = (name: string, { title, sections }: PlanHeading): Draft[] => {
    const inside = sections?.flatMap(section);
    if (isPart(name)) return part(name, title, inside);
    const own = [...content.introduction, ...content.sections].find(({ id }) => id === name);
    if (own) return free({ ...own, ...(title !== undefined && { title }) }, inside);
    const ownGroup = content.plan.groups?.find(({ id }) => id === name);
    return ownGroup ? group(ownGroup, title, inside) : priority(name, title);
  };

  const part = (name: PartName, title: string | undefined, inside: readonly Draft[] | undefined): Draft[] => {
    const { kind, source, sections, title: usualTitle }: Part = parts[name];
    if (!hasText(name, content, openPoints)) return [];
    // What has a place of its own doesn't stand here as well.
    const asUsual = sections?.(content).filter((inner) => inner === name || !named.has(inner)) ?? [];
    const children = inside ?? asUsual.flatMap(section);
    if (sections && children.length === 0) return [];
    const { id = name } = kind === "section" && source ? (content[source] as { readonly id?: string }) : {};
    return once({ kind, id, part: name, title: title ?? usualTitle(content), children });
  };

  const free = (
    { id, title, text, sections = [], ...more }: FreeSection & { readonly parts?: readonly unknown[] },
    inside: readonly Draft[] = [],
  ): Draft[] => {
    const children = [...sections.flatMap((inner) => free(inner)), ...inside];
    return says({ text, children, ...more })
      ? once({ kind: "section", id, title, ...(text !== undefined && { text }), children })
      : [];
  };

  const group = (
    { id, title: usualTitle, text, priorities }: PlanGroup,
    title = usualTitle,
    inside = others(priorities).flatMap((own) => priority(own)),
  ): Draft[] =>
    inside.length === 0 && text === undefined
      ? []
      : once({ kind: "group", id, title, ...(text !== undefined && { text }), children: inside });

  const priority = (name: string, title?: string): Draft[] => {
    const source = content.priorities.find(({ id }) => id === name);
    if (!source) return [];
    const { id, paragraphs = [] } = source;
    return once({
      kind: "priority",
      id,
      title: title ?? source.title,
      // One paragraph needs no heading of its own: it is the priority.
      children:
        paragraphs.length > 1
          ? paragraphs.map((own) => ({ kind: "paragraph", id: own.id, title: own.title, children: [] }))
          : [],
    });
  };

  return chapter;
}

/** Roman numerals up to XXXIX: no plan has more annexes. */
const roman = (value: number): string =>
  "X".repeat(Math.floor(value / 10)) + (["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][value % 10] ?? "");

/** Content in which everything is called as its heading in the plan is: whatever names it elsewhere, says the same. */
export function calledAs<C extends WholeContent>(content: C, outline: readonly OutlineNode[]): C {
  const nodes = flatten(outline);
  const titles = new Map(nodes.map(({ kind, id, title }) => [`${kind}:${id}`, title]));
  const called = <T extends { readonly id: string; readonly title: string }>(kind: string, things: readonly T[]): T[] =>
    things.map((thing) => ({ ...thing, title: titles.get(`${kind}:${thing.id}`) ?? thing.title }));
  const ownFiles = nodes.flatMap(({ part, title }) => {
    const source = part && parts[part].source;
    return source ? [[source, { ...content[source], title }] as const] : [];
  });
  return {
    ...content,
    ...Object.fromEntries(ownFiles),
    priorities: called("priority", content.priorities),
    ...(content.plan.groups && { plan: { ...content.plan, groups: called("group", content.plan.groups) } }),
  };
}

/** Every node of an outline, from top to bottom. */
export const flatten = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children)]);
