import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { acceptAll, paragraphsIn, readDocx, rejectAll, settled, type WordDocument } from "../../src/docx/index.js";
import { UsageError } from "../../src/errors.js";
import { docx, li, p, r, table } from "../setup/word.js";

const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const textsOf = (blocks: WordDocument["blocks"]): string[] =>
  paragraphsIn(blocks).map(({ pieces }) => pieces.map(({ text }) => text).join(""));

const ins = (inner: string, author = "Jan"): string =>
  `<w:ins w:id="1" w:author="${author}" w:date="2026-11-01T10:00:00Z">${inner}</w:ins>`;
const gone = (text: string): string => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`;
const del = (inner: string, author = "Els"): string => `<w:del w:id="2" w:author="${author}">${inner}</w:del>`;

describe("tracked changes", () => {
  const both = (body: string): [accepted: string[], rejected: string[]] => {
    const { blocks } = readDocx(docx({ body }));
    return [textsOf(settled(blocks, acceptAll)), textsOf(settled(blocks, rejectAll))];
  };

  test("of words, also within each other", () => {
    expect(both(p(`${r("a ")}${ins(r("nieuw "))}${del(gone("oud "))}${r("z")}`))).toEqual([["a nieuw z"], ["a oud z"]]);
    expect(both(p(`${r("a ")}${ins(`${r("blijft ")}${del(gone("toch niet "))}`)}${r("z")}`))).toEqual([
      ["a blijft z"],
      ["a z"],
    ]);
  });

  test("of the mark between paragraphs, of moves and of rows", () => {
    const joined = p(r("een "), `<w:rPr><w:del w:id="3" w:author="Els"/></w:rPr>`) + p("twee");
    expect(both(joined)).toEqual([["een twee"], ["een ", "twee"]]);
    const moved =
      p(`<w:moveFrom w:id="4" w:author="Els">${r("weg ")}</w:moveFrom>${r("x")}`) +
      p(`<w:moveTo w:id="5" w:author="Els">${r("weg ")}</w:moveTo>${r("y")}`);
    expect(both(moved)).toEqual([
      ["x", "weg y"],
      ["weg x", "y"],
    ]);
    const cells = `<w:tbl><w:tr><w:tc>${p("a")}</w:tc><w:tc><w:tcPr><w:cellIns w:id="6" w:author="Els"/></w:tcPr>${p("nieuw")}</w:tc><w:tc><w:tcPr><w:cellDel w:id="7" w:author="Els"/></w:tcPr>${p("oud")}</w:tc></w:tr></w:tbl>`;
    expect(both(cells)).toEqual([
      ["a", "nieuw"],
      ["a", "oud"],
    ]);
    const box = `<w:r><w:drawing><w:txbxContent>${p("doos")}</w:txbxContent></w:drawing></w:r>`;
    expect(both(p(`${r("a")}${del(box)}`))).toEqual([["a"], ["a", "doos"]]);
    const rows = `<w:tbl><w:tr><w:tc>${p("kop")}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="6" w:author="Els"/></w:trPr><w:tc>${p(del(gone("rij")))}</w:tc></w:tr></w:tbl>`;
    expect(both(rows)).toEqual([["kop"], ["kop", "rij"]]);
  });
});

test("comments with their author, date, thread and words; notes, links, fields and boxes", () => {
  const { blocks, comments, notes } = readDocx(
    docx({
      comments: `<w:comment w:id="7" w:author="Els" w:date="2026-11-01T10:00:00Z">${p("Een")}${p("twee")}</w:comment>`,
      footnotes: `<w:footnote w:id="0" w:type="separator">${p("")}</w:footnote><w:footnote w:id="2">${p("noot")}</w:footnote>`,
      body: [
        p(
          `${r("a")}<w:commentRangeStart w:id="7"/>${r("b")}<w:commentRangeEnd w:id="7"/><w:r><w:footnoteReference w:id="2"/></w:r>`,
        ),
        p(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://x.nl" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("x")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
        p(
          `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p("doos")}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><w:txbxContent>${p("doos")}</w:txbxContent></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
        table([["1", "2"]]),
      ].join(""),
    }),
  );
  expect(comments).toEqual([{ id: "7", author: "Els", date: "2026-11-01T10:00:00Z", text: "Een\ntwee", done: false }]);
  expect(notes.map(({ id, blocks: own }) => [id, ...textsOf(own)])).toEqual([["2", "noot"]]);
  const [first, second] = paragraphsIn(blocks);
  expect(first?.pieces.map(({ text, comments: on, note }) => [text, on.length, note?.id])).toEqual([
    ["a", 0, undefined],
    ["b", 1, undefined],
    ["", 0, "2"],
  ]);
  expect(second?.pieces.map(({ text, link }) => [text, link])).toEqual([["x", "https://x.nl"]]);
  expect(textsOf(blocks).filter((text) => text === "doos")).toHaveLength(1);
});

test("changes of looks of tables and pages are told at a paragraph", () => {
  const of = 'w:id="1" w:author="Els" w:date="2026-11-01T10:00:00Z"';
  const changed = `<w:tbl><w:tblPr><w:tblPrChange ${of}/></w:tblPr><w:tr><w:tc><w:tcPr><w:cellMerge ${of} w:vMerge="rest"/></w:tcPr>${p("cel")}</w:tc></w:tr></w:tbl>`;
  const { blocks } = readDocx(docx({ body: `${changed}${p("slot")}<w:sectPr><w:sectPrChange ${of}/></w:sectPr>` }));
  const looks = [{ author: "Els", date: "2026-11-01T10:00:00Z" }];
  expect(paragraphsIn(blocks).map((one) => one.looks)).toEqual([looks, looks]);
});

const field = (code: string, shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code.split("|")[0]}</w:instrText></w:r>${code.split("|")[1] ?? ""}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

test.each<[string, string, string]>([
  [
    "signs of Word",
    '<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:cr/><w:lastRenderedPageBreak/><w:t>d</w:t><w:br w:type="page"/></w:r>',
    "a\u2011b\u00adc\nd",
  ],
  [
    "words with reading aids",
    `<w:r><w:ruby><w:rt>${r("hulp")}</w:rt><w:rubyBase>${r("woord")}</w:rubyBase></w:ruby></w:r>`,
    "woord",
  ],
  [
    "the instruction of a field with a field in it",
    field(`IF |${field(" MERGEFIELD x ", "naam")}`, "uitkomst"),
    "uitkomst",
  ],
  [
    "what groups, within each other",
    `<w:sdt><w:sdtContent><w:smartTag>${r("in ")}<w:customXml>${r("elkaar")}</w:customXml></w:smartTag></w:sdtContent></w:sdt>`,
    "in elkaar",
  ],
  [
    "what is there in two forms",
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>een</w:t></mc:Choice><mc:Fallback><w:t>twee</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    "een",
  ],
])("the words are read of %s", (_, inner, words) => {
  expect(textsOf(readDocx(docx({ body: `<w:p>${inner}</w:p>` })).blocks)).toEqual([words]);
});

test("links of fields, comments on no words, and the lists of styles", () => {
  const { blocks } = readDocx(
    docx({
      body: [
        p(field(' HYPERLINK "https://x.nl" \\l "deel" ', "x")),
        p(field(' HYPERLINK \\l "deel" ', "y")),
        p(`${r("a")}<w:r><w:commentReference w:id="3"/></w:r>`),
        li("een", 0, 1),
        p("1 Inleiding 3", '<w:pStyle w:val="Inhopg1"/>'),
      ].join(""),
      styles: '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="Inhopg 1"/></w:style>',
      numbering: `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Eigen"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Eigen"/><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    }),
  );
  const [far, near, commented, item, contents] = paragraphsIn(blocks);
  expect([far, near].map((one) => one?.pieces[0]?.link)).toEqual(["https://x.nl#deel", "#deel"]);
  expect(commented?.pieces.flatMap(({ comments }) => comments)).toEqual(["3"]);
  expect(item?.list?.ordered).toBe(true);
  expect(contents?.at.contents).toBe(true);
});

describe("what is no docx, or meant to do harm, is refused in so many words", () => {
  const sound = docx({ body: p("tekst") });
  const refusal = (bytes: Uint8Array): string => {
    try {
      readDocx(bytes);
    } catch (error) {
      if (error instanceof UsageError) return error.message;
      throw error;
    }
    return "read";
  };
  /** A docx that says of its text that it is small. */
  function lying(): Uint8Array {
    const bytes = Buffer.from(docx({ body: p("x".repeat(3_000_000)) }));
    const at = bytes.lastIndexOf("word/document.xml") - 46;
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    bytes.writeUInt32LE(1000, at + 24);
    return bytes;
  }

  function without(part: string): Uint8Array {
    const { [part]: _, ...others } = unzipSync(sound);
    return zipSync(others);
  }

  test.each<[string, () => Uint8Array, string]>([
    ["nothing", () => new Uint8Array(), "Het bestand is leeg."],
    ["text", () => strToU8("hallo"), "Het bestand is geen docx."],
    ["a PDF", () => strToU8("%PDF-1.7"), "Het bestand is een PDF, geen docx."],
    [
      "an encrypted or old file",
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      "Het bestand is versleuteld, of gemaakt met een oude Word (doc).",
    ],
    [
      "a spreadsheet",
      () => zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.xml": strToU8("<x/>") }),
      "Het bestand is geen docx maar een rekenblad.",
    ],
    [
      "another zip file",
      () => zipSync({ "a.txt": strToU8("a") }),
      "Het bestand is geen docx maar een zip-bestand zonder tekst van Word.",
    ],
    [
      "a text document of LibreOffice",
      () => zipSync({ mimetype: strToU8("x") }),
      "Het bestand is geen docx maar een bestand van LibreOffice (zoals odt).",
    ],
    [
      "a file that was cut off",
      () => sound.subarray(0, sound.length - 30),
      "Het bestand is beschadigd: het einde ontbreekt.",
    ],
    ["broken XML", () => docx({ body: "<w:p>" }), "Het bestand is beschadigd: “word/document.xml” is geen goede XML."],
    [
      "an entity that grows",
      () =>
        docx({
          body: "",
          more: {
            "word/document.xml":
              '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
          },
        }),
      "Het bestand is beschadigd: in “word/document.xml” staat een DOCTYPE.",
    ],
    [
      "a bomb",
      () => zipSync({ "[Content_Types].xml": new Uint8Array(50_000_000) }),
      "Het bestand is niet te vertrouwen: uitgepakt is het veel te groot. ivp opent het niet.",
    ],
    [
      "a bomb that says that it is small",
      lying,
      "Het bestand is beschadigd: “word/document.xml” is niet uit te pakken.",
    ],
    [
      "two parts of which the names differ in capitals only",
      () => zipSync({ ...unzipSync(sound), "Word/Document.xml": strToU8("<x/>") }),
      "Het bestand is beschadigd: “Word/Document.xml” zit er twee keer in.",
    ],
    ["no text", () => without("word/document.xml"), "Het bestand is beschadigd: “word/document.xml” ontbreekt."],
    [
      "nothing that says where the text is",
      () => without("_rels/.rels"),
      "Het bestand is beschadigd: “_rels/.rels” ontbreekt.",
    ],
    [
      "a text that is a link to another file",
      () =>
        zipSync({
          ...unzipSync(sound),
          "word/document.xml": [strToU8("../../etc/passwd"), { os: 3, attrs: 0o120777 << 16 }],
        }),
      "Het bestand is beschadigd: “word/document.xml” is geen goede XML.",
    ],
    [
      "very deep XML",
      () => docx({ body: "<w:sdt>".repeat(2000) + "</w:sdt>".repeat(2000) }),
      "Het bestand is te groot of te ingewikkeld: ivp opent het niet.",
    ],
  ])("%s", (_, bytes, message) => {
    expect(refusal(bytes())).toBe(message);
  });

  test("a byte that changed anywhere is never a fault of ivp itself", () => {
    for (let at = 0; at < sound.length; at += 7) {
      const torn = Uint8Array.from(sound);
      torn[at] = (torn[at] ?? 0) ^ 0x55;
      expect(refusal(torn)).toEqual(expect.any(String));
    }
  });
});

/** A zip file in which all sizes and places stand in the fields of Zip64. */
function inZip64(bytes: Uint8Array): Buffer {
  const zip = Buffer.from(bytes);
  const big = (...values: number[]): Buffer =>
    Buffer.concat(
      values.map((value) => {
        const field = Buffer.alloc(8);
        field.writeBigUInt64LE(BigInt(value));
        return field;
      }),
    );
  const end = zip.length - 22;
  const [count, list] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)];
  const entries: Buffer[] = [];
  for (let at = list; at < end; ) {
    const head = at + 46 + zip.readUInt16LE(at + 28);
    const entry = Buffer.from(zip.subarray(at, head));
    const field = Buffer.from([1, 0, 24, 0]);
    // Something else that stands before it.
    const other = Buffer.from([0x55, 0x54, 1, 0, 0]);
    entry.writeUInt16LE(5 + 28, 30);
    const sizes = big(entry.readUInt32LE(24), entry.readUInt32LE(20), entry.readUInt32LE(42));
    for (const offset of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, offset);
    entries.push(entry, other, field, sizes);
    at = head + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  const own = Buffer.concat(entries);
  const record = Buffer.concat([
    Buffer.from("PK\x06\x06"),
    big(44),
    Buffer.alloc(12),
    big(count, count, own.length, list),
  ]);
  const locator = Buffer.concat([
    Buffer.from("PK\x06\x07"),
    Buffer.alloc(4),
    big(list + own.length),
    Buffer.from([1, 0, 0, 0]),
  ]);
  const last = Buffer.from(zip.subarray(end));
  last.fill(0xff, 8, 20);
  return Buffer.concat([zip.subarray(0, list), own, record, locator, last]);
}

describe("habits of other programs", () => {
  const sound = docx({ body: p("Één tekst") });
  const said = (bytes: Uint8Array): string =>
    paragraphsIn(readDocx(bytes).blocks)
      .flatMap(({ pieces }) => pieces.map(({ text }) => text))
      .join("");
  const renamed = (change: (name: string) => string): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(unzipSync(sound)).map(([name, data]) => [change(name), data])));
  /** With another target of its first part, and that part under another name. */
  const retargeted = (target: (relations: string) => string, named = (name: string) => name): Uint8Array => {
    const parts = Object.entries(unzipSync(sound)).map(([name, data]) => [
      named(name),
      name === "_rels/.rels" ? target(strFromU8(data)) : data,
    ]);
    return docx({ body: "", more: Object.fromEntries(parts) });
  };
  const inUtf16 = (mark: readonly number[], swapped: boolean): Uint8Array => {
    const parts = unzipSync(sound);
    const text = Buffer.from(strFromU8(parts["word/document.xml"] ?? new Uint8Array()), "utf16le");
    return zipSync({
      ...parts,
      "word/document.xml": Buffer.concat([Buffer.from(mark), swapped ? text.swap16() : text]),
    });
  };

  test.each<[string, () => Uint8Array]>([
    ["names in capitals", () => renamed((name) => name.toUpperCase())],
    ["names that begin with a stroke", () => renamed((name) => `/${name}`)],
    ["names as Windows writes them", () => renamed((name) => name.replaceAll("/", "\\"))],
    ["Zip64, as programs write it that don't know beforehand how big a part becomes", () => inZip64(sound)],
    ["UTF-16", () => inUtf16([0xff, 0xfe], false)],
    ["UTF-16 the other way round", () => inUtf16([0xfe, 0xff], true)],
    ["UTF-16 without a mark", () => inUtf16([], false)],
    ["UTF-16 the other way round, without a mark", () => inUtf16([], true)],
    [
      "a target that is written as an address",
      () =>
        retargeted(
          (relations) => relations.replace("document.xml", "%C3%A9%C3%A9n%20stuk.xml"),
          (name) =>
            name
              .replace("word/document.xml", "word/één stuk.xml")
              .replace("word/_rels/document.xml", "word/_rels/één stuk.xml"),
        ),
    ],
    ["a target that begins at the top", () => retargeted((relations) => relations.replace('"word/', '"/word/'))],
  ])("are understood: %s", (_, bytes) => {
    expect(said(bytes())).toBe("Één tekst");
  });

  test("a part that isn't there is told", () => {
    const relations = `<Relationship Id="h" Type="${R}/header" Target="header7.xml"/>`;
    expect(readDocx(docx({ body: p("tekst"), relations })).notices).toEqual([
      "In het bestand ontbreekt waarnaar het verwijst: “word/header7.xml”. Wat daarin stond, leest ivp niet.",
    ]);
  });

  test("a character that can't be is none, and what is chosen in a form is read", () => {
    const form = `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="nee"/><w:listEntry w:val="ja"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(said(docx({ body: `<w:p><w:r><w:sym w:char="FFFFFFFF"/></w:r>${form}</w:p>` }))).toBe("\ufffdja");
  });
});
