/** A character that a terminal obeys or a reader doesn't see, but for the line end (also that of iCalendar) and the tab. */
const unseen = /(?![\n\t]|\r\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).toUpperCase().padStart(4, "0")}`)
    .join("");

/**
 * A text with what a terminal would obey, and what nobody sees, written out as `\u001B`. In JSON that means the same as what it
 * replaces.
 */
export const visible = (text: string): string => text.replace(unseen, escaped);

/** A piece of content, or the name of a file, for a line of its own: it can't begin another line. */
export const oneLine = (text: string): string => visible(text.replace(/\s*[\n\v\f\r\u0085\u2028\u2029]+\s*/g, " "));

/**
 * A text for people: the same, but for colours when there are any. No line begins with what the logs of workflows take for a
 * command.
 */
export function forPeople(text: string, colours: boolean): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what chalk writes.
  const parts = colours ? text.split(/(\u001b\[[\d;]*m)/) : [text];
  return parts
    .map((part, index) => (index % 2 === 1 ? part : visible(part)))
    .join("")
    .replace(
      /^(\s*)(?:::|##\[)/gm,
      (start, space: string) => `${space}${escaped(start.charAt(space.length))}${start.slice(space.length + 1)}`,
    );
}
