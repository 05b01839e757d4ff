import { readdirSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { deflateSync } from "node:zlib";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { openBrowser, type TestBrowser } from "../setup/browser.js";
import { temporaryFolder } from "../setup/content.js";
import { planOfEveryKind } from "../setup/every-kind.js";
import { writeHostile, written } from "../setup/hostile.js";
import { ivpProcess, root } from "../setup/ivp.js";
import { finishPrint, openPdf, pageTexts } from "../setup/pdf.js";

const plan = join(root, "test/plan");

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Builds content, which must succeed. */
async function build(content: string, ...args: string[]): Promise<string> {
  const out = join(await temporaryFolder(), "out");
  const { code, stderr } = await ivpProcess("build", "--content", content, "--out", out, ...args);
  expect(code, stderr).toBe(0);
  return out;
}

const pathsIn = (folder: string, extension: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(extension))
    .sort();

// biome-ignore lint/suspicious/noExplicitAny: a test may change anything
type File = Record<string, any>;

/** A copy of the small plan in which files are changed, or made. */
async function changed(changes: Readonly<Record<string, (file: File) => unknown>>): Promise<string> {
  const folder = join(await temporaryFolder(), "content");
  await cp(plan, folder, { recursive: true });
  for (const [path, change] of Object.entries(changes)) {
    const text = await readFile(join(folder, path), "utf8").catch(() => "");
    const file = (text ? parse(text) : {}) as File;
    await writeFile(join(folder, path), stringify(change(file) ?? file, written));
  }
  return folder;
}

/** What sticks out of the page, and texts that stand smaller than any style has them; both as pdf.js sees them. */
async function odd(pdf: PDFDocumentProxy): Promise<string[]> {
  const found: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    for (const item of (await page.getTextContent()).items) {
      if (!("str" in item) || !item.str.trim()) continue;
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      const size = Math.hypot(a, b);
      const upright = Math.abs(b) > Math.abs(a);
      const [right, top] = upright ? [x, y + item.width] : [x + item.width, y];
      if (x < 0 || y < 0 || right > width + 1 || top > height + 1) found.push(`${number}: ${item.str} sticks out`);
      // Words for who hears the page: what marks say, that a cell is empty, and what parts a fact from what it is of.
      if (size < 5 && !/^(?:(vervalt|nieuw|Gewijzigd|Nieuw|Vervallen)?: ?|leeg)$/.test(item.str))
        found.push(`${number}: ${item.str} is ${size} high`);
    }
  }
  return found;
}

/** How wide each page of a folder is, when a window is 320 pixels wide, and 1400. */
async function widths(out: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const path of pathsIn(out, ".html"))
    for (const width of [320, 1400]) {
      const page = await browser.open(join(out, path), { width });
      const wide = (await page.evaluate("document.documentElement.scrollWidth")) as number;
      await page.close();
      if (wide > width) found[`${path} at ${width}`] = wide;
    }
  return found;
}

/** A word without a place to break. Each is another one, as two things may not have one name. */
function words(shape: (number: number, most: number) => string): (most: number, old: string) => string {
  let number = 0;
  // What shows a picture stays.
  return (most, old) => (old.includes("](") ? old : shape(++number, most).slice(0, most));
}

/** Of every three texts one is of each shape: things of a kind are mostly three or more. */
const shapes: readonly ((number: number, most: number) => string)[] = [
  // A compound of 120 letters.
  (number) => `Woord${number}${"veiligheidsoverleg".repeat(7)}`.slice(0, 120),
  // 156 characters that no language breaks.
  (number) => `W${number}x${"0123456789/A".repeat(13)}`,
  // The longest text that there may be.
  (number, most) => `Tekst ${number} ${"lange tekst ".repeat(most)}`.slice(0, Math.min(most, 400)).trim(),
];

describe("when every text of a plan with documents of every kind is hard to place", () => {
  let out: string;
  beforeAll(async () => {
    const content = join(await temporaryFolder(afterAll), "content");
    await writeHostile(
      await everyKind(),
      content,
      words((number, most) => shapes[number % shapes.length]?.(number, most) ?? ""),
    );
    await amend(content);
    out = join(await temporaryFolder(afterAll), "out");
    const { code, stderr } = await ivpProcess("build", "--content", content, "--out", out);
    expect(code, stderr).toBe(0);
  });

  test("nothing in a PDF is shrunk or sticks out", async () => {
    for (const path of pathsIn(out, ".pdf")) expect(await odd(await openPdf(join(out, path))), path).toEqual([]);
  });

  test("no web page scrolls sideways", async () => {
    expect(await widths(out)).toEqual({});
  });
});

/** A folder with a plan that has documents of every kind, with figures and an evaluation, before an amendment is made. */
async function everyKind(): Promise<string> {
  const folder = await temporaryFolder(afterAll);
  const figures = await readFile(join(root, "test/fixtures/figures/burglaries.yaml"), "utf8");
  const towns = ["ijzerwoude", "s-zoutendam", "suderhaven"];
  const values = [2023, 2024, 2025, 2026].flatMap((year) =>
    towns.map((municipality, index) => ({ municipality, year, value: 10 * (index + 1) + year - 2023 })),
  );
  const all = [
    ...(await planOfEveryKind()),
    { path: "indicators/burglaries.yaml", bytes: Buffer.from(`${figures}${stringify({ values })}`) },
    { path: "progress/2026-12-31.yaml", bytes: Buffer.from(EVALUATION) },
  ];
  for (const { path, bytes } of all) {
    if (path.startsWith("amendments/")) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const kind = path.startsWith("progress/") ? "progress" : "council";
    const known = /^[^.]*\.yaml$/.test(path) && !Buffer.from(bytes).toString().includes("$schema=");
    const line = known ? `# yaml-language-server: $schema=schemas/${kind}.schema.json\n` : "";
    await writeFile(join(folder, path), Buffer.concat([Buffer.from(line), bytes]));
  }
  return folder;
}

const EVALUATION = `id: 2026-12-31
kind: tussenevaluatie
summary: Dit gaat goed.
actions:
  - action: 2025-2026/rounds
    state: loopt
    done: Dit is gedaan.
`;

/** An amendment of a text as it came to be, by the same text with a sentence more. */
async function amend(content: string): Promise<void> {
  const { paragraphs } = parse(await readFile(join(content, "priorities/burglary.yaml"), "utf8")) as File;
  const [{ text }] = paragraphs[0].measures;
  const title = paragraphs[0].title as string;
  const amendment = {
    id: "more",
    title,
    municipality: "s-zoutendam",
    reference: title,
    submitters: [title],
    reason: text,
    changes: [{ target: "measure:evening-rounds", field: "text", old: text, new: `${text}\nEn elke avond.` }],
  };
  await mkdir(join(content, "amendments"));
  await writeFile(join(content, "amendments/more.yaml"), stringify(amendment, written));
}

const uvp = "programmes/2025-2026.yaml";

describe("many municipalities", () => {
  test.each([10, 40, 60, 342])("%i of them, that lead actions too, stand in the programme by name", async (count) => {
    const names = Array.from({ length: count }, (_, index) => `Plaats${index} aan de Zee`);
    const model = parse(await readFile(join(plan, "municipalities/suderhaven.yaml"), "utf8")) as File;
    const content = await changed({
      ...Object.fromEntries(
        names.map((title, index) => [
          `municipalities/plaats-${index}.yaml`,
          () => ({ ...model, id: `plaats-${index}`, title, code: undefined, localThemes: [] }),
        ]),
      ),
      [uvp]: (file) => {
        file.actions.forEach((action: File, index: number) => {
          action.municipalities = ["s-zoutendam", ...names.slice(index).map((_, town) => `plaats-${town + index}`)];
          action.lead = `plaats-${index}`;
        });
      },
    });
    const out = await build(content, "--only", "uvp-2025-2026");
    const pdf = await openPdf(join(out, "uvp-2025-2026.pdf"));
    expect(await odd(pdf)).toEqual([]);
    const text = (await pageTexts(pdf)).join(" ").replace(/\s+/g, "");
    for (const name of names) expect(text).toContain(name.replace(/\s+/g, ""));
    expect(await widths(out)).toEqual({});
  });
});

test("a planning of many actions goes on between two of them, under its heading, with the quarters above it again", async () => {
  const content = await changed({
    [uvp]: (file) => {
      const [action] = file.actions as File[];
      file.actions = Array.from({ length: 60 }, (_, index) => ({
        ...action,
        id: `round-${index}`,
        title: `Ronde nummer ${index} lopen met wie dat ook maar wil`,
      }));
    },
  });
  const pdf = await openPdf(join(await build(content, "--only", "uvp-2025-2026"), "uvp-2025-2026.pdf"));
  expect(await odd(pdf)).toEqual([]);
  const pages = (await pageTexts(pdf)).map((text) => text.replace(/\s+/g, " "));
  const first = pages.findIndex((text) => /2 +Planning +Voor/.test(text));
  const charts = pages.slice(first).filter((text) => /Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4/.test(text));
  expect(pages[first]).toContain("Ronde nummer 0 lopen");
  expect(charts.length).toBeGreaterThan(1);
  for (let index = 0; index < 60; index++)
    expect(charts.filter((text) => text.includes(`Ronde nummer ${index} lopen`))).toHaveLength(1);
});

test("the numbers of a long list keep all their digits", async () => {
  const content = await changed({
    "vision.yaml": (file) => {
      file.text = Array.from(
        { length: 120 },
        (_, index) => `${index + 1}. Punt nummer ${index + 1} van de visie.`,
      ).join("\n");
    },
  });
  const text = (
    await pageTexts(await openPdf(join(await build(content, "--only", "plan", "--format", "pdf"), "ivp-2025-2028.pdf")))
  ).join(" ");
  for (const number of [1, 9, 10, 99, 100, 120])
    expect(text).toMatch(new RegExp(`(^| )${number} ?\\. +Punt nummer ${number} `));
});

test.each([
  [800, 300],
  [1600, 900],
  [800, 3000],
])("a picture of %i by %i pixels stands on its page as a whole", async (width, height) => {
  const content = await changed({
    "vision.yaml": (file) => ({ ...file, text: "Zie de foto.\n\n![Een foto van de dijk](images/foto.png)\n" }),
  });
  await writeFile(join(content, "images/foto.png"), png(width, height));
  const out = await build(content, "--only", "plan");
  const [path = ""] = pathsIn(out, ".pdf");
  expect(await odd(await openPdf(join(out, path)))).toEqual([]);
  expect(await widths(out)).toEqual({});
});

describe("what finishes a PDF refuses a page", () => {
  const page = (style: string, body: string): string =>
    `<!DOCTYPE html><html lang="nl"><head><title>x</title><style>@page{size:A4;margin:25mm 26mm}${style}</style></head><body><h1>Kop</h1>${body}</body></html>`;
  test.each([
    ["that the browser shrank for a word", "", `<p>${"a".repeat(200)}</p>`, "gewone grootte"],
    [
      "that the browser shrank for a table",
      "table{width:900px}",
      "<table><tr><td>Cel</td></tr></table>",
      "gewone grootte",
    ],
    ["that a style shrank", "p{transform:scale(.8)}", "<p>Tekst die krimpt</p>", "gewone grootte"],
    [
      "on which a text is cut",
      "p{overflow:hidden;height:1em}",
      "<p>Een<br>twee<br>drie<br>vier</p>",
      "buiten de bladzijde",
    ],
    ["on which a text stands outside", "p{position:absolute;left:-400px}", "<p>Weg</p>", "buiten de bladzijde"],
    ["on which a text isn't shown", "p{display:none}", "<p>Weg</p>", "letters"],
    [
      "on which a picture is higher than a page",
      "img{height:1500px}",
      `<p><img alt="Een foto" src="data:image/png;base64,${png(10, 60).toString("base64")}"></p>`,
      "bladzijde",
    ],
  ])("%s", async (_, style, body, problem) => {
    await expect(finishPrint(page(style, body))).rejects.toThrow(problem);
  });
});

/** A grey PNG of any size. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(checksum(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const rows = deflateSync(
    Buffer.alloc(height * (width + 1), 0x77)
      .fill(0, 0, 1)
      .map((byte, index) => (index % (width + 1) === 0 ? 0 : byte)),
  );
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** CRC-32 (PNG, 5.5). */
function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
