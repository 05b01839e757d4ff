/** How far actions are: the snapshots of each date, and what follows from them. */
import type { ProgressState } from "../content/index.js";
import type { WholeContent } from "./defaults.js";
import type { Action, ActionProgress, Municipality, Programme, Progress, TownProgress } from "./types.js";

/** A state that doesn't change any more. */
export const isFinal = (state: ProgressState | undefined): boolean => state === "afgerond" || state === "gestopt";

/** The snapshots with every action resolved, the first in time first. */
export function linkProgress(
  { progress }: WholeContent,
  programmes: readonly Programme[],
  municipalities: readonly Municipality[],
): Progress[] {
  const actions = new Map(programmes.flatMap((one) => one.actions.map((action) => [action.fullId, action])));
  const towns = new Map(municipalities.map((town) => [town.id, town]));
  const known = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error("unchecked reference in a snapshot");
    return thing;
  };
  return [...progress]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((source) => ({
      ...source,
      date: source.id,
      actions: source.actions
        .map(({ action, municipalities: own, ...told }) => ({
          ...told,
          action: known(actions.get(action)),
          municipalities: own
            .map(({ municipality, ...inTown }) => ({ ...inTown, municipality: known(towns.get(municipality)) }))
            .sort((a, b) => municipalities.indexOf(a.municipality) - municipalities.indexOf(b.municipality)),
        }))
        .sort((a, b) => inOrder(a.action, b.action)),
    }));
}

/** Actions by programme, then by number. */
const inOrder = (a: Action, b: Action): number =>
  a.programme === b.programme
    ? a.programme.actions.indexOf(a) - b.programme.actions.indexOf(b)
    : a.programme.period.from - b.programme.period.from || (a.programme.id < b.programme.id ? -1 : 1);

/** What is known of an action on a date. */
export interface Standing {
  readonly action: Action;
  /** The snapshot that tells it; an earlier one where an action is over and nobody repeats that. */
  readonly progress?: Progress;
  readonly told?: ActionProgress;
  /** Missing where nobody said. */
  readonly state?: ProgressState;
}

/** What a snapshot says of an action; nothing where it says nothing. */
export const toldIn = (progress: Progress, action: Action): ActionProgress | undefined =>
  tellings(progress).get(action);

/** What a snapshot says, by action. */
const tellings = once((progress: Progress) => new Map(progress.actions.map((told) => [told.action, told])));

/** Works something out of what doesn't change, no more than once: reports ask it for every action of every snapshot. */
function once<From extends object, To>(work: (from: From) => To): (from: From) => To {
  const known = new WeakMap<From, To>();
  return (from) => {
    const before = known.get(from) ?? work(from);
    known.set(from, before);
    return before;
  };
}

/** What a snapshot says of an action in one municipality: what differs there goes before what holds for all. */
export function toldInTown(told: ActionProgress, town: Municipality): TownProgress {
  const { municipalities, action: _, ...all } = told;
  const own = municipalities.find(({ municipality }) => municipality === town);
  const { spent: __, ...shared } = all;
  // What is spent together isn't what this one spent.
  return { ...shared, ...withoutEmpty(own), municipality: town };
}

const withoutEmpty = (own: TownProgress | undefined): Partial<TownProgress> =>
  Object.fromEntries(Object.entries(own ?? {}).filter(([, value]) => value !== ""));

/** The state of an action in a snapshot, for all or for one municipality. */
export const stateIn = (told: ActionProgress | undefined, town?: Municipality): ProgressState | undefined =>
  told && (town ? toldInTown(told, town).state : told.state);

/**
 * How far an action is, as the last of these snapshots tells that says so.
 * @param snapshots the first in time first
 */
export function newest(
  snapshots: readonly Progress[],
  action: Action,
  town?: Municipality,
): { readonly progress: Progress; readonly told: ActionProgress; readonly state: ProgressState } | undefined {
  for (const progress of [...snapshots].reverse()) {
    const told = toldIn(progress, action);
    const state = stateIn(told, town);
    if (told && state) return { progress, told, state };
  }
  return undefined;
}

/** The snapshots before another, the first in time first. */
export const before = (all: readonly Progress[], { date }: Pick<Progress, "date">): readonly Progress[] =>
  all.filter((one) => one.date < date);

/** How far an action is in a snapshot. What an earlier one called over, still is. */
export function standingIn(
  all: readonly Progress[],
  progress: Progress,
  action: Action,
  town?: Municipality,
): Standing {
  const told = toldIn(progress, action);
  const state = stateIn(told, town);
  if (told && (state || !isFinal(newest(before(all, progress), action, town)?.state)))
    return { action, progress, told, ...(state && { state }) };
  const earlier = newest(before(all, progress), action, town);
  return earlier && isFinal(earlier.state)
    ? { action, progress: earlier.progress, told: earlier.told, state: earlier.state }
    : { action };
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** The programmes that run on a date; for the evaluation of a plan all that have begun. */
export const programmesOn = (
  programmes: readonly Programme[],
  date: string,
  kind: Progress["kind"] = "voortgang",
): Programme[] =>
  programmes.filter(({ period }) => period.from <= yearOf(date) && (kind !== "voortgang" || yearOf(date) <= period.to));

/**
 * The actions about which a snapshot of a date has something to say: those of the programmes of then, and those of an earlier one
 * that weren't over and that nobody carries on.
 */
export function actionsOn(
  programmes: readonly Programme[],
  snapshots: readonly Progress[],
  { date, kind }: Pick<Progress, "date" | "kind">,
): Action[] {
  const running = programmesOn(programmes, date, kind);
  const carriedOn = new Set(running.flatMap(({ actions }) => actions.flatMap((action) => action.continues ?? [])));
  const left = programmes
    .filter((programme) => !running.includes(programme) && programme.period.to < yearOf(date))
    .flatMap(({ actions }) => actions)
    .filter((action) => !carriedOn.has(action.fullId))
    .filter((action) => {
      const last = newest(before(snapshots, { date }), action);
      return last !== undefined && !isFinal(last.state);
    });
  return [...left, ...running.flatMap(({ actions }) => actions)];
}

/** The planning of an action as a snapshot has it: moved there or before, or else that of the programme. */
export function planningAt(
  all: readonly Progress[],
  { date }: Pick<Progress, "date">,
  action: Action,
  town?: Municipality,
) {
  for (const { date: at, told } of moves(all).get(action) ?? []) {
    if (at > date) continue;
    const planning = town ? toldInTown(told, town).planning : told.planning;
    if (planning) return planning;
  }
  return action.planning;
}

/** Where the planning of an action was moved, for all or for some; the last in time first. */
const moves = once((all: readonly Progress[]) => {
  const found = new Map<Action, { readonly date: string; readonly told: ActionProgress }[]>();
  for (const { date, actions } of [...all].reverse())
    for (const told of actions)
      if (told.planning || told.municipalities.some(({ planning }) => planning))
        found.set(told.action, [...(found.get(told.action) ?? []), { date, told }]);
  return found;
});
