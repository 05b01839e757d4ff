/** Which names can be. Pure. */
import { isDrawable } from "../check/characters.js";
import { UsageError } from "../errors.js";

/** Longer names fit no header, and no name of a file. */
const LONGEST_NAME = 60;

/** What a name is made of: nothing that is invisible, means something in Markdown or is a picture. */
const FIT = /[\p{L}\p{M}\p{N} '’‘"“”„.,:!?()/&+–-]/u;

/**
 * A name as it was typed, without spaces around it and with single ones in it.
 * @param what it is the name of, at the start of a sentence
 * @throws {UsageError} when it can't be one
 */
export function nameOf(text: string, what: string): string {
  const name = text.trim().replace(/\s+/gu, " ");
  if (name === "") throw new UsageError(`${what} heeft geen naam.`, "Geef een naam met letters.");
  const odd = [...name].find((sign) => !FIT.test(sign) || !isDrawable(sign));
  if (odd !== undefined)
    throw new UsageError(
      `In de naam “${name}” staat een teken dat niet kan: “${odd}”.`,
      "Typ de naam zonder dat teken.",
    );
  if (!/\p{L}/u.test(name)) throw new UsageError(`“${name}” is geen naam: er staat geen letter in.`, "Geef een naam.");
  if ([...name].length > LONGEST_NAME)
    throw new UsageError(
      `De naam “${[...name].slice(0, 20).join("")}…” is te lang: ${[...name].length} tekens.`,
      `Gebruik ten hoogste ${LONGEST_NAME} tekens.`,
    );
  return name;
}
