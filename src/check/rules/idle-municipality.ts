import { modelRule, ofThing } from "../rule.js";

export const idleMunicipality = modelRule(
  {
    code: "IVP509",
    severity: "warning",
    title: "Elke gemeente doet mee aan een actie.",
    why: "Het plan is van alle gemeenten samen; een gemeente zonder actie voert het niet uit.",
    mend: "Noem de gemeente bij municipalities van een actie.",
  },
  ({ municipalities, programmes }, loaded) =>
    programmes.some(({ actions }) => actions.length > 0)
      ? municipalities
          .filter(({ actions }) => actions.length === 0)
          // Who is gone before the first programme begins has nothing to do in any.
          .filter((town) => programmes.some((programme) => programme.municipalities.includes(town)))
          .map(({ id, title }) => ({
            ...ofThing(loaded, "municipality", id),
            message: `${title} doet aan geen enkele actie mee.`,
          }))
      : [],
);
