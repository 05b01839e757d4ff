/** What others did that stands in no words of the text: it is told as well, and nothing is written for it. */
import { strFromU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { RawFile } from "../../src/content/index.js";
import { reviewOf } from "../../src/review/index.js";
import { planOfEveryKind } from "../setup/every-kind.js";
import { withXml, wordFilesOf } from "../setup/returned.js";
import { r } from "../setup/word.js";

const moment = 'w:author="Els" w:date="2026-11-20T09:30:00Z"';
const tracked = (kind: "ins" | "del", xml: string): string => `<w:${kind} w:id="900" ${moment}>${xml}</w:${kind}>`;

let files: readonly RawFile[];
let sent: ReadonlyMap<string, Uint8Array>;
let plan: Uint8Array;
let xml: string;
let header: string;
beforeAll(async () => {
  files = await planOfEveryKind();
  sent = wordFilesOf(files);
  plan = sent.get("ivp-2025-2028") ?? new Uint8Array();
  const parts = unzipSync(plan);
  const textOf = (part: string): string => strFromU8(parts[part] ?? new Uint8Array());
  xml = textOf("word/document.xml");
  header = Object.keys(parts).find((part) => part.includes("header") && textOf(part).includes("1 Inleiding")) ?? "";
}, 60_000);

/** What is told of a file, with nothing of it written. */
function told(bytes: Uint8Array): readonly string[] {
  const { review, apply } = reviewOf(bytes, files);
  expect(apply({}).files).toEqual([]);
  const { changes, notices } = review;
  return [
    ...notices,
    ...changes.map(({ how, authors, was, becomes, refused }) =>
      [how, authors.join(), was, becomes, refused].join(" | "),
    ),
  ];
}

/** The innermost element of a name around some words or signs. */
function around(words: string, name: string): string {
  const at = xml.indexOf(words);
  expect(at, words).toBeGreaterThan(0);
  const end = `</${name}>`;
  return xml.slice(xml.lastIndexOf(`<${name}>`, at), xml.indexOf(end, at) + end.length);
}

const put = (old: string, fresh: string): Uint8Array => withXml(plan, (all) => all.replace(old, () => fresh));

test("nothing is told of a document that nobody changed, of whatever kind", () => {
  for (const [id, bytes] of sent) {
    const { review } = reviewOf(bytes, files);
    expect([id, review.changes, review.comments, review.notices]).toEqual([id, [], [], []]);
  }
});

describe("is told", () => {
  test("the sign of a footnote that went, of which the words stay", () => {
    const sign = around("<w:footnoteReference", "w:r");
    expect(told(put(sign, tracked("del", sign)))).toEqual([
      "verwijderd | Els | [voetnoot: De noot zelf.] |  | Het teken van een voetnoot is verwijderd: doe dat zelf in de inhoud.",
    ]);
  });

  test("a picture that came or went, tracked or not, alone or among words", () => {
    const picture = around("<w:drawing>", "w:r");
    const alt = "[een afbeelding: De dijk bij Súderhaven, van dichtbij]";
    const item = around("de pont;", "w:p");
    expect(told(put(picture, tracked("del", picture)))).toEqual([
      `verwijderd | Els | ${alt} |  | Een afbeelding is verwijderd: doe dat zelf in de inhoud.`,
    ]);
    expect(told(put(item, `${item}<w:p>${tracked("ins", picture)}</w:p>`))).toEqual([
      `toegevoegd | Els |  | ${alt} | Een afbeelding is toegevoegd: doe dat zelf in de inhoud.`,
    ]);
    expect(told(put(item, item.replace("</w:p>", `${tracked("ins", picture)}</w:p>`)))).toEqual([
      `toegevoegd | Els |  | ${alt} | Een afbeelding is toegevoegd: doe dat zelf in de inhoud.`,
    ]);
    const counts = (now: string): string =>
      `Het document ging uit met 1 afbeelding of grafiek, en nu ${now}. Wat erbij kwam of wegging, wijzigt u zelf in de inhoud.`;
    expect(told(put(picture, ""))).toEqual([counts("zijn dat er 0")]);
    expect(told(put(item, `${item}<w:p>${picture}</w:p>`))).toEqual([counts("zijn dat er 2")]);
  });

  test("words that are bold or italic now, or aren't any more, without anyone having tracked that", () => {
    const says = "doe dat zelf in de inhoud.";
    const otherwise = `Dit is vet of cursief gemaakt, of is dat niet meer: ${says}`;
    const item = around("de pont;", "w:p");
    const bold = (words: string): string => item.replace(words, `</w:t></w:r>${r(words, "<w:b/>")}<w:r><w:t>`);
    expect(told(put(item, bold("pont")))).toEqual([`opmaak |  | de pont; | pont | ${otherwise}`]);
    expect(told(put(item, item.replace(/<w:r>/g, "<w:r><w:rPr><w:i/></w:rPr>")))).toEqual([
      `opmaak |  | de pont; | de pont; | ${otherwise}`,
    ]);
    const plain = around(">oude<", "w:r");
    expect(told(put(plain, plain.replace(/<w:b(?:Cs)?\/>/g, "")))).toEqual([
      `opmaak |  | de oude kade; met een tweede regel; | oude | ${otherwise}`,
    ]);
    // What is an item in the content is so by its sign, and a heading by its key.
    const properties = /<w:pPr>.*?<\/w:pPr>/s.exec(item)?.[0] ?? "";
    const shaped = (fresh: string): string => told(put(item, item.replace(properties, fresh))).join();
    expect(shaped("")).toBe(
      "opmaak |  | de pont; | de pont; | Dit was een punt van een lijst en is nu gewone tekst: doe dat zelf in de inhoud.",
    );
    expect(shaped('<w:pPr><w:pStyle w:val="Heading3"/></w:pPr>')).toContain("en is nu een kop");
    // What is new looks as what it stands in, or is told.
    const withNew = (looks: string): Uint8Array => put(plain, `${plain}${tracked("ins", r("re", looks))}`);
    const changesOf = (bytes: Uint8Array) =>
      reviewOf(bytes, files).review.changes.map(({ how, becomes }) => [how, becomes]);
    const fresh = ["toegevoegd", "de oudere kade;"];
    expect(changesOf(withNew("<w:b/>"))).toEqual([fresh]);
    expect(changesOf(withNew(""))).toEqual([fresh]);
    expect(changesOf(withNew("<w:i/>"))).toEqual([fresh, ["opmaak", "re"]]);
  });

  test("words above a page, also without tracking", () => {
    expect(told(withXml(plan, (all) => all.replace("1 Inleiding", "1 Begin"), header))).toEqual([
      "gewijzigd |  | 1 Inleiding\tIVP Zoutkust 2025–2028 | 1 Begin\tIVP Zoutkust 2025–2028 | Dit schrijft ivp zelf: pas de inhoud aan waar het uit volgt.",
    ]);
    expect(told(withXml(plan, (all) => all.replace(/<w:r>.*<\/w:r>/s, ""), header))).toEqual([
      "verwijderd |  | 1 Inleiding\tIVP Zoutkust 2025–2028 |  | Dit schrijft ivp zelf: pas de inhoud aan waar het uit volgt.",
    ]);
  });

  test("cells that are one now, beside each other", () => {
    const row = around(">Brand<", "w:tr");
    const merged = row
      .replace("</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>')
      .replace(/<\/w:tc><w:tc>.*?<\/w:tcPr>/s, "");
    expect(told(put(row, merged))).toEqual([
      "In een tabel zijn cellen samengevoegd. Dat kan de inhoud niet hebben: daar blijven zij apart.",
    ]);
  });

  test("text that stands in a box now", () => {
    const item = around("de pont;", "w:p");
    const box = `<w:p><w:r><w:pict><w:txbxContent>${item}</w:txbxContent></w:pict></w:r></w:p>`;
    expect(told(put(item, box))).toEqual([
      "Tekst van het document staat nu in een tekstvak. In de inhoud blijft zij staan waar zij stond.",
    ]);
  });
});

describe("a file that doesn't say where its texts come from, says why", () => {
  const carrier = "customXml/item1.xml";
  const another = "Dit bestand is gemaakt met een andere versie van ivp";
  const gone = "maar wat zegt waar zijn tekst vandaan komt, is weg of beschadigd";
  const without = (): Uint8Array => {
    const { [carrier]: _, ...parts } = unzipSync(plan);
    return zipSync(parts, { level: 1 });
  };
  test.each<[string, () => Uint8Array, string]>([
    ["another version", () => withXml(plan, (all) => all.replace('version="1"', 'version="2"'), carrier), another],
    [
      "a version before there were any",
      () => withXml(plan, (all) => all.replace(' version="1"', ""), carrier),
      another,
    ],
    ["another shape", () => withXml(plan, (all) => all.replace(/<line [^>]*>/, "<line>"), carrier), gone],
    ["an empty part", () => withXml(plan, () => "", carrier), gone],
    ["no such part", without, gone],
    [
      "none of it",
      () => withXml(without(), (all) => all.replaceAll("ivp-", "x-"), "docProps/custom.xml"),
      "het is niet door ivp gemaakt",
    ],
  ])("%s", (_, bytes, message) => {
    const changed = withXml(bytes(), (all) => all.replace("de pont;", "de boot;"));
    const [notice] = told(changed);
    expect(notice).toContain(message);
  });

  test("an older version didn't write what stands above pages, nor how many pictures there are", () => {
    const older = withXml(
      plan,
      (all) => all.replace(/ (?:pictures|shape|bold|italic)="[^"]*"/g, "").replace(/<margin>[^<]*<\/margin>/g, ""),
      carrier,
    );
    expect(told(older)).toEqual([]);
  });
});

test("changes by two people within each other, of an older content, are shown three ways", () => {
  const run = around(">Slotalinea over de <", "w:r");
  const nested = `${r("Slotalinea ")}${tracked("ins", `${r("heel ")}${tracked("del", `<w:r><w:delText>erg </w:delText></w:r>`)}`).replace("Els", "Jan")}${r("over de ")}`;
  const bytes = put(run, nested);
  const with1 = (from: string, to: string): RawFile[] =>
    files.map(({ path, bytes: own }) =>
      path === "vision.yaml"
        ? { path, bytes: Buffer.from(Buffer.from(own).toString().replace(from, to)) }
        : { path, bytes: own },
    );
  const moved = reviewOf(bytes, with1("Eerste alinea", "Iets vooraf.\n  Eerste alinea"));
  expect(Buffer.from(moved.apply({}).files[0]?.bytes ?? []).toString()).toContain("Slotalinea heel over de *vloed*.");
  const changed = reviewOf(bytes, with1("Slotalinea over", "Slotzin over"));
  expect(changed.review.changes.map(({ now, refused }) => [now, refused])).toEqual([
    ["Slotzin over de *vloed*.", "De inhoud is hier gewijzigd nadat het document is gemaakt."],
    [undefined, "Dit is toegevoegd en weer weggehaald: er verandert niets."],
  ]);
  expect(changed.apply({}).files).toEqual([]);
  const gone = reviewOf(
    bytes,
    files.filter(({ path }) => path !== "vision.yaml"),
  );
  expect(gone.apply({}).files).toEqual([]);
});
