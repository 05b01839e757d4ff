import { closest, suggestion } from "../content/closest.js";
import { UsageError } from "../errors.js";

/**
 * Reads the value of an option that has a fixed set of values.
 * @param what what such a value is, in Dutch
 * @param words Dutch words for such values, which are what people are told of
 */
export const oneOf =
  <T extends string>(known: readonly T[], what: string, words: Readonly<Record<string, T>> = {}) =>
  (value: string): T => {
    const found = known.find((name) => name === value) ?? (Object.hasOwn(words, value) ? words[value] : undefined);
    if (found) return found;
    const told = [...Object.keys(words), ...known.filter((name) => !Object.values(words).includes(name))];
    // Who types an English word is helped with it.
    const nearest = closest(value, told) ?? closest(value, known);
    throw new UsageError(`“${value}” is geen ${what}.`, nearest ? `Bedoelde u “${nearest}”?` : suggestion(value, told));
  };
