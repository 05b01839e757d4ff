import { expand, type Loaded, type Path, partOfFile, type Schema } from "../content/index.js";
import { dataInFull, fullId, isOpen, isRecord, meaningsAmong } from "../model/index.js";

/** A value of a thing that can change by itself. */
export interface Field {
  /** Where it stands within the thing: "decision.state". */
  readonly key: string;
  /** What the schemas call it: "Vaststelling – Status". */
  readonly name: string;
  readonly schema: Schema;
  readonly value: unknown;
  readonly path: Path;
}

/** Something in the content with an identity: what has an id, an item that points at something with one, or a whole file. */
export interface Thing {
  /** The same in every version: "measure:house-visits", "action:2019-2020/training", "municipality:best/localThemes/nature". */
  readonly key: string;
  readonly kind: string;
  /** Its full id: of an action with that of its programme before it. */
  readonly id: string;
  /** What the schemas call such a thing: "Maatregel". */
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly file: string;
  readonly path: Path;
  /** The key of the thing around it, if it doesn't stand at the top of a file. */
  readonly parent?: string;
  /** The list of the parent in which it stands; its place there counts unless `sorted`. */
  readonly list?: { readonly key: string; readonly name: string; readonly sorted: boolean };
  readonly fields: ReadonlyMap<string, Field>;
}

/**
 * All things of the content, by key, in the order in which they stand. It follows the schemas, so that whatever they come to
 * describe is compared without a line of code.
 * @param unread files to pass over, as they can't be read in one of the versions
 */
export function thingsOf({ files, definitions }: Loaded, unread: ReadonlySet<string> = new Set()): Map<string, Thing> {
  const things = new Map<string, Thing>();
  const meanings = meaningsAmong(definitions.map((definition) => ({ ...definition, file: definition.file.path })));
  for (const [file, { value: written }] of files) {
    const part = partOfFile(file);
    const value = dataInFull(written, file, meanings);
    // How the check is set says nothing about the plan.
    if (!part || unread.has(file) || part.key === "check" || !isRecord(value)) continue;
    const schema = expand({ $ref: part.schema });
    const kind = schema["x-defines"] ?? part.key;
    const id = typeof value.id === "string" ? value.id : part.key;
    // A file that is there once stays itself, whatever id it has.
    const key = part.folder ? `${kind}:${id}` : `file:${part.key}`;
    addThing({ key, kind, id, name: schema.title ?? part.key, value, file, path: [] }, schema, things);
  }
  return things;
}

type Start = Omit<Thing, "fields">;

function addThing(start: Start, schema: Schema, things: Map<string, Thing>): void {
  const fields = new Map<string, Field>();
  const key = things.has(start.key) ? `${start.key}#${things.size}` : start.key;
  const thing: Thing = { ...start, key, fields };
  things.set(key, thing);
  visit(thing.value, schema, { path: [], names: [] }, { thing, fields, things });
}

interface Surroundings {
  readonly thing: Thing;
  readonly fields: Map<string, Field>;
  readonly things: Map<string, Thing>;
}

/** Where a value stands within its thing, in keys and in the words of the schemas. */
interface Spot {
  readonly path: Path;
  readonly names: readonly string[];
}

function visit(value: unknown, unexpanded: Schema, spot: Spot, around: Surroundings): void {
  const schema = expand(unexpanded);
  const field = (shape = schema): void => {
    const key = spot.path.join(".");
    const path = [...around.thing.path, ...spot.path];
    around.fields.set(key, { key, name: nameOf(spot), schema: shape, value, path });
  };
  if (schema.anyOf) {
    const branch = branchFor(schema.anyOf.map(expand), value);
    const merged = branch ? { ...branch, ...(schema.title && { title: schema.title }) } : schema;
    // A block that holds things is told by these.
    if (isRecord(value) && holdsThings(merged)) visitKeys(value, merged, spot, around);
    else field(merged);
    // An open point may have been decided with a list of things: they can change by themselves from then on.
    if (Array.isArray(value)) addItems(value, merged, spot, around);
  } else if (Array.isArray(value)) {
    if (!addItems(value, schema, spot, around)) field();
  } else if (isRecord(value)) visitKeys(value, schema, spot, around);
  else field();
}

function visitKeys(value: Thing["value"], schema: Schema, spot: Spot, around: Surroundings): void {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (key === "id" || !Object.hasOwn(value, key)) continue;
    const title = expand(property).title ?? key;
    visit(value[key], property, { path: [...spot.path, key], names: [...spot.names, title] }, around);
  }
  addUnknown(value, schema, spot, around);
}

/** Whether a block has a list of things that can change by themselves. */
const holdsThings = ({ properties = {} }: Schema): boolean =>
  Object.values(properties).some((property) => {
    const { items } = expand(property);
    return items !== undefined && expand(items).properties !== undefined;
  });

/** What the schemas don't know is wrong, and has changed all the same. */
function addUnknown(
  value: Thing["value"],
  { properties = {} }: Schema,
  spot: Spot,
  { thing, fields }: Surroundings,
): void {
  for (const key of Object.keys(value)) {
    if (key === "id" || Object.hasOwn(properties, key)) continue;
    const path = [...spot.path, key];
    const text = typeof value[key] === "string" ? value[key] : JSON.stringify(value[key]);
    const name = nameOf({ path, names: [...spot.names, `${key} (kent ivp niet)`] });
    fields.set(path.join("."), { key: path.join("."), name, schema: {}, value: text, path: [...thing.path, ...path] });
  }
}

/** Adds the items of a list as things; `false` when they are no more than texts or ids. */
function addItems(items: readonly unknown[], schema: Schema, spot: Spot, { thing, things }: Surroundings): boolean {
  // What an amendment changes is told as a whole.
  if (!schema.items || schema["x-changes"]) return false;
  const itemSchema = expand(schema.items);
  if (!itemSchema.properties) return false;
  const list = { key: spot.path.join("."), name: nameOf(spot), sorted: schema["x-sorted"] ?? false };
  items.forEach((value: unknown, index) => {
    if (!isRecord(value)) return;
    const own = identityOf(value, itemSchema, index, thing);
    const kind = own.kind ?? `${thing.kind}/${list.key}`;
    addThing(
      {
        key: own.kind ? `${own.kind}:${own.id}` : `${thing.key}/${list.key}/${own.id}`,
        kind,
        id: own.id,
        name: itemSchema.title ?? list.name,
        value,
        file: thing.file,
        path: [...thing.path, ...spot.path, index],
        parent: thing.key,
        list,
      },
      itemSchema,
      things,
    );
  });
  return true;
}

/** The id of an item, or of what it points at first; failing that its place. */
function identityOf(
  value: Readonly<Record<string, unknown>>,
  schema: Schema,
  index: number,
  around: Start,
): { readonly kind?: string; readonly id: string } {
  if (typeof value.id === "string") {
    const { "x-defines": kind, "x-within": scope } = schema;
    const within = around.kind === scope ? around.id : undefined;
    return { ...(kind && { kind }), id: fullId({ id: value.id, within }) };
  }
  const own = schema["x-identity"];
  if (own) return { id: own.flatMap((key) => (isSimple(value[key]) ? [String(value[key])] : [])).join("/") };
  const pointer = Object.entries(schema.properties ?? {}).find(([, property]) => expand(property)["x-refers"]);
  const target = pointer && value[pointer[0]];
  return { id: typeof target === "string" ? target : String(index) };
}

const isSimple = (value: unknown): boolean => typeof value === "string" || typeof value === "number";

/** The last two names say enough: what stands around them is told as chapter and subject. */
const nameOf = ({ names }: Spot): string => names.slice(-2).join(" – ");

/** The form that a value has, of those that its schema allows. */
function branchFor(branches: readonly Schema[], value: unknown): Schema | undefined {
  const open = branches.find(({ properties }) => properties?.open);
  if (isOpen(value)) return open;
  const type = Array.isArray(value) ? "array" : isRecord(value) ? "object" : typeof value;
  const own = branches.filter((branch) => branch !== open);
  return own.find((branch) => branch.type === type || (branch.type === "integer" && type === "number")) ?? own[0];
}
