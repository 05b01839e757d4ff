/** One change of an amendment: what it asks of the content as it is. */
import { ivp } from "../../called/index.js";
import type { AmendmentChange } from "../../content/index.js";
import { capital, suggestion } from "../../dutch.js";
import { isApart } from "../fingerprint.js";
import { kindNames } from "../kind-names.js";
import type { Draft, DraftPlace } from "./draft.js";
import { type ChangeTarget, changeableKinds, fieldOf, isWholeFile, namedFiles, schemaOf, targetOf } from "./fields.js";
import { drifted, fail, Problem, type Step } from "./outcome.js";
import { sameText } from "./texts.js";
import { adding, equal, replacing } from "./values.js";
import { walked } from "./walked.js";

/** Finds out what a change asks of the content as it is. Pure. */
export function stepOf(draft: Draft, change: AmendmentChange): Step {
  try {
    return found(draft, change);
  } catch (problem) {
    if (problem instanceof Problem) return { problem: problem.problem };
    throw problem;
  }
}

function found(draft: Draft, change: AmendmentChange): Step {
  if (change.old === undefined && change.new === undefined)
    fail(
      "form",
      "target",
      "Deze wijziging zegt niet wat er wijzigt.",
      "Zet bij old wat er nu staat, bij new wat er komt, of allebei.",
    );
  const target = targetOf(change.target) ?? unknownTarget(change.target);
  const place = draft.find(target) ?? gone(draft, target, change);
  return change.field === undefined
    ? wholeThing(draft, change, target, place)
    : inField(draft, change, target, place, change.field);
}

function unknownTarget(text: string): never {
  const [kind = "", id] = text.split(":");
  const known = id === undefined ? [...namedFiles, ...changeableKinds().map((one) => `${one}:`)] : changeableKinds();
  return fail(
    "form",
    "target",
    id === undefined
      ? `Er is geen bestand “${kind}” dat een amendement kan wijzigen.`
      : `“${kind}” is geen soort die een amendement kan wijzigen.`,
    suggestion(kind, known),
  );
}

function gone(draft: Draft, target: ChangeTarget, { target: text }: AmendmentChange): never {
  if ("part" in target)
    return fail(
      "target",
      "target",
      `Het bestand ${target.file} is er niet.`,
      "Voeg het bestand toe, of laat deze wijziging weg.",
    );
  const name = kindNames[target.kind] ?? target.kind;
  return fail(
    "target",
    "target",
    `Er is geen ${name} met de sleutelnaam “${target.id}”.`,
    suggestion(
      text,
      draft.idsOf(target.kind).map((id) => `${target.kind}:${id}`),
      {
        otherwise: "Is zij vervallen of anders gaan heten? Pas het amendement aan, of zet het op ingetrokken.",
      },
    ),
  );
}

/** A thing that comes to nothing. */
function wholeThing(draft: Draft, change: AmendmentChange, target: ChangeTarget, place: DraftPlace): Step {
  if (change.new !== undefined)
    fail(
      "form",
      "new",
      "Zonder field is er niets om new in te zetten.",
      "Noem bij field welk veld wijzigt, of laat new weg als het vervalt.",
    );
  if (place.path.length === 0 || ("kind" in target && isWholeFile(target.kind)))
    fail(
      "form",
      "target",
      "Een heel bestand kan met een amendement niet vervallen.",
      "Laat delen ervan vervallen, of haal het bestand zelf weg.",
    );
  const value = draft.at(place) as Readonly<Record<string, unknown>>;
  const own = ["text", "title", "term"].map((key) => value[key]).filter((text) => typeof text === "string");
  const same =
    typeof change.old === "string"
      ? own.some((text) => sameText(text, String(change.old)))
      : equal(schemaOf(target), value, change.old);
  if (!same) fail("text", "old", "Wat hier vervalt, staat er anders dan in old.", drifted, own[0] ?? value);
  return { edit: { do: "remove", path: place.path }, file: place.file, spot: place };
}

/** A value within a thing. */
function inField(
  draft: Draft,
  change: AmendmentChange,
  target: ChangeTarget,
  { file, path }: DraftPlace,
  field: string,
): Step {
  const steps = field.split(".");
  if (steps.at(-1) === "id" || (path.length === 0 && isApart(steps)))
    fail(
      "form",
      "field",
      `Over “${field}” besluit een raad niet met een amendement.`,
      `Leg een besluit vast met ${ivp} adopt; wijzig een sleutelnaam of een code in het bestand zelf.`,
    );
  const known = fieldOf(target, field);
  if ("unknown" in known)
    fail(
      "form",
      "field",
      `${name(target)} heeft geen veld “${known.unknown}”.`,
      suggestion(known.unknown, known.known),
    );
  const spot = walked(draft, { file, path }, schemaOf(target), steps);
  if (!spot)
    return fail(
      "text",
      "field",
      `“${field}” staat er niet.`,
      "Noem bij field iets dat er is, of voeg eerst toe waar dit in staat.",
    );
  const value = draft.at({ file, path: spot.path });
  const at = { file, path: spot.path };
  if (change.old === undefined) return adding(draft, change, at, value, spot.schema, spot.around);
  if (value === undefined) return fail("text", "old", `Onder “${field}” staat niets.`, drifted);
  return replacing(change, at, value, spot.schema);
}

const name = (target: ChangeTarget): string =>
  "part" in target ? target.file : capital(kindNames[target.kind] ?? target.kind);
