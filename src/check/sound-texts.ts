/** Remembers in which texts no rule found anything, so that these need no looking at the next time. */
import { createHash } from "node:crypto";
import type { Text } from "../content/index.js";
import type { Rule, Subject } from "./rule.js";

/** Texts in which nothing was found, as long as the program, the rules and what these know of the model are the same. */
export interface SoundTexts {
  /** What the rules were and what they knew, in one hash. */
  readonly setting: string;
  /** The texts, each as a hash. */
  readonly texts: readonly string[];
}

/** The texts of a subject, parted by what was found in them before. */
export interface Remembered {
  /** The subject with only those texts that the rules must look at. */
  readonly toLookAt: Subject;
  /**
   * What to remember now.
   * @param faulty the texts in which something was found
   */
  readonly soundNow: (faulty: ReadonlySet<Text>) => SoundTexts;
}

/**
 * Parts the texts of a subject.
 * @param rules those that look at one text after the other, as they will be run
 * @param before what was remembered, by this program
 */
export function withoutSound(subject: Subject, rules: readonly Rule[], before?: SoundTexts): Remembered {
  const { texts } = subject.loaded;
  const setting = hashOf(JSON.stringify(rules.map(({ code, besides }) => [code, besides?.(subject)])));
  const sound = new Set(before?.setting === setting ? before.texts : []);
  // Most texts stand there once; the others are the same text.
  const ids = new Map(texts.map((text) => [text, hashOf(`${text.form} ${text.text}`)]));
  const toLookAt = texts.filter((text) => !sound.has(ids.get(text) ?? ""));
  return {
    toLookAt: { ...subject, loaded: { ...subject.loaded, texts: toLookAt } },
    soundNow: (faulty) => {
      const unsound = new Set([...faulty].map((text) => ids.get(text)));
      return { setting, texts: [...new Set(ids.values())].filter((id) => !unsound.has(id)) };
    },
  };
}

/** Short enough for thousands of texts in one small file, long enough that two texts never share one. */
const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 20);
