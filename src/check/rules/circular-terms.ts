import { scan } from "../../prose/index.js";
import { modelRule, placeOf } from "../rule.js";

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
        place: placeOf(loaded, "term", id),
        subject: `term:${id}`,
        message: `De betekenis van “${term}” verwijst via andere begrippen naar zichzelf.`,
      }));
  },
);

/** The things from which a way leads back to them (Tarjan, 1972; without recursion, as ways may be thousands of steps long). */
function circles(uses: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  for (const start of uses.keys()) {
    if (order.has(start)) continue;
    const steps = [{ id: start, next: 0 }];
    while (steps.length > 0) {
      const step = steps.at(-1) as { id: string; next: number };
      const { id } = step;
      if (step.next === 0) {
        order.set(id, order.size);
        low.set(id, order.get(id) ?? 0);
        open.push(id);
        isOpen.add(id);
      }
      const to = uses.get(id)?.[step.next++];
      if (to !== undefined) {
        if (to === id) found.add(id);
        if (!order.has(to)) steps.push({ id: to, next: 0 });
        else if (isOpen.has(to)) low.set(id, Math.min(low.get(id) ?? 0, order.get(to) ?? 0));
        continue;
      }
      steps.pop();
      const before = steps.at(-1);
      if (before) low.set(before.id, Math.min(low.get(before.id) ?? 0, low.get(id) ?? 0));
      if (low.get(id) !== order.get(id)) continue;
      const circle = open.splice(open.lastIndexOf(id));
      for (const member of circle) {
        isOpen.delete(member);
        if (circle.length > 1) found.add(member);
      }
    }
  }
  return found;
}
