/** What an import changes in the file of an indicator. */
import type { Edit, Indicator as Written } from "../content/index.js";
import { figure } from "../dutch.js";
import { isOpen } from "../model/index.js";
import type { Found } from "./match.js";

/** A figure as it was and becomes, in words. */
export interface FigureChange {
  readonly what: string;
  /** Nothing for a new one. */
  readonly was?: string;
  readonly becomes: string;
}

/** What the file tells, and how the content is written. */
interface How {
  /** Without it, what is provisional stays so. */
  readonly tellsProvisional: boolean;
  /** Whether a new figure stands on one line. */
  readonly flow: boolean;
}

type Value = NonNullable<Written["values"]>[number];

const shown = ({ value, low, high, provisional }: Pick<Found, "value" | "low" | "high" | "provisional">): string =>
  [
    figure(value),
    ...(low !== undefined || high !== undefined
      ? [`(${low === undefined ? "?" : figure(low)}–${high === undefined ? "?" : figure(high)})`]
      : []),
    ...(provisional ? ["(voorlopig)"] : []),
  ].join(" ");

const shownOld = ({ value, low, high, provisional }: Value): string =>
  isOpen(value)
    ? "open"
    : shown({
        value,
        ...(low !== undefined && { low }),
        ...(high !== undefined && { high }),
        provisional: provisional === "ja",
      });

/** Two digits are kept behind the comma. */
export const rounded = (found: Found): Found => {
  const round = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;
  const { low, high } = found;
  return {
    ...found,
    value: round(found.value),
    ...(low !== undefined && { low: round(low) }),
    ...(high !== undefined && { high: round(high) }),
  };
};

/**
 * The edits that put figures into an indicator. A figure that is as it was, takes none; one that the file hasn't got, stays.
 * @param found in the order in which new ones are added
 */
export function editsFor(
  written: Written,
  found: readonly Found[],
  { tellsProvisional, flow }: How,
): { edits: Edit[]; changes: FigureChange[] } {
  const edits: Edit[] = [];
  const changes: FigureChange[] = [];
  const lists = [
    { path: ["values"], values: written.values, own: found.filter(({ area }) => area.kind !== "comparison") },
    ...(written.comparisons ?? []).map(({ id, values }, index) => ({
      path: ["comparisons", index, "values"],
      values,
      own: found.filter(({ area }) => area.kind === "comparison" && area.id === id),
    })),
  ];
  // Before the areas to compare with, as the schema has it.
  const after = Object.keys(written)
    .filter((key) => key !== "comparisons")
    .at(-1);
  for (const list of lists) {
    const own = editsOfList(list, { tellsProvisional, flow }, list.path.length === 1 ? after : undefined);
    edits.push(...own.edits);
    changes.push(...own.changes);
  }
  return { edits, changes };
}

interface List {
  readonly path: readonly (string | number)[];
  readonly values: Written["values"];
  readonly own: readonly Found[];
}

function editsOfList(
  { path, values, own: given }: List,
  { tellsProvisional, flow }: How,
  after?: string,
): { edits: Edit[]; changes: FigureChange[] } {
  const edits: Edit[] = [];
  const changes: FigureChange[] = [];
  const known = new Map((values ?? []).map((value, index) => [keyOf(value), { value, index }]));
  const fresh: object[] = [];
  const wasProvisional = ({ area, year }: Found): boolean =>
    known.get(keyOf({ municipality: area.kind === "municipality" ? area.id : undefined, year }))?.value.provisional ===
    "ja";
  for (const figure of given) {
    const one = tellsProvisional ? figure : { ...figure, provisional: figure.provisional || wasProvisional(figure) };
    const what = `${one.area.title} ${one.year}`;
    const municipality = one.area.kind === "municipality" ? one.area.id : undefined;
    const old = known.get(keyOf({ municipality, year: one.year }));
    if (!old) {
      fresh.push(itemOf(one, municipality));
      changes.push({ what, becomes: shown(one) });
      continue;
    }
    const differs = changed(old.value, one).map(
      (edit): Edit => ({ ...edit, path: [...path, old.index, ...edit.path] }),
    );
    if (differs.length === 0) continue;
    edits.push(...differs);
    changes.push({ what, was: shownOld(old.value), becomes: shown(one) });
  }
  if (fresh.length === 0) return { edits, changes };
  if (values === undefined) edits.push({ do: "add", path, value: fresh, ...(after !== undefined && { after }) });
  else if (values.length === 0) edits.push({ do: "set", path, value: fresh });
  else for (const value of fresh) edits.push({ do: "add", path: [...path, values.length], value, flow });
  return { edits, changes };
}

const keyOf = (value: { readonly municipality?: string | undefined; readonly year: number }): string =>
  `${value.municipality ?? ""} ${value.year}`;

const itemOf = ({ year, value, low, high, provisional }: Found, municipality: string | undefined): object => ({
  ...(municipality !== undefined && { municipality }),
  year,
  value,
  ...(low !== undefined && { low }),
  ...(high !== undefined && { high }),
  ...(provisional && { provisional: "ja" }),
});

/** What differs, as edits within the item. */
function changed(old: Value, { value, low, high, provisional }: Found): Edit[] {
  const set = (key: string, was: unknown, is: unknown): Edit[] => {
    if (was === is) return [];
    if (is === undefined) return [{ do: "remove", path: [key] }];
    return [was === undefined ? { do: "add", path: [key], value: is } : { do: "set", path: [key], value: is }];
  };
  const state = provisional ? "ja" : old.provisional === "ja" ? undefined : old.provisional;
  return [
    ...set("value", old.value, value),
    ...set("low", old.low, low),
    ...set("high", old.high, high),
    ...set("provisional", old.provisional, state),
  ];
}
