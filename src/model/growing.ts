/** What linking takes: finding by id, and things that are filled after they exist. */

/** A lookup that can't miss, because the references have been checked. */
export const byId = <T extends { readonly id: string }>(things: readonly T[]) => {
  const index = new Map(things.map((thing) => [thing.id, thing]));
  return (id: string): T => {
    const found = index.get(id);
    if (!found) throw new Error(`unchecked reference to ${id}`);
    return found;
  };
};

// The model has cycles (a measure knows its actions, an action its measures), so lists are filled after the
// things themselves exist; the types show them as read-only to everyone else.
export type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
