/** Remembers what the rules found in each text, so that a text that is the same need not be looked at the next time. */
import { createHash } from "node:crypto";
import type { Text } from "../content/index.js";
import { type Finding, inText, type Subject, type TextFault, type TextRule } from "./rule.js";

/** What was found in texts. It holds as long as the program, the rules and what these know of the model are the same. */
export interface KnownFaults {
  /** What the rules were and what they knew, in one hash. */
  readonly setting: string;
  /** What was found, by form and text. */
  readonly texts: Readonly<Record<string, Faults>>;
}

/** What was found in a text, by the code of the rule that found anything. */
type Faults = Record<string, readonly TextFault[]>;

/** The texts of a subject, for the rules that look at one text after the other. */
export interface Looking {
  /** What a rule finds in all of them. It only looks at those of which that isn't known. */
  readonly findings: (rule: TextRule) => Finding[];
  /** What to remember, once every rule has looked. */
  readonly known: () => KnownFaults;
}

/**
 * Makes ready to look at the texts of a subject.
 * @param rules those that will look
 * @param before what was remembered, by this program
 */
export function looking(subject: Subject, rules: readonly TextRule[], before?: KnownFaults): Looking {
  const setting = createHash("sha256")
    .update(JSON.stringify(rules.map(({ code, besides }) => [code, besides(subject)])))
    .digest("base64url");
  const earlier = before?.setting === setting ? before.texts : {};
  const now = new Map<string, Faults>();
  const unknown: { readonly text: Text; readonly faults: Faults }[] = [];
  // Some texts stand there more than once.
  const texts = subject.loaded.texts.map((text) => {
    const key = `${text.form} ${text.text}`;
    const known = now.get(key) ?? earlier[key];
    const faults = known ?? {};
    if (!known) unknown.push({ text, faults });
    now.set(key, faults);
    return { text, faults };
  });
  return {
    findings: ({ code, finder }) => {
      if (unknown.length > 0) {
        const find = finder(subject);
        for (const { text, faults } of unknown) {
          const found = find(text.text, text.form);
          if (found.length > 0) faults[code] = found;
        }
      }
      return texts.flatMap(({ text, faults }) => faults[code]?.map((fault) => inText(text, fault)) ?? []);
    },
    known: () => ({ setting, texts: Object.fromEntries(now) }),
  };
}
