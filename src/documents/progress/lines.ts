/** What a report tells of each action: how far it is, what was told of it, and what it was the time before. */
import {
  type Action,
  type ActionProgress,
  actionsOn,
  before,
  holds,
  type Model,
  type Municipality,
  type Progress,
  planningAt,
  standingIn,
  stateIn,
  type TownProgress,
} from "../../model/index.js";
import type { Told } from "./states.js";

/** Which report: of all municipalities, or of one. */
export interface Report {
  readonly model: Model;
  readonly progress: Progress;
  readonly town?: Municipality;
}

/** An action in a report. */
export interface Line {
  readonly action: Action;
  readonly told: Told;
  /** What the snapshot says; nothing where it is silent. */
  readonly entry?: ActionProgress;
  /** The earlier snapshot that called it over, where this one is silent. */
  readonly since?: Progress;
  /** What that one said. */
  readonly last?: ActionProgress;
  /** Where the municipalities differ from what holds for all; in the report of one municipality none. */
  readonly differing: readonly TownProgress[];
  /** The programme of which it is, where the report tells of more. */
  readonly of?: string;
  /** As the team or the municipality has it now. */
  readonly planning: Action["planning"];
}

/** The actions of a report, in the order of programmes and numbers. */
export function linesOf({ model, progress, town }: Report): Line[] {
  const asked = new Set([
    ...actionsOn(model.programmes, model.progress, progress),
    ...progress.actions.map(({ action }) => action),
  ]);
  const lines = model.programmes
    .flatMap(({ actions }) => actions)
    .filter((action) => asked.has(action) && (!town || action.municipalities.includes(town)))
    .map((action) => lineOf({ model, progress, ...(town && { town }) }, action))
    .filter(({ action, entry, told }) => entry || told !== "onbekend" || holds(action));
  const several = new Set(lines.map(({ action }) => action.programme)).size > 1;
  return several ? lines.map((line) => ({ ...line, of: line.action.programme.shortTitle })) : lines;
}

function lineOf({ model, progress, town }: Report, action: Action): Line {
  const standing = standingIn(model.progress, progress, action, town);
  const entry = standing.progress === progress ? standing.told : undefined;
  const differing = town ? [] : (entry?.municipalities ?? []);
  return {
    action,
    told: standing.state ?? (entry && !town ? apart(entry) : "onbekend"),
    ...(entry && { entry }),
    ...(standing.progress &&
      standing.progress !== progress && { since: standing.progress, ...(standing.told && { last: standing.told }) }),
    differing,
    planning: planningAt(model.progress, progress, action, town),
  };
}

/** What holds for all where only municipalities have a state. */
export function apart(entry: ActionProgress): Told {
  const states = new Set(entry.action.municipalities.map((town) => stateIn(entry, town)));
  const [only, ...more] = states;
  if (more.length > 0) return "verschilt";
  return only ?? "onbekend";
}

/** The report before this one, if there is one. */
export const previousOf = ({ model, progress }: Report): Progress | undefined =>
  before(model.progress, progress).at(-1);

/** An action by number and title; of which programme, where there are more. */
export const nameOf = ({ action: { fullId, number, title }, of }: Line): string[] => [
  `[[action:${fullId}|${number}]] ${title}`,
  ...(of ? [`*${of}*`] : []),
];
