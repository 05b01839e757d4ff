import { chown, cp, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyOfPlan, temporaryFolder } from "../setup/content.js";
import { commit, git, initialise } from "../setup/git.js";
import { ivpWith } from "../setup/ivp.js";
import { openPdf } from "../setup/pdf.js";

/** What a build says of the edition: in a document, in the manifest, and to who builds. */
async function edition(content: string, env: Record<string, string> = {}) {
  const out = join(await temporaryFolder(), "out");
  const args = ["build", "--content", content, "--out", out, "--format", "html", "--only", "suderhaven"];
  const { code, stderr } = await ivpWith(env, ...args);
  if (code !== 0) return { code, stderr };
  const html = await readFile(join(out, "bijlagen/suderhaven.html"), "utf8");
  const manifest = JSON.parse(await readFile(join(out, "manifest.json"), "utf8"));
  return { line: /Versie [^.<]*/.exec(html)?.[0], date: manifest.date, ...manifest.source, files: undefined, stderr };
}

/** The content in a folder of a repository with one commit, of 15 January 2019. */
async function recorded() {
  const copy = await copyOfPlan();
  const top = dirname(copy.folder);
  await initialise(top);
  return { ...copy, top, commit: (message: string) => commit(top, message) };
}

const KNOWN = "Versie van 15 januari 2019";
const UNKNOWN = { line: "Versie zonder datum", date: null };

/** Gives the last commit a committer's date of its own, and perhaps other headers. */
async function rewrite(top: string, change: (commit: string) => string): Promise<void> {
  const old = await git(top, "cat-file", "commit", "HEAD");
  await writeFile(join(top, ".git/new-commit"), change(old));
  const hash = (await git(top, "hash-object", "-t", "commit", "-w", "--literally", ".git/new-commit")).trim();
  await git(top, "update-ref", "HEAD", hash);
}

describe("the date is that of the last commit that changed the content", () => {
  test("and stays it when something else is committed later", async () => {
    const { folder, top } = await recorded();
    await writeFile(join(top, "LEESMIJ"), "later");
    await commit(top, "Iets anders");
    await rewrite(top, (text) => text.replace(/(committer .*> )\d+/, "$11700000000"));
    const found = await edition(folder);
    expect(found).toMatchObject({ line: KNOWN, modified: false });
    expect(found.stderr).not.toContain("let op");
  });

  test("whatever the environment says", async () => {
    const { folder } = await recorded();
    const leaked = {
      GIT_DIR: "/nergens",
      GIT_INDEX_FILE: "/nergens",
      GIT_WORK_TREE: "/nergens",
      GIT_CEILING_DIRECTORIES: "/",
      GIT_OBJECT_DIRECTORY: "/nergens",
      GIT_CONFIG_PARAMETERS: "'log.showsignature=true'",
      GIT_CONFIG_GLOBAL: "/nergens",
      GIT_NAMESPACE: "elders",
      GIT_TRACE: "1",
      GIT_ATTR_SOURCE: "HEAD",
      LANG: "de_DE.UTF-8",
      LANGUAGE: "fr",
    };
    for (const env of [leaked, { GIT_DIR: "/nergens" }, { GIT_INDEX_FILE: "/nergens" }])
      expect(await edition(folder, env)).toMatchObject({ line: KNOWN, modified: false });
  });

  test("whatever the repository sets", async () => {
    const { folder, top } = await recorded();
    for (const [name, value] of Object.entries({
      "log.showSignature": "true",
      "log.date": "relative",
      "log.follow": "true",
      "status.showUntrackedFiles": "no",
      "core.quotePath": "true",
      "core.abbrev": "4",
      "core.ignoreStat": "true",
      "color.ui": "always",
      "format.pretty": "oneline",
      "i18n.logOutputEncoding": "UTF-16",
      "diff.ignoreSubmodules": "all",
    }))
      await git(top, "config", name, value);
    expect(await edition(folder)).toMatchObject({ line: KNOWN, modified: false });
    await writeFile(join(folder, "goals.yaml"), `${await readFile(join(folder, "goals.yaml"), "utf8")}# Nieuw.\n`);
    expect(await edition(folder)).toMatchObject({ line: KNOWN, modified: true });
  });

  test("with a signature, whoever checks those", async () => {
    const { folder, top } = await recorded();
    await rewrite(top, (text) =>
      text.replace(
        /^(committer .*)$/m,
        "$1\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n committer X <x> 0 +0000\n -----END PGP SIGNATURE-----",
      ),
    );
    await git(top, "config", "log.showSignature", "true");
    expect(await edition(folder)).toMatchObject({ line: KNOWN });
  });

  test("with thousands of files beside it that git doesn't know", async () => {
    const { folder, top } = await recorded();
    await mkdir(join(top, "los"));
    const names = Array.from({ length: 12_000 }, (_, index) => `${"een-lange-naam-".repeat(8)}${index}`);
    await Promise.all(names.map((name) => writeFile(join(top, "los", name), "")));
    expect(await edition(folder)).toMatchObject({ line: KNOWN, modified: false });
  });

  test("with a file that is there and not committed, the content differs from it", async () => {
    const { folder, write } = await recorded();
    await write("images/los.png", await readFile(join(folder, "images/dijk.png")));
    expect(await edition(folder)).toMatchObject({ line: KNOWN, modified: true });
  });

  test("on a machine that writes lines with CRLF", async () => {
    const { folder } = await recorded();
    const path = join(folder, "goals.yaml");
    await writeFile(path, (await readFile(path, "utf8")).replaceAll("\n", "\r\n"));
    expect(await edition(folder)).toMatchObject({ line: KNOWN, modified: false });
  });

  test("in a folder with any name", async () => {
    const { top, folder } = await recorded();
    const names = [
      "map met spaties",
      "aanhaling\"s'teken",
      "regel\neinde",
      "été",
      "ster*[a]",
      ":(top)x",
      " voor en na ",
      "-C",
    ];
    for (const name of names) await cp(folder, join(top, name, "content"), { recursive: true });
    await commit(top, "Kopieer");
    for (const name of names)
      expect(await edition(join(top, name, "content"))).toMatchObject({ line: KNOWN, modified: false });
  });

  test("in a worktree, a submodule, a detached checkout, behind a link, and with SHA-256", async () => {
    const { top, folder } = await recorded();
    const other = await temporaryFolder();
    await git(top, "worktree", "add", "--quiet", "--detach", join(other, "werk"));
    await git(other, "init", "--quiet", "huis");
    await git(join(other, "huis"), "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", top, "plan");
    await git(other, "init", "--quiet", "--object-format=sha256", "nieuw");
    await git(other, "clone", "--quiet", top, "los");
    await git(join(other, "los"), "checkout", "--quiet", "--detach");
    await rename(join(other, "los/content"), join(other, "nieuw/content"));
    await git(join(other, "los"), "checkout", "--quiet", "--", ".");
    await commit(join(other, "nieuw"), "Begin");
    for (const path of [folder, ...["werk", "huis/plan", "los", "nieuw"].map((name) => join(other, name, "content"))])
      expect(await edition(path)).toMatchObject({ line: KNOWN, modified: false });
  });

  test("not that of a commit that was put in its place, or of a history that was cut", async () => {
    const { top, folder } = await recorded();
    const first = (await git(top, "rev-parse", "HEAD")).trim();
    await writeFile(join(top, "LEESMIJ"), "later");
    const second = await commit(top, "Iets anders");
    await writeFile(
      join(top, ".git/x"),
      (await git(top, "cat-file", "commit", first)).replace(/(committer .*> )\d+/, "$11700000000"),
    );
    await git(top, "replace", first, (await git(top, "hash-object", "-t", "commit", "-w", ".git/x")).trim());
    await mkdir(join(top, ".git/info"), { recursive: true });
    await writeFile(join(top, ".git/info/grafts"), `${second}\n`);
    expect(await edition(folder)).toMatchObject({ line: KNOWN, revision: first, modified: false });
  });

  test("SOURCE_DATE_EPOCH goes before it, and is a moment", async () => {
    const { folder } = await recorded();
    expect(await edition(folder, { SOURCE_DATE_EPOCH: "1544659200" })).toMatchObject({
      line: "Versie van 13 december 2018",
    });
    for (const odd of ["gisteren", "-1", "1e9", "99999999999999", "12.5"]) {
      const { code, stderr } = await edition(folder, { SOURCE_DATE_EPOCH: odd });
      expect(code).toBe(2);
      expect(stderr).toContain(`SOURCE_DATE_EPOCH is “${odd}”`);
    }
  });
});

describe("a date that can't be known isn't made up, and who builds is told why", () => {
  const untold = async (content: string, env: Record<string, string>, ...texts: string[]) => {
    const found = await edition(content, env);
    expect(found).toMatchObject(UNKNOWN);
    for (const text of texts) expect(found.stderr).toContain(text);
    const dated = await edition(content, { ...env, SOURCE_DATE_EPOCH: "1544659200" });
    expect(dated).toMatchObject({ line: "Versie van 13 december 2018" });
    expect(dated.stderr).not.toContain("geen datum van de versie");
  };

  test("without git", async () => untold((await recorded()).folder, { PATH: "" }, "git is er niet", "Installeer git"));

  test("outside any repository", async () =>
    untold((await copyOfPlan()).folder, {}, "staat niet in een git-repository"));

  test("and a PDF then has no dates either", async () => {
    const { folder, append } = await copyOfPlan();
    const out = join(dirname(folder), "out");
    await append("plan.yaml", "publication:\n  category: overige besluiten van algemene strekking\n");
    await ivpWith({}, "build", "--content", folder, "--out", out, "--only", "suderhaven");
    const { info } = await (await openPdf(join(out, "bijlagen/suderhaven.pdf"))).getMetadata();
    expect(info).toMatchObject({ Title: "Lokale bijlage Súderhaven" });
    expect(Object.keys(info)).not.toContain("CreationDate");
    expect(Object.keys(info)).not.toContain("ModDate");
    const verified = await ivpWith({}, "verify", "--content", folder, "--out", out);
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.stderr).not.toContain("geen datum van de versie");
    await ivpWith(
      {},
      "publish",
      "--content",
      folder,
      "--out",
      out,
      "--to",
      join(dirname(folder), "web"),
      "--url",
      "https://example.org/",
    );
    const web = join(dirname(folder), "web");
    const record = JSON.parse(await readFile(join(web, "metadata/suderhaven.json"), "utf8"));
    expect(record.created).toEqual({ open: "de datum van de versie" });
    expect(await readdir(join(web, "metadata"))).not.toContain("suderhaven.xml");
    expect(await readFile(join(web, "sitemapindex-diwoo-infocat002.xml"), "utf8")).not.toContain("lastmod");
    expect(await readFile(join(web, "sitemap-diwoo-infocat002-1.xml"), "utf8")).not.toContain("lastmod");
  });

  test("before the first commit", async () => {
    const { folder } = await copyOfPlan();
    await git(folder, "init", "--quiet");
    await untold(folder, {}, "nog niets vastgelegd", "git commit");
  });

  test("when the repository leaves the content out", async () => {
    const { folder } = await copyOfPlan();
    await writeFile(join(dirname(folder), ".gitignore"), "content\n");
    await initialise(dirname(folder));
    await untold(folder, {}, "staat in geen enkele commit", ".gitignore");
  });

  test("in a shallow clone of which the oldest commit may not have changed the content", async () => {
    const { top } = await recorded();
    await writeFile(join(top, "LEESMIJ"), "later");
    await commit(top, "Iets anders");
    const other = await temporaryFolder();
    await git(other, "clone", "--quiet", "--depth=1", `file://${top}`, "kopie");
    await untold(join(other, "kopie/content"), {}, "ondiepe kopie", "git fetch --unshallow");
    await git(join(other, "kopie"), "fetch", "--quiet", "--unshallow");
    expect(await edition(join(other, "kopie/content"))).toMatchObject({ line: KNOWN });
    // A later fetch may cut what is there already: the commits are there, and git doesn't look at them.
    await git(join(other, "kopie"), "fetch", "--quiet", "--depth=1");
    await untold(join(other, "kopie/content"), {}, "ondiepe kopie");
  });

  test("but a shallow clone that has the last change knows it", async () => {
    const { top, append } = await recorded();
    await append("goals.yaml", "# Nieuw.\n");
    await commit(top, "Wijzig de inhoud");
    await writeFile(join(top, "LEESMIJ"), "later");
    await commit(top, "Iets anders");
    const other = await temporaryFolder();
    await git(other, "clone", "--quiet", "--depth=3", `file://${top}`, "kopie");
    expect(await edition(join(other, "kopie/content"))).toMatchObject({ line: KNOWN });
  });

  test.skipIf(process.getuid?.() !== 0)("in the repository of someone else", async () => {
    const { top, folder } = await recorded();
    for (const name of ["", ".git", "content"]) await chown(join(top, name), 12345, 12345);
    const home = await temporaryFolder();
    await untold(folder, { HOME: home, XDG_CONFIG_HOME: home }, "van een andere gebruiker", "safe.directory");
    await writeFile(join(home, ".gitconfig"), "[safe]\n\tdirectory = *\n");
    expect(await edition(folder, { HOME: home, XDG_CONFIG_HOME: home })).toMatchObject({ line: KNOWN });
  });

  test("in a damaged repository, or with a commit of no moment", async () => {
    const odd = await recorded();
    await rewrite(odd.top, (text) => text.replace(/(committer .*> )\d+/, "$199999999999999"));
    await untold(odd.folder, {}, "geen geldige datum");
    const { top, folder } = await recorded();
    await writeFile(join(top, ".git/config"), "[core\n");
    await untold(folder, {}, "git kan de repository");
  });

  test("in a partial clone that hasn't what is asked", async () => {
    const { top } = await recorded();
    await git(top, "config", "uploadpack.allowFilter", "true");
    const other = await temporaryFolder();
    await git(other, "clone", "--quiet", "--filter=tree:0", "--no-checkout", `file://${top}`, "kopie");
    const { folder } = await copyOfPlan();
    await rename(folder, join(other, "kopie/content"));
    await untold(join(other, "kopie/content"), {}, "ontbreekt een deel", "--filter");
  });
});

describe("reading git", () => {
  test("runs nothing that the repository sets, and writes nothing", async () => {
    const { top, folder, replace } = await recorded();
    const marks = await temporaryFolder();
    const program = join(marks, "program");
    const planted = join(marks, "planted");
    await writeFile(program, `#!/bin/sh\necho "$0 $*" >> ${planted}\n`, { mode: 0o755 });
    const settings = [
      ..."core.fsmonitor core.pager core.editor core.askPass core.sshCommand core.gitProxy core.alternateRefsCommand".split(
        " ",
      ),
      ..."diff.external gpg.program gpg.ssh.program credential.helper sequence.editor interactive.diffFilter".split(
        " ",
      ),
      ..."filter.x.clean filter.x.smudge filter.x.process diff.x.textconv diff.x.command merge.x.driver".split(" "),
      ..."pager.log pager.rev-list pager.cat-file trailer.Reden.command trailer.Reden.cmd uploadpack.packObjectsHook".split(
        " ",
      ),
    ];
    for (const name of settings) await git(top, "config", name, program);
    for (const name of ["log", "rev-list", "rev-parse", "cat-file", "status"])
      await git(top, "config", `alias.${name}`, `!${program}`);
    for (const [name, value] of [
      ["filter.x.required", "true"],
      ["log.showSignature", "true"],
      ["extensions.partialClone", "ver"],
      ["remote.ver.promisor", "true"],
      ["remote.ver.url", `ext::${program} %S`],
      ["protocol.ext.allow", "always"],
      ["protocol.allow", "always"],
      ["core.repositoryFormatVersion", "1"],
    ])
      await git(top, "config", name ?? "", value ?? "");
    await mkdir(join(top, ".git/info"), { recursive: true });
    await writeFile(join(top, ".git/info/attributes"), "* filter=x diff=x merge=x\n");
    await mkdir(join(top, ".git/hooks"), { recursive: true });
    for (const name of "post-index-change post-checkout reference-transaction fsmonitor-watchman pre-auto-gc".split(
      " ",
    ))
      await writeFile(join(top, ".git/hooks", name), await readFile(program), { mode: 0o755 });
    await replace("vision.yaml", "title: ", "title: Onze ");
    const before = await stateOf(top);
    for (const [command, ...args] of [
      ["build", "--format", "html", "--out", join(marks, "out")],
      ["build", "--format", "html", "--out", join(marks, "out"), "--compare", "HEAD"],
      ["verify", "--out", join(marks, "out")],
      ["check"],
      ["diff"],
      ["diff", "HEAD"],
      ["diff", "onbekend"],
      ["diff", "0123456789012345678901234567890123456789"],
    ])
      await ivpWith({}, command ?? "", ...args, "--content", folder);
    // What is missing isn't fetched either.
    const blob = (await git(top, "rev-parse", "HEAD:content/goals.yaml")).trim();
    await rename(join(top, ".git/objects", blob.slice(0, 2), blob.slice(2)), join(marks, "blob"));
    const { code, stderr } = await ivpWith({}, "diff", "HEAD", "--content", folder);
    expect(code).toBe(3);
    expect(stderr).toContain("ontbreekt een deel");
    await rename(join(marks, "blob"), join(top, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    expect(await readdir(marks)).not.toContain("planted");
    expect(await stateOf(top)).toEqual(before);
    // What was planted does work.
    await git(top, "status").catch(() => undefined);
    expect(await readdir(marks)).toContain("planted");
  });
});

/** Every file in the folder of git, with what is in it. */
async function stateOf(top: string): Promise<string[]> {
  const entries = await readdir(join(top, ".git"), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.sort().map(async (path) => `${path} ${(await readFile(path)).toString("base64")}`));
}
