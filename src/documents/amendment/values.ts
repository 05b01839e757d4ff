/** Values of an amendment as readers see them: what was, and what it becomes. */
import { expand, type Schema } from "../../content/index.js";
import { day, euros, quarter, quarters } from "../../dutch.js";
import { inside, isOpen, type Model } from "../../model/index.js";
import { plainText, type Reference } from "../../prose/index.js";
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
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => plain(paragraph, model));
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

const plain = (text: string, { targets }: Model): string =>
  plainText(text, ({ kind, id, text: own }: Reference) => own ?? targets.get(`${kind}:${id}`)?.label ?? id).trim();
