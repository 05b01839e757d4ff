import { type DocumentInfo, kindNamed, kinds, kindTyped } from "../documents/index.js";
import { suggestion } from "../dutch.js";
import { UsageError } from "../errors.js";
import type { Terms } from "../model/index.js";

/**
 * The documents that `--only` names, by kind or id; all of them when it names none.
 * @throws {UsageError} when there is no such document or kind
 */
export function select<T extends DocumentInfo>(all: readonly T[], asked: readonly string[], terms: Terms): T[] {
  const names = new Set(all.flatMap(({ kind, id }) => [kind, id]));
  const only = asked.map((name) => {
    const own = kindNamed(name, terms);
    return names.has(own) ? own : kindTyped(name, terms);
  });
  const unknown = asked.find((_, index) => !names.has(only[index] ?? ""));
  if (unknown !== undefined) {
    const told = new Set([...kinds.map(({ words }) => words(terms)[0]), ...all.map(({ id }) => id)]);
    const otherwise = `Kies uit: ${[...told].join(", ")}.`;
    throw new UsageError(
      `Er is geen document of soort “${unknown}”.`,
      suggestion(unknown, told, { also: [...names, ...kinds.flatMap(({ words }) => words(terms))], otherwise }),
    );
  }
  return all.filter(({ kind, id }) => only.length === 0 || only.includes(kind) || only.includes(id));
}
