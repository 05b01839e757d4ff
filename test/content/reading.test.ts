import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { examine, examineFolder } from "../../src/check/examine.js";
import { readContentFolder } from "../../src/content/index.js";
import type { Diagnostic } from "../../src/diagnostics.js";
import { temporaryFolder } from "../setup/content.js";
import { root } from "../setup/ivp.js";

const base = await readContentFolder(join(root, "test/fixtures/base"));

/** What is told of the base when one of its files reads otherwise, but for the points that it leaves open itself. */
function told(file: string, change: (text: string) => string): Diagnostic[] {
  const files = base.map((raw) => {
    if (raw.path !== file) return raw;
    const text = new TextDecoder().decode(raw.bytes);
    const changed = change(text);
    expect(changed).not.toBe(text);
    return { path: file, bytes: new TextEncoder().encode(changed) };
  });
  return examine(files).diagnostics.filter(({ severity, code }) => severity !== "note" && code !== "IVP511");
}

const brief = ({ code, file, line, column }: Diagnostic): string => `${code} ${file}:${line}:${column}`;

/** The title of the vision, at line 3 of its file. */
const title = (value: string): Diagnostic[] => told("vision.yaml", (text) => text.replace("Visie", () => value));
const amount = (value: string): Diagnostic[] =>
  told("finances.yaml", (text) => text.replace("{ open: bedrag per jaar, by: council }", () => value));
const reference = (value: string): Diagnostic[] =>
  told("plan.yaml", (text) => text.replace("{ open: kenmerk van het besluit, by: council }", () => value));
const date = (value: string): Diagnostic[] =>
  told("plan.yaml", (text) => text.replace("{ open: datum van het besluit, by: council }", () => value));

describe("a number is what stands there", () => {
  test.each([
    ["12.000", "Schrijf 12000, met alleen cijfers."],
    ["25.000", "Schrijf 25000, met alleen cijfers."],
    ["12.500", "Schrijf 12500, met alleen cijfers."],
    ["25.000,00", "Schrijf 25000, met alleen cijfers."],
    ["€ 12.000", "Schrijf 12000, met alleen cijfers."],
    ["12.000,-", "Schrijf 12000, met alleen cijfers."],
    ["12 000", "Schrijf 12000, met alleen cijfers."],
    ["1_000", "Schrijf 1000, met alleen cijfers."],
    ["0x10", "Schrijf 16, met alleen cijfers."],
    ["0o17", "Schrijf 15, met alleen cijfers."],
    ["1.5e4", "Schrijf 15000, met alleen cijfers."],
    ["1e3", "Schrijf 1000, met alleen cijfers."],
    ["+5", "Schrijf 5, met alleen cijfers."],
    ["007", "Schrijf 7, met alleen cijfers."],
    ["5.", "Schrijf 5, met alleen cijfers."],
  ])("amount: %s", (written, hint) => {
    const [first, ...more] = amount(written);
    expect(first && `${brief(first).replace(/^\w+/, "")} ${first.hint}`).toBe(` finances.yaml:12:13 ${hint}`);
    expect(more).toEqual([]);
  });

  test.each([".5", ".nan", ".inf", "12.50", "veel"])("amount: %s has no number to propose", (written) => {
    expect(amount(written).map(({ code, hint }) => `${code} ${hint}`)).toEqual([
      "IVP203 Bedrag per jaar voor het hele basisteam, in hele euro's; of per jaar, met de dekking.",
    ]);
  });

  test.each(["2025.0", "2.025", "+2025", "0x7E9", "2025e0", "2_025", "02025"])("a year: %s", (written) => {
    const found = told("plan.yaml", (text) => text.replace("from: 2025", () => `from: ${written}`));
    expect(found.map(({ line, hint }) => `${line} ${hint}`)).toEqual(["8 Schrijf 2025, met alleen cijfers."]);
  });

  test("zero and an amount in digits are right", () => {
    expect(amount("0")).toEqual([]);
    expect(amount("12500")).toEqual([]);
  });
});

describe("a simple value where there is a choice is told as what it should be", () => {
  test.each(["2018", "12.500", "0x10", ".5", "true", "null", "~"])("reference: %s", (written) => {
    const [first, ...more] = reference(written);
    expect(first && `${brief(first)} ${first.hint}`).toBe(
      written === "null" || written === "~"
        ? "IVP203 plan.yaml:14:14 Wat hier wel kan: tekst of open punt."
        : `IVP203 plan.yaml:14:14 Zet de tekst tussen aanhalingstekens: '${written}'.`,
    );
    expect(more).toEqual([]);
  });

  test.each(["0018-12-13", "3018-12-13", "13-12-2018", "2018-2-3", "20181213", "2025-02-30", "13 december 2018"])(
    "date: %s",
    (written) => {
      expect(date(written).map((found) => `${brief(found).slice(7)} ${found.hint}`)).toEqual([
        "plan.yaml:13:9 Datum als jaar-maand-dag, bijvoorbeeld 2018-12-13, van 2000 tot en met 2099.",
      ]);
    },
  );
});

describe("what YAML takes for a comment is told where it cuts a text", () => {
  test.each([
    ["Raadsbesluit #14, voorstel 2018/112", "14:27"],
    ["Raadsbesluit # 14", "14:27"],
    ["Raadsbesluit\n    #14", "15:5"],
  ])("reference: %s", (written, place) => {
    expect(reference(written).map(brief)).toEqual([`IVP110 plan.yaml:${place}`]);
  });

  test("in a list, and where nothing is left", () => {
    const signed = (name: string) =>
      told("manifest.yaml", (text) => text.replace(/signatories:\n {2}- .*/, () => `signatories:\n  - ${name}`));
    expect(signed("Jan #1 de Boer").map(brief)).toEqual(["IVP110 manifest.yaml:6:9"]);
    expect(signed("#1 de Boer").map(({ code, hint }) => `${code} ${hint}`)).toEqual([
      "IVP203 Een # na een spatie begint in YAML een opmerking. Zet de tekst tussen aanhalingstekens: '#1 de Boer'.",
    ]);
  });

  test("a comment that cuts nothing is left alone", () => {
    expect(reference("'2018-112' # zie het besluit")).toEqual([]);
    expect(reference("2018-112\n    # zie het besluit")).toEqual([]);
    expect(told("plan.yaml", (text) => text.replace("state: concept", "state: concept # nog niet"))).toEqual([]);
    expect(told("plan.yaml", (text) => text.replace("from: 2025", "from: 2025 # eerste jaar"))).toEqual([]);
    expect(told("vision.yaml", (text) => text.replace("text: |", "text: | # één zin op een regel"))).toEqual([]);
    expect(told("vision.yaml", (text) => text.replace("iedereen", "iedereen #1 en # 2"))).toEqual([]);
  });
});

describe("a text that begins with a sign of YAML is told at its own line, with the mend", () => {
  test.each([
    "[[term:pga]] in beeld",
    "**Let op**",
    "*nadruk*",
    "&x Visie",
    "!belangrijk",
    "!belangrijk iets",
    "@x",
    "%",
    "`code`",
    "> 10",
    "| x",
    "{x}",
    "{x} en meer",
    "[x]",
    "- x",
    "? x",
    ", x",
    "null",
    "~",
    "true",
    "#14",
  ])("title: %s", (written) => {
    const found = title(written);
    expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual(["vision.yaml:3"]);
    expect(found[0]?.hint).toContain(`'${written}'`);
    expect(found[0]?.message).toMatch(/[a-z] /);
  });

  test("quotes that are letters: at the line where they open, however far the text seems to go on", () => {
    const found = told("vision.yaml", (text) =>
      text.replace("Visie", "'s-Hertogenbosch").replace("voelt", "is 's avonds"),
    );
    expect(found.map((diagnostic) => `${brief(diagnostic)} ${diagnostic.hint}`)).toEqual([
      `IVP101 vision.yaml:3:8 Sluit het aanhalingsteken aan het eind, of zet de hele tekst tussen andere: "'s-Hertogenbosch".`,
    ]);
    expect(title('"Let op" is de titel')[0]?.hint).toContain(`'"Let op" is de titel'`);
  });

  test("emphasis as the first word of an item", () => {
    const found = told("manifest.yaml", (text) =>
      text.replace(/signatories:\n {2}- .*/, "signatories:\n  - *nadruk* tekst"),
    );
    expect(found.map(brief)).toEqual(["IVP101 manifest.yaml:6:5"]);
    expect(found[0]?.hint).toContain("'*nadruk* tekst'");
  });

  test("another version of YAML, or labels of one's own", () => {
    for (const line of ["%YAML 1.1", "%TAG ! tag:x,2000:"]) {
      const found = told("vision.yaml", (text) => `# eerst\n${line}\n---\n${text}`);
      expect(found.map(brief)).toEqual(["IVP101 vision.yaml:2:1"]);
    }
    expect(told("vision.yaml", (text) => `%YAML 1.2\n---\n${text}`)).toEqual([]);
  });

  test("an empty line with more spaces than the text under it", () => {
    const found = told("vision.yaml", (text) => text.replace("text: |\n", "text: |\n      \n"));
    expect(found.map(({ hint }) => hint)).toEqual(["Haal de spaties op de lege regel weg."]);
  });

  test("words that mean yes and no elsewhere are text", () => {
    for (const word of ["yes", "no", "ja", "on", "2024-01-01", "12:30"]) expect(title(word)).toEqual([]);
  });

  test("an item that joins the one above it", () => {
    const found = told("plan.yaml", (text) => text.replace("- burglary\n  - youth", "- burglary\n   - youth"));
    expect(found.map(brief)).toEqual(["IVP101 plan.yaml:25:4"]);
  });
});

describe("what looks like a space or a line end", () => {
  const blanks = ["\u00a0", "\u2003", "\u3000", "\u200b", "\ufeff", "\u00ad"];

  test.each(blanks.map((blank) => [blank.charCodeAt(0).toString(16), blank]))("U+%s as indent", (_, blank) => {
    const code = blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    for (const [change, place] of [
      [(text: string) => text.replace("  In", `${blank}${blank}In`), "5:1"],
      [(text: string) => text.replace("title:", `${blank}title:`), "3:1"],
      [(text: string) => text.replace("title: ", `title:${blank}`), "3:7"],
    ] as const) {
      const found = told("vision.yaml", change);
      expect(found.map(brief)).toEqual([`IVP101 vision.yaml:${place}`]);
      expect(found[0]?.message).toContain(`U+${code}`);
    }
  });

  test("a tab as indent, of keys and of text", () => {
    for (const change of ["text: |\n\tIn", "text:\n\t- In"]) {
      const found = told("vision.yaml", (text) => text.replace("text: |\n  In", change));
      expect(found.map((diagnostic) => `${brief(diagnostic)} ${diagnostic.hint}`)).toEqual([
        "IVP101 vision.yaml:5:1 Gebruik spaties om in te springen.",
      ]);
    }
  });

  test.each(["\r", "\u0085", "\u2028", "\u2029"])("another line end", (end) => {
    const whole = told("vision.yaml", (text) => text.replaceAll("\n", end));
    expect(whole.map(({ code }) => code)).toEqual(["IVP111"]);
    const one = told("vision.yaml", (text) => text.replace("voelt ", `voelt${end}`));
    expect(one.map(brief)).toEqual(["IVP111 vision.yaml:5:21"]);
  });

  test("CRLF is a line end", () => {
    expect(told("vision.yaml", (text) => text.replaceAll("\n", "\r\n"))).toEqual([]);
  });

  test.each(["\u00a0", "\u3000", "\u2003", "\u200b", "\u00a0 \u00a0", ""])("a text of nothing but %j", (blank) => {
    const found = told("vision.yaml", (text) => text.replace("In Proefland voelt iedereen zich thuis.", () => blank));
    expect(found.map(({ code }) => code)).toEqual([blank === "\u200b" ? "IVP111" : "IVP204"]);
    expect(title(blank)).toHaveLength(1);
  });

  test.each(["\\u200b", "\\e[31m", "\\r", "\\u202e", "\\x07", "\\ud800"])("%s in a quoted text", (sign) => {
    expect(title(`"Vis${sign}ie"`).map(brief)).toEqual(["IVP111 vision.yaml:3:12"]);
  });
});

describe("letters with an accent of their own", () => {
  test("are read composed, and places stay those of the file", () => {
    const found = told("vision.yaml", (text) => text.replace("voelt", "e\u0301e\u0301n cafe\u0301 voeltt"));
    const at = "  In Proefland e\u0301e\u0301n cafe\u0301 ".length + 1;
    expect(found.map((diagnostic) => `${brief(diagnostic)} ${diagnostic.length}`)).toEqual([
      `IVP609 vision.yaml:5:${at} 6`,
    ]);
  });

  test("in names of files too, and two names that are then the same are told", () => {
    const png = { bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) };
    const files = [
      ...base,
      { path: "cafe\u0301.png", ...png },
      { path: "plein/e\u0301e\u0301n.png", ...png },
      { path: "plein/\u00e9\u00e9n.png", ...png },
    ];
    expect(
      examine(files)
        .diagnostics.filter(({ severity }) => severity === "error")
        .map(brief),
    ).toEqual(["IVP112 plein/\u00e9\u00e9n.png:1:1"]);
  });
});

describe("a finding points at its own word", () => {
  const prose = (text: string): string[] =>
    told("vision.yaml", (whole) => whole.replace(/text: \|[\s\S]*$/, () => `text: ${text}\n`)).map(brief);

  test.each([
    ["|\n  Gemeenten en gemeenten.\n  De gemeent is er.", "6:6"],
    [">\n  Gemeenten en gemeenten.\n  De gemeent is er.", "6:6"],
    ["Gemeenten en gemeenten\n  de gemeent is er.", "5:6"],
    ["'Gemeenten ''s avonds, gemeenten, de gemeent.'", "4:44"],
    ['"Gemeenten \\"en\\" gemeenten\\n\n\n  de gemeent is er."', "6:6"],
    ['"Gemeent\\u0065n en gemeenten, gemeent."', "4:37"],
  ])("%j", (text, place) => {
    expect(prose(text)).toEqual([`IVP609 vision.yaml:${place}`]);
  });
});

test("a fault in one file says nothing false of another", () => {
  const old = "De Wet Bopz is vervangen door de Wvggz.";
  const files = base.map((raw) => {
    const text = new TextDecoder().decode(raw.bytes);
    const changed =
      raw.path === "glossary.yaml"
        ? `${text}  - id: bopz\n    term: Wet Bopz\n    meaning: ${old}\n`
        : raw.path === "vision.yaml"
          ? text.replace("title: Visie", "titel: Visie")
          : text;
    return { path: raw.path, bytes: new TextEncoder().encode(changed) };
  });
  const found = examine(files).diagnostics.filter(({ severity }) => severity !== "note");
  expect(found.map(({ file }) => file)).not.toContain("glossary.yaml");
});

test("nothing to choose from is said, not shown as an empty list", () => {
  const found = told("plan.yaml", (text) => text.replace("  - burglary\n  - youth\n", "  - nergens\n"));
  for (const { hint } of found) expect(hint).not.toMatch(/: \.|: ,|of \.$/);
  const empty = examine(
    base.map((raw) =>
      raw.path === "local-themes.yaml"
        ? { path: raw.path, bytes: new TextEncoder().encode("id: local-themes\ntitle: x\ntext: x\nthemes: []\n") }
        : raw,
    ),
  );
  for (const { hint } of empty.diagnostics) expect(hint).not.toMatch(/: \.$|Kijk naar een ander bestand/);
});

test("files that would reach no document are told", async () => {
  const folder = join(await temporaryFolder(), "content");
  for (const { path, bytes } of base) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const names = [
    "municipalities/.nieuw.yaml",
    "municipalities/deeper/nieuw.yaml",
    "municipalities/nieuw.YAML",
    "municipalities/nieuw.yml",
    "nieuw.yaml.txt",
  ];
  await mkdir(join(folder, "municipalities/deeper"));
  for (const name of names) await writeFile(join(folder, name), "id: nieuw\n");
  // Files of other programs are no content.
  for (const name of [".yamllint.yaml", "._plan.yaml", ".DS_Store", "README.md"])
    await writeFile(join(folder, name), "");
  await symlink(join(folder, "municipalities"), join(folder, "gemeenten"));
  await symlink("niets.png", join(folder, "foto.png"));
  const { diagnostics } = await examineFolder(folder);
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code, file }) => `${code} ${file}`)).toEqual(
    [...names.map((name) => `IVP107 ${name}`), "IVP112 foto.png", "IVP112 gemeenten"].sort((a, b) =>
      a.slice(7) < b.slice(7) ? -1 : 1,
    ),
  );
});
