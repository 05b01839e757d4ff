/** How a team wants its documents to look: from style.yaml. */
import { contrast, grounds, LEAST, type Model, mixed, onDark } from "../model/index.js";
import { imageFile } from "../prose/images.js";
import type { Document, Palette, Picture } from "./document.js";

type Dressed = Pick<Document, "cover" | "images">;

/** A document in the colours of its team, with the logo and, on a full cover, the photo. Pure. */
export function dressed<T extends Dressed>({ source, assets }: Model, document: T): T {
  const { style } = source;
  if (!style) return document;
  const logo = style.logo && pictureOf(style.logo.file, style.logo.alt);
  const photo =
    document.cover.style === "page" && style.cover
      ? { ...pictureOf(style.cover.photo, style.cover.alt), ...(style.cover.source && { source: style.cover.source }) }
      : undefined;
  const shown = [logo, photo].flatMap((picture) => {
    const bytes = picture && assets.get(picture.file);
    return bytes ? [[picture.file, bytes] as const] : [];
  });
  const palette = paletteOf(style);
  return {
    ...document,
    cover: { ...document.cover, ...(logo && { logo }), ...(photo && { photo }) },
    ...(palette && { palette }),
    images: new Map([...document.images, ...shown]),
  };
}

const pictureOf = (file: string, alt: string): Picture => ({ file: imageFile(file) ?? file, alt });

function paletteOf({ house, accent, colours = [] }: NonNullable<Model["source"]["style"]>): Palette | undefined {
  if (!house && !accent && colours.length === 0) return undefined;
  return {
    ...(house && {
      house: {
        light: house,
        dark: mixed(house, "#000000", 0.12),
        darkText: onDark(house),
        hills: [0.06, 0.12, 0.2].map((part) => hill(house, part)),
      },
    }),
    ...(accent && { accent }),
    themes: colours.map(({ id, value, dark }) => ({ name: id, light: value, dark: dark ?? onDark(value) })),
  };
}

/** A shade on which white letters can still be read. */
function hill(house: string, part: number): string {
  const lighter = mixed(house, "#ffffff", part);
  return contrast(lighter, grounds.paper) >= LEAST ? lighter : mixed(house, "#000000", part);
}
