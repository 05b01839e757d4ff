import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { type CleanUp, type Copy, copyOfPlan, planFolder, temporaryFolder } from "../setup/content.js";
import { ivp, type Outcome } from "../setup/ivp.js";

/** A content folder with an output folder and its cache beside it. */
interface Workplace {
  readonly content: Copy;
  readonly out: string;
  readonly cache: string;
  readonly build: (...options: string[]) => Promise<Outcome>;
}

async function workplace(options: readonly string[], finished?: CleanUp): Promise<Workplace> {
  const content = await copyOfPlan(finished);
  const folder = await temporaryFolder(finished);
  const out = join(folder, "out");
  const build = (...more: string[]) => ivp("build", "--content", content.folder, "--out", out, ...options, ...more);
  return { content, out, cache: join(folder, ".ivp-cache"), build };
}

const lines = ({ stdout }: Outcome, origin: string): string[] =>
  stdout
    .split("\n")
    .filter((line) => line.includes(`: ${origin}`))
    .map((line) => line.split(":")[0] ?? "")
    .sort();

const stamps = async (out: string): Promise<Record<string, number>> => {
  const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const times = files.map(
    async ({ parentPath, name }) => [name, (await stat(join(parentPath, name))).mtimeMs] as const,
  );
  return Object.fromEntries(await Promise.all(times));
};

describe("a build makes only what changed", () => {
  let place: Workplace;
  beforeAll(async () => {
    const cleaning: (() => Promise<void>)[] = [];
    place = await workplace(["--format", "html"], (clean) => cleaning.push(clean));
    // What is told each time is read again each time: without findings nothing is to be done at all.
    await place.content.write("check.yaml", "severity:\n  - rule: IVP501\n    severity: off\n");
    await place.build();
    return async () => {
      for (const clean of cleaning) await clean();
    };
  });

  test("nothing changed: nothing is touched", async () => {
    const before = await stamps(place.out);
    const { code, stderr } = await place.build();
    expect(code).toBe(0);
    expect(stderr).toContain("Er is niets gewijzigd: 6 documenten");
    expect(await stamps(place.out)).toEqual(before);
  });

  test("a sentence of one annex: that annex, and --explain names its section", async () => {
    await place.content.replace("municipalities/suderhaven.yaml", "leeft van", "leeft nog steeds van");
    const outcome = await place.build("--explain");
    expect(lines(outcome, "gemaakt")).toEqual(["bijlagen/suderhaven.html"]);
    expect(outcome.stdout).toContain("bijlagen/suderhaven.html: gemaakt (gewijzigd: “1 Het plan in Súderhaven”)");
    expect(lines(outcome, "blijft staan")).toHaveLength(5);
  });

  test("a term of the glossary: only the documents that show it", async () => {
    const terms = await readFile(join(place.content.folder, "glossary.yaml"), "utf8");
    const meaning = /- id: awareness\n {4}term: situational awareness\n {4}meaning: (.*)\n/.exec(terms)?.[1] ?? "";
    await place.content.replace("glossary.yaml", `meaning: ${meaning}\n`, `meaning: ${meaning} van nu\n`);
    const made = lines(await place.build("--explain"), "gemaakt");
    expect(made).toContain("ivp-2025-2028.html");
    expect(made.length).toBeLessThan(6);
    for (const path of made) expect(await readFile(join(place.out, path), "utf8")).toContain(`${meaning} van nu`);
  });

  test("content that returns to what it was comes out of the cache", async () => {
    await place.content.replace("municipalities/suderhaven.yaml", "leeft nog steeds van", "leeft van");
    const outcome = await place.build("--explain");
    expect(lines(outcome, "teruggezet")).toEqual(["bijlagen/suderhaven.html"]);
  });

  test("a file that was removed or changed by hand is put back", async () => {
    const path = join(place.out, "bijlagen/suderhaven.html");
    const whole = await readFile(path, "utf8");
    await writeFile(path, "kapot");
    await rm(join(place.out, "bijlagen/ijzerwoude.html"));
    const outcome = await place.build("--explain");
    expect(lines(outcome, "teruggezet")).toEqual(["bijlagen/ijzerwoude.html", "bijlagen/suderhaven.html"]);
    expect(await readFile(path, "utf8")).toBe(whole);
  });

  test("a problem in a file that didn't change is told at its place all the same", async () => {
    const mention = "\n  Wij werken samen met [[partner:heemkunde]].\n";
    await place.content.append(
      "partners.yaml",
      "\n  - id: heemkunde\n    title: Heemkundekring\n    shortTitle: Heemkundekring\n    text: De kring kent de buurten.\n",
    );
    await place.content.append("vision.yaml", mention);
    expect(await place.build()).toMatchObject({ code: 0, stderr: expect.not.stringContaining("IVP305") });
    await place.content.replace("vision.yaml", mention, "");
    const where = (text: string): string | undefined => /\S*partners\.yaml:\d+:\d+/.exec(text)?.[0];
    const { stderr } = await place.build();
    expect(stderr).toContain("De partner “Heemkundekring” wordt nergens genoemd.");
    const { stdout } = await ivp("check", "--content", place.content.folder);
    expect(where(stderr)).toBe(where(stdout));
    expect(where(stderr)).toBeDefined();
    const partners = await readFile(join(place.content.folder, "partners.yaml"), "utf8");
    await place.content.write("partners.yaml", partners.slice(0, partners.indexOf("\n  - id: heemkunde")));
  });

  test("--force makes everything", async () => {
    expect(lines(await place.build("--force", "--explain"), "gemaakt")).toHaveLength(6);
  });
});

describe("a cache that is no good is no harm", () => {
  test("damaged: told once, and what was in it is made again", async () => {
    const { build, cache, out } = await workplace(["--format", "html", "--only", "annex"]);
    await build();
    const good = await readFile(join(out, "manifest.json"), "utf8");
    const [version = ""] = await readdir(cache);
    for (const name of await readdir(join(cache, version))) await writeFile(join(cache, version, name), "onzin");
    await rm(out, { recursive: true });
    const { code, stderr } = await build();
    expect(code).toBe(0);
    expect(stderr.match(/is beschadigd/g)).toHaveLength(1);
    expect(await readFile(join(out, "manifest.json"), "utf8")).toBe(good);
  });

  test("of another version, or gone: not looked at", async () => {
    const { build, cache } = await workplace(["--format", "html", "--only", "suderhaven"]);
    await mkdir(join(cache, "v0"), { recursive: true });
    await writeFile(join(cache, "v0", "build.json"), "van vroeger");
    expect((await build()).code).toBe(0);
    await rm(cache, { recursive: true });
    expect((await build()).code).toBe(0);
  });

  test("where it can't be written: told, and the documents are made", async () => {
    const { build, cache, out } = await workplace(["--format", "html", "--only", "suderhaven"]);
    // A file in the place of the folder stops root as well as anyone.
    await writeFile(cache, "");
    const { code, stderr } = await build();
    expect(code).toBe(0);
    expect(stderr).toContain("niet te beschrijven");
    expect(await readdir(join(out, "bijlagen"))).toEqual(["suderhaven.html"]);
  });
});

describe("a build over more machines", () => {
  test("a part that is missing, of other content or spoiled is refused, and nothing is written", async () => {
    const folder = await temporaryFolder();
    const part = join(folder, "1");
    await ivp("build", "--content", planFolder, "--shard", "1/2", "--format", "html", "--out", part);
    const out = join(folder, "merged");
    const refused = async (message: string, ...args: string[]): Promise<void> => {
      const { code, stderr } = await ivp("merge", "--content", planFolder, ...args, "--out", out);
      expect(code).toBe(2);
      expect(stderr).toContain(message);
      expect(await readdir(folder)).not.toContain("merged");
    };
    await refused("Er ontbreekt een deel", part);
    const content = await copyOfPlan();
    await content.append("vision.yaml", "\n  Wij doen dit samen.\n");
    await refused("niet uit dezelfde inhoud", part, "--content", content.folder);
    await refused("geen documenten van ivp", join(folder, "nergens"));
    const whole = join(folder, "whole");
    await cp(inject("out"), whole, { recursive: true });
    await writeFile(join(whole, "bijlagen/suderhaven.pdf"), "kapot");
    await refused("ontbreekt of is gewijzigd", whole);
  });

  test.each(["0/2", "3/2", "half", "1", "1/1000000"])("--shard %s is told to be wrong", async (shard) => {
    const { code, stderr } = await ivp("build", "--content", planFolder, "--shard", shard);
    expect(code).toBe(2);
    expect(stderr).toContain("Schrijf het als 2/4");
  });
});
