/** What is published is what the content gives: of each file it is known what it was made from. */
import { cp, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Copy, copyOf } from "../setup/content.js";
import { ivp, ivpWith, type Outcome } from "../setup/ivp.js";

interface Set extends Copy {
  readonly out: string;
  readonly site: string;
  readonly build: (...options: string[]) => Promise<Outcome>;
  readonly publish: () => Promise<Outcome>;
  readonly verify: () => Promise<Outcome>;
}

/** The documents of a small plan, as web pages. */
async function set(): Promise<Set> {
  const copy = await copyOf("test/fixtures/base");
  const [out, site] = [join(dirname(copy.folder), "out"), join(dirname(copy.folder), "site")];
  const run = (command: string, ...options: string[]) =>
    ivp(command, "--content", copy.folder, "--out", out, ...options);
  const build = (...options: string[]) =>
    run("build", ...(options.includes("--format") ? [] : ["--format", "html"]), ...options);
  expect((await build()).code).toBe(0);
  return {
    ...copy,
    out,
    site,
    build,
    publish: () => run("publish", "--to", site, "--with-concepts"),
    verify: () => run("verify"),
  };
}

const edit = async (out: string, change: (manifest: Record<string, unknown>) => unknown): Promise<void> => {
  const manifest = JSON.parse(await readFile(join(out, "manifest.json"), "utf8")) as Record<string, unknown>;
  const changed = change(manifest);
  const text = JSON.stringify(changed === undefined ? manifest : changed, null, 2);
  await writeFile(
    join(out, "manifest.json"),
    `${text}
`,
  );
};

describe("what is older than the content", () => {
  test("after --only: told, left out of the index, and not published or verified as good", async () => {
    const { out, build, publish, verify, replace, site } = await set();
    await replace("municipalities/westdorp.yaml", "aan het water", "aan zee");
    const built = await build("--only", "plan");
    expect(built.stderr).toContain("bijlagen/westdorp.html: van een eerdere inhoud");
    const index = await readFile(join(out, "index.html"), "utf8");
    expect(index).not.toContain("bijlagen/westdorp.html");
    expect(index).toContain("bijlagen/oostdorp.html");
    const { code, stderr } = await publish();
    expect(code).toBe(2);
    expect(stderr).toContain("van een eerdere inhoud: bijlagen/westdorp.html.");
    await expect(readdir(site)).rejects.toThrow();
    expect(await verify()).toMatchObject({ code: 1, stdout: expect.stringContaining("westdorp.html komt nu anders") });
    expect((await build("--only", "westdorp")).stderr).not.toContain("eerdere inhoud");
    expect((await publish()).code).toBe(0);
    expect((await verify()).code).toBe(0);
  });

  test("after --format: the old PDF beside the new page", { timeout: 120_000 }, async () => {
    const { out, build, publish, replace } = await set();
    await build("--only", "westdorp", "--format", "pdf");
    expect(await readFile(join(out, "index.html"), "utf8")).toContain("westdorp.pdf");
    await replace("municipalities/westdorp.yaml", "aan het water", "aan zee");
    await build();
    expect(await readFile(join(out, "index.html"), "utf8")).not.toContain("westdorp.pdf");
    const { code, stderr } = await publish();
    expect(code).toBe(2);
    expect(stderr).toContain("bijlagen/westdorp.pdf");
    expect(stderr).not.toContain("westdorp.html");
  });

  test("what goes into a document and isn't a section of its own: two unnumbered ones of one title, and the team", async () => {
    const { out, build, replace, folder } = await set();
    await replace("plan.yaml", "team: basisteam Proefland", "team: basisteam Nieuwland");
    const manifest = await readFile(join(folder, "manifest.yaml"), "utf8");
    const title = /^title: (.*)$/m.exec(manifest)?.[1] ?? "";
    await replace("manifest.yaml", `title: ${title}`, "title: Inhoud");
    await build();
    await replace("manifest.yaml", "title: Inhoud", "title: Het plan op één bladzijde");
    await build();
    const cold = join(dirname(out), "cold", "out");
    await ivp("build", "--content", folder, "--out", cold, "--format", "html");
    for (const path of await readdir(cold, { recursive: true }))
      if (/\.\w+$/.test(path))
        expect(await readFile(join(out, path), "utf8"), path).toBe(await readFile(join(cold, path), "utf8"));
  });

  test("a file that was changed with its time set back", async () => {
    const { out, build } = await set();
    const path = join(out, "bijlagen/westdorp.html");
    const good = await readFile(path, "utf8");
    const { atime, mtime } = await stat(path);
    await writeFile(path, good.replace("Westdorp", "Oostdorp"));
    await utimes(path, atime, mtime);
    await build();
    expect(await readFile(path, "utf8")).toBe(good);
  });

  test("a page that was spoiled before a build of something else", async () => {
    const { out, build } = await set();
    const path = join(out, "bijlagen/westdorp.html");
    const good = await readFile(path, "utf8");
    await writeFile(path, "kapot");
    expect((await build("--only", "plan")).stderr).toContain("bijlagen/westdorp.html");
    await build();
    expect(await readFile(path, "utf8")).toBe(good);
  });

  test("an entry of the cache in the place of another", async () => {
    const { out, build } = await set();
    const good = await readFile(join(out, "index.html"), "utf8");
    const cache = join(dirname(out), ".ivp-cache");
    const [version = ""] = await readdir(cache);
    const entries = (await readdir(join(cache, version))).filter((name) => /^[0-9a-f]{64}$/.test(name));
    const bytes = await Promise.all(entries.map((name) => readFile(join(cache, version, name))));
    for (const [index, name] of entries.entries())
      await writeFile(join(cache, version, name), bytes[(index + 1) % bytes.length] as Buffer);
    const pages = await Promise.all(
      ["ivp-2025-2028.html", "bijlagen/westdorp.html"].map((path) => readFile(join(out, path), "utf8")),
    );
    await rm(out, { recursive: true });
    expect((await build()).stderr).toContain("beschadigd");
    expect(await readFile(join(out, "index.html"), "utf8")).toBe(good);
    expect(
      await Promise.all(
        ["ivp-2025-2028.html", "bijlagen/westdorp.html"].map((path) => readFile(join(out, path), "utf8")),
      ),
    ).toEqual(pages);
  });
});

test("documents and overviews have the same bytes on another day and another place of the earth, PDFs too", async () => {
  const { folder, replace } = await copyOf("test/fixtures/base");
  const [out, before] = [join(dirname(folder), "out"), join(dirname(folder), "before")];
  const here = await ivp("build", "--content", folder, "--out", out);
  expect(here.code, here.stderr).toBe(0);
  const there = { TZ: "Asia/Tokyo", LANG: "C", LC_ALL: "C" };
  const { code, stdout } = await ivpWith(there, "verify", "--content", folder, "--out", out);
  expect(stdout).toMatch(/^goed \d+ bestanden komen byte voor byte uit de inhoud\.$/m);
  expect(code).toBe(0);
  await cp(folder, before, { recursive: true });
  await replace("municipalities/westdorp.yaml", "aan het water", "aan zee");
  const overviews = ["one", "two"].map((name) => join(dirname(folder), name));
  const told = (to: string) => ["diff", before, folder, "--format", "pdf", "--out", to];
  expect((await ivp(...told(overviews[0] ?? ""))).code).toBe(0);
  expect((await ivpWith(there, ...told(overviews[1] ?? ""))).code).toBe(0);
  const [first, second] = await Promise.all(overviews.map((to) => readFile(join(to, "was-wordt.pdf"))));
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
});

describe("verify looks both ways", () => {
  test("a page whose entry was removed, a file that nothing gives, a tampered index in a mixed folder", {
    timeout: 120_000,
  }, async () => {
    const { out, verify, build } = await set();
    await build("--only", "westdorp", "--format", "pdf");
    const good = await verify();
    expect(good.stdout).toContain("goed");
    expect(good.stdout).toContain("Niet gemaakt in");
    expect(good.code).toBe(0);

    const index = await readFile(join(out, "index.html"), "utf8");
    const tampered = index.replace("</main>", "<p>Erbij</p></main>");
    await writeFile(join(out, "index.html"), tampered);
    const { createHash } = await import("node:crypto");
    await edit(out, (manifest) => {
      const { index: entry } = manifest as unknown as { index: { bytes: number; sha256: string } };
      entry.bytes = Buffer.byteLength(tampered);
      entry.sha256 = createHash("sha256").update(tampered).digest("hex");
    });
    expect(await verify()).toMatchObject({ code: 1, stdout: expect.stringContaining("index.html komt nu anders") });

    await build("--force");
    await edit(out, (manifest) => {
      const { documents } = manifest as unknown as { documents: { id: string }[] };
      documents.splice(
        documents.findIndex(({ id }) => id === "oostdorp"),
        1,
      );
    });
    await writeFile(join(out, "bijlagen/westdorp-oud.html"), "van vroeger");
    const { code, stdout } = await verify();
    expect(code).toBe(1);
    expect(stdout).toContain("bijlagen/oostdorp.html komt niet uit de inhoud");
    expect(stdout).toContain("bijlagen/westdorp-oud.html komt niet uit de inhoud");
  });

  test("an overview of changes is no document, and said not to be compared", async () => {
    const { out, folder, verify, build } = await set();
    await cp(folder, `${folder}-oud`, { recursive: true });
    await ivp("diff", `${folder}-oud`, "--content", folder, "--out", out, "--format", "html");
    await build("--compare", `${folder}-oud`);
    const { code, stdout } = await verify();
    expect(code).toBe(0);
    expect(stdout).toContain("Niet vergeleken: vergelijking/");
    expect(stdout).toContain("was-wordt");
  });

  test("a title or status in the manifest that the content doesn't give", async () => {
    const { out, verify, publish } = await set();
    const text = await readFile(join(out, "manifest.json"), "utf8");
    await writeFile(join(out, "manifest.json"), text.replace('"state": "concept"', '"state": "vastgesteld"'));
    expect(await verify()).toMatchObject({ code: 1, stdout: expect.stringContaining("manifest.json komt nu anders") });
    expect(await publish()).toMatchObject({ code: 2, stderr: expect.stringContaining("is niet zoals ivp het maakte") });
  });
});

describe("a manifest is not trusted", () => {
  const spoil: Readonly<Record<string, (manifest: Record<string, unknown>) => unknown>> = {
    "an id that leads outside": (manifest) => Object.assign(documentIn(manifest), { id: "../../PWNED" }),
    "a path that leads outside": (manifest) => Object.assign(documentIn(manifest), { path: "../PWNED" }),
    "an index elsewhere": (manifest) => Object.assign(manifest.index as object, { path: "../secret.html" }),
    "another index": (manifest) => Object.assign(manifest.index as object, { path: "bijlagen/westdorp.html" }),
    "a file elsewhere": (manifest) => Object.assign(fileIn(manifest), { path: "../secret.html" }),
    "an absolute path": (manifest) => Object.assign(fileIn(manifest), { path: "/etc/passwd.html" }),
    "a file of another document": (manifest) => Object.assign(fileIn(manifest), { path: "bijlagen/westdorp.html" }),
    "a document twice": (manifest) => (manifest.documents as object[]).push(documentIn(manifest)),
    "no documents": (manifest) => Object.assign(manifest, { documents: null }),
    "documents of another kind": (manifest) => Object.assign(manifest, { documents: { length: 1 } }),
    "no source": (manifest) => Object.assign(manifest, { source: undefined }),
    "an odd date": (manifest) => Object.assign(manifest, { date: "gisteren" }),
    "a date that doesn't exist": (manifest) => Object.assign(manifest, { date: "2025-13-45T00:00:00.000Z" }),
    "a list": () => [],
    nothing: () => null,
    "a number": () => 12,
    "a key too many": (manifest) => Object.assign(manifest, { extra: 1 }),
    "a proto": (manifest) => JSON.parse(`{"__proto__": {}, ${JSON.stringify(manifest).slice(1)}`) as unknown,
  };
  const documentIn = (manifest: Record<string, unknown>): object => (manifest.documents as object[])[0] as object;
  const fileIn = (manifest: Record<string, unknown>): object =>
    (documentIn(manifest) as { files: object[] }).files[0] as object;

  test("whatever stands in it: exit 2 for every command that reads it, and nothing outside the folder", {
    timeout: 300_000,
  }, async () => {
    const { out, folder, site, publish, build } = await set();
    const here = dirname(out);
    await writeFile(join(here, "secret.html"), "geheim");
    const good = await readFile(join(out, "manifest.json"), "utf8");
    for (const [name, change] of Object.entries(spoil)) {
      await writeFile(join(out, "manifest.json"), good);
      await edit(out, change);
      const outcomes = await Promise.all([
        publish(),
        build("--only", "westdorp"),
        ivp("merge", out, "--content", folder, "--out", join(here, "merged")),
        ivp("verify", "--content", folder, "--out", out),
      ]);
      for (const { code, stderr } of outcomes) {
        expect(stderr, name).not.toContain("ivp zelf");
        expect(code, `${name}: ${stderr}`).toBe(2);
      }
    }
    for (const text of ["", "{", "\u0000\u0001", '{"documents":'.repeat(1000)]) {
      await writeFile(join(out, "manifest.json"), text);
      expect((await publish()).code, text.slice(0, 20)).toBe(2);
    }
    await rm(join(out, "manifest.json"));
    await mkdir(join(out, "manifest.json"));
    expect((await publish()).code).toBe(2);
    expect((await readdir(here)).filter((name) => !name.startsWith(".")).sort()).toEqual([
      "content",
      "out",
      "secret.html",
    ]);
    await expect(stat(site)).rejects.toThrow();
  });
});

describe("marked documents", () => {
  test("are made beside the others without a cache among them, and not published, merged or verified", async () => {
    const { out, folder, site, build } = await set();
    await cp(folder, `${folder}-oud`, { recursive: true });
    expect((await build("--compare", `${folder}-oud`)).code).toBe(0);
    expect((await readdir(out, { recursive: true })).filter((name) => name.includes(".ivp"))).toEqual([]);
    const marked = join(out, "vergelijking");
    const moved = join(dirname(out), "moved");
    await cp(marked, moved, { recursive: true });
    for (const from of [marked, moved]) {
      for (const command of [
        ["publish", "--out", from, "--to", site],
        ["merge", from, "--out", site],
        ["verify", "--out", from],
      ]) {
        const { code, stderr } = await ivp(...command, "--content", folder);
        expect(stderr).toContain("gemerkt");
        expect(code).toBe(2);
      }
    }
    await expect(readdir(site)).rejects.toThrow();
  });
});

test("publishing again takes away what ivp put there, and nothing else", async () => {
  const { site, publish, build, folder, replace } = await set();
  expect((await publish()).code).toBe(0);
  await writeFile(join(site, "metadata/eigen.json"), "van mij");
  await rename(join(folder, "municipalities/westdorp.yaml"), join(folder, "municipalities/zeedorp.yaml"));
  await replace("municipalities/zeedorp.yaml", "id: westdorp", "id: zeedorp");
  for (const path of await readdir(folder, { recursive: true })) {
    if (!path.endsWith(".yaml")) continue;
    const text = await readFile(join(folder, path), "utf8");
    await writeFile(join(folder, path), text.replaceAll("westdorp", "zeedorp"));
  }
  expect((await build()).code).toBe(0);
  expect((await publish()).code).toBe(0);
  expect((await readdir(join(site, "metadata"))).sort()).toEqual([
    "eigen.json",
    "ivp-2025-2028.json",
    "oostdorp.json",
    "oostdorp.mdto.xml",
    "uvp-2025-2026.json",
    "zeedorp.json",
    "zeedorp.mdto.xml",
  ]);
  expect((await readdir(join(site, "bijlagen"))).sort()).toEqual(["oostdorp.html", "zeedorp.html"]);
});
