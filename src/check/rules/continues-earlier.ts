import { agree } from "../../dutch.js";
import { modelRule, ofValue } from "../rule.js";

export const continuesEarlier = modelRule(
  {
    code: "IVP514",
    severity: "error",
    title: "Een actie gaat verder op een actie van een eerder programma.",
    why: "Een actie kan niet het vervolg zijn van wat tegelijk of later begint; zo blijft ook een kring van vervolgen uit.",
    mend: "Noem bij continues een actie uit een bestand in programmes/ dat eerder begint, of haal continues weg.",
  },
  ({ content, programmes, terms }, loaded) => {
    const homes = new Map(
      programmes.flatMap((programme) => programme.actions.map(({ fullId }) => [fullId, programme] as const)),
    );
    return programmes.flatMap(({ id: programme, period, actions }) =>
      actions.flatMap(({ id, fullId, continues }) => {
        const earlier = continues === undefined ? undefined : homes.get(continues);
        if (!earlier || earlier.period.from < period.from) return [];
        // Documents have actions in an order of their own.
        const source = content.programmes.find((own) => own.id === programme);
        const index = source?.actions.findIndex((action) => action.id === id) ?? 0;
        return [
          {
            ...ofValue(loaded, `programmes/${programme}.yaml`, ["actions", index, "continues"], `action:${fullId}`),
            message:
              earlier.id === programme
                ? `De actie “${id}” gaat verder op een actie uit ${agree("dit", terms.programme.brief)} zelf.`
                : `De actie “${id}” gaat verder op een actie van ${earlier.shortTitle}, en ${agree("dat", terms.programme.brief)} begint niet eerder.`,
          },
        ];
      }),
    );
  },
);
