import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fontRanges } from "../../src/check/characters.js";
import { examine } from "../../src/check/examine.js";
import { readContentFolder } from "../../src/content/index.js";
import { temporaryFolder } from "../setup/content.js";
import { ivp, root } from "../setup/ivp.js";
import { chunk, head, png } from "../setup/png.js";

const base = await readContentFolder(join(root, "test/fixtures/base"));

/** The smallest of their kind: two pixels wide and high. */
const jpeg = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAACAAIDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCQA1j/2Q==",
  "base64",
);
const cmyk = Buffer.from(
  "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwBQNzxGPDJQRkFGWlVQX3jIgnhubnj1r7mRyP///////////////////////////////////////////////////9sAQwFVWlp4aXjrgoLr/////////////////////////////////////////////////////////////////////////8AAFAgAAQABBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAADBP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAADBP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AqARG2gP/2Q==",
  "base64",
);

/** What `ivp check` says of a text in a field of `vision.yaml`, but for words that no dictionary has. */
function told(text: string, field = "text"): string[] {
  const values = { id: "vision", title: "Visie", text: "Een zin.", [field]: text };
  const yaml = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  const files = base.map((file) =>
    file.path === "vision.yaml" ? { path: file.path, bytes: Buffer.from(yaml.join("")) } : file,
  );
  return examine(files)
    .diagnostics.filter(({ file, code }) => file === "vision.yaml" && !/^IVP(609|401)$/.test(code))
    .map(({ code, line, column }) => `${code} ${line}:${column}`);
}

describe("what looks like Markdown and isn't shown as such is told at its place", () => {
  test.each([
    ["| a | b |", "IVP620"],
    ["| a | b |\n| 1 | 2 |", "IVP620"],
    ["a | b\n--- | --- | ---\n1 | 2", "IVP620"],
    ["Tabel: t\n| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |", "IVP620"],
    ["Dit.[^noot 1]", "IVP620"],
    ["Dit.^[noot]", "IVP620"],
    ["| a | b |\n|---|---|\n| 1 | 2 |", "IVP623"],
    ["Tabel: t\n| a | b |\n|---|---|\n| 1 | 2 | 3 |", "IVP623"],
    ["Tabel: t\n| a | b |\n|---|---|\n| 1 |", "IVP623"],
    ["Tabel: t\n| a | b |\n|---|---|\n| 1 | 2 |\nmeer", "IVP623"],
    ["Tabel: t\n| | |\n|---|---|\n| 1 | 2 |", "IVP623"],
    ["Tabel: t\n| a | b | |\n|---|---|---|\n| 1 | 2 | 3 |", "IVP623"],
    ["Tabel: t\n| a | b |\n|---|---|", "IVP623"],
    [`Tabel: t\n${"| a ".repeat(17)}|\n${"|---".repeat(17)}|\n${"| x ".repeat(17)}|`, "IVP623"],
    [`Tabel: t\n${"| a ".repeat(12)}|\n${"|---".repeat(12)}|\n${"| 1.234.567.890 ".repeat(12)}|`, "IVP623"],
    ["Dit.[^1]", "IVP624"],
    ["Dit.\n\n[^1]: noot", "IVP624"],
    ["Dit.[^1]\n\n[^1]:", "IVP624"],
    ["Dit.[^1]\n\n[^1]: een\n[^1]: twee", "IVP624"],
    ["Dit.[^1] En.[^2]\n\n[^1]: een[^2]\n[^2]: twee", "IVP624"],
    ["Tabel: geen tabel", "IVP625"],
    ["- Afbeelding: geen foto", "IVP625"],
    ["Figuur: geen foto", "IVP625"],
    ["> — Jan", "IVP625"],
    ["> een\ntwee", "IVP621"],
    ['![x](images/a.png "t")', "IVP621"],
    ["- [ ] doen\n- en", "IVP620"],
    ["- [x] klaar\n- en", "IVP620"],
    ["[x]: http://a.nl", "IVP620"],
    ["Een.\n\n    zomaar", "IVP620"],
    ["```\ncode\n```", "IVP620"],
    ["**Let op:**dit", "IVP602"],
    ["*a *", "IVP602"],
    ["** a **", "IVP602"],
    ["voetnoot* hier", "IVP602"],
    ["snake_case_ en", "IVP602"],
    ["~~weg~~", "IVP602"],
    ["[a](http://x y)", "IVP602"],
    ["![een foto](Foto plein.png)", "IVP602"],
    ["[tekst][x]", "IVP602"],
    ["`half", "IVP602"],
    ["einde \\", "IVP602"],
    ["&foo; x", "IVP602"],
    ["==mark==", "IVP602"],
    ["•\u00a0punt", "IVP602"],
    ["— een punt\n— nog een", "IVP602"],
    ["Wij doen\n— dit\n— dat", "IVP602"],
    ["Een zin.\n— een punt", "IVP602"],
    ["o\u00a0een punt", "IVP602"],
    ["✓ een punt", "IVP602"],
    ["a) een\nb) twee", "IVP602"],
    ["(1) een\n(2) twee", "IVP602"],
    ["i. een\nii. twee", "IVP602"],
    ["Zo:\n5. een\n6. twee", "IVP602"],
    ["H~2~O", "IVP602"],
    ["2019. Dit jaar", "IVP621"],
    ["1. een\n3. drie", "IVP621"],
    ["1) een", "IVP621"],
    ["+ 5", "IVP621"],
    ["- 5 procent", "IVP621"],
    ["De daling is\n- 5 procent", "IVP621"],
    ["3*4*5", "IVP621"],
    ["https://a.nl/*b*/c", "IVP621"],
    ["*een\ntwee*", "IVP621"],
    ["- \n- b", "IVP621"],
    ['[a](http://a.nl "t")', "IVP621"],
    ["# 3", "IVP603"],
    ["Kop\n---", "IVP603"],
    ["Kop\n=", "IVP603"],
    ["* * *", "IVP603"],
    ["&rarr;", "IVP705"],
    ["&#10003;", "IVP705"],
    ["x&zwj;y", "IVP705"],
    ["regel  \nvolgende", "IVP606"],
    ["####### Kop", "IVP602"],
    ["##Kop", "IVP602"],
    ["Woord\n: uitleg", "IVP602"],
    ["> [!NOTE]\n> Let op.", "IVP602"],
    ["!!! let op\n    Dit is zo.", "IVP602"],
    ["Een [term:boa] loopt.", "IVP602"],
    ["Een {{term:boa}} loopt.", "IVP602"],
    ["-\u00a0een\n-\u00a0twee", "IVP602"],
    ["1.\u00a0een", "IVP602"],
    ["[[term:boa|**de boa**]]", "IVP602"],
    ["[[term:boa|A &amp; B]]", "IVP602"],
    ["Zo:\n- een\n- twee\nDit hoort er niet bij.", "IVP621"],
    ["> 1. een\n> 2. twee\n> drie", "IVP621"],
    ["Dit.[^1]\n\n[^1]: Een noot.\nEen nieuwe zin.", "IVP621"],
    ["- een\n - twee", "IVP621"],
    ["1. een\n  2. twee", "IVP621"],
    ["Tabel: t\n| a | b |\n|---|---|\n| x | - een |", "IVP623"],
  ])("%j", (text, code) => {
    const found = told(text);
    expect(found.map((line) => line.slice(0, 6))).toContain(code);
    // At the text itself, not at its key.
    expect(found.every((line) => Number(line.split(":")[1]) > 6)).toBe(true);
  });

  test.each([
    "**Let op:** dit, *zo* en `zo`, __vet__ en _schuin_.",
    "- a\n- b\n\n1. een\n2. twee",
    "Zo:\n- 5 agenten\n- 3 boa",
    "1. een\n   - twee\n2. drie\n   1. vier",
    "−€ 5 is minder.",
    "- een\n  - twee\n    - drie\n      - vier",
    "Het gaat om (a) wonen.\nEn om ca. 5 dingen.",
    "> 10 procent meer",
    "De 5 * 3 van 3-5 en 10% is &lt; 5, \\*zo\\*, 99\\. en -5 graden.",
    "<https://a.nl/*b*> en https://a.nl/b_c/_d en a_b@c.nl",
    "een_twee_drie, [naam] en x | y",
    "caf&eacute; en &#322;&nbsp;x wijk&shy;agent",
    "tekst\\\nmeer",
    "[a](<http://a.nl/b c>)",
    "Wij lopen een ronde\n— elke avond —\ndoor de straat.",
    "Zo:\nTabel: Meldingen *per* jaar\n| Jaar | Meldingen |\n| :-- | --: |\n| 2024 | 12\\|a |\n| 2025 | |\nBron: politie\n\nNa.",
    "Tabel: t\n| a | b [c \\| d](https://a.nl) |\n|---|---|\n| [[term:boa|de boa]] | x \\| [y | z](https://a.nl) en [[term:boa\\|boa’s]] |",
    "- een\n\n  Tabel: t\n  | | b |\n  |---|---|\n  | 1 | **2** en [[term:boa]] |\n\n- twee",
    "Tabel: a\n\na | b\n--- | -\n1 | 2\n\nTabel: b\n| a |\n|---|\n| 1 |",
    "> Een *citaat*\n> gaat door.\n>\n> > en nog een\n>\n> — Jan, buurman",
    "> 24 uur\n> per dag\n> — Jan",
    "Dit.[^1] En dit.[^a-b]\nEn weer.[^1]\n\n[^1]: Een **noot** met [een link](https://a.nl).\n    Hij gaat door.\n[^a-b]: Een [[term:boa]].",
    "#samen #veilig, [term: zo] en $5 of $6",
    "- een\n  gaat door\n\n  en weer\n- twee\n\nNa.",
    " 1. een\n2. twee",
    "Tabel: t\n| a | b |\n|---|---|\n| - | -5 |",
    "> Zo.[^1]\n> — Jan[^1]\n\nTabel: t[^1]\n| a[^1] | b |\n|---|---|\n| 1[^1] | 2 |\n[^1]: noot",
  ])("%j is shown as it is meant", (text) => expect(told(text)).toEqual([]));

  test.each([
    "Zie [[term:boa|de boa]].",
    "Zie [[term:boa|de boa]] hier, en [[term:boa|daar]].",
    "Zie [een | twee](https://a.nl).",
    "| 1 | [[term:boa|de boa]] | 3 | 4 |",
  ])(
    "a stroke in a reference or a link parts no cells: of %j right below a table only that it is no row of it is told",
    (row) => {
      const codes = (text: string): string[] => told(text).map((line) => line.slice(0, 6));
      expect(codes(`Tabel: t\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n${row}`)).toEqual(["IVP623"]);
      expect(codes(`Tabel: t\n| a | b |\n|---|---|\n| 1 | 2 |\n${row}`)).toEqual(["IVP623"]);
    },
  );

  test.each(["[[term:boa]] in beeld", "**Let** op", "A &amp; B", "1. Inleiding", "`x`", "\\*"])(
    "%j is no title, as that is shown as it is",
    (title) =>
      expect(told(title, "title")).toEqual(["IVP622 2:9"].map((line) => expect.stringContaining(line.slice(0, 6)))),
  );
});

test("a list or a paragraph that YAML makes one line of is told at its line", () => {
  const place = (yaml: string): string[] =>
    examine(
      base.map((file) => (file.path === "vision.yaml" ? { path: file.path, bytes: Buffer.from(yaml) } : file)),
    ).diagnostics.flatMap(({ file, code, line, column }) =>
      file === "vision.yaml" ? [`${code} ${line}:${column}`] : [],
    );
  const head = "id: vision\ntitle: Visie\n";
  expect(place(`${head}text: >\n  Een zin:\n\n  - appels\n  - peren\n`)).toEqual(["IVP101 6:3"]);
  expect(place(`${head}text: >-\r\n  Een zin.\r\n\r\n  Nog een zin.\r\n`)).toEqual(["IVP101 6:3"]);
  expect(place(`${head}text:\n  Een zin.\n\n  Nog een zin.\n`)).toEqual(["IVP101 6:3"]);
  expect(place(`${head}text: "Een zin.\n\n  Nog een zin."\n`)).toEqual(["IVP101 5:3"]);
  expect(place(`${head}text: >\n  Een zin.\n  Nog een zin.\n\n\n`)).toEqual([]);
  expect(place(`${head}text: |\n  Een zin.\n\n  - appels\n  - peren\n`)).toEqual([]);
});

test("of a character that isn't in the fonts it is told what to type", () => {
  const files = base.map((file) =>
    file.path === "vision.yaml"
      ? { path: file.path, bytes: Buffer.from('id: vision\ntitle: Visie\ntext: "Een \ufb01lm."\n') }
      : file,
  );
  const found = examine(files).diagnostics.find(({ code }) => code === "IVP705");
  expect(found?.hint).toBe("Schrijf “fi”.");
});

test("the number of an account and a name with & are no abbreviations", () => {
  const files = base.map((file) =>
    file.path === "vision.yaml"
      ? {
          path: file.path,
          bytes: Buffer.from(
            'id: vision\ntitle: Visie\ntext: "Op NL91 ABNA 0417 1643 00 of NL91ABNA0417164300 van AT&T; de XQZ."\n',
          ),
        }
      : file,
  );
  const found = examine(files).diagnostics.filter(({ file, code }) => file === "vision.yaml" && code === "IVP401");
  expect(found.map(({ subject }) => subject)).toEqual(["XQZ"]);
});

test("what check.yaml can't change is told, and which rules there are", () => {
  const yaml =
    "severity:\n  - {rule: IVP301, severity: uit}\n  - {rule: IVP799, severity: uit}\naccepted:\n" +
    "  - {rule: IVP301, subjects: [a], reason: x}\n  - {rule: IVP702, subjects: [a], reason: x}\n";
  const files = base.filter(({ path }) => path !== "check.yaml");
  const { diagnostics } = examine([...files, { path: "check.yaml", bytes: Buffer.from(yaml) }]);
  expect(
    diagnostics.filter(({ file }) => file === "check.yaml").map(({ code, message }) => `${code} ${message}`),
  ).toEqual([
    "IVP591 De ernst van IVP301 is niet te veranderen.",
    "IVP591 De regel IVP799 bestaat niet.",
    "IVP590 Wat IVP301 meldt, is niet goed te keuren.",
    "IVP590 Wat IVP702 meldt, is niet goed te keuren.",
  ]);
});

test("an abbreviation is told once, and one with a full stop, a place with an apostrophe and what everybody knows aren't", () => {
  const text = [
    "De meldkamer in 's-Hertogenbosch, ’s-Gravenhage en 's-Heerenberg krijgt 112-meldingen.",
    "De BHV'ers, de wijk-GGD'er en de POH-GGZ zijn er, o.a. van de NL-Alert; zie art. 3 en nr. 4, d.w.z. ca. 60% bij NS-stations.",
    "De A2-corridor en de 5G-camera's bij de AED's: artikel 13b van de Opiumwet, € 1,2 miljoen t/m Q3 2027.",
  ];
  const yaml = `id: vision\ntitle: Visie\ntext: ${JSON.stringify(text.join("\n"))}\n`;
  const files = base.map((file) =>
    file.path === "vision.yaml" ? { path: file.path, bytes: Buffer.from(yaml) } : file,
  );
  const found = examine(files).diagnostics.filter(
    ({ file, severity }) => file === "vision.yaml" && severity !== "note",
  );
  expect(found.map(({ code, subject }) => `${code} ${subject}`)).toEqual(["IVP401 BHV", "IVP401 POH"]);
});

test("addresses, numbers of cases and names of the documents are no words; a soft hyphen is inside one", () => {
  const text =
    "Mail jan.xqz@wrtq.nl over RB-101 en Z/2018/RB.12 of www.xqwz.nl/wrtq; het IVP, de UVP, de ge\u00ADmeen&shy;te.";
  const yaml = `id: vision\ntitle: Visie\ntext: ${JSON.stringify(text)}\n`;
  const files = base.map((file) =>
    file.path === "vision.yaml"
      ? { path: file.path, bytes: Buffer.from(yaml) }
      : file.path === "glossary.yaml"
        ? {
            path: file.path,
            bytes: Buffer.from(String(Buffer.from(file.bytes)).replace(/ {2}- id: [iu]vp[\s\S]*/, "")),
          }
        : file,
  );
  const { diagnostics } = examine(files);
  expect(diagnostics.filter(({ file }) => file === "vision.yaml")).toEqual([]);
});

const isInvisible = (point: number): boolean => /\p{Cf}/u.test(String.fromCodePoint(point));

describe("in the documents", () => {
  /** Files and the ways in which an author may write them. */
  const images = [
    ["Foto plein.png", "<Foto plein.png>"],
    ["Foto plein.png", "Foto%20plein.png"],
    ["café.png", "caf\u00e9.png"],
    ["café.png", "cafe\u0301.png"],
    ["50%.png", "50%.png"],
    ["50%.png", "./a/../50%25.png"],
    ["map/ONE.PNG", "map//ONE.PNG"],
    ["a#b.png", "a%23b.png"],
    ["(1).png", "(1).png"],
    ["foto.jpg", "foto.jpg"],
  ] as const;
  const points = fontRanges.split(" ").flatMap((range) => {
    const [from = 0, to = from] = range.split("-").map((edge) => Number.parseInt(edge, 16));
    return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((point) => !isInvisible(point));
  });
  let out = "";
  beforeAll(async () => {
    const folder = await temporaryFolder(afterAll);
    const content = join(folder, "content");
    out = join(folder, "out");
    await cp(join(root, "test/plan"), content, { recursive: true });
    await mkdir(join(content, "map"));
    for (const [file] of images) await writeFile(join(content, file), file.endsWith(".jpg") ? jpeg : png());
    const shown = images.map(([, source]) => `Zie ![een foto](${source}).`);
    const characters = points.map((point) => `&#${point};`).join(" ");
    const styled = ["**", "*", "***", ""].map((mark) => `${mark}a${characters}a${mark}`);
    const letters = "`code: \u0142` en &#322;";
    const text = [...shown, ...styled, letters].join("\n\n");
    await writeFile(join(content, "vision.yaml"), `id: vision\ntitle: Visie\ntext: ${JSON.stringify(text)}\n`);
    const { code, stderr } = await ivp("build", "--content", content, "--out", out, "--only", "plan", "--no-sandbox");
    expect(stderr).not.toContain(" fout ");
    expect(code).toBe(0);
  });

  test("every image is shown, however its file is called", async () => {
    const sections =
      String(await readPlan(out, ".html"))
        .split('id="section-vision"')[1]
        ?.split("<h2")[0] ?? "";
    expect(sections.match(/<img src="data:image\/(?:png|jpeg);/g)).toHaveLength(images.length);
  });

  test("no font of a PDF is one of the machine", async () => {
    const pdf = await PDFDocument.load(await readPlan(out, ".pdf"));
    const names = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const name = object instanceof PDFDict ? object.get(PDFName.of("FontName")) : undefined;
      return name ? [String(name)] : [];
    });
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => !/\+SourceS(?:ans3|erif4)/.test(name))).toEqual([]);
  });
});

async function readPlan(out: string, extension: string): Promise<Buffer> {
  const name = (await readdir(out)).find((file) => file.endsWith(extension) && !file.startsWith("index"));
  return readFile(join(out, name ?? ""));
}

describe("an image that can't be shown whole is told", () => {
  const vision = 'id: vision\ntitle: Visie\ntext: "Zie ![een foto](x.png)."\n';
  const codes = (bytes: Uint8Array): string[] => {
    const files = base.map((file) =>
      file.path === "vision.yaml" ? { path: file.path, bytes: Buffer.from(vision) } : file,
    );
    return examine([...files, { path: "x.png", bytes }]).diagnostics.flatMap(({ file, code }) =>
      file === "vision.yaml" ? [code] : [],
    );
  };
  const whole = png(30, 20);
  const rest = Buffer.concat([chunk("IDAT", deflateSync(Buffer.alloc(9))), chunk("IEND", Buffer.alloc(0))]);
  const end = chunk("IEND", Buffer.alloc(0));
  const filtered = chunk("IDAT", deflateSync(Buffer.alloc(4, 5)));
  const turned = chunk("eXIf", Buffer.from("49492a00080000000100120103000100000006000000", "hex"));
  const broken = Buffer.from(whole);
  broken.writeUInt8(1, whole.length - 30);

  test.each<[string, Uint8Array, string[]]>([
    ["a sound one", whole, []],
    ["a JPEG by another name", jpeg, []],
    ["cut off", whole.subarray(0, -5), ["IVP707"]],
    ["cut off in its data", whole.subarray(0, 60), ["IVP707"]],
    ["a wrong sum", broken, ["IVP707"]],
    ["too few rows", Buffer.concat([head(30, 20), rest]), ["IVP707"]],
    ["nothing wide", Buffer.concat([head(0, 20), rest]), ["IVP707"]],
    ["far too narrow", png(1, 10_000), ["IVP707"]],
    ["far too low", png(5000, 8), ["IVP707"]],
    ["as low as a line", png(2000, 8), []],
    ["of another form than is known", Buffer.concat([head(30, 20), chunk("ABCD", Buffer.alloc(1)), rest]), ["IVP707"]],
    ["two heads", Buffer.concat([head(30, 20), head(30, 20).subarray(8), rest]), ["IVP707"]],
    ["rows of no known filter", Buffer.concat([head(3, 1), filtered, end]), ["IVP707"]],
    ["turned", Buffer.concat([head(30, 20), turned, whole.subarray(33)]), ["IVP722"]],
    ["huge", Buffer.concat([head(60_000, 60_000), rest]), ["IVP707"]],
    ["an animation", Buffer.concat([head(30, 20), chunk("acTL", Buffer.alloc(8)), rest]), ["IVP707"]],
    ["a JPEG that is cut off", jpeg.subarray(0, -2), ["IVP707"]],
    ["a JPEG in CMYK", cmyk, ["IVP707"]],
    ["a GIF", Buffer.from("GIF89a"), ["IVP701"]],
    ["empty", Buffer.alloc(0), ["IVP701"]],
  ])("%s", (_, bytes, expected) => expect(codes(bytes)).toEqual(expected));
});

describe("an image that is no file of the content is told", () => {
  test.each([
    "/etc/x.png",
    "../x.png",
    "a/../../x.png",
    "C:\\x.png",
    "map\\x.png",
    "https://a.nl/x.png",
    "data:image/png;base64,AA",
    "file:///x.png",
    "x.png?y",
    "x.png#z",
    "x.PNG",
    "",
  ])("%j", (source) => expect(told(`Zie ![een foto](<${source}>).`)).toEqual([expect.stringContaining("IVP701 3:")]));

  test("and a heavy one is, whatever its name", () => {
    const yaml = 'id: vision\ntitle: Visie\ntext: "Zie ![een foto](caf\u00e9.png)."\n';
    const files = base.map((file) =>
      file.path === "vision.yaml" ? { path: file.path, bytes: Buffer.from(yaml) } : file,
    );
    const { diagnostics } = examine([...files, { path: "caf\u00e9.png", bytes: png(8, 8, 2_500_000) }]);
    expect(diagnostics.flatMap(({ file, code }) => (file === "vision.yaml" ? [code] : []))).toEqual(["IVP706"]);
  });
});
