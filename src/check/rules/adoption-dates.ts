import { ivp } from "../../called/index.js";
import { agree, day } from "../../dutch.js";
import { isAdopted } from "../../model/index.js";
import { dateOf, followingPlan } from "../following-plan.js";
import { modelRule, ofValue } from "../rule.js";

export const adoptionDates = modelRule(
  {
    code: "IVP527",
    severity: "warning",
    title: "Een bijlage of programma is niet eerder vastgesteld dan het plan.",
    why: "Bijlage en programma werken het plan uit. Stelt een raad het plan later opnieuw vast, dan is het de vraag of de bijlage daar nog bij past.",
    mend: "Verbeter de data, of laat ook over de bijlage of het programma opnieuw besluiten.",
  },
  (model, loaded) =>
    followingPlan(model).flatMap(({ placed, followed: { state, date } }) => {
      const { decision, file, path, name } = placed;
      const own = dateOf(decision);
      if (!isAdopted(state) || own === undefined || date === undefined || own >= date) return [];
      return [
        {
          ...ofValue(loaded, file, [...path, "date"], `${file}:${path.join(".")}`),
          hint: `Klopt een van de data niet, verbeter die dan. Is ${agree("de", model.terms.plan.brief)} daarna opnieuw vastgesteld, laat dan ook over dit stuk opnieuw besluiten (${ivp} adopt --replace), of accepteer deze melding in check.yaml.`,
          message: `${name} is vastgesteld op ${day(own)}, maar ${agree("de", model.terms.plan.brief)} pas later, op ${day(date)}.`,
        },
      ];
    }),
);
