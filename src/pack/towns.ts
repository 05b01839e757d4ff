import { suggestion } from "../dutch.js";
import { UsageError } from "../errors.js";
import { type Model, type Municipality, onlyOne } from "../model/index.js";

const plain = (text: string): string => text.normalize("NFC").trim().toLowerCase();

/**
 * The municipalities that are named, by id or by name.
 * @param all whether each of them is meant
 * @throws {UsageError} when there is no such municipality, or it isn't clear which is meant
 */
export function townsNamed({ municipalities }: Model, asked: readonly string[], all: boolean): Municipality[] {
  const names = municipalities.flatMap(({ id, title }) => (plain(title) === id ? [id] : [id, title]));
  if (all && asked.length > 0)
    throw new UsageError("Noem gemeenten, of kies --all; niet allebei.", "Kijk met ivp pack --help wat er kan.");
  if (all) return [...municipalities];
  const only = onlyOne(municipalities);
  if (asked.length === 0 && only) return [only];
  if (asked.length === 0)
    throw new UsageError("Zeg voor welke gemeente, of kies --all.", `Kies uit: ${names.join(", ")}.`);
  const found = asked.map((name) => {
    const town = municipalities.find(({ id, title }) => [id, title].map(plain).includes(plain(name)));
    if (town) return town;
    throw new UsageError(
      `Er is geen gemeente “${name}”.`,
      suggestion(name, names, { otherwise: `Kies uit: ${names.join(", ")}.` }),
    );
  });
  return [...new Set(found)];
}
