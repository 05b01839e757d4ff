import { suggestion } from "../content/closest.js";
import { UsageError } from "../errors.js";

/**
 * Reads the value of an option that has a fixed set of values.
 * @param what what such a value is, in Dutch
 */
export const oneOf =
  <T extends string>(known: readonly T[], what: string) =>
  (value: string): T => {
    const found = known.find((name) => name === value);
    if (found) return found;
    throw new UsageError(`“${value}” is geen ${what}.`, suggestion(value, known));
  };
