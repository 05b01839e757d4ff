/** The colours of the house and of a team, as Word writes them. */
import type { Palette } from "../documents/index.js";
import { colours } from "./colours.js";

const themes: Readonly<Record<string, string>> = {
  blue: "1D5A9C",
  plum: "7B2D69",
  teal: "0A6B66",
  green: "3B6A1C",
  brick: "A2391D",
  ochre: "7A5600",
};

export const hex = (colour: string): string => colour.replace("#", "").toUpperCase();

/** Every colour of a team by name. */
export const themesOf = (palette: Palette | undefined): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(themes),
    ...(palette?.themes ?? []).map(({ name, light }) => [name, hex(light)] as const),
  ]);

/** The id of the style of words in a colour of the house. */
export const themeStyle = (name: string): string => `Theme-${name}`;

/** The colour of the house, without the sign in front. */
export const houseOf = (palette: Palette | undefined): string =>
  palette?.house ? hex(palette.house.light) : colours.house;
