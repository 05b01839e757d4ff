/** The next plan, made of the files of this one: what was decided is open again. */

import type { Edit } from "../content/index.js";
import type { Years } from "../model/index.js";
import { reopened } from "./next-programme.js";
import { withYears } from "./years.js";

type Data = Readonly<Record<string, unknown>>;

/** What to change in plan.yaml. @param name what the next plan was called on the command line */
export function planEdits(plan: Data, name: string, next: Years, body: string): Edit[] {
  const old = plan.period as Years;
  const text = (key: string): Edit[] => {
    const value = plan[key];
    const fresh = typeof value === "string" ? withYears(value, old, next) : value;
    return fresh === value ? [] : [{ do: "set", path: [key], value: fresh }];
  };
  const id = withYears(String(plan.id), old, next);
  return [
    { do: "set", path: ["id"], value: id === plan.id ? `ivp-${name}` : id },
    ...text("title"),
    ...text("shortTitle"),
    { do: "set", path: ["period", "from"], value: next.from },
    { do: "set", path: ["period", "to"], value: next.to },
    ...reopened(plan.decision, ["decision"], body),
  ];
}

/** Who decides, and on what there is already a decision in the document itself that is open. */
interface Deciding {
  readonly body: string;
  /** Of the only municipality it is the same decision: there it comes only when it is taken. */
  readonly told: ReadonlySet<"plan" | "programme">;
}

/** What to change in the file of a municipality for the next plan: all that it decided. */
export function editsForTown(town: Data, { body, told }: Deciding): Edit[] {
  const decisions = (town.decisions ?? {}) as Data;
  const gone = Object.keys(decisions).filter((key) => key === "programmes" || told.has(key as "plan"));
  const list = (key: string): readonly Data[] => (Array.isArray(town[key]) ? (town[key] as Data[]) : []);
  return [
    ...(gone.length > 0 && gone.length === Object.keys(decisions).length
      ? [{ do: "remove", path: ["decisions"] } as const]
      : [
          ...["plan", "annex", "programme"]
            .filter((key) => !gone.includes(key))
            .flatMap((key) => reopened(decisions[key], ["decisions", key], body)),
          ...gone.map((key): Edit => ({ do: "remove", path: ["decisions", key] })),
        ]),
    ...list("localThemes").flatMap(({ status }, index): Edit[] =>
      status === "vastgesteld" ? [{ do: "set", path: ["localThemes", index, "status"], value: "voorstel" }] : [],
    ),
    ...list("finances").flatMap((own, index) =>
      (["amount", "decision"] as const).flatMap((key): Edit[] => {
        const decided = own[key] !== undefined && (typeof own[key] !== "object" || own[key] === null);
        const what = key === "amount" ? "bijdrage per jaar" : "besluit over de bijdrage";
        const value = { open: what, by: body };
        return decided ? [{ do: "set", path: ["finances", index, key], value, flow: true }] : [];
      }),
    ),
  ];
}

/**
 * What to change in the file of a municipality for the next programme, if it tells of the programmes before it: that it hasn't decided on
 * that one yet.
 */
export function undecided(town: Data, programme: string, { body, told }: Deciding): Edit[] {
  const { programme: first, programmes } = (town.decisions ?? {}) as Data;
  if (told.has("programme")) return [];
  if (first === undefined && programmes === undefined) return [];
  const own = ((first as Data | undefined)?.body as string | undefined) ?? body;
  const decision = {
    state: "concept",
    body: own,
    date: { open: "datum van het besluit", by: own },
    reference: { open: "kenmerk van het besluit", by: own },
  };
  const value = { programme, decision };
  if (Array.isArray(programmes)) return [{ do: "add", path: ["decisions", "programmes", programmes.length], value }];
  return [{ do: "add", path: ["decisions", "programmes"], value: [value], after: "programme" }];
}
