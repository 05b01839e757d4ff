import type { Decision, Progress } from "../content/index.js";

/** A snapshot with what holds where it says nothing. No state is made up: what nobody said, stays away. */
export const wholeProgress = ({ actions = [], ...rest }: Progress) => ({
  kind: "voortgang" as const,
  decision: { state: "concept" } as Decision,
  summary: "",
  ...rest,
  actions: actions.map(({ municipalities = [], ...own }) => ({
    ...toldOf(own),
    municipalities: municipalities.map(toldOf),
  })),
});

/** What is told of an action or of a municipality in it. */
const toldOf = <T extends { readonly done?: string; readonly next?: string }>(own: T) => ({
  done: "",
  next: "",
  ...own,
});
