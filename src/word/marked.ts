/** Private characters in words that say what is gone and what is new, as looks: see `prose/marks.ts`. */
import type { Look, Run } from "./pieces.js";

const looks: Readonly<Record<string, Look["mark"] | "none">> = {
  "\uE000": "gone",
  "\uE001": "none",
  "\uE002": "new",
  "\uE003": "none",
};

/** Runs in which marked words look marked. A mark may go on over runs. */
export function marked(runs: readonly Run[]): Run[] {
  if (!runs.some((run) => run.type === "words" && /[\uE000-\uE003]/.test(run.text))) return runs.filter(hasWords);
  let mark: Look["mark"];
  return runs
    .flatMap((run): Run[] => {
      if (run.type !== "words") return [run];
      return run.text.split(/([\uE000-\uE003])/).flatMap((text): Run[] => {
        const turn = looks[text];
        if (turn) mark = turn === "none" ? undefined : turn;
        return turn ? [] : [{ ...run, text, look: { ...run.look, ...(mark && { mark }) } }];
      });
    })
    .filter(hasWords);
}

const hasWords = (run: Run): boolean => run.type !== "words" || run.text !== "";

/** Words as they are to who hears them. */
export const withoutMarks = (text: string): string => text.replace(/[\uE000-\uE003]/g, "");
