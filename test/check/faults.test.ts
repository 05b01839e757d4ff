import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { examine } from "../../src/check/examine.js";
import { ruleDocs } from "../../src/check/index.js";
import { createLoader, readContentFolder } from "../../src/content/index.js";
import { temporaryFolder } from "../setup/content.js";
import { root } from "../setup/ivp.js";
import { png } from "../setup/png.js";

/** A small faulty content: what is changed in `fixtures/base`, and exactly what `ivp check` must say of it. */
interface Fault {
  readonly edits: readonly {
    file: string;
    replace?: string;
    with?: string;
    append?: string;
    write?: string;
    remove?: true;
    latin1?: true;
    /** Makes a symbolic link to this. */
    link?: string;
    /** Writes a PNG with this many bytes of text in it. */
    png?: number;
    /** Leaves this many bytes off its end. */
    cut?: number;
  }[];
  readonly expect: readonly string[];
}

/** Points that are open, and goals without an indicator. */
const ofBase: ReadonlySet<string> = new Set(["IVP511", "IVP809"]);

const load = createLoader();
const folder = join(root, "test/fixtures/faults");
const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml"));

async function apply(
  content: string,
  {
    file,
    replace,
    with: replacement = "",
    append,
    write,
    remove,
    latin1,
    link,
    png: bytes,
    cut = 0,
  }: Fault["edits"][number],
): Promise<void> {
  const path = join(content, file);
  if (remove) return rm(path);
  await mkdir(dirname(path), { recursive: true });
  if (link) return symlink(link, path);
  if (bytes) return writeFile(path, png(8, 8, bytes).subarray(0, cut > 0 ? -cut : undefined));
  const text = write === undefined ? await readFile(path, "utf8") : write;
  if (replace !== undefined && text.split(replace).length !== 2)
    throw new Error(`“${replace}” stands ${text.split(replace).length - 1} times in ${file}`);
  await writeFile(
    path,
    Buffer.from(
      (replace === undefined ? text : text.replace(replace, () => replacement)) + (append ?? ""),
      latin1 ? "latin1" : "utf8",
    ),
  );
}

test.each(names)("%s", async (name) => {
  const fault = parse(await readFile(join(folder, name), "utf8")) as Fault;
  const content = join(await temporaryFolder(), "content");
  await cp(join(root, "test/fixtures/base"), content, { recursive: true });
  for (const edit of fault.edits) await apply(content, edit);
  const { diagnostics } = examine(await readContentFolder(content), load);
  // What the base leaves open, or doesn't measure, is not the fault's.
  const found = diagnostics.filter(
    ({ code, file }) => !ofBase.has(code) || fault.expect.some((line) => line.startsWith(`${code} ${file}`)),
  );
  expect(
    found.map(({ code, file, line, column, hint }) => `${code} ${file}:${line}:${column} ${hint ?? ""}`.trim()),
  ).toEqual(fault.expect);
});

test("the base itself has no faults", async () => {
  const { diagnostics } = examine(await readContentFolder(join(root, "test/fixtures/base")), load);
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
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
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
