import type { Palette } from "../documents/index.js";

/** The styles that put other colours in the place of the usual ones: see `base.css` and `screen.css`. */
export function paletteStyles({ house, accent, themes }: Palette): string {
  const own = (name: string, value: string): string => `.theme-${name}{--theme:${value}}`;
  const light = [
    ...(house
      ? [
          `:root{--house:${house.light}}`,
          ...house.hills.map((hill, index) => `.l${index + 1}{fill:${hill}}`),
          `@page{@bottom-right{color:${house.light}}}`,
        ]
      : []),
    ...(accent ? [`:root{--accent:${accent}}`] : []),
    ...themes.map(({ name, light }) => own(name, light)),
  ];
  const dark = [
    ...(house
      ? [
          `:root{--house:${house.dark};--theme:${house.darkText}}`,
          `h2,.step-title{color:${house.darkText}}`,
          `.figure .pillar-title{fill:${house.darkText}}`,
          `.pillar{stroke:${house.darkText}}`,
        ]
      : []),
    ...themes.map(({ name, dark }) => own(name, dark)),
  ];
  return [...light, `@media screen and (prefers-color-scheme:dark){${dark.join("")}}`].join("\n");
}
