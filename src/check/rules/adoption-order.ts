import { ivp } from "../../called/index.js";
import { wordFor } from "../../documents/index.js";
import { agree, stateName } from "../../dutch.js";
import { isAdopted, isDecided } from "../../model/index.js";
import { followingPlan } from "../following-plan.js";
import { modelRule, ofValue } from "../rule.js";

export const adoptionOrder = modelRule(
  {
    code: "IVP521",
    severity: "error",
    title: "Een bijlage of programma wordt niet vastgesteld voordat het plan is vastgesteld.",
    why: "Bijlage en programma werken het plan uit; de raad besluit eerst over het plan. Waar de raad het plan verwierp, valt er niets uit te werken.",
    mend: `Leg die eerdere vaststelling vast (${ivp} adopt plan), of zet de status van dit stuk terug.`,
  },
  (model, loaded) => {
    const plan = agree("de", model.terms.plan.brief);
    return followingPlan(model).flatMap(({ placed, followed: { state } }) => {
      if (isAdopted(state)) return [];
      const { file, path, name, town } = placed;
      const decided = isDecided(state);
      const fault = decided ? ` is${town === undefined ? "" : ` in ${town}`} ${stateName(state)}.` : " nog niet.";
      return [
        {
          ...ofValue(loaded, file, [...path, "state"], `${file}:${path.join(".")}`),
          message: `${name} is vastgesteld, maar ${plan}${fault}`,
          ...(decided && {
            hint: `Leg vast wat er met dit stuk gebeurde (${ivp} adopt --replace --state ingetrokken). Is ${plan} daarna alsnog vastgesteld, leg dan dat vast (${ivp} adopt ${wordFor("plan", model.terms)} --replace).`,
          }),
        },
      ];
    });
  },
);
