import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changedParts, partsOf } from "../../src/build/parts.js";
import { loadContent, readContentFolder } from "../../src/content/index.js";
import { diff } from "../../src/diff/index.js";
import { compose, composeIndex, type Document, listDocuments } from "../../src/documents/index.js";
import { html } from "../../src/formats/html.js";
import { contrast, grounds, LEAST, link, type Model, onDark } from "../../src/model/index.js";
import { render } from "../../src/render/index.js";
import { root } from "../setup/ivp.js";
import { png } from "../setup/png.js";

const pictures = { "images/logo.png": png(40, 10), "images/haven.png": png(60, 40) };

const whole = `
house: "#0a5a3c"
accent: "#f0b41e"
colours:
  - id: zeegroen
    value: "#0a6b66"
  - id: blauw
    value: "#123f7a"
    dark: "#9cc3ff"
logo: { file: images/logo.png, alt: Logo van Proefland }
cover: { photo: images/haven.png, alt: De haven, source: Jan de Vries }
`;

/** The small content with a style, and with other things in its files. */
async function version(style?: string, own: Readonly<Record<string, (text: string) => string | Uint8Array>> = {}) {
  const base = await readContentFolder(join(root, "test/fixtures/base"));
  const added = {
    ...(style === undefined ? {} : { ...pictures, "style.yaml": Buffer.from(style) }),
  };
  const files = [...base, ...Object.entries(added).map(([path, bytes]) => ({ path, bytes }))].map((file) => {
    const change = own[file.path];
    return change ? { ...file, bytes: Buffer.from(change(Buffer.from(file.bytes).toString("utf8"))) } : file;
  });
  const loaded = loadContent(files);
  const { model, diagnostics } = link(loaded);
  if (!model) throw new Error(JSON.stringify([...loaded.diagnostics, ...diagnostics], null, 1));
  return { loaded, model };
}

const documentsOf = (model: Model): Document[] => listDocuments(model).map((info) => compose(model, info));
const page = (document: Document, medium: "screen" | "print" = "screen"): string =>
  render(document, { medium, edition: "vandaag" });

describe("the look of a team", () => {
  test("without style.yaml nothing is different", async () => {
    const { model } = await version();
    for (const document of [...documentsOf(model), composeIndex(model, [])]) {
      expect(document).not.toHaveProperty("palette");
      expect(page(document)).not.toMatch(/class="brand"|class="photo"|\.brand/);
    }
  });

  test("a logo stands above every document, a photo on each full cover, both with their words", async () => {
    const { model } = await version(whole);
    for (const document of [...documentsOf(model), composeIndex(model, [])]) {
      for (const medium of ["screen", "print"] as const) {
        const shown = page(document, medium);
        const full = document.cover.style === "page";
        expect(
          shown.match(/<img class="logo" src="data:image\/png;base64,[^"]+" alt="Logo van Proefland">/g),
        ).toHaveLength(1);
        expect(
          shown.match(/<img class="photo" src="data:image\/png;base64,[^"]+" alt="De haven">/g) ?? [],
        ).toHaveLength(full ? 1 : 0);
        expect(shown.includes("Foto: Jan de Vries")).toBe(full);
        expect(shown.includes('class="landscape"')).toBe(false);
      }
    }
  });

  test("colours stand in the page, for light and for dark, and a usual colour may become another", async () => {
    const { model } = await version(whole, {
      "priorities/burglary.yaml": (text) => text.replace("colour: blue", "colour: zeegroen"),
    });
    const plan = documentsOf(model)[0] as Document;
    const shown = page(plan);
    expect(shown).toContain("theme-zeegroen");
    expect(shown).toContain(":root{--house:#0a5a3c}");
    expect(shown).toContain(":root{--accent:#f0b41e}");
    expect(shown).toContain(".theme-zeegroen{--theme:#0a6b66}");
    expect(shown).toContain(".theme-blue{--theme:#123f7a}");
    const dark = /@media screen and \(prefers-color-scheme:dark\)\{(.*)\}$/m.exec(shown)?.[1] ?? "";
    expect(dark).toContain(`.theme-zeegroen{--theme:${onDark("#0a6b66")}}`);
    expect(dark).toContain(".theme-blue{--theme:#9cc3ff}");
    // Nothing of it comes from elsewhere than the named colours.
    expect(plan.palette?.house?.hills.every((hill) => contrast(hill, grounds.paper) >= LEAST)).toBe(true);
  });

  test("what a colour becomes on a dark screen can be read there, whatever it is", () => {
    for (const colour of ["#000000", "#0f4150", "#7b2d69", "#0000ff", "#a2391d", "#767676", "#ffffff"])
      for (const ground of [grounds.darkPaper, grounds.darkTint])
        expect(contrast(onDark(colour), ground)).toBeGreaterThanOrEqual(LEAST);
  });

  test("contrast is that of WCAG", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#ffffff", "#767676")).toBeCloseTo(4.54, 2);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#ff0000", "#ffffff")).toBeCloseTo(4.0, 2);
  });

  test("the usual colours can be read, and stand against what the check takes for their ground", async () => {
    const [base = "", screen = ""] = await Promise.all(
      ["base", "screen"].map((name) => readFile(join(root, `templates/styles/${name}.css`), "utf8")),
    );
    const value = (css: string, name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1] ?? "";
    const dark = screen.slice(screen.indexOf("prefers-color-scheme: dark"));
    expect([value(base, "paper"), value(base, "tint")]).toEqual([grounds.paper, grounds.tint]);
    expect([value(dark, "paper"), value(dark, "tint"), value(dark, "house-ink")]).toEqual([
      grounds.darkPaper,
      grounds.darkTint,
      grounds.darkInk,
    ]);
    const themes = (css: string) => [...css.matchAll(/--theme: (#[0-9a-f]{6})/g)].map(([, colour = ""]) => colour);
    for (const colour of [...themes(base), value(base, "house")])
      expect(contrast(colour, grounds.tint)).toBeGreaterThanOrEqual(LEAST);
    for (const colour of themes(dark)) expect(contrast(colour, grounds.darkTint)).toBeGreaterThanOrEqual(LEAST);
  });

  test("any icon of the set can be drawn, and only those that are used come along", async () => {
    const { model } = await version(undefined, {
      "priorities/burglary.yaml": (text) => text.replace("icon: house", "icon: bike"),
    });
    const shown = page(documentsOf(model)[0] as Document);
    const all = await readFile(join(root, "dist/render/icons.txt"), "utf8");
    const drawing = (name: string): string => new RegExp(`\n${name}\t(.*)\n`).exec(all)?.[1] ?? "";
    expect(shown).toContain(drawing("bike"));
    expect(shown).not.toContain(drawing("house"));
    expect(shown.length).toBeLessThan(900_000);
  });
});

describe("what a change of it does", () => {
  test("every document that shows it is made again", async () => {
    const [before, after, logo] = await Promise.all([
      version(whole),
      version(whole.replace("#0a5a3c", "#0a3c5a")),
      version(whole, { "images/logo.png": () => png(20, 10) }),
    ]);
    const parts = ({ model }: { model: Model }) =>
      documentsOf(model).map((document) => partsOf({ document, date: undefined, author: "" }, html));
    const changes = (now: { model: Model }) =>
      parts(before).map((was, index) => changedParts(was, parts(now)[index] ?? {}));
    for (const changed of changes(after))
      expect(changed).toEqual(expect.arrayContaining(["de kleuren van de huisstijl"]));
    for (const changed of changes(logo)) expect(changed).toEqual(["afbeeldingen"]);
  });

  test("a comparison tells it as a change of looks, a new logo as another file, other words as words", async () => {
    const before = await version(whole);
    const told = async (style: string, own = {}) =>
      diff(before, await version(style, own)).map(({ type, field, subject, chapter }) => [
        type,
        field ?? subject.title,
        chapter.title,
      ]);
    expect(await told(whole.replace("#0a5a3c", "#0a3c5a"))).toEqual([["layout", "Huiskleur", "Huisstijl"]]);
    expect(await told(whole, { "images/logo.png": () => png(20, 10) })).toEqual([
      ["replaced", "images/logo.png", "Afbeeldingen en andere bestanden"],
    ]);
    expect(await told(whole.replace("Logo van Proefland", "Logo van Proefstad"))).toEqual([
      ["reworded", "Logo – Wat er in het logo staat", "Huisstijl"],
    ]);
  });
});
