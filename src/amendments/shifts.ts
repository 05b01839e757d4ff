/** Measures and actions that lose or gain by an amendment. */
import { capital } from "../dutch.js";
import type { Action, Measure, Model } from "../model/index.js";
import { nameOf } from "../model/kind-names.js";

export interface Shift {
  /** What loses or gains: "Prioriteit “Inbraak”", "Maatregel M1", "Actie A2 (Praten op straat)". */
  readonly what: string;
  /** Of what: "actie", "gemeente". */
  readonly of: "actie" | "maatregel" | "gemeente" | "partner";
  readonly gains: readonly string[];
  readonly loses: readonly string[];
}

/** What two models differ in: which measures a priority has, which actions carry out a measure, and who takes part in an action. What is new or gone counts too. */
export function shifts(before: Model, after: Model): Shift[] {
  const [was, is] = [actionsOf(before), actionsOf(after)];
  return [
    ...both(prioritiesOf(before), prioritiesOf(after)).flatMap(([old, fresh]) => {
      const name = capital(nameOf("priority", after.terms));
      const measures = (model: Model) =>
        numbers(model.measures.filter(({ priority }) => priority.id === (fresh ?? old)?.id));
      return shift(`${name} “${(fresh ?? old)?.title}”`, "maatregel", measures(before), measures(after));
    }),
    ...both(measuresOf(before), measuresOf(after)).flatMap(([old, fresh]) => {
      const measure = (fresh ?? old) as Measure;
      return shift(`Maatregel ${measure.number}`, "actie", titles(old?.actions), titles(fresh?.actions));
    }),
    ...both(was, is).flatMap(([old, fresh]) => {
      const action = (fresh ?? old) as Action;
      const what = `${capital(`actie ${action.number}`)} (${action.title})`;
      return [
        ...shift(what, "maatregel", numbers(old?.measures), numbers(fresh?.measures)),
        ...shift(what, "gemeente", titles(old?.municipalities), titles(fresh?.municipalities)),
        ...shift(what, "partner", titles(old?.partners), titles(fresh?.partners)),
      ];
    }),
  ];
}

const prioritiesOf = ({ priorities }: Model): Map<string, Named> => new Map(priorities.map((one) => [one.id, one]));
const measuresOf = ({ measures }: Model): Map<string, Measure> => new Map(measures.map((one) => [one.id, one]));
const actionsOf = ({ programmes }: Model): Map<string, Action> =>
  new Map(programmes.flatMap(({ actions }) => actions.map((one) => [one.fullId, one] as const)));

/** Things of two sides by their ids. */
const both = <T>(
  was: ReadonlyMap<string, T>,
  is: ReadonlyMap<string, T>,
): (readonly [T | undefined, T | undefined])[] =>
  [...new Set([...was.keys(), ...is.keys()])].map((id) => [was.get(id), is.get(id)]);

interface Named {
  readonly id: string;
  readonly title: string;
}
const titles = (things: readonly Named[] = []): Map<string, string> =>
  new Map(things.map(({ id, title }) => [id, title]));
/** A measure is known by its words, whatever its number becomes. */
const numbers = (measures: readonly Measure[] = []): Map<string, string> =>
  new Map(measures.map(({ id, text }) => [id, text.trim().split("\n")[0] ?? id]));

function shift(
  what: string,
  of: Shift["of"],
  was: ReadonlyMap<string, string>,
  is: ReadonlyMap<string, string>,
): Shift[] {
  const gains = [...is].flatMap(([id, title]) => (was.has(id) ? [] : [title]));
  const loses = [...was].flatMap(([id, title]) => (is.has(id) ? [] : [title]));
  return gains.length + loses.length === 0 ? [] : [{ what, of, gains, loses }];
}
