import { cpSync, readdirSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { root } from "./ivp.js";

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schemas = new Map(
  readdirSync(join(root, "schemas"))
    .filter((name) => name.endsWith(".schema.json"))
    .map((name) => [name, JSON.parse(readFileSync(join(root, "schemas", name), "utf8")) as Schema]),
);

/** As people write content: texts behind a |, so that their lines stay. */
export const written = { aliasDuplicateObjects: false, blockQuote: "literal", lineWidth: 0 } as const;

/** Patterns that say no more than that a text is one line, or isn't empty. */
const ANY = ["line", "prose"].map((name) => schemas.get("common.schema.json")?.$defs?.[name]?.pattern);

/** What another text is made of: how long it may be, and the old one. */
export type Make = (most: number, old: string) => string;

/** A schema with the file in which its references are looked up. */
type Placed = readonly [schema: Schema, file: string];

/** The schema to which references lead. */
function resolved([schema, file]: Placed): Placed {
  if (!schema.$ref) return [schema, file];
  const [other, path = ""] = schema.$ref.split("#");
  const next = other || file;
  const target = path
    .split("/")
    .filter(Boolean)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], schemas.get(next));
  return resolved([target as Schema, next]);
}

/** Whether a text may be anything: no form, no list of values, no name that others refer to. */
const isFree = (schema: Schema): boolean =>
  schema.type === "string" &&
  (!schema.pattern || ANY.includes(schema.pattern)) &&
  !["enum", "const", "format", "x-refers", "x-defines"].some((key) => key in schema);

function replaced(placed: Placed, value: unknown, make: Make): unknown {
  const [schema, file] = resolved(placed);
  const kind = Array.isArray(value) ? "array" : typeof value;
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms) {
    const fitting = forms.map((form) => resolved([form, file])).filter(([form]) => form.type === kind);
    const [form] = kind === "string" ? fitting.filter(([one]) => isFree(one)) : fitting;
    return form ? replaced(form, value, make) : value;
  }
  if (typeof value === "string") return isFree(schema) ? make(schema.maxLength ?? 400, value) : value;
  if (Array.isArray(value)) return value.map((one) => (schema.items ? replaced([schema.items, file], one, make) : one));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const own = schema.properties?.[key];
      return [key, own ? replaced([own, file], inner, make) : inner];
    }),
  );
}

/** A copy of a folder with content in which every text is another one: all that the schemas call a string. */
export async function writeHostile(from: string, to: string, make: Make): Promise<void> {
  cpSync(from, to, { recursive: true });
  for (const path of readdirSync(from, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".yaml")) continue;
    const text = await readFile(join(from, path), "utf8");
    const name = /\$schema=\S*\/(\S+)/.exec(text)?.[1] ?? "";
    await writeFile(
      join(to, path),
      stringify(replaced([schemas.get(name) as Schema, name], parse(text), make), written),
    );
  }
}
