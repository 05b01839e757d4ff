/** What documents can be made into. */
import { ivp } from "../called/index.js";
import type { FinishedPdf, Press } from "../pdf/index.js";
import { docx } from "./docx.js";
import type { Format, PrintedFormat, Recipe } from "./format.js";
import { html } from "./html.js";
import { pdf } from "./pdf.js";

export type { Format, Recipe, WayBack } from "./format.js";

/** Every format that there is, in the order in which readers find them. */
export const formats: readonly Format[] = [html, pdf, docx];

/** What a build makes when nobody says what to make. */
export const usualFormats: readonly Format[] = formats.filter(({ usual }) => usual);

/** The format of a file. */
export const formatOf = (path: string): Format | undefined =>
  formats.find(({ extension }) => path.endsWith(`.${extension}`));

/** What someone types to make some files again: what isn't usual must be asked for. */
export function commandFor(paths: readonly string[]): string {
  const lying = formats.filter((format) => paths.some((path) => formatOf(path) === format));
  if (lying.every(({ usual }) => usual)) return `${ivp} build`;
  const asked = formats.filter((format) => format.usual || lying.includes(format));
  return `${ivp} build --format ${asked.map(({ extension }) => extension).join(",")}`;
}

/** Where a document's file stands in the output folder. */
export const fileOf = ({ path }: { readonly path: string }, { extension }: Format): string => `${path}.${extension}`;

export const isPrinted = (format: Format): format is PrintedFormat => "print" in format;

/** What is made of a document; it has pages where it was printed. */
export type MadeFile = Pick<FinishedPdf, "bytes"> & Partial<FinishedPdf>;

/**
 * Begins to make the file of a document. What is printed is with the press when this resolves.
 * @returns the file to come, which rejects with an EnvironmentError when the browser fails or prints what can't be made
 * accessible, and with a LayoutError when something doesn't fit its pages
 */
export async function beginFile(
  format: Format,
  recipe: Recipe,
  press: Press,
): Promise<{ readonly file: Promise<MadeFile> }> {
  if (isPrinted(format)) return { file: press.press(await format.print(recipe)) };
  return { file: format.write(recipe).then((bytes) => ({ bytes })) };
}
