import { ivp } from "../../called/index.js";
import { agree } from "../../dutch.js";
import { isDecided, type Model, type OwnDecision, outcomeOf, type Subject } from "../../model/index.js";
import { amended, ofAmendment } from "../amendments.js";
import { modelRule, ofValue } from "../rule.js";

export const amendmentDecision = modelRule(
  {
    code: "IVP568",
    severity: "warning",
    title: "Het besluit van een raad past bij de amendementen die hij aannam.",
    why: "Wie een amendement aanneemt, stelt het stuk gewijzigd vast (Gemeentewet, artikel 147b). Zegt het besluit iets anders, dan is niet na te gaan welke tekst in die gemeente geldt.",
    mend: "Zet het besluit op gewijzigd-vastgesteld of op vastgesteld, of verbeter de status van het amendement.",
  },
  (model, loaded) => {
    const adopted = (loaded.content?.amendments ?? []).filter(({ state }) => state === "aangenomen");
    const onPlan = decisionsOn(model, { kind: "plan" });
    const without = adopted.flatMap((amendment) => {
      const { municipality } = amendment;
      const about = amended(model, amendment);
      const own = about && decisionsOn(model, about).find((one) => one.municipality.id === municipality);
      if (!about || own?.decision.state !== "vastgesteld") return [];
      const what = agree("de", about.kind === "plan" ? model.terms.plan.brief : model.terms.annex);
      return [
        {
          ...ofAmendment(loaded, amendment, "state"),
          message: `De raad van ${own.municipality.title} nam dit amendement aan, maar stelde ${what} vast zonder wijziging (${own.file}).`,
          hint: `Zet daar state op gewijzigd-vastgesteld: ${ivp} adopt ${about.kind === "plan" ? "plan" : "bijlage"} --by ${municipality} --state gewijzigd-vastgesteld --replace, met datum en kenmerk. Of verbeter de status van het amendement.`,
        },
      ];
    });
    const amending = new Set(adopted.map(({ municipality }) => municipality));
    const unexplained = onPlan
      .filter(
        ({ decision, municipality }) => decision.state === "gewijzigd-vastgesteld" && !amending.has(municipality.id),
      )
      .map(({ file, path, municipality: { id, title } }) => ({
        ...ofValue(loaded, file, [...path, "state"], `${file}:${path.join(".")}`),
        message: `De raad van ${title} stelde ${agree("de", model.terms.plan.brief)} gewijzigd vast, maar van die raad is er geen aangenomen amendement.`,
        hint: `Schrijf het amendement op in amendments/, of maak het met ${ivp} amend NAAM --new --by ${id}. Is er niets gewijzigd? Zet state dan op vastgesteld.`,
      }));
    return [...without, ...unexplained];
  },
);

/** What each council decided on a document; the only one may have said so where the team says it. */
function decisionsOn(model: Model, subject: Subject): readonly OwnDecision[] {
  const { towns, decision } = outcomeOf(model, subject);
  return towns.length === 1 && !isDecided(towns[0]?.decision.state ?? "concept") && subject.kind === "plan"
    ? towns.map((town) => ({ ...town, decision, file: "plan.yaml", path: ["decision"] }))
    : towns;
}
