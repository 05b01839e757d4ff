/** What happened to a plan, in order of date: decisions and amendments out of the content, tags out of git where that is there. */

import { stateName } from "../dutch.js";
import { GitProblem, openRepository } from "../git/index.js";
import {
  type DecisionState,
  isDecided,
  isOpen,
  type Model,
  onEarlierText,
  outcomeOf,
  subjectsOf,
  titleOf,
} from "../model/index.js";
import { reportTitle } from "./report-title.js";

/** Something that happened. */
export type Entry =
  | {
      readonly type: "decision";
      readonly date: string | null;
      readonly municipality?: string;
      readonly document: string;
      readonly state: DecisionState;
      readonly reference: string | null;
      readonly remark?: string;
      /** Whether the text has changed since. */
      readonly earlierText?: true;
    }
  | {
      readonly type: "amendment";
      readonly date: string | null;
      readonly municipality: string;
      readonly document: string;
      readonly state: string;
      readonly reference: string | null;
    }
  | { readonly type: "tag"; readonly date: string; readonly document: string; readonly commit: string };

/** What the content tells, in order of date; what has none comes last. Pure. */
export const entriesOf = (model: Model): Entry[] =>
  inOrder([...amendments(model), ...decisions(model), ...reports(model)]);

/**
 * The same with the tags of the repository around a folder; where there is none, nobody tagged anything.
 * @returns why there are no tags, where there is one that git can't read
 */
export async function entriesWithTags(
  model: Model,
  folder: string,
): Promise<{ readonly entries: Entry[]; readonly untagged?: GitProblem }> {
  const tags = await tagsAround(folder);
  if (!(tags instanceof GitProblem)) return { entries: inOrder([...entriesOf(model), ...tags]) };
  const entries = entriesOf(model);
  return NO_TAGS.has(tags.obstacle) ? { entries } : { entries, untagged: tags };
}

/** Where nobody can have tagged anything. */
const NO_TAGS: ReadonlySet<GitProblem["obstacle"]> = new Set(["no-repository", "no-commits", "not-committed"]);

function decisions(model: Model): Entry[] {
  return subjectsOf(model).flatMap((subject): Entry[] => {
    const outcome = outcomeOf(model, subject);
    const earlier = new Set(onEarlierText(model, outcome).map(({ decision }) => decision));
    const document = titleOf(model, subject);
    const own = outcome.towns.filter(({ decision }) => isDecided(decision.state));
    // What the team says counts as long as no council decided.
    if (own.length === 0 && isDecided(outcome.decision.state))
      return [{ type: "decision", document, ...toldOf(outcome.decision) }];
    return own.map(({ municipality: { title }, decision }) => ({
      type: "decision",
      municipality: title,
      document,
      ...toldOf(decision),
      ...(earlier.has(decision) && { earlierText: true as const }),
    }));
  });
}

/** What councils decided on progress reports. */
const reports = (model: Model): Entry[] =>
  model.progress
    .filter(({ decision }) => isDecided(decision.state))
    .map((report) => ({ type: "decision", document: reportTitle(model, report), ...toldOf(report.decision) }));

const settled = (value: unknown): string | null => (typeof value === "string" && !isOpen(value) ? value : null);

const toldOf = ({ state, date, reference, remark }: ReturnType<typeof outcomeOf>["decision"]) => ({
  date: settled(date),
  state,
  reference: settled(reference),
  ...(remark !== undefined && { remark }),
});

const amendments = ({ content, municipalities }: Model): Entry[] =>
  content.amendments.map(({ title, municipality, date, state, reference }) => ({
    type: "amendment",
    date: settled(date),
    municipality: municipalities.find(({ id }) => id === municipality)?.title ?? municipality,
    document: title,
    state: state ?? "ingediend",
    reference: settled(reference),
  }));

async function tagsAround(folder: string): Promise<Entry[] | GitProblem> {
  try {
    const repository = await openRepository(folder);
    try {
      return (await repository.tags()).map(({ name, hash, date }) => ({
        type: "tag",
        date,
        document: name,
        commit: hash,
      }));
    } finally {
      repository.close();
    }
  } catch (problem) {
    // Without git the content tells the rest.
    if (problem instanceof GitProblem) return problem;
    throw problem;
  }
}

const LAST = "9999";

/** Of one day, a council votes on amendments before it decides, and on the plan before what elaborates it: as they come. */
const inOrder = (entries: readonly Entry[]): Entry[] => {
  const key = ({ date }: Entry): string => date ?? LAST;
  return [...entries].sort((a, b) => Number(key(a) > key(b)) - Number(key(a) < key(b)));
};

/** An entry as a row for people: the day, what it is, and what it says. */
export function rowOf(entry: Entry): readonly [date: string, type: string, text: string] {
  const date = entry.date ?? "zonder datum";
  if (entry.type === "tag") return [date, "tag", `${entry.document} (${entry.commit.slice(0, 7)})`];
  const { municipality, document, state, reference } = entry;
  const under = reference === null ? "" : ` (${reference})`;
  const told = [
    `${municipality ? `${municipality}: ` : ""}${document} ${stateName(state)}${under}`,
    ...(entry.type === "decision" && entry.earlierText ? ["de tekst is daarna gewijzigd"] : []),
    ...(entry.type === "decision" && entry.remark ? [entry.remark] : []),
  ];
  return [date, entry.type === "decision" ? "besluit" : "amendement", told.join("; ")];
}
