/** How a message shows what stands in a file. */

/** A text as YAML takes it whatever is in it, cut when it is long. */
export function quoted(text: string): string {
  const short = shortened(text, 60);
  if (short.startsWith("'") && !/["\\]/.test(short)) return `"${short}"`;
  return `'${short.replaceAll("'", "''")}'`;
}

/** The beginning of a text, on one line. */
export const excerpt = (text: string): string => shortened(text.replaceAll(/\s+/g, " "), 40);

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** A character by its number in Unicode: "U+00A0". */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
