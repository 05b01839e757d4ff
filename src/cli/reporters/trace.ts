/** The trace of goals to indicators as text and as JSON. */

import type { ChalkInstance } from "chalk";
import { counted, enumeration } from "../../dutch.js";
import type { Trace, TraceKind, TraceNode } from "../../model/index.js";

const names: Readonly<Record<TraceKind, readonly [string, string]>> = {
  goal: ["doel", "doelen"],
  priority: ["prioriteit", "prioriteiten"],
  measure: ["maatregel", "maatregelen"],
  action: ["actie", "acties"],
  indicator: ["indicator", "indicatoren"],
};

export function traceText({ goals, loose }: Trace, paint: ChalkInstance): string {
  const line = ({ kind, id, number, title, missing }: TraceNode): string => {
    const gap =
      missing.length > 0
        ? paint.yellow(
            ` (geen ${enumeration(
              missing.map((own) => names[own][0]),
              "of",
            )})`,
          )
        : "";
    return `${names[kind][0]} ${number ? `${number} ` : ""}${paint.bold(title)} [${id}]${gap}`;
  };
  const tree = (nodes: readonly TraceNode[], indent: string): string[] =>
    nodes.flatMap((node, index) => {
      const last = index === nodes.length - 1;
      return [`${indent}${last ? "└ " : "├ "}${line(node)}`, ...tree(node.children, `${indent}${last ? "  " : "│ "}`)];
    });
  const open = gaps(goals);
  return [
    ...goals.flatMap((goal) => [line(goal), ...tree(goal.children, "")]),
    ...(goals.length === 0 ? ["Er zijn geen doelen."] : []),
    "",
    ...(loose.length === 0 ? ["Niets hangt los."] : [paint.bold("Hangt nergens aan:"), ...tree(loose, "")]),
    ...(open.length === 0 ? [] : [`Er ontbreekt iets onder ${enumeration(open)}.`]),
  ].join("\n");
}

/** How many things lack something under them, each once. */
function gaps(goals: readonly TraceNode[]): string[] {
  const found = new Map<string, TraceKind>();
  const look = (nodes: readonly TraceNode[]): void => {
    for (const { kind, id, missing, children } of nodes) {
      if (missing.length > 0) found.set(`${kind}:${id}`, kind);
      look(children);
    }
  };
  look(goals);
  return (Object.keys(names) as TraceKind[]).flatMap((kind) => {
    const count = [...found.values()].filter((own) => own === kind).length;
    return count > 0 ? [counted(count, ...names[kind])] : [];
  });
}
