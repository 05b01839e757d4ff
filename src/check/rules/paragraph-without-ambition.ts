import { modelRule, ofThing } from "../rule.js";

export const paragraphWithoutAmbition = modelRule(
  {
    code: "IVP538",
    severity: "warning",
    title: "Elke prioriteitsparagraaf heeft een ambitie.",
    why: "De raad stelt doelen vast (Politiewet 2012, artikel 38b); zonder ambitie is niet te zeggen wat de maatregelen moeten opleveren.",
    mend: "Schrijf bij ambition wat er aan het eind van de looptijd bereikt is.",
  },
  ({ headings, priorities }, loaded) =>
    // A plan may have headings of its own in its place.
    headings.some((heading) => "part" in heading && heading.part === "ambition")
      ? priorities
          .flatMap(({ paragraphs }) => paragraphs)
          .filter(({ ambition }) => ambition.trim() === "")
          .map(({ kind, id, title }) => ({
            ...ofThing(loaded, kind, id),
            message: `De ${kind === "priority" ? "prioriteit" : "paragraaf"} “${title}” heeft geen ambitie.`,
          }))
      : [],
);
