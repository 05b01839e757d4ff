/** How dates, quarters, money, bodies and open points read in Dutch documents. */
import type { Content } from "../content/index.js";
import { isOpen, type Model } from "../model/index.js";
import type { OpenValue, Status } from "./tree.js";

type Open = { readonly open: string; readonly by: string };
type Decision = Content["plan"]["decision"];

const months = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
];

/** "2018-12-13" → "13 december 2018". */
export function day(date: string): string {
  const [year, month, dayOfMonth] = date.split("-").map(Number);
  return `${dayOfMonth} ${months[(month ?? 1) - 1]} ${year}`;
}

/** "2019-Q3" → "3e kwartaal 2019". */
export function quarter(code: string): string {
  const [year, number] = code.split("-Q");
  return `${number}e kwartaal ${year}`;
}

/** "2019-Q1" and "2019-Q2" → "1e en 2e kwartaal 2019". */
export function quarters(from: string, to: string): string {
  const [firstYear, first] = from.split("-Q");
  const [lastYear, last] = to.split("-Q");
  if (from === to) return quarter(from);
  if (firstYear !== lastYear) return `${quarter(from)} t/m ${quarter(to)}`;
  if (first === "1" && last === "4") return `heel ${firstYear}`;
  return `${first}e ${Number(last) - Number(first) === 1 ? "en" : "t/m"} ${last}e kwartaal ${firstYear}`;
}

/** Whole euros: 12500 → "€ 12.500". */
export const euros = (amount: number): string => `€ ${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;

const states: Readonly<Record<Status["state"], string>> = {
  concept: "Concept",
  "ter-vaststelling": "Ter vaststelling",
  vastgesteld: "Vastgesteld",
};

export const status = ({ state }: Decision): Status => ({ state, label: states[state] });

/** "a, b en c". */
export const enumeration = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} en ${items.at(-1)}`;

/** With a capital, as at the start of a sentence or a cell. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A lower-case first letter, for a title within a sentence. Names and abbreviations keep theirs. */
export const inSentence = (title: string): string =>
  /^[A-Z][a-zé]/.test(title) && !/^[A-Z]\S*[A-Z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** Wording of what depends on who reads: `town` is the municipality that a document is for, if it is for one. */
export function bodyName(model: Model, id: string, town?: string): string {
  const body = model.content.governance.bodies.find((candidate) => candidate.id === id);
  if (!body) return id;
  if (body.level === "team") return `de ${body.title}`;
  const article = body.title.startsWith("college") ? "het" : "de";
  return town ? `${article} ${body.title} van ${town}` : `${article} ${body.title} van elke gemeente`;
}

/** An open point as readers see it. */
export const openValue = (model: Model, { open, by }: Open, town?: string): OpenValue => ({
  open,
  by: bodyName(model, by, town),
});

/** A value, or no more than that it is open: for documents that list their open points apart. */
export function valueOrBriefly<T>(
  model: Model,
  value: T,
  show: (value: Exclude<T, Open>) => string,
  town?: string,
): string | OpenValue {
  const shown = valueOrOpen(model, value, show, town);
  return typeof shown === "string" ? shown : { ...shown, brief: true };
}

/** A value or its open point. */
export function valueOrOpen<T>(
  model: Model,
  value: T,
  show: (value: Exclude<T, Open>) => string,
  town?: string,
): string | OpenValue {
  return isOpen(value) ? openValue(model, value, town) : show(value as Exclude<T, Open>);
}
