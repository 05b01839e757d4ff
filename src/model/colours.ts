/** Colours as `#rrggbb`: which there are, how they mix, and how well they stand out (WCAG 2.2, "contrast ratio"). Pure. */

/** The colours that every team has, in the words of the program. */
export const usualColours: readonly string[] = ["blue", "plum", "teal", "green", "brick", "ochre"];

/** What stands behind text, and the letters on a field in the colour of the house: as in templates/styles. */
export const grounds = {
  paper: "#ffffff",
  tint: "#f1f5f6",
  darkPaper: "#12191e",
  darkTint: "#1b252b",
  darkInk: "#f4f8f9",
} as const;

/** How much text must stand out at least (WCAG 2.2, 1.4.3, level AA). */
export const LEAST = 4.5;

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);

/** Relative luminance, from 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How well two colours stand out from each other: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour with a part, from 0 to 1, of another. */
export function mixed(colour: string, other: string, part: number): string {
  const [own, added] = [channels(colour), channels(other)];
  const hex = (value: number): string =>
    Math.round(value * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${own.map((value, index) => hex(value + ((added[index] ?? 0) - value) * part)).join("")}`;
}

/** A colour with no more white or black in it than it takes to stand out from each of these. */
export function readable(colour: string, against: readonly string[], toward: "#ffffff" | "#000000"): string {
  for (let part = 0; part < 1; part += 0.04) {
    const shade = mixed(colour, toward, part);
    if (against.every((ground) => contrast(shade, ground) >= LEAST)) return shade;
  }
  return toward;
}

/** A colour for text on a dark screen. */
export const onDark = (colour: string): string =>
  readable(mixed(colour, "#ffffff", 0.4), [grounds.darkPaper, grounds.darkTint], "#ffffff");
