/** What hangs together: goal, priority, measure, action and indicator, and what hangs on nothing. */
import { plainText } from "../prose/index.js";
import { indicatorsOf } from "./indicators.js";
import type { Action, Indicator, Measure, Model, Priority } from "./types.js";

/** What a thing in the trace is. */
export type TraceKind = "goal" | "priority" | "measure" | "action" | "indicator";

/** A thing with what hangs on it. */
export interface TraceNode {
  readonly kind: TraceKind;
  /** Its full id. */
  readonly id: string;
  /** "M1", "A3": of a measure and an action. */
  readonly number?: string;
  /** As words alone. */
  readonly title: string;
  /** Where something is missing under it: what. */
  readonly missing: readonly TraceKind[];
  readonly children: readonly TraceNode[];
}

/** The whole trace. */
export interface Trace {
  readonly goals: readonly TraceNode[];
  /** What hangs on nothing: a priority without goal, an action without measure, an indicator that measures nothing. */
  readonly loose: readonly TraceNode[];
}

/** Follows goals down to what is done for them and how that is measured. Pure. */
export function traceOf(model: Model): Trace {
  const priority = priorityNode(model);
  const goals = model.content.goals.goals.map(({ id, title }): TraceNode => {
    const own = model.priorities.filter(({ goals: all }) => all.some((goal) => goal.id === id));
    const indicators = indicatorsOf(model, "goals", id).map(indicatorNode);
    return {
      kind: "goal",
      id,
      title,
      missing: [
        ...(own.length === 0 ? ["priority" as const] : []),
        ...(indicators.length === 0 ? ["indicator" as const] : []),
      ],
      children: [...indicators, ...own.map(priority)],
    };
  });
  return {
    goals,
    loose: [
      ...model.priorities.filter(({ goals: own }) => own.length === 0).map(priority),
      ...model.programmes
        .flatMap(({ actions }) => actions)
        .filter(({ measures, localThemes }) => measures.length === 0 && localThemes.length === 0)
        .map(actionNode(model)),
      ...model.indicators
        .filter((one) => one.goals.length + one.priorities.length + one.measures.length === 0)
        .map(indicatorNode),
    ],
  };
}

const priorityNode =
  (model: Model) =>
  ({ id, title }: Priority): TraceNode => {
    const measures = model.measures.filter(({ priority }) => priority.id === id);
    return {
      kind: "priority",
      id,
      title,
      missing: measures.length === 0 ? ["measure"] : [],
      children: [...indicatorsOf(model, "priorities", id).map(indicatorNode), ...measures.map(measureNode(model))],
    };
  };

const measureNode =
  (model: Model) =>
  ({ id, number, text, actions }: Measure): TraceNode => ({
    kind: "measure",
    id,
    number,
    title: plain(model, firstLine(text)),
    missing: actions.length === 0 ? ["action"] : [],
    children: [...indicatorsOf(model, "measures", id).map(indicatorNode), ...actions.map(actionNode(model))],
  });

const actionNode =
  (model: Model) =>
  ({ fullId, number, title }: Action): TraceNode => ({
    kind: "action",
    id: fullId,
    number,
    title: plain(model, title),
    missing: [],
    children: [],
  });

const plain = ({ targets }: Model, text: string): string =>
  plainText(text, ({ kind, id, text: own }) => own ?? targets.get(`${kind}:${id}`)?.label ?? id).trim();

const indicatorNode = ({ id, title }: Indicator): TraceNode => ({
  kind: "indicator",
  id,
  title,
  missing: [],
  children: [],
});

/** Content has one sentence per line. */
const firstLine = (text: string): string => text.split("\n")[0] ?? text;
