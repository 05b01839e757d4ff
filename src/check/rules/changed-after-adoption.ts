import { ivp } from "../../called/index.js";
import { capital, day } from "../../dutch.js";
import { isOpen, onEarlierText, outcomeOf, subjectsOf } from "../../model/index.js";
import { decisionsOf } from "../decisions.js";
import { modelRule, ofValue } from "../rule.js";

export const changedAfterAdoption = modelRule(
  {
    code: "IVP526",
    severity: "warning",
    title: "Wat is vastgesteld, is daarna niet gewijzigd.",
    why: "De raad of het college besloot over een eerdere tekst; wat er nu staat, is daar niet vastgesteld. De documenten zeggen dat ook.",
    mend: `Kijk wat er is gewijzigd met ${ivp} diff --since adoption. Zet de tekst terug, of laat opnieuw besluiten en leg dat vast met ${ivp} adopt --replace.`,
  },
  (model, loaded) => {
    const placed = new Map(decisionsOf(model).map((one) => [one.decision, one]));
    return subjectsOf(model).flatMap((subject) =>
      onEarlierText(model, outcomeOf(model, subject)).map(({ municipality: { id }, decision, file, path }) => {
        const { date } = decision;
        const when = date === undefined || isOpen(date) ? "" : ` op ${day(date)}`;
        return {
          ...ofValue(loaded, file, [...path, "fingerprint"], `${file}:${path.join(".")}`),
          message: `${capital(placed.get(decision)?.name ?? "dit stuk")} is na de vaststelling${when} gewijzigd.`,
          hint: `Kijk wat er is gewijzigd met ${ivp} diff --since adoption:${id}. Zet de tekst terug, of laat opnieuw besluiten en leg dat vast met ${ivp} adopt --replace.`,
        };
      }),
    );
  },
);
