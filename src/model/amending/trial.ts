/** An amendment as it would be carried out: which changes can be made, what comes of the files, and why not. */
import { type Amendment, type AmendmentChange, type Loaded, splice } from "../../content/index.js";
import { Draft } from "./draft.js";
import type { Spot, StepProblem } from "./outcome.js";
import { stepOf } from "./step.js";

export interface Trial {
  /** The new texts of the files that change. */
  readonly texts: ReadonlyMap<string, string>;
  /** Indexes of the changes of which what they ask is so already. */
  readonly already: readonly number[];
  readonly problems: readonly TrialProblem[];
}

export interface TrialProblem extends StepProblem {
  /** Which of the changes. */
  readonly index: number;
}

/**
 * Makes the changes of an amendment one after the other, as far as they can be made. Pure: nothing is written.
 * @param loaded content of which every file is sound YAML
 * @param texts its files as they lie on disk
 */
export function tryAmendment(
  loaded: Loaded,
  { changes }: Pick<Amendment, "changes">,
  texts?: ReadonlyMap<string, string>,
): Trial {
  const draft = new Draft(loaded, texts);
  const fresh = new Map<string, string>();
  const already: number[] = [];
  const problems: TrialProblem[] = [];
  for (const [index, change] of changes.entries()) {
    const step = stepOf(draft, change);
    if ("problem" in step) problems.push({ ...step.problem, index });
    else if ("already" in step) already.push(index);
    else {
      const text = draft.text(step.file) ?? "";
      const spliced = splice(text, [step.edit]);
      if ("refused" in spliced) problems.push({ ...refusal(spliced.refused, step.file), index });
      else if (spliced.text === text) already.push(index);
      else {
        draft.put(step.file, spliced.text);
        fresh.set(step.file, spliced.text);
      }
    }
  }
  return { texts: fresh, already, problems };
}

const refusal = (why: string, file: string): StepProblem => ({
  what: "text",
  key: "target",
  message: `${file} is niet te wijzigen. ${why}`,
  hint: "Maak deze wijziging met de hand, of schrijf dat deel van het bestand anders.",
});

/** Which parts of the content the changes of an amendment are about, as the content is. */
export const spotsOf = (
  loaded: Loaded,
  { changes }: Pick<Amendment, "changes">,
): (Spot & { readonly index: number })[] => {
  const draft = new Draft(loaded);
  return changes.flatMap((change: AmendmentChange, index) => {
    const step = stepOf(draft, change);
    return "problem" in step ? [] : [{ ...step.spot, index }];
  });
};
