import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyOfPlan } from "../setup/content.js";
import { all, child, openDocx, schemaFaults, wordsIn } from "../setup/docx.js";
import { commit, initialise } from "../setup/git.js";
import { ivp } from "../setup/ivp.js";

describe("what changed, tracked", () => {
  test("by the command: who changed what and when, and why as a comment; a text that moved", async () => {
    const { folder, replace } = await copyOfPlan();
    const root = join(folder, "..");
    await initialise(root);
    await replace("vision.yaml", "ook wie er net woont", "ook wie hier nog maar net is komen wonen");
    await commit(root, "Zeg het anders\n\nReden: wens van de raad");
    const last = "Dit plan zegt wat we de komende vier jaar samen doen.\n";
    await replace("foreword.yaml", `\n  ${last}`, "");
    await replace("foreword.yaml", "  Onze drie gemeenten", `  ${last}\n  Onze drie gemeenten`);
    await commit(root, "Zet het eerste vooraan");
    await replace("glossary.yaml", "Deze woorden gebruiken we", "Deze korte woorden gebruiken we");
    const out = join(root, "out");
    const { code, stderr } = await ivp(
      "build",
      "--content",
      folder,
      "--out",
      out,
      "--format",
      "docx",
      "--compare",
      "HEAD~2",
      "--only",
      "plan",
    );
    expect(code, stderr).toBe(0);
    const docx = openDocx(await readFile(join(out, "vergelijking/ivp-2025-2028.docx")));
    const document = docx.tree("word/document.xml");
    const reworded = all(document, "w:ins").find((one) => wordsIn(one).includes("komen wonen"));
    expect(reworded?.attributes).toMatchObject({
      "w:author": "Secretariaat",
      "w:date": expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const [comment] = all(docx.tree("word/comments.xml"), "w:comment");
    expect(comment && wordsIn(comment)).toBe("wens van de raad");
    expect(comment?.attributes["w:author"]).toBe("Secretariaat");
    const [from] = all(document, "w:moveFrom").filter((one) => wordsIn(one) !== "");
    const [to] = all(document, "w:moveTo").filter((one) => wordsIn(one) !== "");
    expect(from && wordsIn(from)).toBe(to && wordsIn(to));
    // What nobody committed yet is the team's.
    const fresh = all(document, "w:ins").find((one) => /^korte/.test(wordsIn(one)));
    expect(fresh?.attributes["w:author"]).toMatch(/Zoutkust/);
    expect(all(document, "w:moveFromRangeStart")[0]?.attributes["w:name"]).toBe(
      all(document, "w:moveToRangeStart")[0]?.attributes["w:name"],
    );
    expect(child(docx.tree("docProps/core.xml"), "dc:title")?.children.join("")).toMatch(/met wijzigingen/);
    // There is no way back from two editions in one.
    expect(docx.paths).not.toContain("customXml/item1.xml");
    expect(await schemaFaults({ plan: docx })).toEqual([]);
  }, 60_000);
});
