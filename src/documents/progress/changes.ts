/** What differs from the report before: states and planning, for all and in single municipalities, and what is left out of it. */
import { quarters } from "../../dutch.js";
import { isFinal, isOpen, type Municipality, type Progress, planningAt, standingIn } from "../../model/index.js";
import type { Cell, Row } from "../tree.js";
import { type Line, linesOf, nameOf, previousOf, type Report } from "./lines.js";
import { signed, type Told } from "./states.js";
import { inTown } from "./tables.js";

/** The rows of a table: the action, what it was, what it is, its new planning. */
export interface Changes {
  readonly changed: readonly Row[];
  /** Of actions that weren't over and of which this report says nothing any more. */
  readonly gone: readonly Row[];
}

export function changesOf(report: Report, lines: readonly Line[]): Changes {
  const previous = previousOf(report);
  if (!previous) return { changed: [], gone: [] };
  const earlier = linesOf({ ...report, progress: previous });
  const there = new Set(lines.map(({ action }) => action));
  return {
    changed: lines.flatMap((line) => {
      const was = earlier.find(({ action }) => action === line.action);
      return changeOf(report, previous, was, line);
    }),
    gone: earlier
      .filter(({ action, told }) => !there.has(action) && !isOver(told))
      .map((was) => ({ cells: [nameOf(was), [signed(was.told)], "Staat er niet meer in", ""] })),
  };
}

const isOver = (told: Told): boolean => told !== "verschilt" && told !== "onbekend" && isFinal(told);

function changeOf(report: Report, previous: Progress, was: Line | undefined, line: Line): Row[] {
  const { action, told } = line;
  const towns = report.town ? [] : action.municipalities;
  const [before, now] = [previous, report.progress].map(
    (at) =>
      (town: Municipality): Told =>
        standingIn(report.model.progress, at, action, town).state ?? "onbekend",
  );
  if (!before || !now) return [];
  const wasTold = was?.told ?? "onbekend";
  // Those that change with all are told with all.
  const apart = towns.filter((town) => before(town) !== now(town) && (before(town) !== wasTold || now(town) !== told));
  const planned = movedSince(report, previous, was, line);
  if (wasTold === told && apart.length === 0 && planned.length === 0) return [];
  const state = (own: Told, of: (town: Municipality) => Told): Cell => [
    signed(own),
    ...apart.map((town) => inTown(town.title, of(town))),
  ];
  return [
    {
      cells: [nameOf(line), was ? state(wasTold, before) : "Stond er nog niet in", state(told, now), planned],
    },
  ];
}

/** Where the planning moved: that of all, then that of municipalities that have another. */
function movedSince(
  { model, progress, town }: Report,
  previous: Progress,
  was: Line | undefined,
  line: Line,
): string[] {
  if (!was) return [];
  const { action } = line;
  const all = moved(was.planning, line.planning);
  const each = (town ? [] : action.municipalities).flatMap((own) => {
    const at = (snapshot: Progress) => planningAt(model.progress, snapshot, action, own);
    const shown = moved(at(previous), at(progress));
    return shown === "" || shown === all ? [] : [`${own.title}: ${shown}`];
  });
  return [...(all === "" ? [] : [all]), ...each];
}

function moved(was: Line["planning"], now: Line["planning"]): string {
  if (!was || !now || isOpen(now)) return "";
  if (!isOpen(was) && was.from === now.from && was.to === now.to) return "";
  return quarters(now.from, now.to);
}
