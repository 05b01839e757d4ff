import { clashesOf } from "../../model/index.js";
import { ofChange } from "../amendments.js";
import { modelRule } from "../rule.js";

export const amendmentConflict = modelRule(
  {
    code: "IVP563",
    severity: "warning",
    title: "Raden besluiten niet verschillend over dezelfde tekst van het plan.",
    why: "Het plan is van alle raden samen: neemt de ene raad een andere tekst aan dan de andere, dan is er niet één plan vastgesteld.",
    mend: "Leg één tekst aan alle raden voor, of maak van een van de twee een afwijking (scope: afwijking), die alleen voor die gemeente geldt.",
  },
  ({ targets }, loaded) => {
    const decided = (loaded.content?.amendments ?? []).filter(
      ({ state, scope = "plan" }) => state === "aangenomen" && scope === "plan",
    );
    return decided.flatMap((amendment, at) =>
      clashesOf(loaded, amendment, decided.slice(0, at)).map(({ own, other: { amendment: other, index } }) => {
        const town = targets.get(`municipality:${other.municipality}`)?.title ?? other.municipality;
        const same = other.municipality === amendment.municipality;
        return {
          ...ofChange(loaded, amendment, own.index, "target"),
          message: `Over deze tekst nam de raad van ${town} ${same ? "ook " : ""}iets anders aan (amendments/${other.id}.yaml, wijziging ${index + 1}).`,
          ...(same && { hint: "Maak er één amendement van, of zet wat niet meer geldt op ingetrokken." }),
        };
      }),
    );
  },
);
