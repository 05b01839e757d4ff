import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examine } from "../../src/check/examine.js";
import { ruleDocs } from "../../src/check/index.js";
import { readContentFolder } from "../../src/content/index.js";
import { faultNames, faultText, faulty } from "../setup/faults.js";
import { root } from "../setup/ivp.js";
import { share } from "../setup/sweep.js";

/** Points that are open, and goals without an indicator. */
const ofBase: ReadonlySet<string> = new Set(["IVP511", "IVP809"]);

test.each(share(faultNames, 3))("%s", async (name) => {
  const { content, fault } = await faulty(name);
  const { diagnostics } = examine(await readContentFolder(content));
  // What the base leaves open, or doesn't measure, is not the fault's.
  const found = diagnostics.filter(
    ({ code, file }) => !ofBase.has(code) || fault.expect.some((line) => line.startsWith(`${code} ${file}`)),
  );
  expect(
    found.map(({ code, file, line, column, hint }) => `${code} ${file}:${line}:${column} ${hint ?? ""}`.trim()),
  ).toEqual(fault.expect);
});

test("the base itself has no faults", async () => {
  const { diagnostics } = examine(await readContentFolder(join(root, "test/fixtures/base")));
  expect(diagnostics.filter(({ code }) => !ofBase.has(code))).toEqual([]);
});

test("a code stands in one file, that of its rule: nothing else goes by it", async () => {
  const files = (await readdir(join(root, "src"), { recursive: true })).filter((name) => name.endsWith(".ts"));
  const found = await Promise.all(
    files.map(async (name) =>
      [...(await readFile(join(root, "src", name), "utf8")).matchAll(/["'`]IVP\d{3}["'`]/g)].map(
        ([code]) => `${code.slice(1, -1)} ${name}`,
      ),
    ),
  );
  const places = found.flat().sort();
  expect(places.map((place) => place.split(" ")[0])).toEqual(ruleDocs.map(({ code }) => code));
  expect(places.filter((place) => !/^IVP\d{3} \w+\/rules\//.test(place))).toEqual([]);
});

test("every rule has a fault that breaks it", async () => {
  const texts = await Promise.all(faultNames.map(faultText));
  const covered = new Set(
    texts.flatMap((text) => [...text.matchAll(/^ {2}- ['"]?(IVP\d{3}) /gm)].map(([, code]) => code)),
  );
  expect(ruleDocs.map(({ code }) => code).filter((code) => !covered.has(code))).toEqual([]);
});

test("every rule can be named in check.yaml, and in a report", async () => {
  for (const schema of ["check", "report"]) {
    const text = await readFile(join(root, `schemas/${schema}.schema.json`), "utf8");
    const pattern = new RegExp(/"pattern": "(\^IVP[^"]+)"/.exec(text)?.[1] ?? "$.");
    expect(ruleDocs.filter(({ code }) => !pattern.test(code)).map(({ code }) => `${schema}: ${code}`)).toEqual([]);
  }
});
