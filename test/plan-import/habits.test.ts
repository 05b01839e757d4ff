/** Plans as people type them: headings that are only bold, numbers by hand, headings called after a language, and little text. */
import { expect, test } from "vitest";
import { parse } from "yaml";
import { importPlan } from "../../src/plan-import/index.js";
import { docx, h, li, lists, p, picture, r, table, type WordParts } from "../setup/word.js";

const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const given = { municipalities: "Asten,Deurne", team: "basisteam Peelland", from: "2027", to: "2030" };
const b = (text: string): string => p(r(text, "<w:b/>"));

/** What a plan becomes, which is always without errors. */
function imported(parts: WordParts) {
  const { files, report, diagnostics } = importPlan(docx(parts), given);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const yaml = (path: string) => parse(String(files.get(path)));
  return {
    yaml,
    placed: report.placed.map(({ title, file }) => `${title} → ${file}`),
    told: [...report.lost, ...report.unsure].map(({ what }) => what),
    counted: report.counted.map(({ what }) => what),
  };
}

test.each<[string, string[], string]>([
  [
    "numbers in digits",
    ["Integraal Veiligheidsplan 2027-2030", "1 Inleiding", "1.1 Terugblik", "2. Visie", "3 Prioriteiten", "3.1 Jeugd"],
    "Terugblik",
  ],
  [
    "Roman numbers and letters",
    ["INTEGRAAL VEILIGHEIDSPLAN", "I. Inleiding", "A. Terugblik", "II. Visie", "III. Prioriteiten", "A. Jeugd"],
    "Terugblik",
  ],
])("headings that are only bold stand as deep as their numbers say: %s", (_, lines, within) => {
  const body = [...lines.flatMap((line) => [b(line), p("Dit is tekst.")]), b("Ambitie"), p("Minder overlast.")];
  const story = [b("Wat gaan we doen?"), li("Op straat zijn."), b("Begrippenlijst"), p("BOA: opsporingsambtenaar")];
  const { yaml, placed, told } = imported({ body: [...body, ...story].join(""), numbering: lists });
  expect(placed).toEqual(
    expect.arrayContaining([
      "Inleiding → sections/inleiding.yaml",
      "Visie → vision.yaml",
      "Jeugd → priorities/jeugd.yaml",
      "Prioriteiten → plan.yaml",
      "Begrippenlijst → glossary.yaml",
    ]),
  );
  expect(yaml("plan.yaml").title).toBe(lines[0]);
  expect(yaml("sections/inleiding.yaml").sections[0].title).toBe(within);
  expect(yaml("priorities/jeugd.yaml")).toMatchObject({
    ambition: "Minder overlast.\n",
    measures: [{ text: "Op straat zijn.\n" }],
  });
  // The numbers are ivp's own: they are no loss.
  expect(told.filter((what) => /Inleiding|Terugblik|Jeugd|II\./.test(what))).toEqual([]);
});

test.each([
  ["Kop", "Titel", (level: number) => ({ id: `Kop${level}`, name: `Kop ${level}` })],
  ["Heading", "Title", (level: number) => ({ id: `Heading${level}`, name: `Heading ${level}` })],
] as const)("headings and the title are known in the language of the program: %s, %s", (prefix, title, heading) => {
  const { yaml, placed } = imported({
    body: [
      p(r("Veiligheidsplan Peelland"), `<w:pStyle w:val="${title}"/>`),
      h(1, "1. Inleiding", `${prefix}1`),
      // An introduction has an approach too, and is no priority.
      h(2, "Aanleiding", `${prefix}2`),
      p("Het oude plan loopt af."),
      h(2, "Aanpak", `${prefix}2`),
      p("Wij spraken met velen."),
      h(1, "2. Prioriteiten", `${prefix}1`),
      h(2, "A. Jeugd", `${prefix}2`),
      p("Over jeugd."),
    ].join(""),
    heading,
    styles: `<w:style w:type="paragraph" w:styleId="${title}"><w:name w:val="${title}"/></w:style>`,
  });
  expect(yaml("plan.yaml")).toMatchObject({ title: "Veiligheidsplan Peelland", priorities: ["jeugd"] });
  expect(placed).toEqual([
    "Inleiding → sections/inleiding.yaml",
    "Jeugd → priorities/jeugd.yaml",
    "Prioriteiten → plan.yaml",
  ]);
});

test("what Word fills in and what stands above pages is told", () => {
  const field = (code: string, text: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const { told, counted, yaml } = imported({
    relations: `<Relationship Id="h1" Type="${R}/header" Target="header1.xml"/>`,
    more: {
      "word/header1.xml": `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${R}">${p(picture("p1", "Het logo"))}</w:hdr>`,
    },
    body: [
      p(field('TOC \\o "1-3"', "Inleiding 3")),
      h(1, "Inleiding"),
      p(`${r("Zie ")}${field("REF a \\r", "2.1")}${r(" op pagina ")}${field("PAGEREF a", "7")}${r(".")}`),
    ].join(""),
  });
  expect(yaml("sections/inleiding.yaml").text).toContain("Zie 2.1 op pagina");
  expect(counted).toEqual(["een verwijzing van Word, die nu gewone tekst is", "een paginanummer in de tekst"]);
  expect(told.filter((what) => what.includes("Het logo"))).toHaveLength(1);
  // The list of contents is Word's own.
  expect(told.filter((what) => what.includes("Inleiding 3"))).toEqual([]);
});

test("a document without any heading keeps its text, and one without text is refused", () => {
  const { placed, yaml } = imported({ body: p("Wij letten op elkaar.") });
  expect(placed).toEqual(["Tekst voor de eerste kop → sections/vooraf.yaml"]);
  expect(yaml("sections/vooraf.yaml").text).toBe("Wij letten op elkaar.\n");
  for (const body of ["", p(""), `${p(" ")}${p("")}`])
    expect(() => importPlan(docx({ body }), given)).toThrow("Het document heeft geen tekst. Er is niets geschreven.");
});

test("tables that put text on its place are text, annexes stand by themselves, and contents that someone typed are no loss", () => {
  const { yaml, told, placed } = imported({
    numbering: lists,
    body: [
      h(1, "Inhoud"),
      p("1 Inleiding ........ 3"),
      p("Bijlagen 7"),
      p("Iets anders 9"),
      h(1, "1 Inleiding"),
      table([[`${h(2, "In een cel")}${p("Links.")}${li("een punt")}`, p("Rechts.")]], false),
      table([["BOA", "opsporingsambtenaar"]], false),
      h(1, "Bijlagen"),
      h(2, "Bijlage 1 – Cijfers"),
      p("Veel."),
    ].join(""),
  });
  expect(yaml("sections/inleiding.yaml").sections).toEqual([
    { id: "in-een-cel", title: "In een cel", text: "Links.\n\n- een punt\n\nRechts.\n\nBOA\n\nopsporingsambtenaar\n" },
  ]);
  expect(placed).toContain("Cijfers → sections/cijfers.yaml");
  expect(yaml("plan.yaml").structure.annexes[0]).toBe("cijfers");
  expect(told.filter((what) => /\d”?$/.test(what))).toEqual(["“Iets anders 9”"]);
});
