import { slug } from "../init/slug.js";

/** The longest id that the schemas take, with room for a number behind it. */
const LONGEST = 50;

/** An id made of a title. @param otherwise where the title has no letter that an id can have */
export function idOf(title: string, otherwise: string): string {
  const whole = slug(title);
  if (whole.length <= LONGEST) return whole || otherwise;
  const cut = whole.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 20)).replace(/-+$/, "");
}

/** Gives ids that weren't given before. */
export class Ids {
  private readonly taken = new Set<string>();

  constructor(reserved: Iterable<string> = []) {
    for (const id of reserved) this.taken.add(id);
  }

  give(title: string, otherwise: string): string {
    const base = idOf(title, otherwise);
    let id = base;
    for (let number = 2; this.taken.has(id); number++) id = `${base}-${number}`;
    this.taken.add(id);
    return id;
  }
}
