/** Figures that texts ask for with [[chart:id]] and [[table:id]]. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { expand, loadContent, partOfFile, type Schema, schemaAt } from "../../src/content/index.js";
import { type Block, compose, listDocuments } from "../../src/documents/index.js";
import { link, type Model } from "../../src/model/index.js";
import { copyOf } from "../setup/content.js";
import { everything } from "../setup/everything.js";
import { ivp } from "../setup/ivp.js";
import { type Changes, pagesOf, variant } from "../setup/variant.js";

const source = { name: "Verzonnen voor een proef", table: "12345NED", date: "2025-02-01" };
const value = (year: number, number: unknown, municipality?: string) => ({
  ...(municipality && { municipality }),
  year,
  value: number,
});
const both = (year: number, east: number, west: number) => [
  value(year, east, "oostdorp"),
  value(year, west, "westdorp"),
];
const indicator = (change: object = {}) => ({
  id: "burglaries",
  title: "Woninginbraken",
  priorities: ["burglary"],
  unit: "misdrijven",
  team: "som",
  source,
  values: [...both(2022, 12, 30), ...both(2023, 14, 26)],
  ...change,
});

const withText = (text: string, own: object = {}): Changes => ({
  "indicators/burglaries.yaml": () => indicator(own),
  "vision.yaml": (vision) => ({ ...vision, text }),
});

/** What stands in a chapter of the plan, in short. */
async function shown(text: string, own: object = {}): Promise<string[]> {
  const model = await variant(withText(text, own));
  const [info] = listDocuments(model);
  const found = info && sectionNamed(compose(model, info).sections, "Visie");
  return (found ?? []).map((block) => {
    if (block.type === "prose" || block.type === "callout") return block.text;
    return "caption" in block ? `${block.type} ${block.caption}` : block.type;
  });
}

const sectionNamed = (blocks: readonly Block[], title: string): readonly Block[] | undefined => {
  for (const block of blocks) {
    if (!("blocks" in block)) continue;
    if (block.type === "section" && block.title === title && !block.minor) return block.blocks;
    const within = sectionNamed(block.blocks, title);
    if (within) return within;
  }
  return undefined;
};

const NUMBERS = [
  "table Woninginbraken (misdrijven)",
  "Het cijfer van alle gemeenten samen is de som van hun cijfers. Bron: Verzonnen voor een proef, tabel 12345NED. Uit de bron gehaald op 1 februari 2025.",
];
const CHART = "figure Woninginbraken per jaar";

describe("a paragraph that is only a reference to a figure", () => {
  test.each<[string, string, string[]]>([
    [
      "a chart with its numbers",
      "Zo ging het.\n\n[[chart:burglaries]]\n\nEn nu.",
      ["Zo ging het.", CHART, ...NUMBERS, "En nu."],
    ],
    ["a table", "[[table:burglaries]]\n", NUMBERS],
    ["both, the numbers once", "[[chart:burglaries]]\n\n[[table:burglaries]]\n", [CHART, ...NUMBERS]],
    [
      "twice, the second time as words",
      "[[chart:burglaries]]\n\nNog eens:\n\n[[chart:burglaries]]\n",
      [CHART, ...NUMBERS, "Nog eens:", "De grafiek en de cijfers staan hierboven."],
    ],
    [
      "a table, and the chart later",
      "[[table:burglaries]]\n\n> Tussendoor.\n\n[[table:burglaries]]\n\nEn:\n\n[[chart:burglaries]]\n",
      [...NUMBERS, "> Tussendoor.", "De cijfers staan hierboven.", "En:", CHART],
    ],
  ])("is replaced: %s", async (_, text, expected) => {
    expect((await shown(text)).map((one) => one.trim())).toEqual(expected);
  });

  test("keeps lists, tables and footnotes around it whole", async () => {
    const text =
      "Een.[^1]\n\n- a\n- b\n\n[[chart:burglaries]]\n\nTwee.[^2] En weer een.[^1]\n\n[^1]: Noot één.\n\n[^2]: Noot twee,\n    met [[term:ivp]] en [^1].\n";
    expect(await shown(text.replace("[[term:ivp]] en ", ""))).toEqual([
      "Een.[^1]\n\n- a\n- b\n\n\n[^1]: Noot één.",
      CHART,
      ...NUMBERS,
      expect.stringMatching(
        /^\nTwee\.\[\^2\] En weer een\.\[\^1\]\n+\[\^1\]: Noot één\.\n\n\[\^2\]: Noot twee,\n {4}met/,
      ),
    ]);
  });

  test("without numbers tells that there are none, and what is open", async () => {
    const open = { open: "welk aantal het was", by: "council" };
    expect(await shown("[[chart:burglaries]]", { values: [value(2023, open, "oostdorp")], team: "eigen" })).toEqual([
      "Van de [[indicator:burglaries]] zijn er nog geen cijfers.\n\n- Nog open: welk aantal het was (wie beslist: de gemeenteraden)",
      NUMBERS[0],
      NUMBERS[1]?.replace(/^Het.*cijfers\. /, ""),
    ]);
    expect(await shown("[[table:burglaries]]", { values: undefined })).toEqual([
      "Van de [[indicator:burglaries]] zijn er nog geen cijfers.",
    ]);
  });

  test("draws a chart also where the indicator asks for none of itself", async () => {
    expect(await shown("[[chart:burglaries]]", { charts: [] })).toEqual([CHART, ...NUMBERS]);
    expect((await shown("[[chart:burglaries]]", { charts: ["staven"] }))[0]).toBe(
      "figure Woninginbraken per gemeente in 2023",
    );
  });
});

describe("what a text asks for stands once", () => {
  const told = async (text: string, own: object = {}): Promise<string[]> => {
    const model = await variant(withText(text, own));
    const [info] = listDocuments(model);
    const found = info && sectionWith(compose(model, info).sections, "indicator-burglaries");
    return (found ?? []).map((block) =>
      block.type === "prose" ? block.text : "caption" in block ? block.caption : block.type,
    );
  };
  const rest = ["facts"];
  const each = "Woninginbraken per jaar in elke gemeente";

  test.each<[string, string, object, string[]]>([
    [
      "nowhere asked for",
      "Zo ging het.",
      {},
      [...rest, CHART.slice(7), each, "Woninginbraken (misdrijven)", NUMBERS[1] ?? ""],
    ],
    [
      "a chart with its numbers",
      "[[chart:burglaries]]",
      {},
      [...rest, each, "De grafiek en de cijfers staan bij [[section:vision]]."],
    ],
    [
      "a table",
      "[[table:burglaries]]",
      {},
      [...rest, CHART.slice(7), each, "De cijfers staan bij [[section:vision]]."],
    ],
    [
      "another chart than that of the text",
      "[[chart:burglaries]]",
      { charts: ["staven", "lijn"] },
      [...rest, CHART.slice(7), "De grafiek en de cijfers staan bij [[section:vision]]."],
    ],
  ])("in a chapter: %s", async (_, text, own, expected) => {
    expect(await told(text, own)).toEqual(expected);
  });

  test("in the description of the indicator", async () => {
    const shownThere = await told("Zo ging het.", { description: "Let op:\n\n[[chart:burglaries]]\n\nMooi." });
    expect(shownThere.filter((block) => block.trim() !== "")).toEqual(
      [
        "Let op:\n\n",
        CHART.slice(7),
        "Woninginbraken (misdrijven)",
        NUMBERS[1],
        "\n\nMooi.",
        "facts",
        "in elke gemeente",
      ].map((block) => expect.stringContaining((block ?? "").trim())),
    );
  });
});

/** What stands in the section of an anchor. */
const sectionWith = (blocks: readonly Block[], anchor: string): readonly Block[] | undefined => {
  for (const block of blocks) {
    if (!("blocks" in block)) continue;
    if (block.type === "section" && block.anchor === anchor) return block.blocks;
    const within = sectionWith(block.blocks, anchor);
    if (within) return within;
  }
  return undefined;
};

test("stands once in a document: in the chapter that the summary is taken from, and where it is asked for first", async () => {
  const pages = await pagesOf({
    ...withText("Zo ging het.\n\n[[chart:burglaries]]\n"),
    "monitoring.yaml": (monitoring) => ({
      ...monitoring,
      text: "Eerst dit.\n\nTabel: Wie het doet\n| Wie | Wat |\n| --- | --- |\n| Politie | Telt |\n\nNog eens:\n\n[[chart:burglaries]]\n",
    }),
  });
  const plan = pages("ivp-2025-2028");
  expect(plan.match(/Figuur \d+ Woninginbraken per jaar(?! in)/g)).toHaveLength(1);
  expect(plan.match(/Tabel \d+ Woninginbraken/g)).toHaveLength(1);
  expect(plan.match(/Tabel \d+ Wie het doet/g)).toHaveLength(1);
  expect(plan).toMatch(/Samenvatting.*Zo ging het\. De grafiek staat in (?:paragraaf|hoofdstuk) [\d.]+ ?\./);
  expect(plan).toMatch(/Eerst dit\. Nog eens: De grafiek en de tabel staan in (?:paragraaf|hoofdstuk) [\d.]+ ?\./);
  expect(plan).toMatch(/Nog eens: De grafiek en de cijfers staan bij (?:paragraaf|hoofdstuk) [\d.]+ ?\./);
});

test("amid a sentence it reads as words that lead to where the figures stand", async () => {
  const model = await variant({
    ...withText("Zie [[chart:burglaries]] en [[table:burglaries|de cijfers]]."),
    "municipalities/oostdorp.yaml": (town) => ({ ...town, introduction: "Zie [[chart:burglaries]]." }),
  });
  const linkIn = (id: string) => {
    const info = listDocuments(model).find((one) => one.id === id);
    return info && compose(model, info).links.get("chart:burglaries");
  };
  expect(linkIn(listDocuments(model)[0]?.id ?? "")).toEqual({
    text: "grafiek “Woninginbraken”",
    anchor: "indicator-burglaries",
  });
  expect(linkIn("oostdorp")).toEqual({ text: "grafiek “Woninginbraken”", anchor: "figures-burglaries" });
});

test("in an annex it shows the municipality's own figures, and those of all where it has none", async () => {
  const pages = await pagesOf({
    "indicators/burglaries.yaml": () =>
      indicator({ team: "eigen", values: [value(2023, 14, "oostdorp"), value(2023, 26)] }),
    "municipalities/oostdorp.yaml": (town) => ({ ...town, introduction: "[[chart:burglaries]]" }),
    "municipalities/westdorp.yaml": (town) => ({ ...town, introduction: "[[chart:burglaries]]" }),
  });
  expect(pages("bijlagen/oostdorp")).toContain("Figuur 1 Woninginbraken in Oostdorp per jaar");
  expect(pages("bijlagen/westdorp")).toContain("Figuur 1 Woninginbraken per jaar");
});

test("stands in programmes, reports and papers for councils as well", async () => {
  const pages = await pagesOf({
    "indicators/burglaries.yaml": () => indicator(),
    "programmes/2025-2026.yaml": (programme) => ({ ...programme, introduction: "[[chart:burglaries]]" }),
    "progress/2025-12-31.yaml": () => ({ id: "2025-12-31", summary: "[[chart:burglaries]]" }),
    "council.yaml": () => ({ sections: [{ part: "arguments", text: "Dit is te zien.\n\n[[chart:burglaries]]" }] }),
  });
  for (const [path, caption] of [
    ["uvp-2025-2026", "Woninginbraken per jaar"],
    ["voortgang/2025-12-31", "Woninginbraken per jaar"],
    ["raadsstukken/oostdorp/raadsvoorstel", "Woninginbraken in Oostdorp per jaar"],
  ] as const) {
    expect(pages(path)).toMatch(new RegExp(`Figuur 1 ${caption}`));
    expect(pages(path)).toContain("Uit de bron gehaald op 1 februari 2025");
  }
});

test("every text that can hold a figure is shown among blocks, and every other one isn't", () => {
  const found = new Map<string, boolean>();
  for (const municipalities of [1, 3]) {
    const { files, said } = everything(municipalities);
    const { model } = link(loadContent(files));
    if (!model) throw new Error("the content has errors");
    const shownAs = textsIn(model);
    for (const { file, path, mark } of said) {
      const own = mark === undefined ? undefined : shownAs.get(mark);
      if (own === undefined) continue;
      const key = `${file} ${path.join(".")}`;
      found.set(key, (found.get(key) ?? false) || own);
    }
  }
  const wrong = [...found].filter(([key, asProse]) => {
    const [file = "", path = ""] = key.split(" ");
    const steps = path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return holdsFigures(schemaAt(partOfFile(file)?.schema ?? "", steps)) !== asProse;
  });
  expect(wrong).toEqual([]);
  expect([...found.values()].filter(Boolean).length).toBeGreaterThan(25);
});

const holdsFigures = ({ "x-figures": figures, anyOf = [] }: Schema): boolean =>
  figures === true || anyOf.some((branch) => holdsFigures(expand(branch)));

/** Every text that stands somewhere by itself, with whether that is among the blocks of a section. */
function textsIn(model: Model): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const note = (text: string, asProse: boolean): void => {
    found.set(text.trim(), (found.get(text.trim()) ?? false) || asProse);
  };
  const look = (thing: unknown): void => {
    if (typeof thing === "string") note(thing, false);
    if (typeof thing !== "object" || thing === null) return;
    const { type, text, style } = thing as { readonly [key: string]: unknown };
    // A page with a look of its own has no room.
    if (style !== undefined) return;
    if (type === "prose") note(String(text), true);
    else for (const one of Object.values(thing)) look(one);
  };
  for (const info of listDocuments(model)) look(compose(model, info).sections);
  return found;
}

test("a comparison tells in which documents a figure came, and marks it there, also in Word", async () => {
  const [before, after] = [await copyOf("test/fixtures/base"), await copyOf("test/fixtures/base")];
  const text = JSON.stringify(indicator());
  for (const { write } of [before, after]) await write("indicators/burglaries.yaml", text);
  await after.append("vision.yaml", "\n  [[chart:burglaries]]\n");
  const { stdout } = await ivp("diff", before.folder, after.folder);
  expect(stdout).toContain("grafiek “Woninginbraken”");
  expect(stdout).toMatch(/Staat in: .*IVP|In: |plan/i);
  const out = join(after.folder, "..", "out");
  const made = await ivp(
    "build",
    "--content",
    after.folder,
    "--out",
    out,
    "--format",
    "html,docx",
    "--compare",
    before.folder,
  );
  expect([made.code, made.stderr]).toEqual([0, expect.not.stringContaining("ivp zelf")]);
  const { readdir } = await import("node:fs/promises");
  const pages = (await readdir(join(out, "vergelijking"))).filter((name) => name.endsWith(".html"));
  const marked = await Promise.all(pages.map((name) => readFile(join(out, "vergelijking", name), "utf8")));
  expect(marked.some((html) => /class="changed[^>]*>[\s\S]{0,300}Woninginbraken per jaar/.test(html))).toBe(true);
});

describe("other areas", () => {
  const other = (title: string, number: number) => ({
    id: title.toLowerCase(),
    title,
    values: [value(2022, number), value(2023, number)],
  });
  const of = async (own: object): Promise<{ plan: string; annex: string; names: string[] }> => {
    const model = await variant(withText("Tekst.", own));
    const [info] = listDocuments(model);
    const names =
      JSON.stringify(info && compose(model, info).sections).match(/"title":"[A-Z]\w+","tone":"other"/g) ?? [];
    const pages = await pagesOf(withText("Tekst.", own));
    return {
      plan: pages("ivp-2025-2028"),
      annex: pages("bijlagen/oostdorp"),
      names: names.map((one) => one.slice(9, -16)),
    };
  };

  test("stand beside a line that can be read, and are told where it couldn't", async () => {
    const { plan, names } = await of({ comparisons: [other("Regio", 390), other("Nederland", 20100)] });
    expect(names).toEqual(["Regio"]);
    expect(plan).toContain("Niet in de grafiek: Nederland. Naast die hoge getallen zou de lijn plat zijn.");
    expect(plan).toContain("Nederland 20.100 20.100");
  });

  test("all stand there where the line has no number but 0, or isn't there", async () => {
    for (const own of [{ values: [value(2022, 0), value(2023, 0)] }, { values: [] }]) {
      const { plan, names } = await of({ ...own, team: "eigen", comparisons: [other("Regio", 390)] });
      expect(names).toEqual(["Regio"]);
      expect(plan).not.toContain("Niet in de grafiek");
    }
  });

  test("are told in an annex where they could be compared", async () => {
    const rates = { team: "eigen", comparisons: [other("Regio", 390)] };
    expect((await of(rates)).annex).toContain("Niet in de grafiek: Regio.");
    expect((await of({ comparisons: [other("Regio", 390)] })).annex).not.toContain("Niet in de grafiek");
  });
});
