import type { ProgressState } from "../../content/index.js";
import { day, enumeration, stateName } from "../../dutch.js";
import { type Action, type Model, type Municipality, newest } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

/** Whether the word of the programme and the last state can't both be true. Whether an action was decided on, says nothing of that. */
function contradicts(status: Action["status"], state: ProgressState): boolean {
  switch (status) {
    case "voorstel":
    case "vastgesteld":
      return false;
    case "loopt":
      return state !== "loopt" && state !== "vertraagd";
    case "afgerond":
      return state !== "afgerond";
    case "vervallen":
      return state !== "gestopt" && state !== "niet-gestart";
  }
}

export const statusContradicts = modelRule(
  {
    code: "IVP810",
    severity: "warning",
    title: "De status van een actie in haar programma spreekt de laatste voortgang niet tegen.",
    why: "Documenten tonen de status die het laatst is gemeld; wat het programma anders zegt, ziet de lezer niet, of spreekt de rapportage tegen.",
    mend: "Verbeter een van de twee. Houdt u de voortgang bij in progress/, laat de status in programmes/ dan op vastgesteld staan.",
  },
  (model, loaded) =>
    model.programmes.flatMap((programme) =>
      programme.actions.flatMap((action) => {
        const against = contradictions(model, action);
        const index = model.content.programmes
          .find(({ id }) => id === programme.id)
          ?.actions.findIndex(({ id }) => id === action.id);
        if (against.length === 0 || index === undefined) return [];
        return [
          {
            ...ofValue(
              loaded,
              `programmes/${programme.id}.yaml`,
              ["actions", index, "status"],
              `action:${action.fullId}`,
            ),
            message: `De actie “${action.title}” heet hier “${stateName(action.status)}”, maar in de voortgang ${enumeration(against)}.`,
          },
        ];
      }),
    ),
);

/**
 * Where the last word on an action says otherwise: for all, or else in which municipalities. What still runs may be over in some of them;
 * what is over, is over in all.
 */
function contradictions({ progress }: Model, action: Action): string[] {
  const against = (town?: Municipality): string[] => {
    const last = newest(progress, action, town);
    return last && contradicts(action.status, last.state)
      ? [`van ${day(last.progress.date)}${town ? ` in ${town.title}` : ""} “${stateName(last.state)}”`]
      : [];
  };
  const all = against();
  if (all.length > 0) return all;
  const each = action.municipalities.map(against);
  return action.status !== "loopt" || each.every((told) => told.length > 0) ? each.flat() : [];
}
