/** What documents say of changes after they were adopted, and where that leads. */
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { loadContent, readContentFolder } from "../../src/content/index.js";
import { compose, type Document, listDocuments } from "../../src/documents/index.js";
import { link } from "../../src/model/index.js";
import { render } from "../../src/render/index.js";
import { type Copy, copyOfPlan } from "../setup/content.js";
import { decided } from "../setup/decided.js";
import { ivp } from "../setup/ivp.js";
import { png } from "../setup/png.js";
import { textOf } from "../setup/variant.js";

const adopt = async ({ folder }: Copy, what: string, by = "suderhaven", date = "2024-12-03") => {
  const told = decided({ by, date, reference: `R-${date}` });
  expect(await ivp("adopt", what, ...told, "--content", folder)).toMatchObject({ code: 0 });
};

/** A document as it is composed, and as a page. */
async function documentOf({ folder }: Copy, id = "ivp-2025-2028"): Promise<{ document: Document; page: string }> {
  const { model } = link(loadContent(await readContentFolder(folder)));
  if (!model) throw new Error("no model");
  const document = compose(model, listDocuments(model).find((one) => one.id === id) as Document);
  return { document, page: render(document, { medium: "screen", edition: "vandaag" }) };
}

/** The section that tells what changed, as readers see it. */
async function since(content: Copy, id?: string): Promise<string> {
  const { document, page } = await documentOf(content, id);
  if (!document.changed) return "";
  const { anchor } = document.changed;
  expect(page).toContain(`href="#${anchor}"`);
  const [, section = ""] = page.split(`id="${anchor}">`);
  return textOf(section.split("</main>")[0] ?? "");
}

const indicator = (more: string): string =>
  `id: inbraken\ntitle: Woninginbraken\nunit: inbraken\ndirection: lager\ngoals: [less-crime]\n${more}`;
const figures = (...values: readonly string[]): string =>
  indicator(`targets: [{ year: 2027, value: 80 }]\nvalues:\n${values.map((value) => `  - ${value}\n`).join("")}`);

test("the status leads to what changed, word by word; what is still as it was adopted has neither", async () => {
  const content = await copyOfPlan();
  await adopt(content, "plan");
  expect(await since(content)).toBe("");
  await content.replace("priorities/burglary.yaml", "door donkere straten", "door stille straten");
  const { page } = await documentOf(content);
  expect(page).toMatch(
    /Gewijzigd na vaststelling op 3 december 2024 in Súderhaven\. Zie <a href="#changed-since">Wat is gewijzigd na vaststelling<\/a>/,
  );
  const told = await since(content);
  expect(told).toContain("De gemeenteraad van Súderhaven stelde op 3 december 2024 een eerdere tekst vast.");
  expect(told).toContain("Eén onderdeel is gewijzigd.");
  expect(told).toContain("In maatregel M1, onder “Wat gaan we doen”, vervangen");
  expect(page).toMatch(/door <del>.{0,60}donkere<\/del> straten/);
  expect(page).toMatch(/door <ins>.{0,60}stille<\/ins> straten/);
});

test("on paper and in Word the cover leads there too", async () => {
  const content = await copyOfPlan();
  await adopt(content, "plan");
  await content.replace("plan.yaml", "motto: Wie samen kijkt, ziet meer", "motto: Ieder voor zich");
  const { document } = await documentOf(content);
  const [cover = ""] = render(document, { medium: "print", edition: "vandaag" }).split("</header>");
  expect(cover).toContain('<a href="#changed-since">');
  const { partsOf } = await import("../../src/word/compose.js");
  const [first] = partsOf(document, "");
  expect(JSON.stringify(first)).toContain('"anchor":"changed-since"');
});

test("councils that adopted other texts each see what changed since theirs; a programme and an annex have their own", async () => {
  const content = await copyOfPlan();
  await adopt(content, "plan");
  await adopt(content, "bijlage");
  await adopt(content, "programma:2025-2026");
  await content.replace("plan.yaml", "motto: Wie samen kijkt, ziet meer", "motto: Ieder voor zich");
  await adopt(content, "plan", "ijzerwoude", "2024-12-10");
  await content.replace("priorities/burglary.yaml", "door donkere straten", "door stille straten");
  const told = await since(content);
  const [, first = "", second = ""] = told.split("Na het besluit van");
  expect(first).toMatch(/^ IJzerwoude/);
  expect(first).not.toContain("motto");
  expect(second).toMatch(/^ Súderhaven/);
  expect(second).toMatch(/motto/i);
  expect(await since(content, "suderhaven")).toBe("");
  await content.replace("municipalities/suderhaven.yaml", "leeft van de haven", "leeft van de markt");
  await content.replace("programmes/2025-2026.yaml", "money: 12500", "money: 20000");
  expect(await since(content, "suderhaven")).toContain("markt");
  expect(await since(content, "uvp-2025-2026")).toMatch(/Het college van Súderhaven stelde .*€ 12\.500 .*€ 20\.000/);
});

test("files that came and went, and images", async () => {
  const content = await copyOfPlan();
  await adopt(content, "plan");
  await content.write("images/dijk.png", png(4, 4, 0));
  await content.remove("starting-points.yaml");
  await content.write("sections/extra.yaml", "id: extra\ntitle: Iets nieuws\ntext: |\n  Dit is erbij gekomen.\n");
  const told = await since(content);
  expect(told).toMatch(/Paragraaf “extra” toegevoegd – .*Iets nieuws.*erbij gekomen/);
  expect(told).toMatch(/“Uitgangspunten” vervallen .*Zo werken we\. .*Vervalt/);
  expect(told).toContain("Ook is 1 afbeelding anders dan toen, of weg: images/dijk.png.");
});

test.each([
  ["a target", figures("{ year: 2023, value: 100 }").replace("value: 80", "value: 90"), "Streefwaarden"],
  ["a figure that stood there", figures("{ year: 2023, value: 120 }"), "Cijfers"],
])("%s of an indicator that becomes another is a change", async (_, after, field) => {
  const content = await copyOfPlan();
  await content.write("indicators/inbraken.yaml", figures("{ year: 2023, value: 100 }"));
  await adopt(content, "plan");
  await content.write("indicators/inbraken.yaml", after);
  expect(await since(content)).toContain(field);
});

test("a figure of a later year is a result, no change; nor is what only looks otherwise", async () => {
  const content = await copyOfPlan();
  await content.write("indicators/inbraken.yaml", figures("{ year: 2023, value: 100 }"));
  await adopt(content, "plan");
  await content.write(
    "indicators/inbraken.yaml",
    figures(
      "{ year: 2025, value: 90 }",
      "{ municipality: suderhaven, year: 2023, value: 10 }",
      "{ year: 2023, value: 100 }",
    ),
  );
  await content.replace("vision.yaml", "thuis", "**thuis**");
  await content.replace("priorities/burglary.yaml", "colour: blue", "colour: ochre");
  expect(await since(content)).toBe("");
  const { stdout } = await ivp("check", "--content", content.folder, "--format", "json");
  expect(stdout).not.toContain("IVP526");
});

test("a text that isn't kept, or was damaged, is told in the place of what changed", async () => {
  const content = await copyOfPlan();
  await adopt(content, "plan");
  await content.replace("plan.yaml", "motto: Wie samen kijkt, ziet meer", "motto: Ieder voor zich");
  const [kept = ""] = await readdir(join(content.folder, "adopted"));
  for (const spoil of [
    () => content.replace(`adopted/${kept}`, "motto: Wie samen", "motto: Wie apart"),
    () => content.write(`adopted/${kept}`, "{"),
    () => content.remove(`adopted/${kept}`),
  ]) {
    await spoil();
    expect(await since(content)).toContain("Die eerdere tekst is niet opgeslagen, of is daarna beschadigd.");
  }
  const built = await ivp(
    "build",
    "--format",
    "html",
    "--content",
    content.folder,
    "--out",
    `${dirname(content.folder)}/out`,
  );
  expect(built).toMatchObject({ code: 0 });
});
