/** Carries out an amendment that a council adopted: in the content, or as a deviation of that municipality. All files or none. */
import { amended } from "../check/amendments.js";
import { examine } from "../check/examine.js";
import { type Decided as Change, changeContent, type RawFile } from "../content/index.js";
import type { Diagnostic, Report } from "../diagnostics.js";
import { hasErrors } from "../diagnostics.js";
import { agree } from "../dutch.js";
import { UsageError } from "../errors.js";
import {
  type Clash,
  clashesOf,
  isAdopted,
  isDecided,
  type Model,
  municipalityNamed,
  onlyOne,
  outcomeOf,
  type TrialProblem,
  tryAmendment,
} from "../model/index.js";
import { newFindings } from "./preview.js";
import { fileOf, marked, type Source, sourceOf, withTexts } from "./source.js";

/** What came of it. Only with `files` something was written. */
export type Applied =
  | { readonly report: Report }
  | { readonly source: Source; readonly before: true }
  | { readonly source: Source; readonly problems: readonly TrialProblem[] }
  | { readonly source: Source; readonly clashes: readonly Clash[] }
  | { readonly source: Source; readonly errors: readonly Diagnostic[]; readonly sourceOf: Report["sourceOf"] }
  | {
      readonly source: Source;
      readonly files: readonly string[];
      readonly deviation: boolean;
      readonly already: readonly number[];
      /** What its council still has to write down of its decision; nothing where that says already what it should. */
      readonly decide?: {
        readonly municipality: string;
        readonly about: string;
        readonly what: string;
        readonly before: Decided;
      };
    };

/** What the council said of its decision until now: nothing, or that it adopted the plan, with when and under which number. */
export interface Decided {
  readonly adopted: boolean;
  readonly date?: string;
  readonly reference?: string;
  readonly remark?: string;
}

/**
 * Carries out an amendment.
 * @param municipality keeps it as a deviation of this municipality, by id or by name
 * @throws {UsageError} when the council didn't adopt it, or there is no such amendment or municipality
 * @throws {ContentFolderError | EnvironmentError} when the folder can't be read or written
 */
export async function applyAmendment(folder: string, id: string, municipality?: string): Promise<Applied> {
  return changeContent(folder, (files) => applied(files, id, municipality));
}

function applied(all: readonly RawFile[], id: string, municipality: string | undefined): Change<Applied> {
  const source = sourceOf(all, id);
  const nothing = (result: Applied): Change<Applied> => ({ result, files: [] });
  if (!("amendment" in source)) return nothing(source);
  const { amendment, whole, loaded, texts, model } = source;
  if (municipality !== undefined) refuseOther(model, whole.municipality, municipality);
  if (whole.applied === "ja") return nothing({ source, before: true });
  if (whole.state !== "aangenomen")
    throw new UsageError(
      `Amendement “${id}” is ${whole.state}: alleen wat de raad aannam, wordt verwerkt. Er is niets gewijzigd.`,
      `Is het aangenomen? Zet dan in ${fileOf(amendment)} state: aangenomen, met de datum van de stemming.`,
    );
  const deviation = municipality !== undefined || whole.scope === "afwijking";
  const trial = tryAmendment(loaded, amendment, texts);
  if (trial.problems.length > 0) return nothing({ source, problems: trial.problems });
  const clashes = deviation ? [] : clashesOf(loaded, amendment, decidedOtherwise(source));
  if (clashes.length > 0) return nothing({ source, clashes });
  const marks = marked(source, {
    ...(deviation && whole.scope !== "afwijking" && { scope: "afwijking" as const }),
    applied: "ja",
  });
  const fresh = new Map([...(deviation ? [] : trial.texts), [fileOf(amendment), marks] as const]);
  const report = examine(withTexts(source.files, fresh));
  const errors = newFindings(source.report.diagnostics, report.diagnostics, "").filter(
    ({ severity }) => severity === "error",
  );
  if (errors.length > 0 || hasErrors(report.diagnostics)) return nothing({ source, errors, sourceOf: report.sourceOf });
  const decide = stillToDecide(source);
  return {
    result: {
      source,
      files: [...fresh.keys()].sort(),
      deviation,
      already: deviation ? [] : trial.already,
      ...(decide && { decide }),
    },
    files: [...fresh].map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
  };
}

/** Whoever adopts an amendment, adopts the plan otherwise than it was proposed: until that is written down, it doesn't show. */
function stillToDecide({ model, whole }: Source) {
  const { municipality } = whole;
  const about = amended(model, whole);
  if (!about) return undefined;
  const { towns, decision: own } = outcomeOf(model, about);
  const town = towns.find((one) => one.municipality.id === municipality);
  const decision = town && !isDecided(town.decision.state) && towns.length === 1 ? own : town?.decision;
  if (!decision || (isDecided(decision.state) && !isAdopted(decision.state))) return undefined;
  const { state, date, reference, remark, fingerprint } = decision;
  // A text that was kept is the one from before the amendment.
  if (state === "gewijzigd-vastgesteld" && fingerprint === undefined) return undefined;
  const before: Decided = {
    adopted: isAdopted(state),
    ...(typeof date === "string" && { date }),
    ...(typeof reference === "string" && { reference }),
    ...(remark !== undefined && { remark }),
  };
  const what = agree("de", about.kind === "annex" ? model.terms.annex : model.terms.plan.brief);
  return { municipality, about: about.kind === "annex" ? "bijlage" : "plan", what, before };
}

/** What other councils adopted for the plan as a whole. */
const decidedOtherwise = ({ loaded, amendment }: Source) =>
  (loaded.content?.amendments ?? []).filter(
    ({ id, state, scope = "plan" }) => id !== amendment.id && state === "aangenomen" && scope === "plan",
  );

/** @throws {UsageError} when a council can't deviate for that municipality */
function refuseOther({ municipalities, terms }: Model, own: string, asked: string): void {
  const found = municipalityNamed(municipalities, asked);
  if (onlyOne(municipalities))
    throw new UsageError(
      `Met één gemeente is er geen ${terms.annex.name} om een afwijking in te zetten. Er is niets gewijzigd.`,
      `Laat --for weg: het amendement wijzigt dan ${agree("de", terms.plan.brief)} zelf.`,
    );
  if (found.id !== own)
    throw new UsageError(
      `Dit amendement is van een andere raad: die kan niet voor ${found.title} afwijken. Er is niets gewijzigd.`,
      `Geef --for ${own}.`,
    );
}
