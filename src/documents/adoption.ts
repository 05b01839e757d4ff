/** What was decided on a document, as readers see it. Every sentence counts the decisions. */
import type { Decision } from "../content/index.js";
import { capital, counted, day, enumeration, noun, ofAll, stateName } from "../dutch.js";
import {
  hasDecisions,
  isAdopted,
  isDecided,
  isOpen,
  isSettled,
  type Model,
  type Outcome,
  type OwnDecision,
  onEarlierText,
  outcomeOf,
  type Subject,
} from "../model/index.js";
import { prose } from "./blocks.js";
import type { Status } from "./document.js";
import type { Block, Value } from "./tree.js";
import { bodyName, valueOrBriefly } from "./wording.js";

/** What readers see of the status of a document. */
export const statusOf = (model: Model, subject: Subject): Status => statusBy(model, outcomeOf(model, subject));

/** The same of what was decided, by all or by one. */
export function statusBy(model: Model, outcome: Outcome): Status {
  const earlier = onEarlierText(model, outcome);
  const caution = [cautionOf(outcome), changedAfter(outcome, earlier)].filter(Boolean).join(" ");
  const label = labelOf(model, outcome, earlier.length);
  return { state: outcome.state, label: capital(label), ...(caution && { caution }) };
}

/** That what was adopted isn't what the document says now, with who adopted the earlier text and when; nothing where nobody did. */
function changedAfter({ towns }: Outcome, earlier: readonly OwnDecision[]): string | undefined {
  if (earlier.length === 0) return undefined;
  const when = earlier.map(({ municipality: { title }, decision: { date } }) =>
    [date === undefined || isOpen(date) ? "" : `op ${day(date)}`, towns.length > 1 ? `in ${title}` : ""]
      .filter(Boolean)
      .join(" "),
  );
  const told = earlier.length > NAMES ? `in ${counted(earlier.length, "gemeente", "gemeenten")}` : enumeration(when);
  return `Gewijzigd na vaststelling ${told}.`;
}

/**
 * "vastgesteld door 5 van de 8 raden (waarvan 1 gewijzigd), verworpen door 1": of one municipality, or where nobody decided yet, no more
 * than its state. Behind it, that what was adopted isn't what the document says now.
 * @param earlier how many adopted another text
 */
function labelOf(model: Model, outcome: Outcome, earlier: number): string {
  const { state, towns, decided } = outcome;
  const since = earlier > 0 && earlier === towns.filter(({ decision }) => isAdopted(decision.state)).length;
  const after = since ? ", daarna gewijzigd" : "";
  if (!decided || towns.length < 2) return `${stateName(state)}${after}`;
  const [single, more] = deciders(model, outcome);
  const count = (...states: Decision["state"][]): number =>
    towns.filter(({ decision }) => states.includes(decision.state)).length;
  const amended = count("gewijzigd-vastgesteld");
  const adopted = count("vastgesteld") + amended;
  const told = [
    { verb: adopted === amended ? "gewijzigd vastgesteld" : "vastgesteld", number: adopted },
    { verb: "verworpen", number: count("verworpen") },
    { verb: "ingetrokken", number: count("ingetrokken") },
  ].filter(({ number }) => number > 0);
  const some = [
    ...(amended > 0 && amended < adopted ? [`${amended} gewijzigd`] : []),
    ...(earlier > 0 && !since ? [`${earlier} over een eerdere tekst`] : []),
  ];
  const partly = some.length > 0 ? ` (waarvan ${enumeration(some)})` : "";
  const all = told
    .map(({ verb, number }, index) => {
      const whose = index === 0 ? ofAll(number, towns.length, single, more) : String(number);
      return `${verb} door ${whose}${index === 0 ? partly : ""}`;
    })
    .join(", ");
  return `${all}${after}`;
}

/** Who decide, one and more: "raad" and "raden", or "gemeente" where they have no one name. */
function deciders({ bodies }: Model, { subject, towns }: Outcome): [single: string, more: string] {
  const usual = subject.kind === "programme" ? "college" : "raad";
  const ids = new Set(towns.map(({ decision }) => decision.body ?? usual));
  const [id = usual, ...others] = ids;
  const { name, plural } = noun(id);
  const own = bodies.find((body) => body.id === id);
  if (others.length > 0) return ["gemeente", "gemeenten"];
  // "raad" says enough where the whole name is "gemeenteraad".
  return plural ? [name, plural] : own?.plural ? [own.title, own.plural] : ["gemeente", "gemeenten"];
}

/** Where a document doesn't hold, or not yet; nothing where everyone adopted it. */
function cautionOf({ state, towns, decided }: Outcome): string | undefined {
  const where = (holds: (state: Decision["state"]) => boolean): string | undefined => {
    const names = towns.filter(({ decision }) => holds(decision.state)).map(({ municipality }) => municipality.title);
    if (names.length === 0) return undefined;
    return names.length > NAMES ? counted(names.length, "gemeente", "gemeenten") : enumeration(names);
  };
  if (!decided || towns.length < 2) return alone(state);
  const adopted = where(isAdopted);
  const rejected = where((own) => own === "verworpen");
  const withdrawn = where((own) => own === "ingetrokken");
  const undecided = where((own) => !isDecided(own));
  if (!rejected && !withdrawn && !undecided) return undefined;
  return [
    adopted
      ? `Dit document geldt in ${adopted}.`
      : undecided
        ? "Dit document is nog niet vastgesteld."
        : "Dit document geldt niet.",
    ...(undecided ? [`In ${undecided} is nog niet besloten.`] : []),
    ...(rejected ? [`In ${rejected} is het verworpen.`] : []),
    ...(withdrawn ? [`In ${withdrawn} is het ingetrokken.`] : []),
  ].join(" ");
}

/** More names than this are too much to read in a line above a document. */
const NAMES = 8;

/** The same where there is one decision, or none yet. */
function alone(state: Outcome["state"]): string | undefined {
  switch (state) {
    case "vastgesteld":
    case "gewijzigd-vastgesteld":
      return undefined;
    case "concept":
    case "ter-vaststelling":
    case "deels-vastgesteld":
      return "Dit document is nog niet vastgesteld.";
    case "verworpen":
      return "Dit document geldt niet: het is verworpen.";
    case "ingetrokken":
      return "Dit document geldt niet: het is ingetrokken.";
  }
}

interface Fact {
  readonly term: string;
  readonly value: Value;
}

/** Facts about a decision: its state, who takes it, when and under which reference. What nobody said is empty. */
export function decisionFacts(model: Model, decision: Decision, town?: string): Fact[] {
  return [
    { term: "Status", value: capital(stateName(decision.state)) },
    { term: "Vaststelling door", value: decision.body ? capital(bodyName(model, decision.body, town)) : "" },
    { term: "Datum besluit", value: valueOrBriefly(model, decision.date, day, town) },
    { term: "Kenmerk besluit", value: valueOrBriefly(model, decision.reference, String, town) },
  ];
}

/**
 * The same facts about a document that each municipality decides on: what the team says, until all have decided. Then it is what
 * they decided.
 */
export function outcomeFacts(model: Model, subject: Subject): Fact[] {
  const outcome = outcomeOf(model, subject);
  const { decision, towns } = outcome;
  const status = { term: "Status", value: statusOf(model, subject).label };
  if (!isSettled(outcome) || towns.length < 2) return [status, ...decisionFacts(model, decision).slice(1)];
  const [date, reference] = [decision.date, decision.reference].map((own) => (isOpen(own) ? undefined : own));
  const dates = [...new Set(towns.flatMap(({ decision: own }) => (isOpen(own.date) ? [] : (own.date ?? []))))].sort();
  const references = [...new Set(towns.map(({ decision: own }) => (isOpen(own.reference) ? "" : own.reference)))];
  return [
    status,
    { term: "Vaststelling door", value: capital(bodyName(model, bodyOf(outcome))) },
    { term: "Datum besluit", value: date ? day(date) : spanOf(dates) },
    // More numbers than one stand in the table with the decisions.
    { term: "Kenmerk besluit", value: reference ?? (references.length === 1 ? (references[0] ?? "") : "") },
  ];
}

const spanOf = ([first, ...more]: readonly string[]): string => {
  const last = more.at(-1);
  if (first === undefined) return "";
  return last === undefined ? day(first) : `${day(first)} tot en met ${day(last)}`;
};

const bodyOf = ({ subject, decision, towns }: Outcome): string =>
  towns.find(({ decision: { body } }) => body)?.decision.body ??
  decision.body ??
  (subject.kind === "programme" ? "college" : "raad");

/** Who decided what and when, for each municipality; nothing as long as no decision was taken or asked for. */
export function decisionsTable(model: Model, subject: Subject): Block[] {
  const outcome = outcomeOf(model, subject);
  if (!hasDecisions(outcome)) return [];
  const { label, caution } = statusOf(model, subject);
  const earlier = new Set(onEarlierText(model, outcome).map(({ decision }) => decision));
  return [
    prose(outcome.decided ? [`${label}.`, ...(caution ? [caution] : [])].join(" ") : ""),
    {
      type: "table",
      caption: "Besluiten per gemeente",
      columns: [
        { title: "Gemeente", width: 22 },
        { title: "Besluit", width: 22 },
        { title: "Door" },
        { title: "Datum", width: 18 },
        { title: "Kenmerk" },
      ],
      rows: outcome.towns.map(({ municipality: { title }, decision }) => {
        const [state, body, date, reference] = decisionFacts(model, decision, title);
        const notes = [
          String(state?.value ?? ""),
          ...(earlier.has(decision) ? ["Over een eerdere tekst"] : []),
          ...(decision.remark ? [decision.remark] : []),
        ];
        return {
          cells: [
            title,
            notes.length > 1 ? notes : (notes[0] ?? ""),
            ...[body, date, reference].map((fact) => fact?.value ?? ""),
          ],
        };
      }),
    },
  ];
}
