/** The days of a plan as iCalendar (RFC 5545): decisions, amendments, what ends and what is to be decided by a day. */
import ical, { ICalCalendarMethod } from "ical-generator";
import type { Decision } from "../content/index.js";
import { meetingAnew, meetingOf } from "../documents/index.js";
import { months, stateName } from "../dutch.js";
import {
  type Action,
  isDecided,
  isFinal,
  isOpen,
  isSettled,
  lastDay,
  type Model,
  newest,
  outcomeOf,
  planningAt,
  subjectsOf,
  titleOf,
} from "../model/index.js";
import { putFile } from "../output/one-file.js";
import { plainFile } from "../output/plain-file.js";
import { plainText } from "../prose/index.js";
import { reportTitle } from "./report-title.js";

/** A day with what falls on it. */
export interface DayEvent {
  /** Stable: the same for the same thing, whatever its day becomes, so that calendars move it. */
  readonly uid: string;
  readonly date: string;
  readonly summary: string;
  readonly description?: string;
}

/** The calendar of a plan. The same content gives the same bytes. Pure. */
export function calendarOf(model: Model): string {
  const { plan } = model.content;
  const calendar = ical({
    // A text like any other (RFC 7986, 5.1), which the library writes as it is.
    name: plan.shortTitle.replace(/[\\;,]/g, "\\$&"),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "ivp", product: "ivp", language: "NL" },
  });
  const plain = (text: string): string =>
    plainText(text, ({ kind, id, text: own }) => own ?? model.targets.get(`${kind}:${id}`)?.label ?? id);
  for (const { uid, date, summary, description } of eventsOf(model)) {
    const start = new Date(`${date}T00:00:00Z`);
    calendar.createEvent({
      id: `${uid}@${plan.id}.ivp`,
      start,
      allDay: true,
      // No moment of making: it would differ each time.
      stamp: start,
      summary: plain(summary),
      ...(description && { description: plain(description) }),
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** Every day that the content gives, in order. */
export function eventsOf(model: Model): DayEvent[] {
  const all = [
    ...decisionDays(model),
    ...meetings(model),
    ...reportDays(model),
    ...amendmentDays(model),
    ...ends(model),
    ...openDays(model),
  ];
  const key = ({ date, uid }: DayEvent): string => `${date} ${uid}`;
  return all.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const decisionDays = (model: Model): DayEvent[] =>
  subjectsOf(model).flatMap((subject) => {
    const outcome = outcomeOf(model, subject);
    const about = subject.kind === "plan" ? "plan" : `${subject.kind}-${subject.id}`;
    const title = titleOf(model, subject);
    const own = outcome.towns.flatMap(({ municipality, decision }) =>
      decisionDay(`besluit-${about}-${municipality.id}`, `${municipality.title}: ${title}`, decision),
    );
    // What the team says of the decision counts until every municipality decided.
    const team = isSettled(outcome) || own.length === outcome.towns.length ? [] : [outcome.decision];
    return [...own, ...team.flatMap((decision) => decisionDay(`besluit-team-${about}`, title, decision))];
  });

/** The day of a decision, taken or to be taken; nothing where nobody knows it. */
function decisionDay(uid: string, what: string, { state, date, reference, remark }: Decision): DayEvent[] {
  if (date === undefined || isOpen(date)) return [];
  const told = isDecided(state) ? stateName(state) : "besluit";
  const under = reference === undefined || isOpen(reference) ? [] : [`Kenmerk ${reference}.`];
  const description = [...under, ...(remark ? [remark] : [])].join(" ");
  return [{ uid, date, summary: `${what} – ${told}`, ...(description && { description }) }];
}

/** The days on which councils are to meet on the plan: where nobody says yet when they decide, or where they are to decide anew. */
const meetings = (model: Model): DayEvent[] =>
  model.municipalities.flatMap((town) => {
    const { id, title, decisions } = town;
    const date = typeof decisions.plan.date === "string" ? meetingAnew(model, town) : meetingOf(model, town);
    const summary = `${title}: raadsvergadering over ${model.content.plan.shortTitle}`;
    return date === undefined || isOpen(date) ? [] : [{ uid: `raadsvergadering-${id}`, date, summary }];
  });

const reportDays = (model: Model): DayEvent[] =>
  model.progress.flatMap((report) => decisionDay(`besluit-${report.id}`, reportTitle(model, report), report.decision));

const amendmentDays = ({ content, municipalities }: Model): DayEvent[] =>
  content.amendments.flatMap(({ id, title, municipality, date, state }) =>
    date === undefined || isOpen(date)
      ? []
      : [
          {
            uid: `amendement-${id}`,
            date,
            summary: `${municipalities.find((town) => town.id === municipality)?.title ?? municipality}: amendement ${title} – ${state ?? "ingediend"}`,
          },
        ],
  );

/** The last days: of the plan, of programmes, of their milestones and of what they do. */
function ends({ content: { plan }, programmes, progress }: Model): DayEvent[] {
  return [
    { uid: "einde-plan", date: `${plan.period.to}-12-31`, summary: `${plan.shortTitle} loopt af` },
    ...programmes.flatMap(({ id, shortTitle, period, milestones, actions }): DayEvent[] => [
      { uid: `einde-programma-${id}`, date: `${period.to}-12-31`, summary: `${shortTitle} loopt af` },
      ...milestones.map((milestone) => ({
        uid: `mijlpaal-${id}-${milestone.id}`,
        date: lastDay(milestone.quarter),
        summary: `Mijlpaal: ${milestone.title} (${shortTitle})`,
      })),
      ...actions.flatMap((action): DayEvent[] => {
        const planning = isOver(progress, action) ? undefined : planningAt(progress, { date: NEVER }, action);
        return !planning || isOpen(planning)
          ? []
          : [
              {
                uid: `actie-${id}-${action.id}`,
                date: lastDay(planning.to),
                summary: `Actie ${action.number} is gepland tot en met vandaag: ${action.title} (${shortTitle})`,
              },
            ];
      }),
    ]),
  ];
}

/** Later than any report: its planning and its state are the last that is known. */
const NEVER = "9999-12-31";

const isOver = (progress: Model["progress"], action: Action): boolean =>
  action.status === "vervallen" || action.status === "afgerond" || isFinal(newest(progress, action)?.state);

/** The days that open points name: "voor 1 maart 2025". */
const openDays = ({ openPoints }: Model): DayEvent[] =>
  openPoints.flatMap(({ what, by, file, path }) =>
    daysIn(what).map((date, index) => ({
      uid: `open-${[file.replace(/\W+/g, "-"), ...path].join("-")}${index > 0 ? `-${index}` : ""}`,
      date,
      summary: `Open punt: ${what}`,
      description: `Wie beslist: ${by.title}.`,
    })),
  );

/** Whole days in a text, in the order in which they stand: "1 maart 2025" and "2025-03-01". */
function daysIn(text: string): string[] {
  const found = [...text.matchAll(/\b(\d{1,2}) (\p{L}+) (20\d\d)\b|\b(20\d\d)-(\d\d)-(\d\d)\b/gu)];
  return found.flatMap(([, dayOfMonth = "", name = "", year, ...iso]) => {
    const month = months.indexOf(name.toLowerCase()) + 1;
    const date = year
      ? `${year}-${String(month).padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`
      : iso.slice(0, 3).join("-");
    const moment = new Date(`${date}T00:00:00Z`);
    return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? [date] : [];
  });
}

/**
 * Writes a calendar to a file: the whole of it or nothing.
 * @param options the folder with the content, where it doesn't belong; whether a file that `ivp` didn't make is replaced as well
 * @throws {UsageError} when there is another file in its place, or it would lie in the content
 * @throws {EnvironmentError} when the disk refuses
 */
export async function writeCalendar(
  path: string,
  text: string,
  { content, force }: { readonly content: string; readonly force: boolean },
): Promise<void> {
  const there = (await plainFile(path))?.toString() ?? "";
  await putFile(path, Buffer.from(text), { content, replace: force || there.includes(`PRODID:${MAKER}`) });
}

const MAKER = "-//ivp//ivp//NL";
