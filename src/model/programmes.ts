/** The programmes of a plan with their actions, numbered. */
import { byPeriod, type WholeContent } from "./defaults.js";
import { byId, type Growing } from "./growing.js";
import { fullId } from "./scope.js";
import type { Action, Actor, Measure, Municipality, Programme } from "./types.js";

/** The programmes in time, each with its actions; measures and municipalities come to know theirs. */
export function linkProgrammes(
  content: WholeContent,
  measures: readonly Growing<Measure>[],
  municipalities: readonly Growing<Municipality>[],
): Programme[] {
  const localTheme = byId(content.localThemes.themes);
  const measure = byId(measures);
  const partner = byId(content.partners.partners);
  const municipality = byId(municipalities);
  const actors = new Map<string, Actor>([
    ...content.partners.partners.map(({ id, shortTitle }) => [id, { kind: "partner", id, title: shortTitle }] as const),
    ...municipalities.map(({ id, title }) => [id, { kind: "municipality", id, title: `gemeente ${title}` }] as const),
  ]);
  return [...content.programmes].sort(byPeriod).map((source) => {
    const named = new Set(
      source.actions.flatMap((action) => (action.municipalities === "all" ? [] : action.municipalities)),
    );
    // Who is gone before the programme begins takes part only where an action names it, and a check tells of that.
    const everyone = municipalities.filter((town) => !isGone(town, `${source.period.from}-01-01`));
    const programme: Growing<Programme> = {
      ...source,
      municipalities: municipalities.filter((town) => everyone.includes(town) || named.has(town.id)),
      actions: [],
    };
    for (const action of inPlanOrder(source.actions, measures)) {
      const { lead, ...rest } = action;
      const everyMunicipality = action.municipalities === "all";
      const linkedAction: Action = {
        ...rest,
        fullId: fullId({ id: action.id, within: source.id }),
        number: `A${programme.actions.length + 1}`,
        programme,
        measures: action.measures.map(measure),
        localThemes: action.localThemes.map(localTheme),
        partners: action.partners.map(partner),
        everyMunicipality,
        municipalities:
          action.municipalities === "all"
            ? everyone
            : municipalities.filter(({ id }) => action.municipalities.includes(id)),
        ...(lead !== undefined && { lead: typeof lead === "string" ? (actors.get(lead) as Actor) : lead }),
      };
      for (const { id } of linkedAction.measures) measure(id).actions.push(linkedAction);
      for (const { id } of linkedAction.municipalities) municipality(id).actions.push(linkedAction);
      programme.actions.push(linkedAction);
    }
    return programme;
  });
}

/** Whether an action still counts: one that lapsed costs nothing, carries out nothing, and nobody takes part in it. */
export const holds = ({ status }: Pick<Action, "status">): boolean => status !== "vervallen";

/** Whether a municipality no longer exists on a day. */
export const isGone = ({ until }: Pick<Municipality, "until">, day: string): boolean =>
  until !== undefined && until <= day;

/** Actions in the order of the measures that they carry out; those for local themes last. */
function inPlanOrder<A extends { readonly measures: readonly string[] }>(
  actions: readonly A[],
  measures: readonly Measure[],
): A[] {
  const rank = new Map(measures.map(({ id }, index) => [id, index]));
  const rankOf = ({ measures: ids }: A): number => Math.min(...ids.map((id) => rank.get(id) ?? 0));
  return [...actions].sort((a, b) => {
    const [first, second] = [rankOf(a), rankOf(b)];
    return first === second ? 0 : first - second;
  });
}
