/** What may be written where, and that it is all or nothing. */
import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/build/build.js";
import type { Manifest } from "../../src/build/manifest.js";
import { html } from "../../src/formats/html.js";
import { type Copy, copyOf, temporaryFolder } from "../setup/content.js";
import { filesIn } from "../setup/files.js";
import { ivp, ivpIn, type Outcome } from "../setup/ivp.js";

/** Content with a folder to write in beside it. */
interface Place extends Copy {
  readonly out: string;
  readonly build: (...options: string[]) => Promise<Outcome>;
}

async function place(content: Parameters<typeof copyOf>[0] = "test/fixtures/base"): Promise<Place> {
  const copy = await copyOf(content);
  const out = join(dirname(copy.folder), "out");
  const run = (...options: string[]) =>
    ivp("build", "--content", copy.folder, "--out", out, "--format", "html", ...options);
  return { ...copy, out, build: run };
}

/** What stands beside the output folder, apart from the content and the cache. */
const strays = async ({ out }: Place): Promise<string[]> =>
  (await readdir(dirname(out))).filter((name) => !["content", "out", ".ivp-cache"].includes(name));

const manifestIn = async (out: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(out, "manifest.json"), "utf8")) as Manifest;

describe("a folder that must be left alone", () => {
  let here: string;
  let before: Record<string, string>;
  beforeAll(async () => {
    let cleanUp = async (): Promise<void> => undefined;
    const { folder } = await copyOf("test/fixtures/base", (clean) => {
      cleanUp = clean;
    });
    here = dirname(folder);
    await symlink("content", join(here, "to-content"));
    await symlink("loop", join(here, "loop"));
    await symlink("/", join(here, "to-root"));
    await symlink(here, join(here, "to-all"));
    await writeFile(join(here, "file.txt"), "van mij");
    await ivp("build", "--format", "html", "--content", folder, "--out", join(here, "made"));
    before = await filesIn(here);
    return cleanUp;
  });

  test.each([
    ["content"],
    ["content/out"],
    ["./content/../content/deep/er"],
    ["."],
    ["/"],
    ["to-content"],
    ["to-content/out"],
    ["to-root"],
    ["to-all/content/out"],
    ["file.txt"],
    ["file.txt/out"],
    ["loop"],
    ["loop/out"],
  ])("%s is refused by whatever writes, and nothing changes", async (path) => {
    const out = path === "/" ? path : `${here}/${path}`;
    const content = join(here, "content");
    for (const command of [
      ["build", "--format", "html", "--out", out],
      ["build", "--format", "html", "--compare", content, "--out", out],
      ["publish", "--with-concepts", "--out", join(here, "made"), "--to", out],
      ["merge", join(here, "made"), "--out", out],
      ["diff", content, "--format", "html", "--out", out],
    ]) {
      const { code, stderr } = await ivp(...command, "--content", content);
      expect(stderr, command.join(" ")).toMatch(/De map voor (?:de documenten|wat gepubliceerd wordt)/);
      expect(code, command.join(" ")).toBe(2);
    }
    expect(await filesIn(here)).toEqual(before);
  });

  test("files of someone else are never replaced or removed, unless forced", async () => {
    const { out, build: run } = await place();
    await mkdir(join(out, "bijlagen"), { recursive: true });
    await writeFile(join(out, "index.html"), "van mij");
    await writeFile(join(out, "bijlagen/notitie.txt"), "ook van mij");
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toContain("dat ivp niet heeft gemaakt: index.html");
    expect(await filesIn(out)).toEqual({ "index.html": "van mij", "bijlagen/notitie.txt": "ook van mij" });
    expect((await run("--force")).code).toBe(0);
    expect(await filesIn(out)).toMatchObject({ "bijlagen/notitie.txt": "ook van mij" });
    expect((await manifestIn(out)).documents).toHaveLength(4);
  });

  test("a manifest.json of another program is no licence to replace it", async () => {
    const { out, build: run } = await place();
    await mkdir(out);
    await writeFile(join(out, "manifest.json"), '{"name": "app", "icons": []}');
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toContain("manifest.json is geen manifest van deze ivp");
    expect(await filesIn(out)).toEqual({ "manifest.json": '{"name": "app", "icons": []}' });
  });

  test("another plan is not overwritten without a word, also when it is called alike", async () => {
    const { out, folder, build: run } = await place();
    const other = await copyOf("test/plan");
    await ivp("build", "--content", other.folder, "--out", out, "--format", "html");
    const before = await filesIn(out);
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toContain(
      `In ${out} staan andere documenten: die van “Integraal Veiligheidsplan basisteam Zoutkust`,
    );
    expect(await filesIn(out)).toEqual(before);
    const forced = await run("--force");
    expect(forced.code).toBe(0);
    expect(forced.stderr).toContain("Zoutkust");
    expect(Object.keys(await filesIn(out)).filter((path) => path.includes("zoutendam"))).toEqual([]);
    const site = join(dirname(folder), "site");
    expect((await ivp("publish", "--with-concepts", "--content", folder, "--out", out, "--to", site)).code).toBe(0);
    await writeFile(
      join(folder, "plan.yaml"),
      (await readFile(join(folder, "plan.yaml"), "utf8")).replace("ivp-2025", "ivp-2026"),
    );
    await run("--force");
    const published = await ivp("publish", "--with-concepts", "--content", folder, "--out", out, "--to", site);
    expect(published.code).toBe(2);
    expect(published.stderr).toContain("andere documenten");
  });
});

describe("all or nothing", () => {
  test("a file that can't be replaced: told which, and the folder is as it was", async () => {
    const here = await place();
    await here.build();
    const blocked = join(here.out, "bijlagen/westdorp.html");
    await rm(blocked);
    await mkdir(join(blocked, "open"), { recursive: true });
    await here.replace("plan.yaml", "slogan: Veilig in Proefland", "slogan: Alles wordt anders");
    const before = await filesIn(here.out);
    for (let time = 0; time < 2; time++) {
      const { code, stderr } = await here.build();
      expect(code).toBe(3);
      expect(stderr).toContain("bijlagen/westdorp.html is niet te vervangen");
      expect(await filesIn(here.out)).toEqual(before);
      expect(await strays(here)).toEqual([]);
    }
    await rm(blocked, { recursive: true });
    expect((await here.build()).code).toBe(0);
    expect((await filesIn(here.out))["index.html"]).toContain("Alles wordt anders");
  });

  test("a run that was cut off while it moved files in is undone at the next start", async () => {
    const here = await place();
    await here.build();
    const before = await filesIn(here.out);
    // As it lies there after a crash between the second and the third file.
    const staging = join(dirname(here.out), ".out.ivp-abcdef");
    await mkdir(join(staging, "old"), { recursive: true });
    await mkdir(join(staging, "new"), { recursive: true });
    await rename(join(here.out, "index.html"), join(staging, "old/index.html"));
    await writeFile(join(here.out, "index.html"), "half");
    await writeFile(join(here.out, "nieuw.html"), "half");
    await writeFile(join(staging, "new/later.html"), "nooit gekomen");
    const steps = ["index.html", "nieuw.html", "later.html"].map((path) => ({ path, existed: path === "index.html" }));
    await writeFile(join(staging, "journal.json"), JSON.stringify(steps));
    await here.append("vision.yaml", "  Zie [[term:nergens]].\n");
    expect((await here.build()).code).toBe(1);
    expect(await filesIn(here.out)).toEqual(before);
    expect(await strays(here)).toEqual([]);
  });

  test("a link in the folder that leads out of it is refused", async () => {
    const { out, build: run } = await place();
    const elsewhere = await temporaryFolder();
    await mkdir(out);
    await symlink(elsewhere, join(out, "bijlagen"));
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toContain("is een link naar een map daarbuiten");
    expect(await readdir(elsewhere)).toEqual([]);
    expect(await readdir(out)).toEqual(["bijlagen"]);
  });

  test("a folder that is a link is written through", async () => {
    const { out, build: run } = await place();
    const elsewhere = join(await temporaryFolder(), "echt");
    await mkdir(elsewhere);
    await symlink(elsewhere, out);
    expect((await run()).code).toBe(0);
    expect(Object.keys(await filesIn(elsewhere))).toContain("manifest.json");
  });

  const mayMount = ((): boolean => {
    try {
      execFileSync("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  })();
  test.skipIf(!mayMount)("a folder that is a disk of its own, with a part that is yet another", async () => {
    const here = await place();
    await mkdir(here.out);
    const script = [
      'mount -t tmpfs none "$OUT"',
      'mkdir "$OUT/bijlagen"',
      'mount -t tmpfs none "$OUT/bijlagen"',
      '"$NODE" bin/ivp.js build --content "$CONTENT" --out "$OUT" --format html',
      'ls -A "$OUT" "$OUT/bijlagen"',
    ].join(" && ");
    const told = execFileSync("unshare", ["-rm", "sh", "-c", script], {
      env: { ...process.env, OUT: here.out, CONTENT: here.folder, NODE: process.execPath },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    expect(told).toContain("manifest.json");
    expect(told).toContain("westdorp.html");
    expect(told).not.toContain("ivp-new");
    expect(told).not.toContain(".out.ivp");
  });
});

describe("one at a time", () => {
  test("builds of different documents at once lose nothing", async () => {
    const { out, build: run } = await place();
    const names = ["plan", "annex", "programme"];
    const outcomes = await Promise.all(names.map((name) => run("--only", name)));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect((await manifestIn(out)).documents).toHaveLength(4);
    expect((await filesIn(out))["index.html"]).toContain("bijlagen/westdorp.html");
  });

  test("three builds of the same, each a process of its own, give what one gives", async () => {
    const { folder, out } = await place();
    const build = () => ivpIn(folder, "build", "--content", folder, "--out", out, "--format", "html");
    const outcomes = await Promise.all([build(), build(), build()]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect((await manifestIn(out)).documents).toHaveLength(4);
  });

  test("a lock of a process that is gone doesn't hold anyone up", async () => {
    const here = await place();
    const dead = { token: "x", host: (await import("node:os")).hostname(), pid: 2 ** 22 - 1 };
    await writeFile(join(dirname(here.out), ".out.ivp-lock"), JSON.stringify(dead));
    expect((await here.build()).code).toBe(0);
    expect(await strays(here)).toEqual([]);
  });

  /** Builds while someone else writes: after each time that the content was read, as long as there is something to write. */
  const buildAmid = (here: Place, slogans: Iterator<string>, only: readonly string[] = []) =>
    build({
      content: here.folder,
      out: here.out,
      only,
      formats: [html],
      browser: { sandbox: true },
      program: "ivp test",
      edition: async (sources) => {
        await sources;
        const { done, value } = slogans.next();
        if (!done) execFileSync("sed", ["-i", `s/^slogan: .*/slogan: ${value}/`, join(here.folder, "plan.yaml")]);
        return {};
      },
    });

  test("content that changes while documents are made is read again", async () => {
    const here = await place();
    const { documents } = await buildAmid(here, ["Na de wissel"].values());
    expect(documents).toHaveLength(4);
    const files = await filesIn(here.out);
    expect(files["ivp-2025-2028.html"]).toContain("Na de wissel");
    expect(files["index.html"]).toContain("Na de wissel");
  });

  test("content that keeps changing is refused, and nothing is written", async () => {
    const here = await place();
    const slogans = Array.from({ length: 99 }, (_, index) => `Wissel ${index}`).values();
    await expect(buildAmid(here, slogans, ["plan"])).rejects.toThrow("veranderde steeds");
    await expect(readdir(here.out)).rejects.toThrow();
  });
});

describe("parts of a build", () => {
  test("share the documents, and merge gives the same bytes as a build in one go, PDFs too", async () => {
    const { folder, out } = await place();
    const [whole, merged] = [out, join(dirname(out), "merged")];
    const parts = [1, 2, 3].map((index) => join(dirname(out), String(index), "out"));
    const run = (to: string, ...options: string[]) => ivp("build", "--content", folder, "--out", to, ...options);
    for (const [index, part] of parts.entries()) expect((await run(part, "--shard", `${index + 1}/3`)).code).toBe(0);
    expect((await ivp("merge", "--content", folder, ...parts, "--out", merged)).code).toBe(0);
    expect((await run(whole)).code).toBe(0);
    expect(await filesIn(merged)).toEqual(await filesIn(whole));
  });

  test("a part that is named twice, or that overlaps another, changes nothing", async () => {
    const { folder, out } = await place();
    const [a, b, whole, merged] = ["a", "b", "whole", "merged"].map((name) => join(dirname(out), name)) as [
      string,
      string,
      string,
      string,
    ];
    const run = (to: string, ...options: string[]) =>
      ivp("build", "--content", folder, "--format", "html", "--out", to, ...options);
    await run(a, "--shard", "1/2");
    await run(b, "--shard", "2/2");
    await run(whole);
    const expected = await filesIn(whole);
    for (const parts of [
      [a, b],
      [a, b, a],
      [a, join(a, "..", "a"), b],
      [a, whole],
      [whole, b, a],
    ]) {
      await rm(merged, { recursive: true, force: true });
      const { code, stderr } = await ivp("merge", ...parts, "--content", folder, "--out", merged);
      expect(code, stderr).toBe(0);
      expect(await filesIn(merged)).toEqual(expected);
    }
  });

  test("two parts that disagree are refused, and nothing is written", async () => {
    const { folder, out } = await place();
    const [a, b, merged] = ["a", "b", "merged"].map((name) => join(dirname(out), name)) as [string, string, string];
    await ivp("build", "--content", folder, "--format", "html", "--out", a);
    await cp(a, b, { recursive: true });
    const spoiled = (await readFile(join(b, "manifest.json"), "utf8")).replace(
      /"sha256": "[0-9a-f]{64}",\n(\s+)"madeOf"/,
      `"sha256": "${"0".repeat(64)}",\n$1"madeOf"`,
    );
    await writeFile(join(b, "manifest.json"), spoiled);
    const { code, stderr } = await ivp("merge", a, b, "--content", folder, "--out", merged);
    expect(code).toBe(2);
    expect(stderr).toContain("zijn niet gelijk");
    await expect(readdir(merged)).rejects.toThrow();
  });
});
