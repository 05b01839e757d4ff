import { capital, day, enumeration, stateName } from "../../dutch.js";
import { isAdopted, isDecided, isOpen, type Outcome, onlyOne, outcomeOf } from "../../model/index.js";
import { decisionsOf } from "../decisions.js";
import { modelRule, ofValue } from "../rule.js";

export const planAdoptedEverywhere = modelRule(
  {
    code: "IVP522",
    severity: "error",
    title: "Wat het team zelf over een besluit zegt, spreekt de gemeenten niet tegen.",
    why: "Elke gemeenteraad stelt het plan zelf vast (Politiewet 2012, artikel 38b) en elk college het programma; wat voor het team geldt, volgt daaruit. Wat het team zegt, telt zolang geen gemeente heeft besloten.",
    mend: "Zet de status in dit bestand op ter-vaststelling: de documenten zeggen zelf wie besloot. Of vul bij elke gemeente haar besluit in.",
  },
  (model, loaded) =>
    decisionsOf(model).flatMap(({ file, path, town, about, name, decision, id }) => {
      if (town !== undefined || about === "annex" || about === "progress" || !isDecided(decision.state)) return [];
      const outcome = outcomeOf(model, about === "plan" ? { kind: "plan" } : { kind: "programme", id });
      const level = model.bodies.find((body) => body.id === decision.body)?.level;
      // A body of the team may decide on a programme by itself.
      if (about === "programme" && level === "team") return [];
      const fault = contradiction(outcome, decision, about === "plan");
      if (fault === undefined) return [];
      return [
        {
          ...ofValue(loaded, file, [...path, "state"], `${file}:decision`),
          message: `${capital(name)} heet ${stateName(decision.state)}, maar ${fault}.`,
        },
      ];
    }),
);

/**
 * What the decisions of the municipalities say against that of the team.
 * @param each whether each municipality must have decided; else only those that say something count
 */
function contradiction({ towns }: Outcome, own: Outcome["decision"], each: boolean): string | undefined {
  const only = onlyOne(towns);
  if (only) return isDecided(only.decision.state) && !agrees(only.decision, own) ? differs(only) : undefined;
  const heard = towns.filter(
    ({ decision }) => each || Object.keys(decision).length > 1 || decision.state !== "concept",
  );
  if (!isAdopted(own.state)) {
    const adopted = heard.filter(({ decision }) => isAdopted(decision.state));
    return adopted.length === 0 ? undefined : `het is wel vastgesteld in: ${named(adopted)}`;
  }
  const undecided = heard.filter(({ decision }) => !isDecided(decision.state));
  if (undecided.length > 0) return `dat geldt nog niet voor: ${named(undecided)}`;
  const adopted = heard.filter(({ decision }) => isAdopted(decision.state));
  if (heard.length > 0 && adopted.length === 0) return `dat geldt voor geen enkele gemeente`;
  const later = adopted.find(
    ({ decision: { date } }) => typeof date === "string" && typeof own.date === "string" && date > own.date,
  );
  return later && differs(later);
}

const named = (towns: Outcome["towns"]): string => enumeration(towns.map(({ municipality }) => municipality.title));

const differs = ({ municipality, decision: { state, date } }: Outcome["towns"][number]): string =>
  `in ${municipality.title} is het ${stateName(state)}${date === undefined || isOpen(date) ? "" : ` op ${day(date)}`}`;

const agrees = (one: Outcome["decision"], other: Outcome["decision"]): boolean =>
  one.state === other.state && one.date === other.date && one.reference === other.reference;
