import { day } from "../dutch.js";
import { figureKinds } from "../prose/figures.js";
import { kindNames } from "./kind-names.js";
import { flatten } from "./outline.js";
import { fullId } from "./scope.js";
import type { Model, OutlineNode, Target } from "./types.js";

/** Every thing that a reference can point at, with how a reference to it reads. By `kind:id`. */
export function targetsOf({
  content,
  bodies,
  outline,
  measures,
  programmes,
  progress,
  terms,
}: Pick<Model, "content" | "bodies" | "outline" | "measures" | "programmes" | "progress" | "terms">): Map<
  string,
  Target
> {
  const named = (kind: string, things: readonly { id: string; title: string }[]): Target[] =>
    things.map(({ id, title }) => ({ kind, id, title, label: title }));
  const places = placesIn(outline);
  const all: Target[] = [
    ...places,
    // A priority with one paragraph is that paragraph.
    ...content.priorities.flatMap(({ id: priority, paragraphs }) => {
      const [only, ...more] = paragraphs;
      const place = places.find(({ kind, id }) => kind === "priority" && id === priority);
      return only?.kind === "paragraph" && more.length === 0 && place
        ? [
            {
              kind: "paragraph",
              id: only.id,
              title: only.title,
              label: place.label,
              shownWith: { kind: "priority", id: priority },
            },
          ]
        : [];
    }),
    ...measures.map(({ id, number, text }) => ({ kind: "measure", id, title: text, label: `maatregel ${number}` })),
    ...programmes.flatMap((programme) => [
      { kind: "programme", id: programme.id, title: programme.title, label: programme.shortTitle },
      ...programme.actions.map(({ fullId: id, number, title }) => ({
        kind: "action",
        id,
        within: programme.id,
        title,
        label: `actie ${number}`,
      })),
      ...programme.milestones.map(({ id, title }) => ({
        kind: "milestone",
        id: fullId({ id, within: programme.id }),
        within: programme.id,
        title,
        label: title,
      })),
    ]),
    ...progress.map(({ id, date }) => {
      const label = `${terms.progress.name} van ${day(date)}`;
      return { kind: "progress", id, title: label, label };
    }),
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
    ...named("other-theme", content.otherThemes.themes),
    ...named("local-theme", content.localThemes.themes),
    ...named("development", content.finances.developments),
    ...named("body", bodies),
    ...content.indicators.map(({ id, title }) => ({ kind: "indicator", id, title, label: `indicator “${title}”` })),
    // What shows its figures stands with it.
    ...content.indicators.flatMap(({ id, title }) =>
      figureKinds.map((kind) => ({
        kind,
        id,
        title,
        label: `${kindNames[kind]} “${title}”`,
        shownWith: { kind: "indicator", id },
      })),
    ),
    ...content.amendments.map(({ id, title }) => ({ kind: "amendment", id, title, label: `amendement “${title}”` })),
    ...named("pillar", content.plan.pillars),
    { kind: "plan", id: content.plan.id, title: content.plan.title, label: content.plan.shortTitle },
  ];
  return new Map(all.map((target) => [`${target.kind}:${target.id}`, target]));
}

/**
 * The headings of the plan. A chapter or section goes by both words, and a part by its own name as well, so that a reference
 * holds wherever the structure puts what it points at.
 */
function placesIn(outline: readonly OutlineNode[]): Target[] {
  const all = outline.flatMap((top) =>
    flatten([top]).map((node) => ({ node, target: placeOf(node, top.annex ?? false) })),
  );
  const aliases = all.flatMap(({ node: { kind, id, part = id }, target }) =>
    kind === "chapter" || kind === "section"
      ? (["chapter", "section"] as const).flatMap((word) =>
          [part, id].map((name) => ({ ...target, kind: word, id: name, shownWith: { kind, id } })),
        )
      : [],
  );
  // The later one counts: an alias is never in the way of what goes by that name.
  return [...aliases, ...all.map(({ target }) => target)];
}

function placeOf({ kind, id, title, number }: OutlineNode, annex: boolean): Target {
  const word = annex ? "bijlage" : number?.includes(".") ? "paragraaf" : "hoofdstuk";
  return { kind, id, title, label: number ? `${word} ${number}` : `“${title}”` };
}
