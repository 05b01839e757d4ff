/** Values of an amendment as readers see them: what was, and what it becomes. */
import { expand, type Schema } from "../../content/index.js";
import { day, euros, quarter, quarters } from "../../dutch.js";
import { inside, isOpen, type Model } from "../../model/index.js";
import { plainText, type Reference } from "../../prose/index.js";
import { type Unit, unitsOf } from "../../prose/units.js";
import { bodyName } from "../wording.js";

/** A value in paragraphs, without markup; references by the name of what they point at. */
export function valueLines(value: unknown, schema: Schema, model: Model): string[] {
  if (isOpen(value)) return [`Open: ${plain(value.open, model)} (wie beslist: ${bodyName(model, value.by)})`];
  if (Array.isArray(value)) {
    const items = inside(schema, 0)?.schema ?? {};
    return value.flatMap((item: unknown) => valueLines(item, items, model));
  }
  if (typeof value === "object" && value !== null)
    return ofBlock(value as Readonly<Record<string, unknown>>, schema, model);
  if (typeof value === "number") return [formOf(schema, "integer")?.minimum === 0 ? euros(value) : String(value)];
  return ofText(String(value), schema, model);
}

function ofText(text: string, schema: Schema, model: Model): string[] {
  const form = formOf(schema, "string");
  const kinds = form?.["x-refers"]?.split("|");
  if (kinds) return [referred(text, kinds, model)];
  if (/^(all|alle)$/.test(text) && form?.enum) return ["alle gemeenten"];
  if (form?.format === "date" && /^\d{4}-\d{2}-\d{2}$/.test(text)) return [day(text)];
  if (/^\d{4}-Q[1-4]$/.test(text)) return [quarter(text)];
  return unitsOf(text.trim()).flatMap((unit) => ofUnit(unit, model));
}

/** A paragraph, item, table, picture or footnote, with what makes it that: a council votes on all of it. */
function ofUnit(unit: Unit, model: Model): string[] {
  const words = (text: string): string => plain(text.replace(/(?<!\\)\[\^([^\]\s]+)\]/g, " (voetnoot $1)"), model);
  const named = (label: string, text: string): string[] => (text === "" ? [] : [`${label}: ${words(text)}`]);
  const row = (cells: readonly string[]): string => cells.map(words).join(" | ");
  switch (unit.kind) {
    case "words":
      return [signed(unit.sign, words(unit.text))];
    case "table":
      return [...named("Tabel", unit.caption), row(unit.header), ...unit.rows.map(row), ...named("Bron", unit.source)];
    case "picture":
      return [...named("Afbeelding", unit.image), ...named("Bijschrift", unit.caption), ...named("Bron", unit.source)];
  }
}

/** Words behind the sign of an item, a quote, a speaker or a footnote. */
function signed(sign: string, words: string): string {
  const [, note] = /\[\^([^\]\s]+)\]:/.exec(sign) ?? [];
  if (note !== undefined) return `Voetnoot ${note}: ${words}`;
  const [item = ""] = /\d+[.)]|[-*+—–](?=\s)/.exec(sign) ?? [];
  const own = /\d/.test(item) ? item : item === "" ? "" : /[—–]/.test(item) ? "—" : "–";
  if (own !== "") return `${own} ${words}`;
  return sign.includes(">") ? `Citaat: ${words}` : words;
}

function ofBlock(value: Readonly<Record<string, unknown>>, schema: Schema, model: Model): string[] {
  const { from, to } = value;
  if (typeof from === "string" && typeof to === "string" && /-Q\d$/.test(from) && /-Q\d$/.test(to))
    return [quarters(from, to)];
  const shown = Object.entries(value).filter(([key]) => key !== "id");
  return shown.map(([key, inner]) => {
    const own = inside(schema, key)?.schema ?? {};
    const text = valueLines(inner, own, model).join("; ");
    return shown.length === 1 ? text : `${own.title ?? key}: ${text}`;
  });
}

/** The form that a value of some type has, of those that its schema allows. */
const formOf = (schema: Schema, type: string): Schema | undefined =>
  [schema, ...(schema.anyOf ?? []).map(expand)].find((form) => form.type === type);

function referred(id: string, kinds: readonly string[], model: Model): string {
  if (kinds.includes("body")) return bodyName(model, id);
  const target = kinds.map((kind) => model.targets.get(`${kind}:${id}`)).find((found) => found !== undefined);
  // A heading is known by its title, whatever its number is.
  return target === undefined ? id : /^(paragraaf|hoofdstuk|bijlage) /.test(target.label) ? target.title : target.label;
}

/** A text without markup, with references by the name of what they point at. */
export const plain = (text: string, { targets }: Model): string =>
  plainText(text, ({ kind, id, text: own }: Reference) => own ?? targets.get(`${kind}:${id}`)?.label ?? id).trim();
