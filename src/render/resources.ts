import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import Handlebars from "handlebars";

/** Everything that a page needs besides its document: templates, styles, fonts and icons, read once. */
export interface Resources {
  readonly page: HandlebarsTemplateDelegate;
  /** Styles for the page itself: on screen, and as it is printed. */
  readonly screenStyles: string;
  readonly printStyles: string;
  /** The one script of a page on screen. Nothing needs it to be read. */
  readonly script: string;
  readonly icon: (name: string) => string;
  /** The font file behind a weight of the sans family, to measure text with. */
  readonly sans: (weight: 400 | 600 | 700) => Uint8Array;
}

const templates = new URL("../../templates/", import.meta.url);
const require = createRequire(import.meta.url);

/** The fonts of the house: static files, as variable ones become Type 3 fonts in a PDF. */
const faces = [
  { family: "Source Serif 4", file: "source-serif-4", weight: 400, style: "normal" },
  { family: "Source Serif 4", file: "source-serif-4", weight: 400, style: "italic" },
  { family: "Source Serif 4", file: "source-serif-4", weight: 600, style: "normal" },
  { family: "Source Serif 4", file: "source-serif-4", weight: 600, style: "italic" },
  { family: "Source Sans 3", file: "source-sans-3", weight: 400, style: "normal" },
  { family: "Source Sans 3", file: "source-sans-3", weight: 400, style: "italic" },
  { family: "Source Sans 3", file: "source-sans-3", weight: 600, style: "normal" },
  { family: "Source Sans 3", file: "source-sans-3", weight: 700, style: "normal" },
] as const;

let loaded: Resources | undefined;

/** Reads the resources from the program's own folders; the second time they come from memory. */
export function resources(): Resources {
  loaded ??= load();
  return loaded;
}

function load(): Resources {
  const handlebars = Handlebars.create();
  for (const folder of ["blocks", "charts", "parts"]) {
    for (const file of readdirSync(new URL(`${folder}/`, templates))) {
      handlebars.registerPartial(basename(file, ".hbs"), text(`${folder}/${file}`));
    }
  }
  const fonts = fontFaces();
  const [base, screen, print] = ["base", "screen", "print"].map((name) => text(`styles/${name}.css`));
  return {
    page: handlebars.compile(text("page.hbs"), { strict: true }),
    screenStyles: [fonts, base, screen, print].join("\n"),
    printStyles: [fonts, base, print].join("\n"),
    script: text("scripts/escape.js"),
    icon,
    sans: (weight) => readFileSync(fontFile("source-sans-3", weight, "normal")),
  };
}

const text = (path: string): string => readFileSync(new URL(path, templates), "utf8");

const fontFile = (family: string, weight: number, style: string): string =>
  require.resolve(`@fontsource/${family}/files/${family}-latin-${weight}-${style}.woff2`);

function fontFaces(): string {
  return faces
    .map(({ family, file, weight, style }) => {
      const data = readFileSync(fontFile(file, weight, style)).toString("base64");
      return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2")}`;
    })
    .join("\n");
}

const icons = new Map<string, string>();

/** The drawing inside an icon's `<svg>`, for a 24 × 24 box. */
function icon(name: string): string {
  const known = icons.get(name);
  if (known !== undefined) return known;
  const svg = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), "utf8");
  const inner = svg
    .slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"))
    .replace(/\s+/g, " ")
    .trim();
  icons.set(name, inner);
  return inner;
}
