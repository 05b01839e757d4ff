/** What of a comparison is for one municipality. */
import { partOfFile } from "../content/index.js";
import { type DocumentInfo, kindOf, municipalityOf } from "../documents/index.js";
import { isAsset } from "./assets.js";
import type { Audience, Comparison, ExplainedChange } from "./types.js";
import { byChapter, isLocal } from "./wording.js";

/** All municipalities of both versions: those of the new one first. They are known by their files, whatever is wrong in others. */
export function audiencesOf({ before, after }: Comparison): Audience[] {
  const found = new Map<string, Audience>();
  for (const { loaded } of [after, before])
    for (const [path, { value }] of loaded.files) {
      if (partOfFile(path)?.key !== "municipalities") continue;
      const { id, title } = (value ?? {}) as { readonly id?: unknown; readonly title?: unknown };
      if (typeof id === "string" && !found.has(id))
        found.set(id, { id, title: typeof title === "string" ? title : id });
    }
  return [...found.values()];
}

/**
 * The comparison for one municipality: all that its council adopts (everything in the plan, its own annex) and what of the
 * programmes it takes part in, before or after. What is left out is told in the notes. Pure.
 */
export function comparisonFor(comparison: Comparison, audience: Audience): Comparison {
  const own = comparison.changes.filter((change) => concerns(change, audience.id));
  const others = comparison.changes.filter((change) => !own.includes(change));
  const where = byChapter(others).map(({ title, changes }) => `${title} (${changes.length})`);
  const note = `Elders verandert ook iets, dat ${audience.title} niet raakt: ${where.join(", ")}.`;
  return {
    ...comparison,
    audience,
    changes: own,
    notes: [...comparison.notes, ...(others.length > 0 ? [note] : [])],
  };
}

const toAll = (document: DocumentInfo): boolean => kindOf(document).audience === "everyone";

const isDecision = ({ was, is }: ExplainedChange): boolean =>
  [was, is].some((place) => place?.file.startsWith("municipalities/") && place.path[0] === "decisions");

function concerns(change: ExplainedChange, municipality: string): boolean {
  const { municipalities, documents } = change;
  // What another council decides is told in the plan, but it isn't for this one to decide on.
  if (isDecision(change)) return municipalities.includes(municipality);
  const shownTo = documents.some(({ document }) => toAll(document) || municipalityOf(document) === municipality);
  if (shownTo || municipalities.includes(municipality)) return true;
  // A picture that only annexes show, is for those municipalities.
  if (isAsset(change) && documents.length > 0) return documents.some(({ document }) => !isLocal(document));
  return municipalities.length === 0;
}
