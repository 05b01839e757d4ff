import { day, quarter } from "../../dutch.js";
import { isOpen } from "../../model/index.js";
import { modelRule, ofThing } from "../rule.js";

export const plannedAfterMerger = modelRule(
  {
    code: "IVP515",
    severity: "warning",
    title: "Een actie begint niet nadat een gemeente die zij noemt, is opgehouden.",
    why: "Een gemeente die niet meer bestaat, kan niets uitvoeren.",
    mend: "Noem bij municipalities de opvolger, of pas de planning aan.",
  },
  ({ programmes }, loaded) =>
    programmes.flatMap(({ actions }) =>
      actions.flatMap(({ id, fullId, planning, municipalities, everyMunicipality }) => {
        if (everyMunicipality || planning === undefined || isOpen(planning)) return [];
        const { from } = planning;
        return municipalities.flatMap(({ title, until }) =>
          until !== undefined && until <= firstDay(from)
            ? [
                {
                  ...ofThing(loaded, "action", fullId),
                  message: `De actie “${id}” begint in het ${quarter(from)}; ${title} bestaat tot ${day(until)}.`,
                },
              ]
            : [],
        );
      }),
    ),
);

/** "2019-Q2" → "2019-04-01". */
const firstDay = (code: string): string =>
  `${code.slice(0, 4)}-${["01", "04", "07", "10"][Number(code.at(-1)) - 1]}-01`;
