import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { describe, expect, inject, test } from "vitest";
import { temporaryFolder } from "../setup/content.js";
import { ivp, ivpProcess } from "../setup/ivp.js";

const real = join(inject("out"), "bijlagen/suderhaven.pdf");

/** A PDF with a file inside that is called as ours is. */
async function withFile(data: string | Uint8Array, spoil?: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  await document.attach(Buffer.from(data), "ivp-model.json", { mimeType: "application/json" });
  spoil?.(document);
  return document.save();
}

/** A PDF of a few kilobytes of which the table of objects unpacks to gigabytes. */
function bomb(filter: string, packed: Buffer): Buffer {
  const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter${filter}/Length ${packed.length}>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(head, "latin1"),
    packed,
    Buffer.from("\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF", "latin1"),
  ]);
}

describe("what is no PDF with the data of ivp is refused with exit code 2, and nothing is printed", () => {
  const zeros = deflateSync(Buffer.alloc(300_000_000));
  const inputs: [string, () => Promise<string | Uint8Array>][] = [
    ["nothing", async () => ""],
    ["text", async () => "geen pdf"],
    ["a first line alone", async () => "%PDF-1.7\n"],
    ["half a PDF", async () => (await readFile(real)).subarray(0, 9_000)],
    ["a PDF without its end", async () => (await readFile(real)).subarray(0, -2_000)],
    ["a catalog that is a number", async () => "%PDF-1.4\n1 0 obj\n7\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF"],
    ["a root that is itself", async () => "%PDF-1.4\n1 0 obj\n1 0 R\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF"],
    ["deep nesting", async () => `%PDF-1.4\n1 0 obj\n${"[".repeat(200_000)}\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF`],
    ["data that are no JSON", () => withFile("::error::\u001b[31mgeen json")],
    ["data that are no UTF-8", () => withFile(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))],
    ["JSON of another kind", () => withFile('{"format":"other"}')],
    ["JSON that is null", () => withFile("null")],
    [
      "a list of files with numbers",
      () => withFile("{}", (document) => document.catalog.set(PDFName.of("AF"), document.context.obj([1, 2]))),
    ],
    ["a stream of 300 MB in 0.3", async () => bomb("/FlateDecode", zeros)],
    ["the same, packed twice", async () => bomb("[/FlateDecode/FlateDecode]", deflateSync(zeros))],
    ["the same, packed in another way", async () => bomb("/RunLengthDecode", Buffer.alloc(2_000, 0x81))],
    ["a name in disguise", async () => bomb("/F#6cateDecode", zeros)],
  ];
  test.each(inputs)("%s", async (_, make) => {
    const path = join(await temporaryFolder(), "x.pdf");
    await writeFile(path, await make());
    const { code, stdout, stderr } = await ivp("extract", path);
    expect(stderr).not.toContain("in ivp zelf");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("geen gegevens van ivp");
  });

  test("a folder", async () => {
    const folder = join(await temporaryFolder(), "x.pdf");
    await mkdir(folder);
    const { code, stderr } = await ivpProcess("extract", folder);
    expect(code).toBe(2);
    expect(stderr).toContain("niet te lezen");
  });
});

test("a PDF of ivp gives data of which each character is written out that could steer a terminal", async () => {
  const path = join(await temporaryFolder(), "x.pdf");
  await writeFile(path, await withFile('{"format":"ivp-model","x":"\u202e\u0085"}'));
  const { code, stdout } = await ivp("extract", path);
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/[\u202e\u0085]/);
  expect(JSON.parse(stdout)).toEqual({ format: "ivp-model", x: "\u202e\u0085" });
});
