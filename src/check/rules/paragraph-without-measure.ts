import { modelRule, ofThing } from "../rule.js";

export const paragraphWithoutMeasure = modelRule(
  {
    code: "IVP510",
    severity: "warning",
    title: "Elke prioriteitsparagraaf heeft een maatregel.",
    why: "Een ambitie zonder maatregel zegt niet wat de gemeenten gaan doen.",
    mend: "Voeg een maatregel toe bij measures, of noem de paragraaf bij een gedeelde maatregel.",
  },
  ({ priorities }, loaded) =>
    priorities
      .flatMap(({ paragraphs }) => paragraphs)
      .filter(({ measures }) => measures.length === 0)
      .map(({ kind, id, title }) => ({
        ...ofThing(loaded, kind, id),
        message: `De ${kind === "priority" ? "prioriteit" : "paragraaf"} “${title}” heeft geen maatregel.`,
      })),
);
