/** What YAML reads otherwise than its writer meant, while nothing seems wrong: told, as it would reach no reader. */
import { isMap, isScalar, isSeq } from "yaml";
import type { Diagnostic } from "../diagnostics.js";
import type { ParsedFile } from "./parsed-file.js";
import type { Path } from "./places.js";
import { cutText } from "./rules/cut-text.js";
import { invisible } from "./rules/invisible.js";
import { plainNumber } from "./rules/plain-number.js";
import { expand, type Schema, schemaAt } from "./schemas.js";

/**
 * Looks at each value and key of a sound file as it is written.
 * @param schemaRef the schema of the file, which tells free text from names, choices and dates
 */
export function misread(file: ParsedFile, schemaRef: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const look = (node: unknown, path: Path): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const inside = [...path, String(key.value)];
        found.push(...invisible.find(file, key, undefined));
        look(value, inside);
      }
    } else if (isSeq(node)) for (const [index, item] of node.items.entries()) look(item, [...path, index]);
    else if (isScalar(node)) {
      found.push(...plainNumber.find(file, node, () => mayHaveFraction(schemaAt(schemaRef, path))));
      found.push(...invisible.find(file, node, path));
      found.push(...cutText.find(file, node, () => isFreeText(schemaAt(schemaRef, path))));
    }
  };
  look(file.document.contents, []);
  return found;
}

/** Text that people write freely and readers read, in which # may well be meant. */
function isFreeText(schema: Schema): boolean {
  const { "x-prose": prose, anyOf = [] } = expand(schema);
  return prose === true || anyOf.some(isFreeText);
}

/** A number that need not be whole. */
function mayHaveFraction(schema: Schema): boolean {
  const { type, anyOf = [] } = expand(schema);
  return type === "number" || anyOf.some(mayHaveFraction);
}
