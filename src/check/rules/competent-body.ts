import { capital, noun, withArticle } from "../../dutch.js";
import type { Model } from "../../model/index.js";
import { decisionsOf, type PlacedDecision } from "../decisions.js";
import { modelRule, ofValue } from "../rule.js";

export const competentBody = modelRule(
  {
    code: "IVP524",
    severity: "error",
    title: "Over het plan en de bijlage besluit de raad, over het programma het college.",
    why: "De gemeenteraad stelt de doelen vast (Politiewet 2012, artikel 38b); het college voert uit (Gemeentewet, artikel 160). Een besluit van een orgaan dat er niet over gaat, geldt niet.",
    mend: "Zet bij body het orgaan dat beslist: bij plan en annex de raad, bij programme en in programmes/ het college.",
  },
  (model, loaded) =>
    decisionsOf(model).flatMap((placed) => {
      const { file, path, name, decision } = placed;
      if (decision.body === undefined || isCompetent(model, placed, decision.body)) return [];
      const title = model.bodies.find(({ id }) => id === decision.body)?.title ?? decision.body;
      return [
        {
          ...ofValue(loaded, file, [...path, "body"], `${file}:${path.join(".")}`),
          message: `${capital(withArticle(noun(title)))} besluit niet over dit stuk: ${name}.`,
        },
      ];
    }),
);

/** A body that the law doesn't name is taken at its word, as long as it is one of a municipality. */
function isCompetent({ bodies }: Model, { about, town }: PlacedDecision, body: string): boolean {
  const ofTeam = bodies.find(({ id }) => id === body)?.level === "team";
  // Boards adopt a report, councils take note of it, and a team may do so for itself.
  if (about === "progress") return true;
  // What a team does together, a body of the team may decide on.
  if (about === "programme") return town === undefined || (body !== "raad" && !ofTeam);
  return body !== "college" && body !== "burgemeester" && !ofTeam;
}
