/**
 * An amendment in the words of a council, before any markup: it can be voted on as it stands (Gemeentewet, article 147b). The
 * document, the terminal and Markdown show the same.
 */
import type { AmendmentChange, Schema } from "../../content/index.js";
import { capital, closed, day } from "../../dutch.js";
import {
  addedBy,
  type ChangeTarget,
  fieldOf,
  inside,
  isOpen,
  isPending,
  type Model,
  schemaOf,
  targetOf,
} from "../../model/index.js";
import { nameOf } from "../../model/kind-names.js";
import { programmeOf } from "../links.js";
import { bodyName, thePlan } from "../wording.js";
import { plain, valueLines } from "./values.js";

/** An amendment with what it leaves out filled in. */
export type WholeAmendment = Model["content"]["amendments"][number];

export interface ToldAmendment {
  /** "De raad van Best, in vergadering bijeen op …;", "gelezen het voorstel …;". */
  readonly opening: readonly string[];
  /** "besluit het plan als volgt te wijzigen:". */
  readonly decides: string;
  readonly changes: readonly ToldChange[];
  readonly reason: string;
  /** The same without markup, in paragraphs. */
  readonly explanation: readonly string[];
  readonly submitters: readonly string[];
  /** What isn't known yet, each as a sentence. */
  readonly missing: readonly string[];
}

export interface ToldChange {
  /** "In maatregel M1, onder “Wat gaan we doen”, te vervangen". */
  readonly what: string;
  /** In paragraphs; empty where nothing was, or where nothing comes. */
  readonly was: readonly string[];
  readonly becomes: readonly string[];
}

/**
 * Tells an amendment. Pure.
 * @param numbered whether numbers of today are those of the text that it amends, as while it is pending: else things go by their names
 */
export function tellAmendment(today: Model, amendment: WholeAmendment, numbered = isPending(amendment)): ToldAmendment {
  const { municipality, date, proposal, scope, changes, reason, submitters, reference } = amendment;
  const model = numbered ? today : withoutNumbers(today, changes);
  const town = model.targets.get(`municipality:${municipality}`)?.title ?? municipality;
  const when = typeof date === "string" ? `op ${day(date)}` : "op een dag die nog niet bekend is";
  const read =
    typeof proposal === "string" ? plain(proposal, model) : `het voorstel over “${model.content.plan.title}”`;
  const what =
    scope === "plan"
      ? `${thePlan(model)} als volgt te wijzigen:`
      : `voor ${town} als volgt af te wijken van ${thePlan(model)}:`;
  return {
    opening: [`${capital(bodyName(model, "raad", town))}, in vergadering bijeen ${when};`, `gelezen ${read};`],
    decides: `besluit ${what}`,
    changes: tellChanges(model, changes),
    reason,
    explanation: reason.trim() === "" ? [] : valueLines(reason, {}, model),
    submitters,
    missing: [
      ...notGiven("De datum van de vergadering", date),
      ...notGiven("Het kenmerk van het amendement", reference),
      ...(submitters.length === 0 ? ["Wie het amendement indient, staat er niet bij."] : []),
      ...(reason.trim() === "" ? ["Er is geen toelichting."] : []),
    ],
  };
}

/** The model with things by their names, as they were before the changes: numbers have moved since. */
function withoutNumbers(model: Model, changes: readonly AmendmentChange[]): Model {
  const named = [...model.targets].map(([key, target]) => {
    const [, word] = NUMBERED.exec(target.label) ?? [];
    if (word === undefined) return [key, target] as const;
    const title = beginning(plain(titleBefore(key, target.title, changes), model));
    return [key, { ...target, label: `${word} “${title}”` }] as const;
  });
  return { ...model, targets: new Map(named) };
}

/** What has a number in the documents goes by a word and that number. */
const NUMBERED = /^(maatregel|actie|paragraaf|hoofdstuk|bijlage) /;

/** What a thing was called, or how it began, before an amendment changed that. */
const titleBefore = (key: string, title: string, changes: readonly AmendmentChange[]): string =>
  changes
    .filter(({ target, field }) => target === key && (field === "text" || field === "title"))
    .reduceRight(
      (text, { old, new: fresh }) =>
        typeof old === "string" && typeof fresh === "string" ? text.replace(fresh.trim(), () => old.trim()) : text,
      title,
    );

/** How it is said that something comes, goes or becomes something else. */
interface Verbs {
  readonly add: string;
  readonly drop: string;
  readonly replace: string;
}

/** What a council is asked to do, and what was done. */
export const asked: Verbs = { add: "toe te voegen", drop: "te laten vervallen", replace: "te vervangen" };
export const done: Verbs = { add: "toegevoegd", drop: "vervallen", replace: "vervangen" };

/** Tells what is changed, in the order of the amendment. Pure. */
export function tellChanges(model: Model, changes: readonly AmendmentChange[], verbs = asked): ToldChange[] {
  const known = withAdded(model, changes);
  return changes.map((change) => tellChange(known, change, verbs));
}

/** The model with what the amendment itself adds, so that its texts can name that. */
function withAdded(model: Model, changes: readonly AmendmentChange[]): Model {
  const added = addedBy({ changes }).flatMap(({ kind, ids, value }) => {
    const own = [value.title, value.term, value.text].find((text) => typeof text === "string");
    const title = beginning(String(own ?? ids[0]));
    const label = kind === "term" ? title : `${nameOf(kind, model.terms)} “${title}”`;
    return ids.map((id) => [`${kind}:${id}`, { kind, id, title, label }] as const);
  });
  return { ...model, targets: new Map([...added, ...model.targets]) };
}

/** As many words as name something. */
const beginning = (text: string): string => {
  const words = text.trim().split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 7).join(" ")}…` : words.join(" ").replace(/\.$/, "");
};

function notGiven(what: string, value: unknown): string[] {
  if (value === undefined) return [`${what} is nog niet bekend.`];
  return isOpen(value) ? [closed(`${what} is nog open: ${value.open}`)] : [];
}

function tellChange(model: Model, change: AmendmentChange, verbs: Verbs): ToldChange {
  const { target: text, field, old, new: fresh, after } = change;
  const target = targetOf(text);
  if (!target) return { what: text, was: asIs(old), becomes: asIs(fresh) };
  const found = field === undefined ? undefined : fieldOf(target, field);
  const known = found && !("unknown" in found) ? found : undefined;
  const name = subjectName(model, target, change);
  const schema = known?.schema ?? {};
  const lines = (value: unknown): string[] =>
    value === undefined
      ? []
      : valueLines(value, field === undefined ? schemaOf(target) : formFor(schema, value), model);
  const where = known ? `, onder “${known.titles.join(" – ")}”,` : "";
  return {
    what: sentence(),
    was: lines(old),
    becomes: lines(fresh),
  };

  function sentence(): string {
    if (field === undefined) return `${capital(name)} ${fresh === undefined ? verbs.drop : verbs.add}`;
    if (old === undefined) return `Aan ${name}${where} ${verbs.add}${behind(model, schema, after)}`;
    return `In ${name}${where} ${fresh === undefined ? verbs.drop : verbs.replace}`;
  }
}

/** The schema of what a value is: of one item where a list holds such items. */
const formFor = (schema: Schema, value: unknown): Schema =>
  Array.isArray(value) ? schema : (inside(schema, 0)?.schema ?? schema);

const asIs = (value: unknown): string[] =>
  value === undefined ? [] : [typeof value === "string" ? value.trim() : JSON.stringify(value)];

/** Behind what something new comes. */
function behind({ targets }: Model, list: Schema, after: string | undefined): string {
  if (after === undefined) return "";
  if (after === "0") return ", vooraan";
  const kind = inside(list, 0)?.schema["x-defines"];
  const label =
    kind && [...targets.values()].find((one) => one.kind === kind && `/${one.id}`.endsWith(`/${after}`))?.label;
  return label ? `, na ${label}` : /^\d+$/.test(after) ? `, na punt ${after}` : `, na “${after}”`;
}

/** What a change is about, within a sentence: "maatregel M1", "paragraaf 3.1 (Inbraak)". */
function subjectName(model: Model, target: ChangeTarget, { old, field }: AmendmentChange): string {
  if ("part" in target) return target.part === "plan" ? thePlan(model) : `“${titleIn(model, target.part)}”`;
  const { kind, id } = target;
  const kindName = nameOf(kind, model.terms);
  const found = model.targets.get(`${kind}:${id}`);
  // What is gone since is known by what it was.
  if (!found) return field === undefined && typeof old === "string" ? kindName : `${kindName} “${id}”`;
  const programme = programmeOf(model, found);
  const numbered = NUMBERED.test(found.label);
  if (kind === "plan") return thePlan(model);
  if (kind === "municipality") return `${kindName} ${found.title}`;
  if (!numbered)
    return `${kindName} “${found.title.length > found.label.length && kind === "term" ? found.label : plain(found.title, model)}”`;
  const title = kind === "measure" || found.label.includes("“") ? "" : ` (${plain(found.title, model)})`;
  return `${found.label}${title}${programme ? ` van ${programme}` : ""}`;
}

/** The title of a part of the plan, as readers know it. */
function titleIn({ content }: Model, part: string): string {
  const own = (content as unknown as Readonly<Record<string, { readonly title?: unknown } | undefined>>)[part]?.title;
  return typeof own === "string" ? own : part;
}
