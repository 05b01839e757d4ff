import { day } from "../../dutch.js";
import { isAdopted } from "../../model/index.js";
import { ofAmendment } from "../amendments.js";
import { modelRule } from "../rule.js";

/** How many years before a plan begins a council may vote on it at the earliest: drafts aren't older. */
const AHEAD = 2;

export const amendmentDate = modelRule(
  {
    code: "IVP564",
    severity: "warning",
    title: "Over een amendement wordt gestemd voordat de raad het plan vaststelt.",
    why: "Een amendement is een voorstel tot wijziging van wat voorligt (Gemeentewet, artikel 147b): na het besluit, of buiten de tijd van het plan, ligt er niets meer voor.",
    mend: "Controleer de datum van het amendement en die van het besluit.",
  },
  ({ content: { plan, municipalities } }, loaded) =>
    (loaded.content?.amendments ?? []).flatMap((amendment) => {
      const { date, municipality } = amendment;
      const town = municipalities.find(({ id }) => id === municipality);
      if (typeof date !== "string" || !town) return [];
      const told = (message: string) => [{ ...ofAmendment(loaded, amendment, "date"), message }];
      const year = Number(date.slice(0, 4));
      if (year > plan.period.to) return told(`${day(date)} ligt na de looptijd, die eindigt in ${plan.period.to}.`);
      if (year < plan.period.from - AHEAD)
        return told(`${day(date)} ligt meer dan ${AHEAD} jaar voor het begin van de looptijd in ${plan.period.from}.`);
      if (town.until !== undefined && date >= town.until)
        return told(`De gemeente ${town.title} bestaat dan niet meer: tot ${day(town.until)}.`);
      const adopted = town.decisions.plan;
      if (isAdopted(adopted.state) && typeof adopted.date === "string" && date > adopted.date)
        return told(`${day(date)} ligt na het besluit van de raad van ${town.title} op ${day(adopted.date)}.`);
      return [];
    }),
);
