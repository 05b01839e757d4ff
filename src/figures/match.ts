/** Which numbers of a file are those of an indicator, and whose they are. */
import { enumeration, firstOf } from "../dutch.js";
import { UsageError } from "../errors.js";
import { type Indicator, isOpen, type Model } from "../model/index.js";
import type { Figures } from "./files.js";
import type { Name, Observation } from "./observations.js";
import { refuse } from "./refusal.js";
import { requireUnit } from "./units.js";

/** Whose a figure is: of a municipality, of all together, or of an area to compare with. */
export type Area =
  | { readonly kind: "municipality"; readonly id: string; readonly title: string }
  | { readonly kind: "team"; readonly id: ""; readonly title: string }
  | { readonly kind: "comparison"; readonly id: string; readonly title: string };

/** A number that was found, or that a source withdrew. */
export interface Found {
  readonly area: Area;
  readonly year: number;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly provisional: boolean;
  /** Where it stands in the file. */
  readonly line: number;
}

/** What was passed over, by why: how often, and of what on which line first. */
export type Passed = Map<string, { count: number; readonly of: Map<string, { readonly line: number; count: number }> }>;

export function pass(passed: Passed, why: string, what: string, line: number): void {
  const known = passed.get(why) ?? { count: 0, of: new Map() };
  passed.set(why, known);
  known.count++;
  const same = known.of.get(what) ?? { line, count: 0 };
  known.of.set(what, same);
  same.count++;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Whether a name is what content calls it: by its code, its words, or words that begin with the code. */
const isCalled = ({ code, label }: Name, name: string): boolean =>
  (code !== undefined && same(code, name)) ||
  (label !== undefined && (same(label, name) || label.toLowerCase().startsWith(`${name.trim().toLowerCase()} `)));

/**
 * A topic goes by other names in each shape: "GeregistreerdeMisdrijven_1", "Geregistreerde misdrijven (aantal)",
 * "Geregistreerde misdrijven/Totaal geregistreerde misdrijven (aantal)".
 */
const isTopic = (name: Name, topic: string): boolean =>
  isCalled(name, topic) || [name.code, name.label].some((own) => own !== undefined && bare(own) === bare(topic));

/** Whether a topic that is one of a group has a name: then its group may have been left out. */
const isPartOfTopic = (name: Name, topic: string): boolean =>
  (name.label ?? "").includes("/") &&
  isTopic({ label: (name.label ?? "").replace(/^.*\/(?=[^()]*(?:\(|$))/, "") }, topic);

const bare = (topic: string): string =>
  topic
    .replace(/_\d+$|\([^()]*\)\s*$/g, "")
    .replace(/[^\p{L}\d]/gu, "")
    .toLowerCase();

export const shownName = ({ code, label }: Name): string =>
  [label?.startsWith(`${code} `) ? undefined : code, label].filter(Boolean).join(" ") || NOTHING;

/** What stands for a name that isn't there. */
const NOTHING = "(leeg)";

/** The observations of the item and topic of an indicator. @throws {UsageError} when more could be meant */
export function ofItem(indicator: Indicator, { observations }: Figures, passed: Passed): Observation[] {
  const source = indicator.source !== undefined && !isOpen(indicator.source) ? indicator.source : undefined;
  const { item, topic } = source ?? {};
  const own = observations.filter((one) => {
    if (item === undefined || one.items.some((name) => isCalled(name, item))) return true;
    const total = [...one.items, one.region].find(
      (name) => /^(?:0\.0\.0|T\d+|A\d+)\b/.test(name.code ?? name.label ?? "") || /totaal/i.test(name.label ?? ""),
    );
    pass(passed, total ? "totalen" : "andere onderdelen", shownName(total ?? one.items[0] ?? {}), one.line);
    return false;
  });
  if (own.length === 0)
    throw refuse(
      indicator,
      `onderdeel ${item} staat niet in het bestand.`,
      "Is het de goede tabel? Kijk ook naar source.item.",
    );
  const topics = distinct(own.map((one) => one.topic));
  const exact = topic === undefined ? own : own.filter((one) => isTopic(one.topic, topic));
  const named = topic === undefined || exact.length > 0 ? exact : own.filter((one) => isPartOfTopic(one.topic, topic));
  if (topic !== undefined && named.length === 0)
    throw refuse(
      indicator,
      `onderwerp ${topic} staat niet in het bestand, wel: ${firstOf(topics, 10)}.`,
      "Kijk naar source.topic.",
    );
  const meant = distinct(named.map((one) => one.topic));
  if (meant.length > 1)
    throw refuse(
      indicator,
      topic === undefined
        ? `het bestand heeft meer onderwerpen: ${firstOf(topics, 10)}.`
        : `onderwerp ${topic} kan meer betekenen: ${firstOf(meant, 10)}.`,
      "Zet bij source.topic welk onderwerp de indicator meet.",
    );
  const taken = new Set(named);
  for (const one of own) if (!taken.has(one)) pass(passed, "andere onderwerpen", shownName(one.topic), one.line);
  // What is left to tell apart must be one thing.
  const kinds = distinct(named.map(({ items }) => ({ label: items.map(shownName).join(" / ") })));
  if (kinds.length > 1)
    throw refuse(
      indicator,
      `het bestand heeft meer dan één soort cijfers: ${firstOf(kinds, 6)}.`,
      item === undefined
        ? "Zet bij source.item de code van het onderdeel dat de indicator meet."
        : "Kies in de bron bij elk ander kenmerk één waarde, en haal het bestand opnieuw op.",
    );
  if (named[0]) passSame(named[0], item, passed);
  requireUnit(indicator, named);
  return named;
}

/** What no figure of a file differs in and nobody asked for: a part of what was counted, or a remark. */
function passSame({ items, line }: Observation, item: string | undefined, passed: Passed): void {
  for (const name of items) {
    const asked = item !== undefined && isCalled(name, item);
    if (!asked && shownName(name) !== NOTHING) pass(passed, "wat bij elk cijfer hetzelfde is", shownName(name), line);
  }
}

const distinct = (names: readonly Name[]): string[] => [...new Set(names.map(shownName))];

/** A name as it is compared: whatever the capitals, the kind of apostrophe or dash, and the word before or behind it. */
const plainName = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/[‘’`´]/g, "'")
    .replace(/[‐‑–]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/ \(gemeente\)$|^gemeente /, "");

/** Whether a name or code is that of a place of which the content has figures. */
export function isPlaceOf({ municipalities, indicators }: Model): (name: string) => boolean {
  const comparisons = indicators.flatMap((indicator) => indicator.comparisons);
  const regions = indicators.flatMap(({ source }) =>
    source && !isOpen(source) && source.region ? [source.region] : [],
  );
  const known = new Set([
    ...[...municipalities, ...comparisons].flatMap(({ title, code }) => [
      plainName(title),
      ...(code ? [plainName(code)] : []),
    ]),
    ...regions.map(plainName),
  ]);
  return (name) => known.has(plainName(name));
}

/** Finds whose a number is. @throws {UsageError} when two places have that name, or a code has the name of another place */
export function areasOf(model: Model, indicator: Indicator, team: string): (name: Name) => Area | undefined {
  const byCode = new Map<string, Area | "two">();
  const byLabel = new Map<string, Area | "two">();
  const add = (area: Area, code: string | undefined, label: string): void => {
    if (code) byCode.set(code.toLowerCase(), byCode.has(code.toLowerCase()) ? "two" : area);
    const name = plainName(label);
    byLabel.set(name, byLabel.has(name) ? "two" : area);
  };
  for (const { id, title, code } of model.municipalities) add({ kind: "municipality", id, title }, code, title);
  for (const { id, title, code } of indicator.comparisons) add({ kind: "comparison", id, title }, code, title);
  const source = indicator.source !== undefined && !isOpen(indicator.source) ? indicator.source : undefined;
  if (source?.region) add({ kind: "team", id: "", title: team }, source.region, source.region);
  return ({ code, label }) => {
    const found = code === undefined ? byLabel.get(plainName(label ?? "")) : byCode.get(code.toLowerCase());
    if (found === "two" && code !== undefined)
      throw refuse(indicator, `meer dan één gebied heeft code ${code}.`, "Geef elk gebied zijn eigen code.");
    if (found === "two")
      throw refuse(
        indicator,
        `meer dan één gebied heet “${label}”.`,
        "Haal de tabel op met codes in plaats van namen, en zet bij elke gemeente haar code.",
      );
    const called = code === undefined || label === undefined ? undefined : byLabel.get(plainName(label));
    if (found && called && called !== "two" && called !== found)
      throw refuse(
        indicator,
        `code ${code} is van ${found.title}, maar het bestand noemt die ${label}.`,
        "Kijk welke van de twee klopt: de code bij de gemeente, of het bestand.",
      );
    return found;
  };
}

/** Those of the indicators that a file may be about. @throws {UsageError} when there is none */
export function candidates(model: Model, { tables, observations }: Figures, asked: string | undefined): Indicator[] {
  const known = model.indicators.filter(({ id }) => asked === undefined || id === asked);
  if (asked !== undefined && known.length === 0)
    throw new UsageError(`Er is geen indicator “${asked}”. Er is niets gewijzigd.`, listOf(model));
  const own = known.filter(({ source }) => {
    if (source === undefined || isOpen(source)) return asked !== undefined;
    if (source.table !== undefined && tables.length > 0 && !tables.some((table) => same(table, source.table ?? "")))
      return false;
    if (asked !== undefined) return true;
    const { item } = source;
    return item !== undefined
      ? observations.some(({ items }) => items.some((name) => isCalled(name, item)))
      : source.table !== undefined && tables.length > 0;
  });
  if (own.length > 0) return own;
  if (tables.length > 0 && known.length > 0 && asked !== undefined)
    throw new UsageError(
      `Dit bestand is van tabel ${enumeration([...tables])}, en indicator ${asked} is van een andere. Er is niets gewijzigd.`,
      "Haal de tabel op die bij source.table staat, of pas die aan.",
    );
  throw new UsageError(
    "Bij geen indicator hoort een onderdeel of tabel uit dit bestand. Er is niets gewijzigd.",
    "Zet bij de indicator source.table en source.item, of kies er een met --indicator.",
  );
}

const listOf = ({ indicators }: Model): string =>
  indicators.length > 0
    ? `Kies uit: ${firstOf(
        indicators.map(({ id }) => id),
        20,
      )}.`
    : "Schrijf eerst een indicator in indicators/.";
