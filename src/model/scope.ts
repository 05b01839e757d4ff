/**
 * Ids that are unique within another thing only: those of the actions and milestones of a programme. In all of the content such
 * a thing goes by a full id, "2019-2020/training"; a text may say "training" where that is clear.
 */
import type { Content } from "../content/index.js";
import { contentFiles } from "../content/index.js";
import { scan } from "../prose/index.js";

/** A thing that has an id, with the thing around it within which that id is unique, and the file in which it stands. */
export interface Named {
  readonly kind: string;
  readonly id: string;
  readonly within?: string | undefined;
  readonly file: string;
}

/** The id by which a thing is known in all of the content. */
export const fullId = ({ id, within }: Pick<Named, "id" | "within">): string =>
  within === undefined ? id : `${within}/${id}`;

/**
 * The full ids of what a reference may mean: that of its own file first, else every thing with the id. More than one: it isn't
 * clear. None: there is no such thing. Of a kind whose ids are unique anyway, the id itself.
 */
export type Meanings = (kind: string, id: string, file: string) => readonly string[];

/** Tells what references mean, given all things that have a scope; others may be among them. */
export function meaningsAmong(things: Iterable<Named>): Meanings {
  const kinds = new Map<string, Map<string, Map<string, string>>>();
  for (const thing of things) {
    if (thing.within === undefined) continue;
    const ids = kinds.get(thing.kind) ?? new Map<string, Map<string, string>>();
    kinds.set(thing.kind, ids);
    for (const id of [thing.id, fullId(thing)]) ids.set(id, (ids.get(id) ?? new Map()).set(thing.file, fullId(thing)));
  }
  return (kind, id, file) => {
    const ids = kinds.get(kind);
    if (!ids) return [id];
    const found = ids.get(id);
    const own = found?.get(file);
    return own === undefined ? [...new Set(found?.values())] : [own];
  };
}

/** A text in which every reference that is clear has the full id of what it means. */
export function inFull(text: string, file: string, meanings: Meanings): string {
  if (!text.includes("[[")) return text;
  return scan(text).references.reduceRight((current, { reference, at }) => {
    if (!reference) return current;
    const [meant, ...others] = meanings(reference.kind, reference.id, file);
    if (meant === undefined || others.length > 0 || meant === reference.id) return current;
    const from = at + `[[${reference.kind}:`.length;
    return current.slice(0, from) + meant + current.slice(from + reference.id.length);
  }, text);
}

/** Data in which every text is {@link inFull}; the same data where nothing differs. */
export function dataInFull<T>(data: T, file: string, meanings: Meanings): T {
  if (typeof data === "string") return inFull(data, file, meanings) as T;
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).map(([key, value]) => [key, value, dataInFull(value, file, meanings)] as const);
  if (entries.every(([, before, after]) => before === after)) return data;
  if (Array.isArray(data)) return entries.map(([, , after]) => after) as T;
  return Object.fromEntries(entries.map(([key, , after]) => [key, after])) as T;
}

/** Tells what references mean in content. */
export const meaningsIn = ({ programmes = [] }: Content): Meanings =>
  meaningsAmong(
    programmes.flatMap(({ id: within, actions = [], milestones = [] }) =>
      Object.entries({ action: actions, milestone: milestones }).flatMap(([kind, things]) =>
        things.map(({ id }) => ({ kind, id, within, file: `programmes/${within}.yaml` })),
      ),
    ),
  );

/** Content in which every reference has the full id of what it means, so that a text means the same wherever it is shown. */
export function contentInFull(content: Content): Content {
  const meanings = meaningsIn(content);
  const fresh = new Map(
    contentFiles(content).flatMap(({ file, value }) => {
      const full = dataInFull(value, file, meanings);
      return full === value ? [] : [[value, full] as const];
    }),
  );
  if (fresh.size === 0) return content;
  const entries = Object.entries(content).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map((item: unknown) => fresh.get(item) ?? item) : (fresh.get(value) ?? value),
  ]);
  return Object.fromEntries(entries) as Content;
}
