/** The way through data along the steps of a field. */
import { expand, type Path, type Schema } from "../../content/index.js";
import type { Draft, DraftPlace } from "./draft.js";
import { inside } from "./fields.js";

/** A value, or the place where one could be. */
export interface Walked {
  readonly path: Path;
  readonly schema: Schema;
  /** The schema of what it stands in. */
  readonly around: Schema;
}

/** Follows the steps of a field through the data; the last one may lead to what isn't there yet. */
export function walked(
  draft: Draft,
  { file, path }: DraftPlace,
  schema: Schema,
  steps: readonly string[],
): Walked | undefined {
  let at: Walked = { path, schema, around: schema };
  for (const step of steps) {
    const value = draft.at({ file, path: at.path });
    const inner = inside(at.schema, step);
    if (typeof value !== "object" || value === null || !inner) return undefined;
    const key = Array.isArray(value) ? indexOf(value, inner.schema, step) : step;
    if (key === undefined) return undefined;
    at = { path: [...at.path, key], schema: inner.schema, around: at.schema };
  }
  return at;
}

/** Which item of a list a word means: by its id, by what it points at, by its own text, or by its number from 1. */
export function indexOf(items: readonly unknown[], schema: Schema, step: string): number | undefined {
  const pointer = Object.entries(schema.properties ?? {}).find(([, property]) => expand(property)["x-refers"])?.[0];
  const named = items.findIndex((item) => {
    if (typeof item !== "object" || item === null) return item === step;
    const { id = pointer === undefined ? undefined : (item as Record<string, unknown>)[pointer] } = item as {
      id?: unknown;
    };
    return id === step;
  });
  if (named >= 0) return named;
  return /^[1-9]\d*$/.test(step) && Number(step) <= items.length ? Number(step) - 1 : undefined;
}
