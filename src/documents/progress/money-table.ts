/** The tables of money in a report: what was planned, what was spent and how these differ, with what they add up to. */
import { added, type Sum } from "../../model/index.js";
import { sumText } from "../amounts.js";
import type { Block, Column, Row } from "../tree.js";
import { type Cost, difference, type Spent, spentText } from "./costs.js";

export const plannedIn = (costs: readonly Cost[]): Sum => added(costs.map(({ planned }) => planned));

export const spentIn = (costs: readonly Cost[]): Spent => ({
  known: costs.reduce((sum, { spent }) => sum + spent.known, 0),
  silent: costs.filter(({ spent }) => spent.silent > 0).length,
});

/** What stands beside each other in every table. */
export const cells = (planned: Sum, spent: Spent | undefined): string[] => [
  sumText(planned),
  spent ? spentText(spent) : "niet gemeld",
  (spent && difference(planned, spent)) ?? "–",
];

const columns = (first: string): Column[] => [
  { title: first },
  { title: "Begroot", width: 20, numbers: true },
  { title: "Uitgegeven", width: 20, numbers: true },
  { title: "Verschil", width: 20, numbers: true },
];

/** A table with what its rows add up to: the same in all of them. */
export function table(costs: readonly Cost[], caption: string, first: string, rows: readonly Row[]): Block {
  const total: Row = { total: true, cells: ["Samen", ...cells(plannedIn(costs), spentIn(costs))] };
  return { type: "table", caption, columns: columns(first), rows: rows.length > 1 ? [...rows, total] : rows };
}
