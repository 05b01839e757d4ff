/** How the values of a version read: references, dates, amounts and open points as readers see them. */
import { type Amendment, expand, partOfFile, type Schema } from "../content/index.js";
import { tellChanges } from "../documents/amendment/telling.js";
import { programmeOf } from "../documents/links.js";
import { bodyName } from "../documents/wording.js";
import { capital, day, decimal, euros, figure, quarter, quarters } from "../dutch.js";
import {
  fieldOf,
  isOpen,
  isPart,
  isRecord,
  type Model,
  onlyOne,
  type PartName,
  parts,
  targetOf,
} from "../model/index.js";
import { kindNames } from "../model/kind-names.js";
import { plainText, type Reference } from "../prose/index.js";
import { spoken, withNoteWords } from "./spoken.js";
import type { Thing } from "./things.js";

/** Reads the values of one version. Without a model, names come from the things themselves and numbers are missing. */
export interface Reader {
  /** A text in the prose dialect, without markup. */
  readonly text: (text: string) => string;
  /** A text with the signs of its markup. */
  readonly marked: (text: string) => string;
  /** A piece of such a text, with the white space around it. */
  readonly piece: (text: string) => string;
  /** How a thing is called within a sentence: "maatregel M12", "PGA". */
  readonly name: (kind: string, id: string) => string;
  /** What a thing is called, whatever its number is. */
  readonly title: (kind: string, id: string) => string | undefined;
  /** The number under which a thing is known, if it has one: "maatregel M12". */
  readonly number: (kind: string, id: string) => string | undefined;
  /** What an amendment changes, a line for each change. */
  readonly changes: (value: unknown) => string[];
  /** Who decides, as in a sentence. */
  readonly body: (id: string, town?: string) => string;
  /** The ids of all municipalities, and how these read together: "alle gemeenten", or the name of the only one. */
  readonly everyone: { readonly ids: readonly string[]; readonly name: string };
}

/** What a part is called by itself, whatever the structure calls it. */
function usualTitle({ content, source }: Model, id: PartName): string {
  const file = parts[id].source;
  const own = file && source[file];
  return (own && "title" in own ? own.title : undefined) ?? parts[id].title(content);
}

export function readerOf(model: Model | undefined, things: ReadonlyMap<string, Thing>): Reader {
  const titles = new Map([...things.values()].map(({ kind, id, value }) => [`${kind}:${id}`, callOf(value) ?? id]));
  /** What stands in the plan by a name that no content gives it. */
  const heading = (kind: string, id: string): string | undefined => {
    if (!headings.has(kind)) return undefined;
    return model?.targets.get(`${kind}:${id}`)?.title ?? (model && isPart(id) ? usualTitle(model, id) : undefined);
  };
  const programme = (kind: string, id: string): string | undefined => {
    const target = model?.targets.get(`${kind}:${id}`);
    return model && target && programmeOf(model, target);
  };
  const name = (kind: string, id: string): string => {
    const of = programme(kind, id);
    const label = model?.targets.get(`${kind}:${id}`)?.label ?? titles.get(`${kind}:${id}`) ?? id;
    return of ? `${label} van ${of}` : label;
  };
  const towns = [...things.values()].filter(({ kind }) => kind === "municipality");
  const marked = (text: string): string =>
    withNoteWords(text).replace(
      /\[\[([a-z-]+):([a-z0-9-/]+)(?:\|([^\]]+))?\]\]/g,
      (_, kind: string, id: string, own?: string) => own ?? name(kind, id),
    );
  return {
    text: (text) => plainText(spoken(text), ({ kind, id, text: own }: Reference) => own ?? name(kind, id)).trim(),
    marked,
    piece: (text) => marked(text).replace(/\*+/g, ""),
    name,
    title: (kind, id) => {
      const [title, of] = [titles.get(`${kind}:${id}`) ?? heading(kind, id), programme(kind, id)];
      return title && of ? `${title} (${of})` : title;
    },
    number: (kind, id) => {
      const label = model?.targets.get(`${kind}:${id}`)?.label;
      return label && /^(paragraaf|hoofdstuk|bijlage|maatregel|actie) /.test(label) ? label : undefined;
    },
    changes: (value) => {
      if (!Array.isArray(value)) return [flat(value)];
      return model
        ? changeLines(model, value as Amendment["changes"])
        : value.map((change) => changeAsWritten(change, titles));
    },
    body: (id, town) => (model ? bodyName(model, id, town) : id),
    everyone: {
      ids: towns.map(({ id }) => id),
      name: name("municipality", onlyOne(towns)?.id ?? "") || "alle gemeenten",
    },
  };
}

const changeLines = (model: Model, changes: Amendment["changes"]): string[] =>
  tellChanges(model, changes).map(({ what, was, becomes }) =>
    [
      what,
      ...(was.length > 0 ? [`was: ${was.join(" ")}`] : []),
      ...(becomes.length > 0 ? [`wordt: ${becomes.join(" ")}`] : []),
    ].join("; "),
  );

/** A change in a version with errors, of which can't be told how it reads: what stands in it, in the same words and order. */
function changeAsWritten(change: unknown, titles: ReadonlyMap<string, string>): string {
  if (!isRecord(change)) return flat(change);
  const { target, field, old, new: fresh } = change;
  return [
    subjectAsWritten(flat(target), field === undefined ? undefined : flat(field), titles),
    ...(old === undefined ? [] : [`was: ${flat(old)}`]),
    ...(fresh === undefined ? [] : [`wordt: ${flat(fresh)}`]),
  ].join("; ");
}

/** What a change is about: by what the schemas and the things themselves call it, else as it is written. */
function subjectAsWritten(written: string, field: string | undefined, titles: ReadonlyMap<string, string>): string {
  const target = targetOf(written);
  const part = target && "part" in target;
  const called = part
    ? expand({ $ref: partOfFile(target.file)?.schema ?? "" }).title
    : target && `${kindNames[target.kind] ?? target.kind} “${titles.get(written) ?? target.id}”`;
  const known = target && field !== undefined ? fieldOf(target, field) : undefined;
  const shown = known && !("unknown" in known) ? `“${known.titles.join(" – ")}”` : field;
  return [called ?? `“${written}”`, ...(shown === undefined ? [] : [`onder ${shown}`])].join(", ");
}

/** All words and figures of a value, whatever its form. */
const flat = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? Object.values(value).map(flat).join(", ")
    : String(value ?? "")
        .trim()
        .replace(/\s+/g, " ");

/** The kinds of things that have a heading in the plan, also without a file of their own. */
const headings = new Set(["page", "chapter", "section"]);

/** The same reader, of what one municipality decides. */
export const inTown = (reader: Reader, town: string): Reader => ({ ...reader, body: (id) => reader.body(id, town) });

/** What a thing calls itself, or how it begins. */
function callOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const text = typeof value.text === "string" ? beginning(value.text) : undefined;
  return titleOf(value) ?? text;
}

/** As many words as fit in a line of a table. */
export const beginning = (text: string): string => {
  const words = text.trim().split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 7).join(" ")} …` : words.join(" ");
};

/** What a thing calls itself. */
export function titleOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const title = value.term ?? value.title;
  return typeof title === "string" ? title : undefined;
}

const states: Readonly<Record<string, string>> = {
  "ter-vaststelling": "ter vaststelling",
  "gewijzigd-vastgesteld": "gewijzigd vastgesteld",
  description: "omschrijving",
  why: "waarom een prioriteit",
  now: "waar staan we nu",
  ambition: "ambitie",
  measures: "wat gaan we doen",
};

/** A value as readers see it, a line for each part. A text keeps its markup: see {@link Reader.text}. */
export function shown(value: unknown, schema: Schema, reader: Reader): string[] {
  if (value === undefined) return [];
  if (schema["x-changes"]) return reader.changes(value);
  if (isOpen(value)) return [`Open: ${reader.text(value.open)} (wie beslist: ${reader.body(value.by)})`];
  if (Array.isArray(value)) {
    const kinds = schema["x-refers"]?.split("|") ?? [];
    return value.flatMap((item: unknown) => {
      const form = formOf(schema.items ?? {}, item);
      if (isRecord(item)) return itemText(item, form, reader);
      if (typeof item !== "string") return String(item);
      if (kinds.length > 0) return referred(item, kinds, reader);
      return form["x-refers"] || form.enum ? shown(item, form, reader) : reader.text(item);
    });
  }
  if (isRecord(value)) return [partsText(value, formOf(schema, value), reader)];
  if (typeof value === "number")
    return [schema.minimum === 0 ? euros(value) : schema.type === "number" ? figure(value) : decimal(value)];
  const text = String(value);
  if (text === "all") return [reader.everyone.name];
  if (schema["x-refers"]) return [referred(text, schema["x-refers"].split("|"), reader)];
  if (schema.format === "date") return [/^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text];
  if (/^\d{4}-Q[1-4]$/.test(text)) return [quarter(text)];
  if (schema["x-prose"]) return [reader.text(text)];
  return [states[text] ?? text];
}

const isSpan = (value: Readonly<Record<string, unknown>>): value is { from: string; to: string } =>
  [value.from, value.to].every((end) => typeof end === "string" && /^\d{4}-Q[1-4]$/.test(end));

/** A value of parts in one line: from when to when, else each with its name. */
function partsText(value: Readonly<Record<string, unknown>>, { properties = {} }: Schema, reader: Reader): string {
  if (isSpan(value)) return quarters(value.from, value.to);
  return Object.entries(properties)
    .map(([key, property]) => [key, expand(property)] as const)
    .filter(([key]) => Object.hasOwn(value, key))
    .map(([key, property]) => `${property.title ?? key}: ${shown(value[key], property, reader).join(", ")}`)
    .join("; ");
}

/** The form that an item has, of those that its list allows. */
function formOf(items: Schema, item: unknown): Schema {
  const schema = expand(items);
  const type = isRecord(item) ? "object" : "string";
  return schema.anyOf?.map(expand).find((branch) => branch.type === type) ?? schema;
}

/** An item of a list in one line: what it points at, and its texts. */
const itemText = (item: Readonly<Record<string, unknown>>, { properties = {} }: Schema, reader: Reader): string =>
  Object.entries(properties)
    .filter(([key]) => key !== "id" && Object.hasOwn(item, key))
    .flatMap(([key, property]) => shown(item[key], expand(property), reader))
    .join(": ");

function referred(id: string, kinds: readonly string[], reader: Reader): string {
  if (kinds.includes("body")) return capital(reader.body(id));
  const kind = kinds.find((candidate) => reader.title(candidate, id) !== undefined);
  if (kind === undefined) return states[id] ?? id;
  const byTitle = headings.has(kind) || reader.number(kind, id) !== undefined;
  return capital(byTitle ? (reader.title(kind, id) ?? id) : reader.name(kind, id));
}
