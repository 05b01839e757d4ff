/** What people say on the command line of a decision, as the program knows it. */
import { ivp } from "../called/index.js";
import { kindTyped, typedWords, wordFor } from "../documents/index.js";
import { agree, enumeration, suggestion } from "../dutch.js";
import { UsageError } from "../errors.js";
import {
  asTyped,
  type DecisionState,
  type Model,
  type Municipality,
  municipalityNamed,
  onlyOne,
  type Subject,
} from "../model/index.js";

/** Words for what was decided; the first is what people are told. */
const states: Readonly<Record<DecisionState, readonly [string, ...string[]]>> = {
  vastgesteld: ["vastgesteld", "aangenomen"],
  "gewijzigd-vastgesteld": ["gewijzigd-vastgesteld", "gewijzigd vastgesteld", "gewijzigd", "gewijzigd aangenomen"],
  verworpen: ["verworpen", "afgewezen"],
  ingetrokken: ["ingetrokken", "teruggetrokken"],
  "ter-vaststelling": ["ter-vaststelling", "ter vaststelling", "voorgelegd"],
  concept: ["concept"],
};

export const stateWords: readonly string[] = Object.values(states).map(([word]) => word);

/** @throws {UsageError} when it is no state */
export function stateNamed(word: string): DecisionState {
  const found = (Object.keys(states) as DecisionState[]).find((state) => states[state].includes(asTyped(word)));
  if (found) return found;
  throw new UsageError(
    `“${word}” is geen uitkomst van een besluit.`,
    suggestion(word, stateWords, { also: Object.values(states).flat() }),
  );
}

/** @throws {UsageError} when there is no such municipality */
export const townNamed = ({ municipalities }: Model, typed: string): Municipality =>
  municipalityNamed(municipalities, asTyped(typed).replace(/^gemeente /, ""), { typed });

/**
 * On what is decided: "plan", "bijlage", "programma" or "programma:2027-2028", also by the words of the team.
 * @throws {UsageError} when it is no document on which is decided, or not one of those that there are
 */
export function subjectNamed(model: Model, word: string, { id: town }: Municipality): Subject {
  const [name = "", id, ...rest] = word.split(":");
  const kind = kindTyped(name, model.terms);
  if (rest.length === 0 && kind === "plan" && id === undefined) return { kind };
  if (rest.length === 0 && kind === "annex" && id === undefined) return annex(model, town);
  if (rest.length === 0 && kind === "programme") return programme(model, id);
  if (kind === "progress")
    throw new UsageError(
      `Een besluit over een ${model.terms.progress.name} legt ivp adopt niet vast.`,
      "Schrijf het in het bestand in progress/, bij decision: met state, body, date en reference.",
    );
  throw new UsageError(
    id === undefined || !["plan", "annex", "programme"].includes(kind)
      ? `Over “${word}” besluit geen raad of college.`
      : `Achter ${name} hoort geen “:${id}”.`,
    suggestion(
      name,
      (["plan", "annex", "programme"] as const).map((one) => wordFor(one, model.terms)),
      { also: typedWords(model.terms) },
    ),
  );
}

function annex({ municipalities, terms }: Model, id: string): Subject {
  if (!onlyOne(municipalities)) return { kind: "annex", id };
  throw new UsageError(
    `Met één gemeente is er geen ${terms.annex.name}.`,
    `Leg het besluit over ${agree("de", terms.plan.brief)} vast: ${ivp} adopt ${wordFor("plan", terms)}.`,
  );
}

function programme({ programmes, terms }: Model, asked: string | undefined): Subject {
  const ids = programmes.map(({ id }) => id);
  const only = onlyOne(ids);
  if (asked === undefined && only !== undefined) return { kind: "programme", id: only };
  if (asked !== undefined && ids.includes(asked)) return { kind: "programme", id: asked };
  if (ids.length === 0)
    throw new UsageError(`Er is nog geen ${terms.programme.name}.`, "Schrijf het eerste in programmes/.");
  throw new UsageError(
    asked === undefined
      ? `Er zijn ${ids.length} ${terms.programme.plural}.`
      : `Er is geen ${terms.programme.name} “${asked}”.`,
    asked === undefined
      ? `Noem er één: ${enumeration(
          ids.map((id) => `${wordFor("programme", terms)}:${id}`),
          "of",
        )}.`
      : suggestion(asked, ids),
  );
}
