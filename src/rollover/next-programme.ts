/** The next programme, made of the text of the one before it. */
import type { Edit, Path, ProgrammeAction, Programme as Source } from "../content/index.js";
import { fullId, type Years } from "../model/index.js";
import { namesYear, withYears } from "./years.js";

/** What the next programme is. */
export interface Next extends Years {
  readonly id: string;
  /** Who decides on it. */
  readonly body: string;
  /** Whether the programme before it is in the same content, so that an action can say which it continues. */
  readonly continues: boolean;
}

export interface Edits {
  readonly edits: readonly Edit[];
  readonly kept: readonly ProgrammeAction[];
  /** What is finished or lapsed. */
  readonly left: readonly ProgrammeAction[];
  /** Titles of milestones outside the new years. */
  readonly milestones: readonly string[];
}

const open = (path: Path, what: string, by: string): Edit => ({
  do: "set",
  path,
  value: { open: what, by },
  flow: true,
});

const isOpen = (value: unknown): boolean => typeof value === "object" && value !== null && "open" in value;

/** A value that was decided for the old years; nobody has decided on the new ones. */
const isDecided = (value: unknown): boolean => value !== undefined && value !== null && !isOpen(value);

/** Opens a decision again, where there is one. @param body who decides, if the decision doesn't say */
export function reopened(decision: unknown, path: Path, body: string): Edit[] {
  if (typeof decision !== "object" || decision === null) return [];
  const { state, body: own = body, date, reference } = decision as Readonly<Record<string, unknown>>;
  const by = String(own);
  return [
    ...(isDecided(state) && state !== "concept"
      ? [{ do: "set", path: [...path, "state"], value: "concept" } as const]
      : []),
    ...(isDecided(date) ? [open([...path, "date"], "datum van het besluit", by)] : []),
    ...(isDecided(reference) ? [open([...path, "reference"], "kenmerk van het besluit", by)] : []),
    ...(["remark", "fingerprint"] as const).flatMap((key): Edit[] =>
      key in decision ? [{ do: "remove", path: [...path, key] }] : [],
    ),
  ];
}

/** What to change in the file of a programme, so that it is the next one. Pure. */
export function editsFor(source: Source, next: Next): Edits {
  const { period, actions = [], milestones = [] } = source;
  const isDone = ({ status }: ProgrammeAction): boolean => status === "afgerond" || status === "vervallen";
  const inside = (code: string): boolean => code >= `${next.from}-Q1` && code <= `${next.to}-Q4`;
  const titles = (["title", "shortTitle"] as const).flatMap((key): Edit[] => {
    const text = source[key];
    const fresh = text && withYears(text, period, next);
    return fresh && fresh !== text ? [{ do: "set", path: [key], value: fresh }] : [];
  });
  const gone = milestones.filter(({ quarter }) => !inside(quarter));
  return {
    edits: [
      { do: "set", path: ["id"], value: next.id },
      ...titles,
      { do: "set", path: ["period", "from"], value: next.from },
      { do: "set", path: ["period", "to"], value: next.to },
      ...reopened(source.decision, ["decision"], next.body),
      ...without("milestones", milestones, gone),
      ...without("actions", actions, actions.filter(isDone)),
      ...actions.flatMap((action, index) => (isDone(action) ? [] : carriedOn(action, index, source, next))),
    ],
    kept: actions.filter((action) => !isDone(action)),
    left: actions.filter(isDone),
    milestones: gone.map(({ title }) => title),
  };
}

/** Takes items out of a list. The comment above the first is about the list. */
function without<T>(key: string, all: readonly T[], gone: readonly T[]): Edit[] {
  if (gone.length === 0) return [];
  if (gone.length === all.length) return [{ do: "set", path: [key], value: [], flow: true }];
  return gone.map((item): Edit => {
    const index = all.indexOf(item);
    return { do: "remove", path: [key, index], ...(index > 0 && { above: true }) };
  });
}

/** An action that isn't finished, in the next programme: what was decided for the old years is open again. */
function carriedOn(action: ProgrammeAction, index: number, source: Source, next: Next): Edit[] {
  const at = (key: string): Path => ["actions", index, key];
  const { status, planning, money, capacity, result, continues } = action;
  const before = fullId({ id: action.id, within: source.id });
  const link: Edit[] = next.continues
    ? [
        continues === undefined
          ? { do: "add", path: at("continues"), value: before, after: status === undefined ? "title" : "status" }
          : { do: "set", path: at("continues"), value: before },
      ]
    : continues === undefined
      ? []
      : [{ do: "remove", path: at("continues") }];
  return [
    ...link,
    ...(status !== undefined && status !== "voorstel"
      ? [{ do: "set", path: at("status"), value: "voorstel" } as const]
      : []),
    ...(isDecided(planning) ? [open(at("planning"), "eerste en laatste kwartaal", next.body)] : []),
    ...(isDecided(money) ? [open(at("money"), "kosten per jaar", next.body)] : []),
    ...(isDecided(capacity) ? [open(at("capacity"), "welke mensen en uren nodig zijn", next.body)] : []),
    ...(typeof result === "string" && namesYear(result, source.period)
      ? [open(at("result"), "waaraan we zien dat de actie werkt", next.body)]
      : []),
  ];
}
