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
import { type Scan, scan } from "../prose/index.js";
import { readable } from "../prose/readable.js";
import { remembered } from "../prose/remember.js";

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

/** A rule that looks at one text after the other. */
export interface TextRule extends RuleDoc {
  /** All that it looks at besides the text. As long as that is the same, it finds in a text what it found there before. */
  readonly besides: (subject: Subject) => Plain;
  /** Makes ready to look at texts. */
  readonly finder: (subject: Subject) => Finder;
}

/** Data that can be written down, and so compared with those of another run. */
export type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [key: string]: Plain };

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

/** Finds what is wrong with a text. */
export type Finder = (text: string, form: Text["form"]) => TextFault[];

/** Makes a rule that looks at one text after the other, and at nothing else. */
export const textRule = (doc: RuleDoc, find: Finder): TextRule => {
  const finder = remembering(find);
  return { ...doc, besides: () => null, finder: () => finder };
};

/**
 * A finder that remembers what it found: what is said more than once is looked at once, also where a command checks the content
 * before and after a change.
 */
function remembering(find: Finder): Finder {
  const inForm = (form: Text["form"]) => remembered(5_000, (text) => find(text, form));
  const known = { plain: inForm("plain"), line: inForm("line"), prose: inForm("prose") };
  return (text, form) => known[form](text);
}

/**
 * Makes a rule that looks at one text after the other in the light of the model: silent while there is none.
 * @param knowing what it takes from the model, and all that it does
 * @param finder makes ready to look at texts
 */
export const modelTextRule = <Knowledge extends Plain>(
  doc: RuleDoc,
  knowing: (model: Model) => Knowledge,
  finder: (knowledge: Knowledge) => Finder,
): TextRule => {
  const known = new WeakMap<Model, Knowledge>();
  const knowledgeOf = (model: Model): Knowledge => {
    const knowledge = known.get(model) ?? knowing(model);
    known.set(model, knowledge);
    return knowledge;
  };
  // The next model mostly knows what the one before it knew, and then the same is found.
  let last: { readonly knowing: string; readonly find: Finder } | undefined;
  const finderOf = (knowledge: Knowledge): Finder => {
    const known = JSON.stringify(knowledge);
    if (last?.knowing !== known) last = { knowing: known, find: remembering(finder(knowledge)) };
    return last.find;
  };
  return {
    ...doc,
    besides: ({ model }) => model && knowledgeOf(model),
    finder: ({ model }) => (model ? finderOf(knowledgeOf(model)) : () => []),
  };
};

/**
 * Makes a rule about words. It looks at one text after the other as readers get it: without markup, addresses and codes, and
 * with the characters that were meant. What it finds there is told where it stands in the source.
 */
export const wordRule = (doc: RuleDoc, find: WordFinder): TextRule => textRule(doc, inWords(find));

/** The same in the light of the model. */
export const modelWordRule = <Knowledge extends Plain>(
  doc: RuleDoc,
  knowing: (model: Model) => Knowledge,
  finder: (knowledge: Knowledge) => WordFinder,
): TextRule => modelTextRule(doc, knowing, (knowledge) => inWords(finder(knowledge)));

/** Finds what is wrong with a text as readers get it. */
type WordFinder = (words: string) => TextFault[];

const inWords =
  (find: WordFinder): Finder =>
  (text) => {
    const shown = readable(text);
    return find(shown.text).map(({ snippet, at, ...told }) => ({
      subject: snippet,
      ...told,
      ...shown.written(at, snippet.length),
    }));
  };

/** Makes a rule about the images that texts show, in the light of the files that are there. */
export const imageRule = (
  doc: RuleDoc,
  find: (image: Scan["images"][number], assets: Loaded["assets"]) => Pick<TextFault, "message" | "hint"> | undefined,
): Rule => ({
  ...doc,
  run: ({ loaded }) =>
    loaded.texts
      .filter(({ text }) => text.includes("!["))
      .flatMap((text) =>
        scan(text.text).images.flatMap((image) => {
          const told = find(image, loaded.assets);
          return told ? [inText(text, { snippet: image.snippet, at: image.at, ...told })] : [];
        }),
      ),
});

/** A finding at a fault's place in a text. */
export const inText = (text: Text, { snippet, at, subject = snippet, ...told }: TextFault): Finding => ({
  ...told,
  subject,
  place: () => placeInText(text.file, text.path, at, snippet.length),
});

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
