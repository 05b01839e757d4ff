import type { Change } from "../../src/diff/index.js";
import { subjectName } from "../../src/diff/wording.js";

/** A change on one line: `type | subject | field | text`, with [-gone-] and {+new+} in the text. */
export function brief(change: Change): string {
  const { type, field, words, before = [], after = [] } = change;
  const text = words
    ? words.map(({ text: own, change: how }) => (how === "removed" ? `[-${own}-]` : how ? `{+${own}+}` : own)).join("")
    : [...before.map((line) => `[-${line}-]`), ...after.map((line) => `{+${line}+}`)].join("");
  return [type, subjectName(change), field ?? "", text].join(" | ");
}
