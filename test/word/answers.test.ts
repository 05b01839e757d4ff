import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyOfPlan } from "../setup/content.js";
import { all, type Docx, openDocx, schemaFaults, wordsIn } from "../setup/docx.js";
import { accessFaults } from "../setup/docx-access.js";
import { structureFaults } from "../setup/docx-faults.js";
import { ivp } from "../setup/ivp.js";

const list = `document: ivp-2025-2028
comments:
  - author: Els Jansen
    date: 2026-11-20T09:15:00Z
    text: Kan dit korter?
    about: ook wie er net woont
    file: vision.yaml
    keys: text
    replies:
      - { author: Piet, date: 2026-11-21T10:00:00, text: Vind ik ook }
    answer: |-
      Ja.
      Dat is <korter> & beter.
    answered: 2026-11-26
    by: Secretariaat
  - author: Ad
    text: Staat dit er nog?
    about: een zin die er niet is
    file: vision.yaml
    keys: weg/text
    answer: Nee.
  - { author: Cor, text: Wanneer?, about: Voorwoord, answer: "" }
`;

/** The paragraphs of a document to which each comment stands, by its number. */
function placesIn(docx: Docx): Map<string | undefined, string> {
  const places = new Map<string | undefined, string>();
  for (const paragraph of all(docx.tree("word/document.xml"), "w:p"))
    for (const { attributes } of all(paragraph, "w:commentRangeStart"))
      places.set(attributes["w:id"], wordsIn(paragraph));
  return places;
}

async function answered(text = list, ...more: readonly string[]) {
  const { folder } = await copyOfPlan();
  const [file, out] = [join(folder, "../antwoorden.yaml"), join(folder, "../out")];
  await writeFile(file, text);
  const result = await ivp("build", "--content", folder, "--out", out, "--answers", file, ...more);
  return { ...result, path: join(out, "antwoorden/ivp-2025-2028.docx") };
}

describe("answers to comments", () => {
  test("stand in the document of now, each under its comment and at its words", async () => {
    const { code, stderr, path } = await answered();
    expect(code, stderr).toBe(0);
    const docx = openDocx(await readFile(path));
    const comments = all(docx.tree("word/comments.xml"), "w:comment");
    expect(comments.map((one) => [one.attributes["w:author"], all(one, "w:p").map(wordsIn).join("\n")])).toEqual([
      ["Els Jansen", "Kan dit korter?"],
      ["Piet", "Vind ik ook"],
      ["Secretariaat", "Ja.\nDat is <korter> & beter."],
      ["Ad", expect.stringContaining("“een zin die er niet is”")],
      ["basisteam Zoutkust", "Nee."],
      ["Cor", "Wanneer?"],
    ]);
    expect(comments.map(({ attributes }) => attributes["w:date"])).toEqual([
      "2026-11-20T09:15:00Z",
      "2026-11-21T10:00:00Z",
      "2026-11-26T12:00:00Z",
      undefined,
      undefined,
      undefined,
    ]);
    const parents = all(docx.tree("word/commentsExtended.xml"), "w15:commentEx").map(
      ({ attributes }) => attributes["w15:paraIdParent"],
    );
    expect(parents).toEqual([undefined, "00000001", "00000001", undefined, "00000004", undefined]);
    const places = placesIn(docx);
    for (const number of ["0", "1", "2"]) expect(places.get(number)).toContain("ook wie er net woont");
    expect(places.get("5")).toBe("Voorwoord");
    // It finds the way back as any other.
    expect(docx.paths).toContain("customXml/item1.xml");
    expect(structureFaults(docx)).toEqual([]);
    expect(accessFaults(docx)).toEqual([]);
    expect(await schemaFaults({ plan: docx })).toEqual([]);
  }, 120_000);

  test("what has no answer yet and what lost its place is told", async () => {
    const { stderr } = await answered();
    expect(stderr).toMatch(/1 van de 3 opmerkingen heeft nog geen antwoord/);
    expect(stderr).toMatch(/De opmerking van Ad .*weg\/text/);
    expect(stderr).not.toMatch(/opmerking van Els/);
  }, 60_000);

  test.each([
    ["another document", list.replace("ivp-2025-2028", "ivp-1999"), [], /ivp-1999/],
    ["a fault in the list", list.replace("author: Ad", "auteur: Ad"), [], /antwoorden\.yaml:16/],
    ["no comments", "document: ivp-2025-2028\ncomments: []\n", [], /geen opmerkingen/],
    ["another format", list, ["--format", "pdf"], /--answers/],
    ["a comparison", list, ["--compare", "HEAD"], /--answers/],
  ])("%s is refused", async (_, text, more, told) => {
    const { code, stderr } = await answered(text, ...more);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/in ivp zelf/);
  });
});
