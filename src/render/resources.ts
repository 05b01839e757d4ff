import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars/runtime.js";
import { faces, fontFile, type Subset } from "./fonts.js";

/** The weights in which charts are lettered. */
export type Weight = 400 | 700;

/** Everything that a page needs besides its document: templates, styles, fonts and icons, read once. */
export interface Resources {
  readonly page: HandlebarsTemplateDelegate;
  /** Styles for the page itself: on screen, and as it is printed. */
  readonly screenStyles: string;
  readonly printStyles: string;
  /** Styles for tables, pictures, quotes and footnotes in prose. */
  readonly proseStyles: string;
  /** Styles for charts of figures, and columns with numbers. */
  readonly plotStyles: string;
  /** Of signs, and of amounts that add up. */
  readonly stateStyles: string;
  /** Of what leads to what changed after adoption. */
  readonly changedStyles: string;
  /** Styles for a logo and a photo, which only some documents have. */
  readonly brandStyles: string;
  /** Font faces for letters as in Dvořák, which few documents need. */
  readonly extendedFaces: string;
  /** The one script of a page on screen. Nothing needs it to be read. */
  readonly script: string;
  /** The script of the preview: shows changes and problems while someone writes. */
  readonly liveScript: string;
  readonly icon: (name: string) => string;
  /** How wide each character of the sans font is, at size 1. */
  readonly widths: Readonly<Record<Weight, Readonly<Record<string, number>>>>;
}

const templates = new URL("../../templates/", import.meta.url);
/** What `npm run build` made of templates, fonts and icons. */
const made = new URL("../../dist/render/", import.meta.url);
const require = createRequire(import.meta.url);

interface Templates {
  readonly page: TemplateSpecification;
  readonly partials: Readonly<Record<string, TemplateSpecification>>;
}

let loaded: Resources | undefined;

/** Reads the resources from the program's own folders; the second time they come from memory. */
export function resources(): Resources {
  loaded ??= load();
  return loaded;
}

function load(): Resources {
  const handlebars = Handlebars.create();
  const { page, partials } = require(fileURLToPath(new URL("templates.cjs", made))) as Templates;
  for (const [name, partial] of Object.entries(partials))
    handlebars.registerPartial(name, handlebars.template(partial));
  const fonts = fontFaces("latin");
  const [base, screen, print, prose = "", states = ""] = ["base", "screen", "print", "prose", "states"].map((name) =>
    text(`styles/${name}.css`),
  );
  return {
    page: handlebars.template(page),
    screenStyles: [fonts, base, screen, print].join("\n"),
    printStyles: [fonts, base, print].join("\n"),
    proseStyles: prose,
    plotStyles: text("styles/plot.css"),
    stateStyles: states,
    changedStyles: text("styles/changed.css"),
    brandStyles: text("styles/brand.css"),
    extendedFaces: fontFaces("latin-ext"),
    script: text("scripts/escape.js"),
    liveScript: text("scripts/live.js"),
    icon,
    widths: JSON.parse(readFileSync(new URL("widths.json", made), "utf8")) as Resources["widths"],
  };
}

const text = (path: string): string => readFileSync(new URL(path, templates), "utf8");

/** The letters of the second subset; the browser takes it for these and for nothing else. */
export const extendedLetters =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u02bd-\u02c5\u02c7-\u02d9\u02dd-\u02ff\u1d00-\u1eff\u2020\u20a0-\u20ab\u20ad-\u20c4\u2113]/;
const extendedRange =
  "U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02D9,U+02DD-02FF,U+1D00-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113";

function fontFaces(subset: Subset): string {
  const range = subset === "latin-ext" ? `;unicode-range:${extendedRange}` : "";
  return faces
    .map((face) => {
      const { family, weight, style } = face;
      const data = readFileSync(new URL(`fonts/${fontFile(face, subset)}`, made)).toString("base64");
      return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2")${range}}`;
    })
    .join("\n");
}

let icons: string | undefined;

/** The drawing inside an icon's `<svg>`, for a 24 × 24 box. */
function icon(name: string): string {
  icons ??= readFileSync(new URL("icons.txt", made), "utf8");
  const start = icons.indexOf(`\n${name}\t`);
  if (start < 0) throw new Error(`no icon ${name}`);
  return icons.slice(start + name.length + 2, icons.indexOf("\n", start + 1));
}
