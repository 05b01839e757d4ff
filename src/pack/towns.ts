import { ivp } from "../called/index.js";
import { UsageError } from "../errors.js";
import { type Model, type Municipality, municipalityNamed, namesOfAll, onlyOne } from "../model/index.js";

/**
 * The municipalities that are named, by id or by name.
 * @param all whether each of them is meant
 * @throws {UsageError} when there is no such municipality, or it isn't clear which is meant
 */
export function townsNamed({ municipalities }: Model, asked: readonly string[], all: boolean): Municipality[] {
  const names = namesOfAll(municipalities);
  if (all && asked.length > 0)
    throw new UsageError("Noem gemeenten, of kies --all; niet allebei.", `Kijk met ${ivp} pack --help wat er kan.`);
  if (all) return [...municipalities];
  const only = onlyOne(municipalities);
  if (asked.length === 0 && only) return [only];
  if (asked.length === 0)
    throw new UsageError("Zeg voor welke gemeente, of kies --all.", `Kies uit: ${names.join(", ")}.`);
  const otherwise = `Kies uit: ${names.join(", ")}.`;
  return [...new Set(asked.map((name) => municipalityNamed(municipalities, name, { otherwise })))];
}
