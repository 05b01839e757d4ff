import type { ErrorObject } from "ajv";
import { closest } from "../closest.js";
import { type Diagnostic, diagnosticOf } from "../diagnostics.js";
import { branchesOf, type Explanation, type SchemaRule, type Written } from "./messages.js";
import type { ParsedFile } from "./parsed-file.js";
import { type Path, placeOfKey, placeOfValue, writtenAt } from "./places.js";
import { knownKey } from "./rules/known-key.js";
import { requiredKey } from "./rules/required-key.js";
import { valueForm } from "./rules/value-form.js";
import { valueType } from "./rules/value-type.js";
import { expand, follows, type Schema, schemaAt, validatorFor } from "./schemas.js";

/**
 * Checks a file's data against its schema and tells every problem at its place.
 * @param schemaRef name of the schema, such as `plan.schema.json`
 */
export function validateFile(file: ParsedFile, schemaRef: string): Diagnostic[] {
  if (follows(schemaRef, file.value)) return [];
  const meantKey = createMeantKey();
  const told = oncePerValue(problems(schemaRef, file.value, [])).map(({ error, path }) => {
    const named = schemaAt(schemaRef, path);
    const written = writtenAt(file, path) ?? { written: "", behind: "" };
    const { rule, key, message, hint } = explained(error, named, written);
    const found = key === undefined ? placeOfValue(file, path) : placeOfKey(file, [...path, key]);
    // A block is told at its first line: underlining all of it would say nothing.
    const place = error.keyword === "required" ? { ...found, length: 1 } : found;
    const meant = error.keyword === "additionalProperties" ? meantKey(error) : undefined;
    const missing = error.keyword === "required" ? String(error.params.missingProperty) : undefined;
    return {
      diagnostic: diagnosticOf(rule, { place: () => place, message, hint }),
      block: path.join("/"),
      meant,
      missing,
    };
  });
  // A mistyped key is one mistake, though it makes one key too many and one too few.
  const mistyped = new Set(told.flatMap(({ block, meant }) => (meant ? [`${block}/${meant}`] : [])));
  return told
    .filter(({ block, missing }) => !missing || !mistyped.has(`${block}/${missing}`))
    .map(({ diagnostic }) => diagnostic);
}

/** Gives the required key that an unknown one was most likely meant to be. */
function createMeantKey(): (error: ErrorObject) => string | undefined {
  // A block may have many unknown keys: which known ones it lacks is looked up once.
  const absent = new Map<unknown, readonly string[]>();
  return ({ data, parentSchema, params }) => {
    const { properties = {} } = (parentSchema ?? {}) as Schema;
    const left =
      absent.get(data) ?? Object.keys(properties).filter((key) => !Object.hasOwn((data ?? {}) as object, key));
    absent.set(data, left);
    return closest(String(params.additionalProperty), left);
  };
}

/** What says that one value has the wrong type or form. */
const forms = ["type", "minLength", "pattern", "format", "maxLength", "minimum", "exclusiveMinimum", "maximum"];

/** A value that has the wrong form in more than one way is one mistake: the first way is told. */
function oncePerValue(found: readonly Problem[]): Problem[] {
  const first = new Map<string, ErrorObject>();
  for (const { error, path } of found) {
    const rank = forms.indexOf(error.keyword);
    const before = first.get(path.join("/"));
    if (rank >= 0 && (!before || rank < forms.indexOf(before.keyword))) first.set(path.join("/"), error);
  }
  return found.filter(({ error, path }) => !forms.includes(error.keyword) || first.get(path.join("/")) === error);
}

interface Problem {
  readonly error: ErrorObject;
  readonly path: Path;
}

/**
 * The errors of one schema over one value. Where the schema offers a choice (`anyOf`), the branch for the
 * value's own type speaks and the others are silent: one mistake gives one diagnostic.
 */
function problems(schemaRef: string, value: unknown, base: Path): Problem[] {
  const validate = validatorFor(schemaRef);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const choices = errors.filter(({ keyword }) => keyword === "anyOf");
  const chosen = new Set(choices.map(({ instancePath }) => instancePath));
  // Outermost choices speak for what is inside them.
  const inChoice = (path: string, self: boolean): boolean => {
    for (let end = self ? path.length : path.lastIndexOf("/"); end >= 0; end = path.lastIndexOf("/", end - 1)) {
      if (chosen.has(path.slice(0, end))) return true;
      if (end === 0) break;
    }
    return false;
  };
  return [
    ...errors
      .filter(({ instancePath }) => !inChoice(instancePath, true))
      .map((error) => ({
        error,
        path: [...base, ...pointerPath(error.instancePath, value)],
      })),
    ...choices
      .filter(({ instancePath }) => !inChoice(instancePath, false))
      .flatMap((choice) => {
        const path = [...base, ...pointerPath(choice.instancePath, value)];
        const branch = branchFor(choice);
        return branch ? problems(branch.ref, choice.data, path) : [{ error: choice, path }];
      }),
  ];
}

/** The branch that a value means: the one of its type, and of a simple value the one for a simple value. */
function branchFor(choice: ErrorObject): { ref: string } | undefined {
  const all = branchesOf(choice);
  const type = jsonType(choice.data);
  const simple = type !== "object" && type !== "array" && type !== "null";
  // Of more kinds of blocks, the one that knows most of the keys.
  const known = ({ ref }: { ref: string }): number => {
    const { properties = {} } = expand({ $ref: ref });
    return Object.keys(choice.data as object).filter((key) => Object.hasOwn(properties, key)).length;
  };
  const [block] = type === "object" ? all.filter((one) => one.type === type).sort((a, b) => known(b) - known(a)) : [];
  return (
    block ??
    all.find((branch) => branch.type === type) ??
    (simple ? all.find((branch) => branch.type !== "object" && branch.type !== "array") : undefined)
  );
}

const schemaRules: readonly SchemaRule[] = [knownKey, requiredKey, valueType, valueForm];

/**
 * The rule that a schema error breaks, and what to tell.
 * @param named the schema of the value at its place, whose title readers know
 */
function explained(error: ErrorObject, named: Schema, written: Written): Explanation & { rule: SchemaRule } {
  const own = error.keyword === "anyOf" ? {} : expand((error.parentSchema ?? {}) as Schema);
  // What the schema of a value says where it is used goes before what the shared definition says.
  const schema = {
    ...own,
    ...(named.title && { title: named.title }),
    ...(named.description && { description: named.description }),
  };
  const rule = schemaRules.find(({ explains }) => Object.hasOwn(explains, error.keyword)) ?? valueForm;
  return { rule, ...(rule.explains[error.keyword] ?? valueForm.otherwise)(error, schema, written) };
}

const jsonType = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;

/** A JSON pointer as a path; numbers where the data has lists. */
function pointerPath(pointer: string, value: unknown): Path {
  let current = value;
  return pointer
    .split("/")
    .slice(1)
    .map((escaped) => {
      const key = escaped.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(current) ? Number(key) : key;
      current = (current as Readonly<Record<string, unknown>> | undefined)?.[key];
      return step;
    });
}
