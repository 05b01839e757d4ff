/** Puts changes of others into the content: those that were chosen, all or none of them. */
import { type Edit as ContentEdit, type RawFile, splice, textOf } from "../content/index.js";
import { asWritten, type ContentTexts } from "./content-text.js";
import type { Listed, Writable } from "./reviewed.js";
import { type Outcome, outcomeOf, type Target } from "./target.js";

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
  readonly members: readonly (readonly [number: number, writable: Writable])[];
  readonly target: Target;
}

export function applyTo(
  files: readonly RawFile[],
  { changes, writable }: Listed,
  chosen: ReadonlySet<number>,
  texts: ContentTexts,
): Applied {
  const left: Left[] = changes.flatMap(({ number, refused }) =>
    chosen.has(number) && refused !== undefined ? [{ numbers: [number], why: refused }] : [],
  );
  const groups = groupsOf([...writable].filter(([number]) => chosen.has(number)));
  const outcomes = groups.map((group) => ({ group, outcome: outcomeIn(group, texts) }));
  const sound = outcomes.filter(({ group, outcome }) => {
    const why =
      "refused" in outcome
        ? outcome.refused
        : clashWith(
              outcome,
              outcomes.map((one) => one.outcome),
            )
          ? "Dezelfde tekst is op twee plaatsen verschillend gewijzigd."
          : undefined;
    if (why !== undefined) left.push({ numbers: group.members.map(([number]) => number), why });
    return why === undefined;
  });
  const written: number[] = [];
  const changed = files.flatMap((file): RawFile[] => {
    const own = sound.flatMap(({ group, outcome }) =>
      "at" in outcome && outcome.at.text.file === file.path ? [{ group, outcome }] : [],
    );
    if (own.length === 0) return [];
    const numbers = own.flatMap(({ group }) => group.members.map(([number]) => number));
    const result = splice(textOf(file), editsFor(own.map((one) => one.outcome)));
    if ("refused" in result) {
      left.push({ numbers, why: result.refused });
      return [];
    }
    written.push(...numbers);
    return [{ path: file.path, bytes: Buffer.from(result.text) }];
  });
  return { files: changed, written: written.sort((a, b) => a - b), left };
}

type Sound = Extract<Outcome, { readonly source: string }>;

/** Each text with all that changes in it. */
function editsFor(outcomes: readonly Sound[]): ContentEdit[] {
  const byText = new Map<Sound["at"]["text"], Sound[]>();
  for (const outcome of outcomes) {
    const all = byText.get(outcome.at.text) ?? [];
    // The same change in two places where the text is shown is one.
    if (!all.some(({ at }) => at.from === outcome.at.from && at.to === outcome.at.to)) all.push(outcome);
    byText.set(outcome.at.text, all);
  }
  return [...byText].map(([text, all]) => {
    const last = [...all].sort((a, b) => b.at.from - a.at.from);
    const fresh = last.reduce(
      (value, { at, source }) => value.slice(0, at.from) + source + value.slice(at.to),
      text.text,
    );
    return { do: "set", path: text.path, value: asWritten(text, fresh) };
  });
}

/** Whether another outcome makes something else of the same characters. */
const clashWith = (outcome: Sound, all: readonly Outcome[]): boolean =>
  all.some(
    (other) =>
      "at" in other &&
      other !== outcome &&
      other.at.text === outcome.at.text &&
      other.at.from < outcome.at.to &&
      outcome.at.from < other.at.to &&
      !(other.at.from === outcome.at.from && other.at.to === outcome.at.to && other.source === outcome.source),
  );

/** Changes that touch the same lines of the same paragraph go together. */
function groupsOf(chosen: readonly (readonly [number, Writable])[]): Group[] {
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
