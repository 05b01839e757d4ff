import type { Decision, Path } from "../content/index.js";
import { agree, capital, day } from "../dutch.js";
import { type Model, onlyOne, programmeDecisions } from "../model/index.js";

/** A decision in the content, with where it stands and what it is about. */
export interface PlacedDecision {
  readonly file: string;
  readonly path: Path;
  /** As at the start of a sentence: "Het plan", or a title as it is, in quotes. */
  readonly name: string;
  readonly about: "plan" | "annex" | "programme" | "progress";
  /** The id of the document's source: of the plan, the municipality, the programme or the snapshot. */
  readonly id: string;
  /** The municipality that decides, if it is one of them. */
  readonly town?: string;
  readonly decision: Decision;
}

/** Every decision on a document, of the basisteam and of each municipality. */
export function decisionsOf({ content, source, programmes, terms }: Model): PlacedDecision[] {
  const { plan, municipalities, progress } = content;
  const oneProgramme = programmes.length === 1;
  const thePlan = agree("de", terms.plan.brief);
  const names = { plan: thePlan, annex: agree("de", terms.annex), programme: agree("de", terms.programme) };
  const all: PlacedDecision[] = [
    {
      file: "plan.yaml",
      path: ["decision"],
      name: capital(thePlan),
      about: "plan",
      id: plan.id,
      decision: plan.decision,
    },
    ...programmes.map(
      ({ id, title, decision }): PlacedDecision => ({
        file: `programmes/${id}.yaml`,
        path: ["decision"],
        name: `“${title}”`,
        about: "programme",
        id,
        decision,
      }),
    ),
    ...progress.map(
      ({ id, decision }): PlacedDecision => ({
        file: `progress/${id}.yaml`,
        path: ["decision"],
        name: `De voortgang van ${day(id)}`,
        about: "progress",
        id,
        decision,
      }),
    ),
    ...municipalities.flatMap(({ id, title, decisions }) => {
      const own = { file: `municipalities/${id}.yaml`, town: title };
      return [
        ...(["plan", "annex"] as const).map((about): PlacedDecision => {
          const name = `${capital(names[about])} in ${title}`;
          return {
            ...own,
            path: ["decisions", about],
            name,
            about,
            id: about === "plan" ? plan.id : id,
            decision: decisions[about],
          };
        }),
        ...programmeDecisions(programmes, { decisions }).map(({ programme, decision, path }): PlacedDecision => {
          const name = oneProgramme ? capital(names.programme) : `“${programme.title}”`;
          return { ...own, path, name: `${name} in ${title}`, about: "programme", id: programme.id, decision };
        }),
      ];
    }),
  ];
  // What the only municipality decides is told where it stands.
  const only = onlyOne(source.municipalities);
  return only ? all.filter(({ town, path }) => town === undefined || isGiven(only, path)) : all;
}

/** Whether content has something at a path, rather than what follows from its absence. */
const isGiven = (value: unknown, path: Path): boolean =>
  path.reduce((inner, step) => (inner as Readonly<Record<string | number, unknown>> | undefined)?.[step], value) !==
  undefined;
