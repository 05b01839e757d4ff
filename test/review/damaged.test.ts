import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { planFolder, temporaryFolder } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";
import { docx, p, r } from "../setup/word.js";

test("notes that point at themselves or twice at each other are read once", async () => {
  const sign = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const notes = Array.from({ length: 40 }, (_, index) => {
    const [id, next] = [index + 2, index + 3];
    return `<w:footnote w:id="${id}">${p(`${r(`Noot ${id}`)}${sign(next)}${sign(next)}${sign(id)}`)}</w:footnote>`;
  });
  const file = join(await temporaryFolder(), "noten.docx");
  await writeFile(file, docx({ body: p(`${r("Tekst")}${sign(2)}`), footnotes: notes.join("") }));
  const { code, stderr } = await ivp("review", file, "--content", planFolder);
  expect(code, stderr).toBe(0);
});
