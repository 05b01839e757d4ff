import type { Content, Path } from "../content/index.js";

/** A decision in the content, with where it stands and what it is about. */
export interface PlacedDecision {
  readonly file: string;
  readonly path: Path;
  /** As at the start of a sentence: "Het plan", or a title as it is, in quotes. */
  readonly name: string;
  readonly about: "plan" | "annex" | "programme";
  readonly decision: Content["plan"]["decision"];
}

/** Every decision on a document, of the basisteam and of each municipality. */
export function decisionsOf({ plan, programmes, municipalities }: Content): PlacedDecision[] {
  return [
    { file: "plan.yaml", path: ["decision"], name: "Het plan", about: "plan", decision: plan.decision },
    ...programmes.map(
      ({ id, title, decision }): PlacedDecision => ({
        file: `programmes/${id}.yaml`,
        path: ["decision"],
        name: `“${title}”`,
        about: "programme",
        decision,
      }),
    ),
    ...municipalities.flatMap(({ id, title, decisions }) =>
      (["plan", "annex", "programme"] as const).map(
        (about): PlacedDecision => ({
          file: `municipalities/${id}.yaml`,
          path: ["decisions", about],
          name: `${{ plan: "Het plan", annex: "De lokale bijlage", programme: "Het uitvoeringsprogramma" }[about]} in ${title}`,
          about,
          decision: decisions[about],
        }),
      ),
    ),
  ];
}
