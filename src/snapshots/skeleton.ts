/** The text of a new snapshot: each action, with what was told of it the last time as comment. Pure. */
import { day, euros, listed, quarters, stateName } from "../dutch.js";
import {
  type Action,
  type ActionProgress,
  before,
  isOpen,
  type Model,
  newest,
  type Progress,
  planningAt,
  spentOn,
  toldIn,
} from "../model/index.js";

/** What to write of. */
export interface Asked {
  readonly date: string;
  readonly kind: Progress["kind"];
  readonly actions: readonly Action[];
}

const how = `#
# Vul bij elke actie in wat u weet, en haal weg wat u niet nodig hebt:
#   state: niet-gestart, loopt, vertraagd, afgerond of gestopt
#   done: wat er is gedaan
#   next: wat er volgt
#   spent: wat er sinds het begin van het programma is uitgegeven, in hele euro's
#   planning: { from: JAAR-Q1, to: JAAR-Q4 }, alleen als de planning is verschoven
#   decide: { what: waarover een besluit nodig is, by: raad }
#   municipalities: alleen de gemeenten waar het anders gaat, elk met municipality en dezelfde sleutels
`;

/** @param schema the line by which editors find the schema */
export function skeleton(model: Model, { date, kind, actions }: Asked, schema: string): string {
  const several = new Set(actions.map(({ programme }) => programme)).size > 1;
  return [
    schema,
    `# Hoe ver de acties op ${day(date)} zijn.\n`,
    how,
    `id: ${date}\n`,
    ...(kind === "voortgang" ? [] : [`kind: ${kind}\n`]),
    "actions:\n",
    ...actions.map((action) => {
      const of = several ? ` (${action.programme.shortTitle})` : "";
      return [
        ...comment(`${action.number} ${action.title}${of}`),
        ...comment(planned(model, date, action)),
        ...comment(lastTime(model, date, action)),
        `  - action: ${action.fullId}\n`,
      ].join("");
    }),
  ].join("");
}

/** Lines of comment; none where there is nothing to say. */
const comment = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => `  # ${line.trimEnd()}\n`);

function planned({ progress }: Model, date: string, action: Action): string {
  const planning = planningAt(progress, { date }, action);
  return planning && !isOpen(planning) ? `Planning: ${quarters(planning.from, planning.to)}` : "";
}

/** What the last snapshot that says how far the action was, tells of it. */
function lastTime({ progress }: Model, date: string, action: Action): string {
  const earlier = before(progress, { date });
  const last = newest(earlier, action) ?? latestTold(earlier, action);
  if (!last) return "";
  const { told } = last;
  const spent = spentOn(told);
  const all = [
    ...(told.state ? [stateName(told.state)] : []),
    ...(spent === undefined ? [] : [`uitgegeven: ${euros(spent)}`]),
    ...told.municipalities.flatMap(({ municipality, state }) =>
      state ? [`${municipality.title}: ${stateName(state)}`] : [],
    ),
  ];
  const next = told.next.trim();
  return [
    `Vorige keer (${day(last.progress.date)}): ${listed(all) || "geen status"}`,
    next && `Het vervolg was: ${next}`,
  ].join("\n");
}

function latestTold(
  earlier: readonly Progress[],
  action: Action,
): { readonly progress: Progress; readonly told: ActionProgress } | undefined {
  const all = earlier.flatMap((progress) => {
    const told = toldIn(progress, action);
    return told ? [{ progress, told }] : [];
  });
  return all.at(-1);
}
