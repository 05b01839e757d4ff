import type { Content } from "../content/index.js";
import { flatten } from "./outline.js";
import type { Measure, OutlineNode, Programme, Target } from "./types.js";

/** Every thing that a reference can point at, with how a reference to it reads. By `kind:id`. */
export function targetsOf(
  content: Content,
  outline: readonly OutlineNode[],
  measures: readonly Measure[],
  programmes: readonly Programme[],
): Map<string, Target> {
  const named = (kind: string, things: readonly { id: string; title: string }[]): Target[] =>
    things.map(({ id, title }) => ({ kind, id, title, label: title }));
  const all: Target[] = [
    ...flatten(outline).map(({ kind, id, title, number, annex }) => ({
      kind,
      id,
      title,
      label: chapterLabel(kind, title, number, annex),
    })),
    // A priority with one paragraph is that paragraph.
    ...content.priorities.flatMap(({ id: priority, paragraphs }) => {
      const [only, ...more] = paragraphs;
      const node = flatten(outline).find(({ kind, id }) => kind === "priority" && id === priority);
      return only && more.length === 0 && node?.number
        ? [
            {
              kind: "paragraph",
              id: only.id,
              title: only.title,
              label: `paragraaf ${node.number}`,
              shownWith: { kind: "priority", id: priority },
            },
          ]
        : [];
    }),
    ...measures.map(({ id, number, text }) => ({ kind: "measure", id, title: text, label: `maatregel ${number}` })),
    ...programmes.flatMap((programme) => [
      { kind: "programme", id: programme.id, title: programme.title, label: programme.shortTitle },
      ...programme.actions.map(({ id, number, title }) => ({ kind: "action", id, title, label: `actie ${number}` })),
      ...named("milestone", programme.milestones),
    ]),
    ...content.glossary.terms.map(({ id, term, meaning }) => ({ kind: "term", id, title: meaning, label: term })),
    ...content.partners.partners.map(({ id, title, shortTitle }) => ({
      kind: "partner",
      id,
      title,
      label: shortTitle,
    })),
    ...named("municipality", content.municipalities),
    ...named("goal", content.goals.goals),
    ...named("starting-point", content.startingPoints.points),
    ...named("regional-theme", content.alignment.regionalThemes),
    ...named("local-theme", content.localThemes.themes),
    ...named("development", content.finances.developments),
    ...named("body", content.governance.bodies),
    ...named("pillar", content.plan.pillars),
    { kind: "plan", id: content.plan.id, title: content.plan.title, label: content.plan.shortTitle },
  ];
  return new Map(all.map((target) => [`${target.kind}:${target.id}`, target]));
}

const chapterLabel = (kind: OutlineNode["kind"], title: string, number?: string, annex?: true): string => {
  if (!number) return `“${title}”`;
  return annex ? `bijlage ${number}` : kind === "chapter" ? `hoofdstuk ${number}` : `paragraaf ${number}`;
};
