/** What a municipality decided on each programme. */
import type { Decision, Path } from "../content/index.js";
import type { WholeContent } from "./defaults.js";

/** The decision on one programme, with where it stands in the file of the municipality. */
export interface ProgrammeDecision<P> {
  readonly programme: P;
  readonly decision: Decision;
  readonly path: Path;
}

/**
 * The decisions of a municipality on programmes, in the order of these. `decisions.programme` is about the first programme, unless
 * `decisions.programmes` tells of that one as well. Of a programme of which nothing is said, there is none.
 * @param programmes all programmes, the first in time first
 */
export function programmeDecisions<P extends { readonly id: string }>(
  programmes: readonly P[],
  { decisions }: Pick<WholeContent["municipalities"][number], "decisions">,
): ProgrammeDecision<P>[] {
  const { programme: first, programmes: each = [] } = decisions;
  return programmes.flatMap((programme, index): ProgrammeDecision<P>[] => {
    const place = each.findIndex(({ programme: id }) => id === programme.id);
    const own = each[place];
    if (own) return [{ programme, decision: own.decision, path: ["decisions", "programmes", place, "decision"] }];
    return index === 0 ? [{ programme, decision: first, path: ["decisions", "programme"] }] : [];
  });
}
