import { one } from "../dutch.js";
import { type Action, flatten, type Model } from "../model/index.js";
import type { Renamed } from "./renamed.js";
import type { Change } from "./types.js";

/** All numbers that shifted although nobody changed the things themselves, told for each kind of the document as a whole. */
export function shiftedNumbers(before: Model, after: Model, renamed: Renamed): Change[] {
  const told = (single: string, more: string, old: Numbers, fresh: Numbers): Change[] =>
    shifts([single, more], old, fresh, renamed);
  return [
    ...told("Hoofdstuk of paragraaf", "Hoofdstukken en paragrafen", outlineNumbers(before), outlineNumbers(after)),
    ...told("Maatregel", "Maatregelen", numbersOf("measure", before.measures), numbersOf("measure", after.measures)),
    ...after.programmes.flatMap(({ id, shortTitle: name, actions }) => {
      const isThis = (old: string): boolean =>
        (renamed.get(`programme:${old}`) ?? `programme:${old}`) === `programme:${id}`;
      const earlier = before.programmes.find((programme) => isThis(programme.id))?.actions ?? [];
      return told(`Actie van ${name}`, `Acties van ${name}`, actionNumbers(earlier), actionNumbers(actions));
    }),
  ];
}

type Numbers = ReadonlyMap<string, string>;

const numbersOf = (kind: string, things: readonly { readonly id: string; readonly number: string }[]): Numbers =>
  new Map(things.map(({ id, number }) => [`${kind}:${id}`, number]));

const actionNumbers = (actions: readonly Action[]): Numbers =>
  numbersOf(
    "action",
    actions.map(({ fullId: id, number }) => ({ id, number })),
  );

const outlineNumbers = (model: Model): Numbers =>
  new Map(
    flatten(model.outline).flatMap(({ kind, id, number, annex }) =>
      number ? [[`${kind}:${id}`, annex ? `bijlage ${number}` : number] as const] : [],
    ),
  );

/** @param what which numbers: how one is called, and more */
function shifts(what: readonly [string, string], before: Numbers, after: Numbers, renamed: Renamed): Change[] {
  const changed = [...before].flatMap(([key, old]) => {
    const fresh = after.get(renamed.get(key) ?? key);
    return fresh && fresh !== old ? [{ old, fresh }] : [];
  });
  const runs: (typeof changed)[] = [];
  for (const step of changed) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(last.old, step.old) && follows(last.fresh, step.fresh)) run.push(step);
    else runs.push([step]);
  }
  if (runs.length === 0) return [];
  const spans = (side: "old" | "fresh"): string[] => runs.map((run) => span(run.map((step) => step[side])));
  const title = one(changed.length, ...what);
  return [
    {
      type: "numbering",
      subject: { kind: "numbering", id: title, label: "Nummers", title },
      // In runs, "M12 t/m M40", and what became of each.
      before: spans("old"),
      after: spans("fresh"),
      chapter: { id: "numbering", title: "Nummers die verschoven" },
      municipalities: [],
      key: `numbering#${title}`,
    },
  ];
}

/** "M12" and "M13", or "3.5.1" and "3.5.2": the last number goes up by one, the rest stays. */
function follows(first: string, second: string): boolean {
  const [a, b] = [/^(.*?)(\d+)$/.exec(first), /^(.*?)(\d+)$/.exec(second)];
  return a !== null && b !== null && a[1] === b[1] && Number(b[2]) === Number(a[2]) + 1;
}

const span = (numbers: readonly string[]): string =>
  numbers.length === 1 ? (numbers[0] ?? "") : `${numbers[0]} t/m ${numbers.at(-1)}`;
