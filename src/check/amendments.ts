/** What the rules about amendments share: those that are still to be carried out, and where their changes stand. */
import type { Amendment, AmendmentChange, Loaded } from "../content/index.js";
import { closed } from "../dutch.js";
import { isPending, type Model, type Subject, subjectsOf, type Trial, targetOf, tryAmendment } from "../model/index.js";
import { type Finding, ofValue } from "./rule.js";

const trials = new WeakMap<Loaded, readonly { readonly amendment: Amendment; readonly trial: Trial }[]>();

/** The amendments that may still change the content, with what would come of them. */
export function pending(loaded: Loaded): readonly { readonly amendment: Amendment; readonly trial: Trial }[] {
  const known = trials.get(loaded);
  if (known) return known;
  const amendments = (loaded.content?.amendments ?? []).filter(isPending);
  const found = amendments.map((amendment) => ({ amendment, trial: tryAmendment(loaded, amendment) }));
  trials.set(loaded, found);
  return found;
}

/**
 * The document of a council that an amendment is about: its annex where it changes nothing but what is in the municipality's own
 * file; nothing where it is about a programme alone, as boards adopt these.
 */
export function amended(
  model: Model,
  { changes, municipality }: Pick<Amendment, "changes" | "municipality">,
): Subject | undefined {
  const annex = subjectsOf(model).find((one) => one.kind === "annex" && one.id === municipality);
  const kinds = new Set(
    changes.map(({ target: text }) => {
      const target = targetOf(text);
      if (!target || !("kind" in target)) return "plan";
      if (target.kind === "municipality") return annex ? "annex" : "plan";
      // What is unique within something else, is within a programme.
      return target.kind === "programme" || target.id.includes("/") ? "programme" : "plan";
    }),
  );
  if (kinds.has("plan")) return { kind: "plan" };
  return kinds.has("annex") ? annex : undefined;
}

export const fileOf = ({ id }: Pick<Amendment, "id">): string => `amendments/${id}.yaml`;

/** What is wrong with an amendment, told at one of its keys. */
export const ofAmendment = (
  loaded: Loaded,
  amendment: Amendment,
  key: keyof Amendment,
): Pick<Finding, "subject" | "place"> => ofValue(loaded, fileOf(amendment), [key], `amendment:${amendment.id}`);

/** What is wrong with one of its changes. */
export const ofChange = (
  loaded: Loaded,
  amendment: Amendment,
  index: number,
  key: keyof AmendmentChange,
): Pick<Finding, "subject" | "place"> =>
  ofValue(loaded, fileOf(amendment), ["changes", index, key], `amendment:${amendment.id}/${index + 1}`);

/** The problems of one sort of all amendments that may still change the content. */
export const problemsOf = (loaded: Loaded, what: Trial["problems"][number]["what"]): Finding[] =>
  pending(loaded).flatMap(({ amendment, trial }) =>
    trial.problems
      .filter((problem) => problem.what === what)
      .map(({ index, key, message, hint, now }) => ({
        ...ofChange(loaded, amendment, index, key),
        message: now === undefined ? message : closed(`${message} Nu staat er: ${brief(now)}`),
        hint,
      })),
  );

/** A value in a line of a message. */
function brief(value: unknown): string {
  const text = (typeof value === "string" ? value : JSON.stringify(value)).trim().replace(/\s+/g, " ");
  return `“${text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text}”`;
}

/** More characters than this are no help in a message. */
const MOST = 120;
