import type { Decision, Path } from "../content/index.js";
import { agree, capital } from "../dutch.js";
import type { Model } from "../model/index.js";

/** A decision in the content, with where it stands and what it is about. */
export interface PlacedDecision {
  readonly file: string;
  readonly path: Path;
  /** As at the start of a sentence: "Het plan", or a title as it is, in quotes. */
  readonly name: string;
  readonly about: "plan" | "annex" | "programme";
  /** The municipality that decides, if it is one of them. */
  readonly town?: string;
  readonly decision: Decision;
}

/** Every decision on a document, of the basisteam and of each municipality. */
export function decisionsOf({ content, terms }: Model): PlacedDecision[] {
  const { plan, programmes, municipalities } = content;
  const thePlan = agree("de", terms.plan.brief);
  const names = { plan: thePlan, annex: agree("de", terms.annex), programme: agree("de", terms.programme) };
  return [
    { file: "plan.yaml", path: ["decision"], name: capital(thePlan), about: "plan", decision: plan.decision },
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
          name: `${capital(names[about])} in ${title}`,
          town: title,
          about,
          decision: decisions[about],
        }),
      ),
    ),
  ];
}
