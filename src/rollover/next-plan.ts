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

/**
 * What to change in the file of a municipality: for the next plan all that it decided; for the next programme no more than that it
 * hasn't decided on that one yet.
 * @param programme the id of the next programme; without one, it is the next plan
 */
export function editsForTown(town: Data, programme: string | undefined, body: string): Edit[] {
  const decisions = town.decisions as Data | undefined;
  if (programme !== undefined) return decisions ? undecided(decisions, programme, body) : [];
  const list = (key: string): readonly Data[] => (Array.isArray(town[key]) ? (town[key] as Data[]) : []);
  return [
    ...["plan", "annex", "programme"].flatMap((key) => reopened(decisions?.[key], ["decisions", key], body)),
    ...(decisions?.programmes === undefined ? [] : [{ do: "remove", path: ["decisions", "programmes"] } as const]),
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

/** That nothing is decided on a programme yet, for who tells of the programmes before it. */
function undecided(decisions: Data, programme: string, body: string): Edit[] {
  const { programme: first, programmes } = decisions;
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
