import type { Thing } from "./things.js";

type Things = ReadonlyMap<string, Thing>;

/** Tells which municipalities a thing is about, in either of two versions: who leaves an action is concerned as well. */
export class Concerned {
  constructor(
    private readonly was: Things,
    private readonly is: Things,
  ) {}

  /** @returns their ids; none for what holds for all of them */
  by({ key }: Thing): string[] {
    const sides = [this.was, this.is].flatMap((things) => {
      const thing = things.get(key);
      return thing ? [municipalitiesOf(thing, things)] : [];
    });
    // That a municipality comes or goes concerns all.
    const comes = sides.length === 1 && (this.was.get(key) ?? this.is.get(key))?.kind === MUNICIPALITY;
    return comes || sides.some((ids) => ids.length === 0) ? [] : [...new Set(sides.flat())];
  }
}

const MUNICIPALITY = "municipality";

function municipalitiesOf(thing: Thing, things: Things): string[] {
  const { kind, id, parent, value } = thing;
  if (kind === MUNICIPALITY) return [id];
  // What is told of one municipality, or of an action.
  if (typeof value.municipality === "string") return [value.municipality];
  const action = typeof value.action === "string" ? things.get(`action:${value.action}`) : undefined;
  if (action) return municipalitiesOf(action, things);
  if (Array.isArray(value.municipalities)) return [...value.municipalities.map(String), ...leads(value, things)];
  if (kind === "local-theme") return choosers(id, things);
  const around = parent === undefined ? undefined : things.get(parent);
  return around ? municipalitiesOf(around, things) : [];
}

/** A municipality may lead an action; so may a partner. */
const leads = ({ lead }: Thing["value"], things: Things): string[] =>
  [...things.values()].flatMap(({ kind, id }) => (kind === MUNICIPALITY && id === lead ? [id] : []));

/** The municipalities that chose a local theme. What nobody chose yet, all may choose. */
const choosers = (theme: string, things: Things): string[] =>
  [...things.values()].flatMap(({ value, parent }) => {
    const around = parent === undefined ? undefined : things.get(parent);
    return around?.kind === MUNICIPALITY && value.theme === theme ? [around.id] : [];
  });
