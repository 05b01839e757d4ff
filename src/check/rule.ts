import {
  type Definition,
  type Loaded,
  type Path,
  placeInText,
  placeOfValue,
  startOf,
  type Text,
} from "../content/index.js";
import type { Finding as BareFinding, RuleDoc } from "../diagnostics.js";
import { fullId, type Model } from "../model/index.js";
import { readable } from "../prose/readable.js";

/** What a rule may look at. `model` is missing while the content has errors; texts are always there. */
export interface Subject {
  readonly loaded: Loaded;
  readonly model?: Model;
}

/** What a rule found, with what it is about: `check.yaml` can accept it by that. */
export type Finding = BareFinding & { readonly subject: string };

/** A rule looks at its facts, mostly the whole subject, and tells what is wrong. It never throws and changes nothing. */
export interface Rule<Facts = Subject> extends RuleDoc {
  readonly run: (facts: Facts) => Finding[];
}

/** Makes a rule that needs the linked model: silent while there is none. */
export const modelRule = (doc: RuleDoc, run: (model: Model, loaded: Loaded) => Finding[]): Rule => ({
  ...doc,
  run: ({ model, loaded }) => (model ? run(model, loaded) : []),
});

/** Something in a text that is wrong. */
export interface TextFault {
  /** The characters as they stand in the text. */
  readonly snippet: string;
  /** Where they begin in the text: what is told of one word isn't underlined at another. */
  readonly at: number;
  readonly subject?: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** What a pattern finds in a text: of what stands there more than once, the first. */
export function firstOfEach(text: string, pattern: RegExp): { readonly snippet: string; readonly at: number }[] {
  const first = new Map<string, number>();
  for (const { 0: snippet, index } of text.matchAll(pattern)) if (!first.has(snippet)) first.set(snippet, index);
  return [...first].map(([snippet, at]) => ({ snippet, at }));
}

/** Makes a rule that looks at one text after the other. What is said more than once is looked at once. */
export const textRule = (
  doc: RuleDoc,
  run: (text: string, subject: Subject, form: Text["form"]) => TextFault[],
): Rule => ({
  ...doc,
  run: (subject) => {
    const known: Readonly<Record<Text["form"], Map<string, TextFault[]>>> = {
      plain: new Map(),
      line: new Map(),
      prose: new Map(),
    };
    return subject.loaded.texts.flatMap((text) => {
      const faults = known[text.form].get(text.text) ?? run(text.text, subject, text.form);
      known[text.form].set(text.text, faults);
      return faults.map((fault) => inText(text, fault));
    });
  },
});

/**
 * Makes a rule about words. It looks at one text after the other as readers get it: without markup, addresses and codes, and
 * with the characters that were meant. What it finds there is told where it stands in the source.
 */
export const wordRule = (doc: RuleDoc, run: (words: string, subject: Subject) => TextFault[]): Rule =>
  textRule(doc, (text, subject) => {
    const shown = readable(text);
    return run(shown.text, subject).map(({ snippet, at, ...told }) => ({
      subject: snippet,
      ...told,
      ...shown.written(at, snippet.length),
    }));
  });

/** A finding at a fault's place in a text. */
export const inText = (text: Text, { snippet, at, subject = snippet, ...told }: TextFault): Finding => ({
  ...told,
  subject,
  place: () => placeInText(text.file, text.path, at, snippet.length),
});

/** Remembers what follows from a model, for a rule that looks at one text after the other. */
export function perModel<T extends object>(work: (model: Model) => T): (model: Model) => T {
  const known = new WeakMap<Model, T>();
  return (model) => {
    const before = known.get(model);
    if (before) return before;
    const result = work(model);
    known.set(model, result);
    return result;
  };
}

const definitionsOf = new WeakMap<Loaded, ReadonlyMap<string, Definition>>();

/** The first definition of each thing, by kind and full id. */
function definitions(loaded: Loaded): ReadonlyMap<string, Definition> {
  const known = definitionsOf.get(loaded);
  if (known) return known;
  const first = new Map<string, Definition>();
  for (const definition of loaded.definitions) {
    const key = `${definition.kind}:${fullId(definition)}`;
    if (!first.has(key)) first.set(key, definition);
  }
  definitionsOf.set(loaded, first);
  return first;
}

/**
 * What is wrong with a thing: told where its id stands.
 * @param id its full id
 */
export const ofThing = (loaded: Loaded, kind: string, id: string): Pick<Finding, "subject" | "place"> => ({
  subject: `${kind}:${id}`,
  place: () => {
    const definition = definitions(loaded).get(`${kind}:${id}`);
    return definition ? placeOfValue(definition.file, definition.path) : startOf("plan.yaml");
  },
});

/** What is wrong with a value in a file. */
export const ofValue = (
  loaded: Loaded,
  file: string,
  path: Path,
  subject: string,
): Pick<Finding, "subject" | "place"> => ({
  subject,
  place: () => {
    const parsed = loaded.files.get(file);
    return parsed ? placeOfValue(parsed, path) : startOf(file);
  },
});
