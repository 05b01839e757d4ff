/** A preview as data, for other programs. */

import type { Diagnostic } from "../diagnostics.js";
import { asData } from "../diff/index.js";
import type { Preview } from "./preview.js";
import { touched } from "./telling.js";

export function previewAsData(preview: Preview) {
  const { source, told, trial, comparison, money, shifts, broken, findings, clashes } = preview;
  const { changes, ...about } = source.whole;
  return {
    ...about,
    opening: told.opening,
    decides: told.decides,
    missing: told.missing,
    changes: changes.map((change, index) => ({ ...change, told: told.changes[index] ?? null })),
    problems: trial.problems.map(({ index, what, key, message, hint, now }) => ({
      change: index + 1,
      what,
      key,
      message,
      hint,
      now: now ?? null,
    })),
    already: trial.already.map((index) => index + 1),
    documents: touched(preview),
    difference: asData(comparison).changes,
    // What can't be linked can't be compared either.
    money: comparison.after.model ? money : null,
    shifts: comparison.after.model ? shifts : null,
    brokenReferences: broken.map(findingData),
    findings: findings.map(findingData),
    conflicts: clashes.map(({ own, other }) => ({
      change: own.index + 1,
      amendment: other.amendment.id,
      municipality: other.amendment.municipality,
      otherChange: other.index + 1,
    })),
  };
}

const findingData = ({ code, severity, file, line, column, message, hint }: Diagnostic) => ({
  code,
  severity,
  file,
  line,
  column,
  message,
  hint: hint ?? null,
});
