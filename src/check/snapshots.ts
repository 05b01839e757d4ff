import type { Loaded, Path } from "../content/index.js";
import {
  type ActionProgress,
  type Model,
  type Money,
  type Municipality,
  moneyOfAction,
  ofTown,
  type Post,
  type Progress,
  type TownProgress,
} from "../model/index.js";
import { type Finding, ofValue } from "./rule.js";

/** What a snapshot says of an action, or of an action in one municipality, with where it stands. */
export interface Entry {
  readonly progress: Progress;
  readonly told: ActionProgress;
  readonly town?: Municipality;
  /** What is said of the municipality, where it is of one. */
  readonly own: ActionProgress | TownProgress;
  readonly path: Path;
}

/** Everything that snapshots say of actions, the first in time first. What stands twice is here once. */
export const entriesOf = ({ content, progress }: Model): Entry[] =>
  progress.flatMap((snapshot) => {
    const { actions } = content.progress.find(({ id }) => id === snapshot.id) ?? { actions: [] };
    return actions.flatMap(({ action, municipalities }, index): Entry[] => {
      const told = snapshot.actions.find((one) => one.action.fullId === action);
      if (!told || actions.findIndex((one) => one.action === action) !== index) return [];
      const path: Path = ["actions", index];
      return [
        { progress: snapshot, told, own: told, path },
        ...municipalities.flatMap(({ municipality }, place): Entry[] => {
          const own = told.municipalities.find((one) => one.municipality.id === municipality);
          return own
            ? [{ progress: snapshot, told, town: own.municipality, own, path: [...path, "municipalities", place] }]
            : [];
        }),
      ];
    });
  });

/** What is planned for an action: in all, and of that what is of the municipality of the entry, or else everything. */
export function budgetOf({ told, town }: Entry): { readonly money: Money; readonly posts: readonly Post[] } {
  const money = moneyOfAction(told.action);
  return { money, posts: town ? ofTown(money, town) : money.posts };
}

/** The file of a snapshot. */
export const fileOf = ({ id }: Pick<Progress, "id">): string => `progress/${id}.yaml`;

/** What is wrong with an entry: told at a key of it or at what stands there, or where its action or municipality stands. */
export function ofEntry(
  loaded: Loaded,
  { progress, told, town, path }: Entry,
  ...key: Path
): Pick<Finding, "subject" | "place"> {
  const subject = `progress:${progress.id}/${told.action.fullId}${town ? `/${town.id}` : ""}`;
  return ofValue(
    loaded,
    fileOf(progress),
    [...path, ...(key.length > 0 ? key : [town ? "municipality" : "action"])],
    subject,
  );
}

/** "in Best", with the space before it; nothing for all. */
export const where = (town: Municipality | undefined): string => (town ? ` in ${town.title}` : "");

/** "2019-06-30" → "2019-Q2". */
export const quarterOf = (date: string): string => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
