import { stringify } from "yaml";

/**
 * A value as it must be written behind a key of a block in YAML, on one line, so that it means itself whatever signs it has:
 * `'s-Hertogenbosch` and `a: b` get quotes, `Asten` doesn't.
 */
export const value = (text: string): string =>
  stringify({ key: text }, { lineWidth: 0 }).slice("key: ".length).trimEnd();
