import type { Check, Loaded } from "../content/index.js";
import type { RuleDoc } from "../diagnostics.js";

/** What a team says about the rules, in `check.yaml`. */
export interface Settings extends Pick<Check, "severity" | "accepted"> {
  readonly loaded: Loaded;
  /** Every rule that there is, of every stage, by code. */
  readonly rules: ReadonlyMap<string, RuleDoc>;
}

export const FILE = "check.yaml";

/** Reads `check.yaml`. It counts as soon as it is sound itself, whatever is wrong with the rest of the content. */
export function settingsOf(loaded: Loaded, rules: readonly RuleDoc[]): Settings {
  const sound = !loaded.diagnostics.some(({ file }) => file === FILE);
  const check = sound ? (loaded.files.get(FILE)?.value as Check | null | undefined) : undefined;
  return { ...check, loaded, rules: new Map(rules.map((rule) => [rule.code, rule])) };
}
