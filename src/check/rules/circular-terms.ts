import { scan } from "../../prose/index.js";
import { modelRule, ofThing } from "../rule.js";

export const circularTerms = modelRule(
  {
    code: "IVP306",
    severity: "warning",
    title: "Begrippen leggen elkaar niet in een kring uit.",
    why: "Wie een begrip opzoekt en naar een ander wordt gestuurd dat weer terugwijst, weet nog niets.",
    mend: "Leg een van de begrippen uit zonder naar het andere te verwijzen.",
  },
  ({ content }, loaded) => {
    // Only the meaning counts: an explanation may point at related terms.
    const uses = new Map(
      content.glossary.terms.map(({ id, meaning }) => [
        id,
        scan(meaning).references.flatMap(({ reference }) => (reference?.kind === "term" ? [reference.id] : [])),
      ]),
    );
    const inCircle = circles(uses);
    return content.glossary.terms
      .filter(({ id }) => inCircle.has(id))
      .map(({ id, term }) => ({
        ...ofThing(loaded, "term", id),
        message: `De betekenis van “${term}” verwijst via andere begrippen naar zichzelf.`,
      }));
  },
);

/** The things from which a way leads back to them. Ways may be thousands of steps long, so nothing recurs. */
function circles(uses: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const left = withoutEnds(uses);
  for (const id of left.keys()) if (!found.has(id)) for (const step of wayBack(id, left)) found.add(step);
  return found;
}

/** Leaves out what leads to nothing, over and over: it is in no circle. */
function withoutEnds(uses: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>([...uses.keys()].map((id) => [id, []]));
  const count = new Map<string, number>();
  for (const [id, others] of uses) {
    const known = others.filter((other) => uses.has(other));
    count.set(id, known.length);
    for (const other of known) users.get(other)?.push(id);
  }
  const ends = [...count].flatMap(([id, number]) => (number === 0 ? [id] : []));
  for (const end of ends) {
    for (const user of users.get(end) ?? []) {
      const number = (count.get(user) ?? 0) - 1;
      count.set(user, number);
      if (number === 0) ends.push(user);
    }
  }
  const gone = new Set(ends);
  return new Map([...uses].filter(([id]) => !gone.has(id)));
}

/** The shortest way from a thing back to itself; empty when there is none. */
function wayBack(start: string, uses: ReadonlyMap<string, readonly string[]>): string[] {
  const from = new Map<string, string>();
  const queue = [start];
  for (const id of queue) {
    for (const next of uses.get(id) ?? []) {
      if (from.has(next)) continue;
      from.set(next, id);
      queue.push(next);
    }
    if (from.has(start)) break;
  }
  const way: string[] = [];
  for (let id = from.get(start); id !== undefined; id = id === start ? undefined : from.get(id)) way.push(id);
  return way;
}
