/** Puts changes of others into the content: those that were chosen, all or none of them. */
import { type Edit as ContentEdit, type RawFile, splice, textOf } from "../content/index.js";
import { asWritten, type ContentText, type ContentTexts, type Located } from "./content-text.js";
import type { Writable } from "./outcome.js";
import type { BlockEdit } from "./placing.js";
import type { Listed } from "./reviewed.js";
import { type Outcome, outcomeOf, type Target } from "./target.js";
import { edited, renumbered, replaced, type TextEdit } from "./text-edits.js";

/** A change that was chosen and can't be written. */
export interface Left {
  readonly numbers: readonly number[];
  readonly why: string;
}

export interface Applied {
  /** The files that change, as they become. */
  readonly files: readonly RawFile[];
  /** The changes that they hold. */
  readonly written: readonly number[];
  readonly left: readonly Left[];
}

/** Changes in the same lines, which are written together. */
interface Group {
  readonly members: readonly (readonly [number: number, words: Words])[];
  readonly target: Target;
}
type Words = Extract<Writable, { readonly do: "words" }>;

/** What some changes do, all of it or nothing. */
interface Unit {
  readonly numbers: readonly number[];
  /** What comes in the place of characters of texts; `edit` for whole paragraphs, items and rows. */
  readonly parts: readonly Part[];
  /** Texts that come into a list or go from it. */
  readonly items: readonly Exclude<BlockEdit, { readonly do: "text" }>[];
}
interface Part extends Located {
  readonly source: string;
  readonly edit?: TextEdit;
}

const TWICE = "Dezelfde tekst is op twee plaatsen verschillend gewijzigd.";
const UNSURE = "ivp kan niet zeker zijn hoe dit in de inhoud moet staan.";

export function applyTo(
  files: readonly RawFile[],
  { changes, writable }: Listed,
  chosen: ReadonlySet<number>,
  texts: ContentTexts,
): Applied {
  const left: Left[] = changes.flatMap(({ number, refused }) =>
    chosen.has(number) && refused !== undefined ? [{ numbers: [number], why: refused }] : [],
  );
  const units: Unit[] = [];
  const own = [...writable].filter(([number]) => chosen.has(number));
  for (const group of groupsOf(own.flatMap(([number, one]) => (one.do === "words" ? [[number, one] as const] : [])))) {
    const outcome = outcomeIn(group, texts);
    const numbers = group.members.map(([number]) => number);
    if ("refused" in outcome) left.push({ numbers, why: outcome.refused });
    else units.push({ numbers, parts: [{ ...outcome.at, source: outcome.source }], items: [] });
  }
  for (const [number, one] of own) if (one.do === "blocks") units.push(unitOf(number, one.edits));
  const clash = clashing(units);
  for (const unit of units) if (clash.has(unit)) left.push({ numbers: unit.numbers, why: TWICE });
  const apart = units.filter((unit) => !clash.has(unit));
  const unsound = unsoundTexts(apart);
  const sound = apart.filter((unit) => {
    const fails = unit.parts.some(({ text, edit }) => edit && unsound.has(text));
    if (fails) left.push({ numbers: unit.numbers, why: UNSURE });
    return !fails;
  });
  const written: number[] = [];
  const changed = files.flatMap((file): RawFile[] => {
    const here = sound.filter((unit) => fileOf(unit) === file.path);
    if (here.length === 0) return [];
    const numbers = here.flatMap((unit) => unit.numbers);
    const result = splice(textOf(file), editsFor(here));
    if ("refused" in result) {
      left.push({ numbers, why: result.refused });
      return [];
    }
    written.push(...numbers);
    return [{ path: file.path, bytes: Buffer.from(result.text) }];
  });
  return { files: changed, written: written.sort((a, b) => a - b), left };
}

function unitOf(number: number, edits: readonly BlockEdit[]): Unit {
  return {
    numbers: [number],
    parts: edits.flatMap((one) =>
      one.do === "text"
        ? [{ text: one.text, from: one.edit.from, to: one.edit.to, source: one.edit.source, edit: one.edit }]
        : [],
    ),
    items: edits.flatMap((one) => (one.do === "text" ? [] : [one])),
  };
}

const fileOf = ({ parts, items }: Unit): string | undefined => (parts[0] ?? items[0])?.text.file;

/** Texts in which not all that comes and goes can be written together. */
function unsoundTexts(units: readonly Unit[]): ReadonlySet<ContentText> {
  const all = byText(units.flatMap(({ parts }) => parts).filter(({ edit }) => edit));
  return new Set(
    [...all].flatMap(([text, parts]) => {
      const edits = parts.flatMap(({ edit }) => edit ?? []);
      return edits.length > 1 && edited(text.text, edits) === undefined ? [text] : [];
    }),
  );
}

/** What changes in each text; the same change in two places where a text is shown is one. */
function byText(parts: readonly Part[]): Map<ContentText, Part[]> {
  const all = new Map<ContentText, Map<string, Part>>();
  for (const part of parts) {
    const known = all.get(part.text) ?? new Map<string, Part>();
    const key = keyOf(part);
    if (!known.has(key)) known.set(key, part);
    all.set(part.text, known);
  }
  return new Map([...all].map(([text, known]) => [text, [...known.values()]]));
}

/** All that changes in the texts of a file. */
function editsFor(units: readonly Unit[]): ContentEdit[] {
  const sets = [...byText(units.flatMap(({ parts }) => parts))].map(
    ([text, parts]): ContentEdit => ({
      do: "set",
      path: text.path,
      value: asWritten(text, freshOf(text, parts)),
    }),
  );
  const items = units
    .flatMap((unit) => unit.items)
    .map(
      (one): ContentEdit =>
        one.do === "add" ? { do: "add", path: one.path, value: one.value } : { do: "remove", path: one.path },
    );
  return [...sets, ...new Map(items.map((one) => [JSON.stringify(one), one])).values()];
}

function freshOf({ text }: ContentText, parts: readonly Part[]): string {
  const fresh = replaced(text, parts);
  return parts.some(({ edit }) => edit) ? renumbered(fresh) : fresh;
}

const keyOf = ({ from, to, source }: Part): string => `${from} ${to} ${source}`;

interface PartOf {
  readonly unit: Unit;
  readonly part: Part;
}

/** Changes of which another makes something else of the same characters, or takes the text. */
function clashing(units: readonly Unit[]): ReadonlySet<Unit> {
  const here = new Map<ContentText, PartOf[]>();
  for (const one of units.flatMap((unit) => unit.parts.map((part) => ({ unit, part })))) {
    const known = here.get(one.part.text);
    if (known) known.push(one);
    else here.set(one.part.text, [one]);
  }
  const taken = units.flatMap((unit) =>
    unit.items.flatMap((item) =>
      item.do === "remove" ? (here.get(item.text) ?? []).map((other) => [unit, other.unit] as const) : [],
    ),
  );
  const pairs = [...[...here.values()].flatMap(overlaps), ...taken];
  return new Set(pairs.flatMap(([one, other]) => (one === other ? [] : [one, other])));
}

/** What only comes takes no characters: there may be very much of that, and it need not be compared with each other. */
const overlaps = (all: readonly PartOf[]): (readonly [Unit, Unit])[] =>
  all
    .filter(({ part }) => part.to > part.from)
    .flatMap((one) =>
      all.filter((other) => overlap(one.part, other.part)).map((other) => [one.unit, other.unit] as const),
    );

const overlap = (a: Part, b: Part): boolean => b.from < a.to && a.from < b.to && keyOf(a) !== keyOf(b);

/** Changes that touch the same lines of the same paragraph go together. */
function groupsOf(chosen: readonly (readonly [number, Words])[]): Group[] {
  const groups: Group[] = [];
  for (const one of chosen) {
    const [, { sent, target }] = one;
    const last = groups.findIndex(
      (group) => group.members[0]?.[1].sent === sent && group.target.lines.some((line) => target.lines.includes(line)),
    );
    const group = groups[last];
    if (!group) {
      groups.push({ members: [one], target });
      continue;
    }
    const both = sent.lines.filter((line) => group.target.lines.includes(line) || target.lines.includes(line));
    groups[last] = {
      members: [...group.members, one],
      target: { lines: both, start: both[0]?.start ?? 0, end: both.at(-1)?.end ?? 0 },
    };
  }
  return groups;
}

function outcomeIn({ members, target }: Group, texts: ContentTexts): Outcome {
  const shown = members[0]?.[1].sent.shown ?? "";
  const edits = members.map(([, { edit }]) => edit).sort((a, b) => a.from - b.from || a.to - b.to);
  return outcomeOf(target, shown, edits, texts);
}
