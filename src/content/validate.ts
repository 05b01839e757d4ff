import type { ErrorObject } from "ajv";
import type { Diagnostic } from "../diagnostics.js";
import { closest } from "./closest.js";
import { explain, typeName } from "./messages.js";
import type { ParsedFile } from "./parse.js";
import { type Path, placeOfKey, placeOfValue } from "./places.js";
import { expand, follows, type Schema, schemaAt, validatorFor } from "./schemas.js";

/**
 * Checks a file's data against its schema and tells every problem at its place.
 * @param schemaRef name of the schema, such as `plan.schema.json`
 */
export function validateFile(file: ParsedFile, schemaRef: string): Diagnostic[] {
  if (follows(schemaRef, file.value)) return [];
  const told = problems(schemaRef, file.value, []).map(({ error, path }) => {
    const named = schemaAt(schemaRef, path);
    const { key, ...explanation } = error.keyword === "anyOf" ? noBranch(error, named) : explain(error, named);
    const place = key === undefined ? placeOfValue(file, path) : placeOfKey(file, [...path, key]);
    // A block is told at its first line: underlining all of it would say nothing.
    const length = error.keyword === "required" ? 1 : place.length;
    const meant = error.keyword === "additionalProperties" ? meantKey(error) : undefined;
    const missing = error.keyword === "required" ? String(error.params.missingProperty) : undefined;
    return {
      diagnostic: { ...explanation, ...place, length, severity: "error" as const },
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

/** The required key that an unknown one was most likely meant to be. */
function meantKey(error: ErrorObject): string | undefined {
  const { properties = {} } = (error.parentSchema ?? {}) as Schema;
  const present = Object.keys((error.data ?? {}) as object);
  return closest(
    String(error.params.additionalProperty),
    Object.keys(properties).filter((key) => !present.includes(key)),
  );
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
  const inChoice = (error: ErrorObject): boolean =>
    choices.some(
      ({ instancePath }) => error.instancePath === instancePath || error.instancePath.startsWith(`${instancePath}/`),
    );
  return [
    ...errors
      .filter((error) => !inChoice(error))
      .map((error) => ({
        error,
        path: [...base, ...pointerPath(error.instancePath, value)],
      })),
    ...choices.flatMap((choice) => {
      const path = [...base, ...pointerPath(choice.instancePath, value)];
      const branch = branches(choice).find((candidate) => candidate.type === jsonType(choice.data));
      return branch ? problems(branch.ref, choice.data, path) : [{ error: choice, path }];
    }),
  ];
}

function branches(choice: ErrorObject): { ref: string; type: string | undefined; title: string | undefined }[] {
  return (choice.schema as readonly Schema[]).flatMap((branch) => {
    if (!branch.$ref) return [];
    const schema = expand(branch);
    return [{ ref: branch.$ref, type: schema.type, title: schema.title ?? schema["x-name"] }];
  });
}

function noBranch(choice: ErrorObject, named: Schema) {
  const titles = branches(choice).map(({ title }) => title?.toLowerCase());
  return {
    code: "IVP203" as const,
    key: undefined,
    message: `${named.title ?? "De waarde"} kan niet ${typeName(choice.data)} zijn.`,
    hint: `Wat hier wel kan: ${titles.join(", of ")}.`,
  };
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
