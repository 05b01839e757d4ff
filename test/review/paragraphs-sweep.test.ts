import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type RawFile, readContentFolder } from "../../src/content/index.js";
import { type Change, reviewOf } from "../../src/review/index.js";
import { root } from "../setup/ivp.js";
import { withXml, wordFilesOf } from "../setup/returned.js";
import { share } from "../setup/sweep.js";
import { p, r } from "../setup/word.js";

const moment = 'w:author="Els" w:date="2026-11-20T09:30:00Z"';
const TEXT = `Eerste alinea over de dijk.
Met een tweede zin en een [[term:boa]].

Wij letten op:
- de haven;
- de **oude** kade;
  met een tweede regel;
- de sluis.

1. eerst kijken
2. dan doen

Tabel: Telling
| Soort | Aantal |
|-------|-------:|
| Brand | 3 |
| Water | 4 |
| Overig | 5 |

Slotalinea met een noot[^1].

[^1]: De noot zelf.
`;

let base: readonly RawFile[];
beforeAll(async () => {
  base = await readContentFolder(join(root, "test/fixtures/base"));
});

/** The plan with a text as the vision. */
const withVision = (yaml: string): RawFile[] =>
  base.map((file) => (file.path === "vision.yaml" ? { path: file.path, bytes: Buffer.from(yaml) } : file));

const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");
const literal = (text: string): string => `id: vision\ntitle: Visie\n# Hier begint het.\ntext: |\n${indented(text)}`;

interface Outcome {
  readonly vision: string;
  readonly changes: readonly Change[];
  readonly others: readonly string[];
}

/** What becomes of the vision when its document comes back otherwise; and which other files change. */
function afterReview(yaml: string, change: (xml: string) => string): Outcome {
  const files = withVision(yaml);
  const sent = wordFilesOf(files, "ivp-2025-2028").get("ivp-2025-2028") ?? new Uint8Array();
  const before = strFromU8(unzipSync(sent)["word/document.xml"] ?? new Uint8Array());
  const after = change(before);
  expect(after, "the test changed something").not.toBe(before);
  const reviewed = reviewOf(
    withXml(sent, () => after),
    files,
  );
  const { files: changed, faults } = reviewed.apply({});
  expect(faults).toEqual([]);
  const vision = changed.find(({ path }) => path === "vision.yaml");
  return {
    vision: vision ? Buffer.from(vision.bytes).toString() : yaml,
    changes: reviewed.review.changes,
    others: changed.flatMap(({ path }) => (path === "vision.yaml" ? [] : [path])),
  };
}

/** The last paragraph with some words, as XML: the summary may show it too. */
function paragraph(xml: string, words: string): string {
  const at = xml.lastIndexOf(words);
  expect(at, words).toBeGreaterThan(0);
  return xml.slice(xml.lastIndexOf("<w:p>", at), xml.indexOf("</w:p>", at) + "</w:p>".length);
}
function row(xml: string, words: string): string {
  const at = xml.lastIndexOf(words);
  return xml.slice(xml.lastIndexOf("<w:tr>", at), xml.indexOf("</w:tr>", at) + "</w:tr>".length);
}

/** The list of a paragraph, for one beside it. */
const looksOf = (xml: string): string => /<w:pPr>.*?<\/w:pPr>/s.exec(xml)?.[0] ?? "";
const like = (xml: string, words: string): string => `<w:p>${looksOf(xml)}${r(words)}</w:p>`;
const deleted = (xml: string): string =>
  xml
    .replace(/<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>/s, (own) =>
      own.replace("</w:pPr>", `<w:rPr><w:del w:id="951" ${moment}/></w:rPr></w:pPr>`),
    )
    .replace(
      /<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs,
      (run) => `<w:del w:id="952" ${moment}>${run.replace(/w:t( |>)/g, "w:delText$1")}</w:del>`,
    );
const inserted = (xml: string): string =>
  xml
    .replace("<w:p>", `<w:p>${xml.includes("<w:pPr>") ? "" : "<w:pPr></w:pPr>"}`)
    .replace("</w:pPr>", `<w:rPr><w:ins w:id="953" ${moment}/></w:rPr></w:pPr>`)
    .replace(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs, (run) => `<w:ins w:id="954" ${moment}>${run}</w:ins>`);
const inLast = (xml: string, old: string, fresh: string): string => {
  const at = xml.lastIndexOf(old);
  return xml.slice(0, at) + fresh + xml.slice(at + old.length);
};

type Case = [name: string, change: (xml: string) => string, from: string, to: string];
const behind =
  (words: string, fresh: (own: string) => string) =>
  (xml: string): string => {
    const own = paragraph(xml, words);
    return inLast(xml, own, own + fresh(own));
  };
const without =
  (words: string, change: (own: string) => string = () => "") =>
  (xml: string): string => {
    const own = paragraph(xml, words);
    return inLast(xml, own, change(own));
  };

describe("what has a certain place is written there", () => {
  const cases: Case[] = [
    [
      "a new paragraph",
      behind("Eerste alinea", () => p("Nieuw. En nog een zin.")),
      "boa]].\n",
      "boa]].\n\nNieuw.\nEn nog een zin.\n",
    ],
    [
      "a tracked new paragraph",
      behind("Eerste alinea", () => inserted(p(`${r("Iets ")}${r("vets", "<w:b/>")}${r(" en *ster*")}`))),
      "boa]].\n",
      "boa]].\n\nIets **vets** en \\*ster\\*\n",
    ],
    ["a new item", behind("de haven;", (own) => like(own, "de pier;")), "- de haven;\n", "- de haven;\n- de pier;\n"],
    [
      "two new items at the end",
      behind("de sluis.", (own) => inserted(like(own, "de brug;")) + like(own, "en de rest.")),
      "- de sluis.\n",
      "- de sluis.\n- de brug;\n- en de rest.\n",
    ],
    [
      "an item of a list with numbers",
      behind("eerst kijken", (own) => like(own, "dan denken")),
      "1. eerst kijken\n2. dan doen\n",
      "1. eerst kijken\n2. dan denken\n3. dan doen\n",
    ],
    [
      "a paragraph that is gone",
      without("Eerste alinea"),
      "Eerste alinea over de dijk.\nMet een tweede zin en een [[term:boa]].\n\n",
      "",
    ],
    [
      "a paragraph that was taken out",
      without("Eerste alinea", deleted),
      "Eerste alinea over de dijk.\nMet een tweede zin en een [[term:boa]].\n\n",
      "",
    ],
    [
      "an item that was taken out",
      without("met een tweede regel", deleted),
      "- de **oude** kade;\n  met een tweede regel;\n",
      "",
    ],
    ["a row that is gone", (xml) => inLast(xml, row(xml, "Water<"), ""), "| Water | 4 |\n", ""],
    [
      "a row that was taken out",
      (xml) =>
        inLast(
          xml,
          row(xml, "Water<"),
          row(xml, "Water<").replace("<w:tr>", `<w:tr><w:trPr><w:del w:id="955" ${moment}/></w:trPr>`),
        ),
      "| Water | 4 |\n",
      "",
    ],
    [
      "a new row",
      (xml) => {
        const own = row(xml, "Water<");
        const fresh = own
          .replace(/<w:bookmark(?:Start|End)[^>]*>/g, "")
          .replace("Water<", "Wind | storm<")
          .replace(">4<", ">12<");
        return inLast(xml, own, own + fresh);
      },
      "| Water | 4 |\n",
      "| Water | 4 |\n| Wind \\| storm | 12 |\n",
    ],
    [
      "a paragraph that was moved, with its references",
      (xml) => {
        const own = paragraph(xml, "Eerste alinea");
        const last = paragraph(xml, "dan doen");
        return inLast(inLast(xml, own, ""), last, last + own);
      },
      TEXT.slice(0, TEXT.indexOf("\nTabel")),
      `${TEXT.slice(TEXT.indexOf("Wij letten"), TEXT.indexOf("\nTabel"))}\n${TEXT.slice(0, TEXT.indexOf("\nWij letten"))}`,
    ],
    [
      "the first sentence of a paragraph, of which the space behind it stays, and one that is swapped with it",
      (xml) => {
        const own = paragraph(xml, "Eerste alinea");
        const [first = ""] = /<w:r>(?:(?!<\/w:r>).)*Eerste alinea.*?<\/w:r>/s.exec(own) ?? [];
        const end = `<w:ins w:id="961" ${moment}>${r(" Eerste alinea over de dijk.")}</w:ins></w:p>`;
        return inLast(xml, own, own.replace(first, () => deleted(first)).replace(/<\/w:p>$/, end));
      },
      "Eerste alinea over de dijk.\nMet een tweede zin en een [[term:boa]].\n",
      "Met een tweede zin en een [[term:boa]].\nEerste alinea over de dijk.\n",
    ],
    [
      "an item that was taken out in one place and put in another",
      (xml) => {
        const own = paragraph(xml, "met een tweede regel");
        const fresh = inserted(own.replace(/<w:bookmark(?:Start|End)[^>]*>/g, ""));
        const first = paragraph(xml, "de haven;");
        return inLast(inLast(xml, own, deleted(own)), first, fresh + first);
      },
      "- de haven;\n- de **oude** kade;\n  met een tweede regel;\n",
      "- de **oude** kade;\n  met een tweede regel;\n- de haven;\n",
    ],
  ];
  test.each(share(cases, 3))("%s", (_, change, from, to) => {
    expect(TEXT).toContain(from);
    const { vision, changes, others } = afterReview(literal(TEXT), change);
    expect(changes.map(({ refused }) => refused)).toEqual(changes.map(() => undefined));
    expect(vision).toBe(literal(TEXT.replace(from, to)));
    expect(others).toEqual([]);
    expect(parse(vision).text).toBe(TEXT.replace(from, to));
  });
});

describe("what has no certain place is told, and nothing is written", () => {
  const told: [name: string, change: (xml: string) => string, why: string][] = [
    [
      "a paragraph after a list of items between two items",
      behind("de haven;", () => p("Tussendoor.")),
      "van welke lijst zij een punt is",
    ],
    [
      "a paragraph with a picture of words that content can't have",
      behind("Eerste alinea", () => p(r("onderstreept", '<w:u w:val="single"/>'))),
      "onderstreping",
    ],
    [
      "another space",
      (xml) => xml.replaceAll("tweede zin", "tweede\u00a0zin"),
      "Alleen de witruimte is anders: in de inhoud maakt dat geen verschil.",
    ],
    ["a heading", behind("Eerste alinea", () => p("Kop", '<w:pStyle w:val="Heading2"/>')), "zij is een kop"],
    ["a line break", behind("Eerste alinea", () => p(`${r("een")}<w:r><w:br/></w:r>${r("twee")}`)), "een regeleinde"],
    ["a paragraph with a footnote that is gone", without("Slotalinea"), "er staat een voetnoot in"],
    [
      "the whole table",
      (xml) =>
        inLast(
          xml,
          xml.slice(
            xml.lastIndexOf("<w:tbl>", xml.lastIndexOf("Water<")),
            xml.indexOf("</w:tbl>", xml.lastIndexOf("Water<")) + 8,
          ),
          "",
        ),
      "Deze alinea is weg",
    ],
    ["the header of a table", (xml) => inLast(xml, row(xml, "Soort<"), ""), "Deze alinea is weg"],
    [
      "a row with another number of cells",
      (xml) => {
        const own = row(xml, "Water<");
        return inLast(xml, own, `${own}<w:tr><w:tc>${p("Los")}</w:tc></w:tr>`);
      },
      "haar cellen zijn niet die van de tabel",
    ],
    [
      "a cell of a row that was emptied",
      (xml) => {
        const own = row(xml, "Water<");
        const cell = /<w:p>(?:(?!<\/w:p>).)*Water<(?:(?!<\/w:p>).)*<\/w:p>/s.exec(own)?.[0] ?? "";
        return inLast(xml, own, own.replace(cell, "<w:p/>"));
      },
      "Deze alinea is weg",
    ],
    [
      "a paragraph between two texts",
      behind("Minder misdaad", (own) => like(own, "Nog een doel")),
      "doe dat zelf in de inhoud",
    ],
    [
      "a paragraph of which the bookmark is lost and the words are other",
      without("Eerste alinea", () => p("Heel iets anders.")),
      "kan ervoor in de plaats zijn gekomen",
    ],
  ];
  test.each(share(told, 3))("%s", (_, change, why) => {
    const { vision, changes, others } = afterReview(literal(TEXT), change);
    expect(changes.map(({ refused }) => refused ?? "").join("\n")).toContain(why);
    expect(changes.filter(({ refused }) => refused === undefined).map(({ was, becomes }) => [was, becomes])).toEqual(
      [],
    );
    expect([vision, others]).toEqual([literal(TEXT), []]);
  });
});

const eolOf = (text: string): string => /\r?\n/.exec(text)?.[0] ?? "";
test.each<[string, string, string]>([
  [
    "folded",
    "text: >-\n  Een lange\n  alinea.\n\n\n  Een tweede.\n",
    "text: >-\n  Een lange\n  alinea.\n\n\n  Nieuw.\n\n\n  Een tweede.\n",
  ],
  [
    "with Windows' line ends",
    "text: | # let op\r\n  Een lange alinea.\r\n\r\n  Een tweede.\r\n",
    "text: | # let op\r\n  Een lange alinea.\r\n\r\n  Nieuw.\r\n\r\n  Een tweede.\r\n",
  ],
  [
    "in quotes",
    'text: "Een lange alinea.\\n\\nEen tweede."\n',
    'text: "Een lange alinea.\\n\\nNieuw.\\n\\nEen tweede."\n',
  ],
])("a text that is written %s stays so", (_, yaml, becomes) => {
  const head = `id: vision${eolOf(yaml)}title: Visie${eolOf(yaml)}`;
  const { vision, changes } = afterReview(
    head + yaml,
    behind("alinea.", () => p("Nieuw.")),
  );
  expect(changes.map(({ refused }) => refused)).toEqual([undefined]);
  expect(parse(vision).text).toBe(parse(head + becomes).text);
  expect(vision).toBe(head + becomes);
});

test("very many new paragraphs all come where they stand, in their order", () => {
  const many = Array.from({ length: 2000 }, (_, index) => `N ${index}.`);
  const { vision, changes } = afterReview(
    literal("Een alinea.\n\nNog een.\n"),
    behind("Een alinea.", () => many.map((words) => p(words)).join("")),
  );
  expect(changes.length).toBe(many.length);
  expect(parse(vision).text.split("\n\n")).toEqual(["Een alinea.", ...many, "Nog een.\n"]);
});
