import type { Content } from "../content/index.js";
import { contentFiles } from "../content/index.js";
import { type Body, isOpen, type OpenPoint } from "./types.js";

/** Every point in the content on which nobody has decided, in the order of the files. */
export function openPointsOf(source: Content, all: readonly Body[]): OpenPoint[] {
  const bodies = new Map(all.map((body) => [body.id, body]));
  return contentFiles(source).flatMap(({ file, value }) => collect(value, "", { file, path: [] }, bodies));
}

function collect(
  value: unknown,
  about: string,
  at: Pick<OpenPoint, "file" | "path">,
  bodies: ReadonlyMap<string, Body>,
): OpenPoint[] {
  if (isOpen(value)) {
    const by = bodies.get(value.by);
    return by ? [{ what: value.open, by, about, ...at }] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  const title = "title" in value && typeof value.title === "string" ? value.title : about;
  return Object.entries(value).flatMap(([key, child]) =>
    collect(child, title, { file: at.file, path: [...at.path, Array.isArray(value) ? Number(key) : key] }, bodies),
  );
}
