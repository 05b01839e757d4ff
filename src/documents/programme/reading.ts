/** What a programme says about its own actions: each sentence counts them. */

import type { Open } from "../../content/index.js";
import { capital, closed, counted, listed, ofAll, one } from "../../dutch.js";
import { type Action, holds, isOpen, type Measure, type Model, opensIn, type Programme } from "../../model/index.js";
import { thePlan, thisDocument } from "../wording.js";

const anAction = ["actie", "acties"] as const;
const aMeasure = ["maatregel", "maatregelen"] as const;

/** The measures of the plan for which this programme has no action. */
const uncovered = ({ measures }: Model, programme: Programme): readonly Measure[] =>
  measures.filter(({ actions }) => !actions.some((action) => action.programme === programme && holds(action)));

/** How many actions there are, for which measures, and how to read one. */
export function aboutActions(model: Model, programme: Programme): string {
  const { actions } = programme;
  const [first] = actions;
  const own = capital(thisDocument(model, "programme"));
  if (!first) return `${own} heeft geen acties.`;
  const lapsed = actions.filter((action) => !holds(action)).length;
  const more = actions.filter((action) => themeCount(action) > 1).length;
  const measured = actions.find(({ measures }) => measures.length > 0)?.measures[0];
  return [
    `${own} heeft **${counted(actions.length, ...anAction)}**.`,
    ...(lapsed > 0 ? [`Daarvan ${one(lapsed, "is", "zijn")} er ${lapsed} vervallen.`] : []),
    ...coverage(model, programme),
    ...(more > 0
      ? [
          `${one(more, "1 actie hoort", `${more} acties horen`)} bij meer dan één thema en ${one(more, "telt", "tellen")} hierboven alleen bij het eerste mee.`,
        ]
      : []),
    `Elke actie heeft een nummer, zoals ${first.number}.`,
    ...(measured
      ? [`Bij een maatregel uit ${thePlan(model)} staat het nummer van die maatregel, zoals ${measured.number}.`]
      : []),
    ...(actions.some(hasOpen) ? ["Wat nog niet besloten is, staat er als **open** bij."] : []),
  ].join(" ");
}

/** To how many themes an action belongs: priorities, and the local themes as one. */
export const themeCount = ({ measures, localThemes }: Action): number =>
  new Set(measures.map(({ priority }) => priority.id)).size + (localThemes.length > 0 ? 1 : 0);

function coverage(model: Model, programme: Programme): string[] {
  const all = model.measures.length;
  if (all === 0) return [];
  const covered = all - uncovered(model, programme).length;
  return [`Er zijn acties voor **${ofAll(covered, all, ...aMeasure)}** van ${thePlan(model)}.`];
}

/** What of an action may be open, as a whole or in part. */
const openFields = ["effect", "result", "lead", "planning", "capacity", "money"] as const;
export type OpenField = (typeof openFields)[number];

/** What is open of a field of an action. A lead is who it is, with open points of its own. */
export const opensOf = (action: Action, field: OpenField): Open[] =>
  field === "lead" ? [action.lead].filter(isOpen) : opensIn(action[field]);

const hasOpen = (action: Action): boolean => openFields.some((field) => opensOf(action, field).length > 0);

/** For how many actions there is a planning; nothing where no action says anything of it. */
export function aboutPlanning({ actions }: Programme): string {
  if (actions.every(({ planning }) => planning === undefined)) return "";
  const planned = actions.filter(({ planning }) => planning && !isOpen(planning)).length;
  return `Voor ${ofAll(planned, actions.length, ...anAction)} staat hier een planning.`;
}

/** The actions whose planning is open; nothing where there are none. */
export function unplanned({ actions }: Programme): string {
  const open = actions.filter(({ planning }) => isOpen(planning));
  if (open.length === 0) return "";
  const links = open.map(({ fullId: id, number }) => `[[action:${id}|${number}]]`);
  return `Voor **${ofAll(open.length, actions.length, ...anAction)}** is de planning nog open: ${listed(links)}.`;
}

/**
 * In how many actions all municipalities take part, and what the signs in the table mean: those that are there.
 * @param signs whether the table has signs
 */
export function aboutTakingPart({ actions, municipalities }: Programme, signs: boolean): string {
  if (actions.length === 0) return "";
  const together = actions.filter((action) => isForAll(action)).length;
  const leads = ({ lead }: Action, id: string): boolean => lead !== undefined && !isOpen(lead) && lead.id === id;
  const cells = actions.flatMap((action) =>
    municipalities.map((town) => (leads(action, town.id) ? "lead" : action.municipalities.includes(town))),
  );
  const all = `Aan ${ofAll(together, actions.length, ...anAction)} doen alle gemeenten mee.`;
  if (!signs) return all;
  return [
    all,
    ...(cells.includes(true) ? ["Een stip betekent dat de gemeente meedoet."] : []),
    ...(cells.includes(false) ? ["Een streepje betekent dat de gemeente niet meedoet."] : []),
    ...(cells.includes("lead") ? ["Een T betekent dat de gemeente de actie trekt."] : []),
  ].join(" ");
}

/** Whether every municipality takes part, by name or all at once. */
export const isForAll = ({ municipalities, programme }: Action): boolean =>
  municipalities.length === programme.municipalities.length;

/** Which measures have no action, and whether there are open points. */
export function aboutOpenPoints(model: Model, programme: Programme, points: number): string {
  return [
    ...withoutAction(model, uncovered(model, programme)),
    points === 0
      ? `${capital(thisDocument(model, "programme"))} heeft geen open punten.`
      : `Over ${one(points, "dit punt", "deze punten")} is nog niets besloten:`,
  ].join(" ");
}

function withoutAction(model: Model, missing: readonly Measure[]): string[] {
  const { measures } = model;
  const own = thisDocument(model, "programme");
  if (measures.length === 0) return [];
  if (missing.length === 0)
    return [`${one(measures.length, "De", "Elke")} maatregel van ${thePlan(model)} heeft in ${own} een actie.`];
  if (missing.length === measures.length)
    return [`${capital(own)} heeft geen actie voor een maatregel van ${thePlan(model)}.`];
  const links = missing.map(({ id }) => `[[measure:${id}]]`);
  return [
    closed(
      `${one(missing.length, "Deze maatregel heeft", "Deze maatregelen hebben")} in ${own} geen actie: ${listed(links)}`,
    ),
  ];
}
