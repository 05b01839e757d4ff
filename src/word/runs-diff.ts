/** The words of two paragraphs in one, with what went and what came marked. */
import { diffArrays } from "diff";
import { type Change, type Run, textOf } from "./pieces.js";

/** Runs of which each differs by itself: words with their inner signs, white space, other characters, and what is no word. */
function apart(runs: readonly Run[]): Run[] {
  return runs.flatMap((run): Run[] =>
    run.type === "words"
      ? (run.text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*|\s|[^\s]/gu) ?? []).map((text) => ({ ...run, text }))
      : [run],
  );
}

/** What a run says: by that it is known again. */
export const saidOfRun = (run: Run): string => {
  switch (run.type) {
    case "words":
    case "field":
      return `${run.type === "words" ? "" : "\0"}${run.text}`;
    case "note":
      return `\0note ${run.text.map(({ runs }) => textOf(runs)).join("\n")}`;
    case "image":
      return `\0image ${run.file} ${run.alt}`;
    case "chart":
      return `\0chart ${JSON.stringify(run.drawing)}`;
  }
};

/** What is gone leads nowhere any more, unless to the web. */
export const goneRun = (run: Run, change: Change): Run =>
  run.type === "words" && run.link && "anchor" in run.link
    ? { type: "words", text: run.text, ...(run.look && { look: run.look }), change }
    : { ...run, change };

const comeRun = (run: Run, change: Change): Run => ({ ...run, change });

/**
 * @param changes what marks what went and what came
 */
export function mergedRuns(
  before: readonly Run[],
  after: readonly Run[],
  changes: { removed: Change; added: Change },
): Run[] {
  const parts = diffArrays(apart(before), apart(after), { comparator: (a, b) => saidOfRun(a) === saidOfRun(b) });
  const merged: Run[] = [];
  let gone: Run[] = [];
  let come: Run[] = [];
  const close = (): void => {
    merged.push(...gone.map((run) => goneRun(run, changes.removed)), ...come.map((run) => comeRun(run, changes.added)));
    gone = [];
    come = [];
  };
  parts.forEach(({ added, removed, value }, index) => {
    if (removed) gone.push(...value);
    else if (added) come.push(...value);
    else {
      const next = parts[index + 1];
      // A space between changed words changes with them: that reads more easily than their pieces.
      const between =
        gone.length > 0 &&
        come.length > 0 &&
        next !== undefined &&
        value.every((run) => run.type === "words" && /^ +$/.test(run.text));
      if (between) {
        gone.push(...value);
        come.push(...value);
      } else {
        close();
        merged.push(...value);
      }
    }
  });
  close();
  return joinedRuns(merged);
}

/** Words that look alike and stand next to each other as one run. */
function joinedRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  const manner = ({ text: _, ...rest }: Extract<Run, { type: "words" }>): string => JSON.stringify(rest);
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.type === "words" && last?.type === "words" && manner(run) === manner(last))
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
