/** The things that an amendment adds: its own texts may refer to them before they are there. */
import type { AmendmentChange } from "../../content/index.js";
import { fieldOf, inside, targetOf } from "./fields.js";

export interface AddedThing {
  readonly kind: string;
  /** By its own id, and in full where that is unique within another thing. */
  readonly ids: readonly string[];
  readonly value: Readonly<Record<string, unknown>>;
}

/** What an amendment adds, in the order of its changes. */
export const addedBy = ({ changes }: { readonly changes: readonly AmendmentChange[] }): AddedThing[] =>
  changes.flatMap(addedIn);

function addedIn({ target, field, new: value }: AmendmentChange): AddedThing[] {
  const about = targetOf(target);
  if (!about || field === undefined || typeof value !== "object" || Array.isArray(value)) return [];
  const { id } = value;
  const list = fieldOf(about, field);
  const schema = "unknown" in list ? undefined : inside(list.schema, 0)?.schema;
  const kind = schema?.["x-defines"];
  if (kind === undefined || typeof id !== "string") return [];
  const full = schema?.["x-within"] !== undefined && "id" in about ? [`${about.id}/${id}`] : [];
  return [{ kind, ids: [id, ...full], value }];
}
