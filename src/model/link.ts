import type { Content, Loaded } from "../content/index.js";
import { type Diagnostic, hasErrors } from "../diagnostics.js";
import { byName } from "../dutch.js";
import { decisionsIn, isSettled, outcomeOf } from "./adoption.js";
import { complete, type WholeContent } from "./defaults.js";
import { byId, type Growing } from "./growing.js";
import { headingsOf } from "./headings.js";
import { linkIndicators } from "./indicators.js";
import { lawfulBodies } from "./lawful-bodies.js";
import { openPointsOf } from "./open-points.js";
import { calledAs, outlineOf } from "./outline.js";
import { linkPriorities, numberMeasures } from "./priorities.js";
import { linkProgrammes } from "./programmes.js";
import { linkProgress } from "./progress.js";
import { knownLook } from "./rules/known-look.js";
import { reference } from "./rules/reference.js";
import { referenceForm } from "./rules/reference-form.js";
import { uniqueId } from "./rules/unique-id.js";
import { contentInFull } from "./scope.js";
import { targetsOf } from "./targets.js";
import { termsOf } from "./terms.js";
import type { Body, Model, Municipality, OpenPoint } from "./types.js";

/**
 * Stage 3: resolves every id and gives every number.
 * The model is only there when the content is valid and every reference holds; the diagnostics always are.
 */
export function link(loaded: Loaded): { model?: Model; diagnostics: Diagnostic[] } {
  const diagnostics = [
    ...uniqueId.find(loaded),
    ...reference.find(loaded),
    ...referenceForm.find(loaded.texts),
    ...knownLook.find(loaded),
  ];
  if (!loaded.content || hasErrors(diagnostics)) return { diagnostics };
  return { model: linkContent(loaded.content, loaded.assets, loaded.adopted), diagnostics };
}

/** The linked model of content whose references all hold. */
export function linkContent(written: Content, assets: Loaded["assets"], adopted: Loaded["adopted"] = new Map()): Model {
  const source = contentInFull(written);
  const whole = complete(source);
  const terms = termsOf(whole.plan.terms);
  const bodies = bodiesOf(whole);
  const openPoints = stillOpen(openPointsOf(source, bodies), whole);
  const outline = outlineOf(whole, openPoints);
  const content = calledAs(whole, outline);
  const priorities = linkPriorities(content, outline);
  const measures = numberMeasures(priorities);
  const municipalities = linkMunicipalities(content);
  const programmes = linkProgrammes(content, measures, municipalities);
  const progress = linkProgress(content, programmes, municipalities);
  return {
    content,
    terms,
    source,
    written,
    bodies,
    outline,
    headings: headingsOf(content.plan),
    priorities,
    measures,
    programmes,
    municipalities,
    progress,
    indicators: linkIndicators(content, { priorities, measures, municipalities }),
    openPoints,
    targets: targetsOf({ content, bodies, outline, measures, programmes, progress, terms }),
    assets,
    adopted,
  };
}

/** The points without those on a decision of the team, once every municipality has decided by itself. */
function stillOpen(points: readonly OpenPoint[], content: WholeContent): OpenPoint[] {
  const decisions = decisionsIn(content);
  const settled = new Set([
    ...(isSettled(outcomeOf(decisions, { kind: "plan" })) ? ["plan.yaml"] : []),
    ...content.programmes
      .filter(({ id }) => isSettled(outcomeOf(decisions, { kind: "programme", id })))
      .map(({ id }) => `programmes/${id}.yaml`),
  ]);
  return points.filter(({ file, path }) => path[0] !== "decision" || !settled.has(file));
}

/** A body that the law names needs no file. */
function bodiesOf({ governance: { bodies } }: WholeContent): Body[] {
  const known = new Set(bodies.map(({ id }) => id));
  return [...bodies, ...lawfulBodies.filter(({ id }) => !known.has(id))];
}

function linkMunicipalities(content: WholeContent): Growing<Municipality>[] {
  const theme = byId(content.localThemes.themes);
  return content.municipalities
    .map((municipality) => ({
      ...municipality,
      localThemes: municipality.localThemes.map((choice) => ({ ...choice, theme: theme(choice.theme) })),
      actions: [],
    }))
    .sort((a, b) => byName(a.title, b.title));
}
