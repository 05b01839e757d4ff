/** What the machine and those who share it do to a folder of documents, and `ivp build --watch` in it. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { copyOf, temporaryFolder } from "../setup/content.js";
import { filesIn } from "../setup/files.js";
import { git, initialise } from "../setup/git.js";
import { ivpProcess, root } from "../setup/ivp.js";

/** Whether this machine lets us run a command that takes rights. */
function can(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function place() {
  const copy = await copyOf("test/fixtures/base");
  const out = join(dirname(copy.folder), "out");
  const build = () => ivpProcess("build", "--content", copy.folder, "--out", out, "--format", "html");
  return { ...copy, out, build };
}

test("a file of someone else is told before anything is made", async () => {
  const { folder, out } = await place();
  await mkdir(join(out, "bijlagen"), { recursive: true });
  await writeFile(join(out, "bijlagen/westdorp.pdf"), "van mij");
  // Who had begun to print would find that this is no browser.
  const { code, stderr } = await ivpProcess("build", "--content", folder, "--out", out, "--browser", process.execPath);
  expect(stderr).toContain("bijlagen/westdorp.pdf");
  expect(code).toBe(2);
});

test("an overview that ivp didn't make is not replaced, unless forced", async () => {
  const { folder, out, replace } = await place();
  const before = join(root, "test/fixtures/base");
  await replace("plan.yaml", "slogan: Veilig in Proefland", "slogan: Alles wordt anders");
  const diff = (...more: string[]) =>
    ivpProcess("diff", before, folder, "--content", folder, "--out", out, "--format", "html", ...more);
  await mkdir(out);
  await writeFile(join(out, "was-wordt.html"), "van mij");
  const refused = await diff();
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("was-wordt.html");
  expect(await readFile(join(out, "was-wordt.html"), "utf8")).toBe("van mij");
  expect((await diff("--force")).code).toBe(0);
  expect((await diff()).code).toBe(0);
  expect(await readFile(join(out, "was-wordt.html"), "utf8")).toContain("Alles wordt anders");
});

test("a folder far below a file is wrong use", async () => {
  const { folder } = await place();
  const { code, stderr } = await ivpProcess("build", "--content", folder, "--out", join(folder, "plan.yaml/a/b/out"));
  expect(code).toBe(2);
  expect(stderr).toContain("ligt in een bestand");
});

test("what another command takes is never offered", async () => {
  const { code, stderr } = await ivpProcess("list", "--out", "x");
  expect(code).toBe(2);
  expect(stderr).not.toContain("Bedoelde u --out");
});

test("a file that the system holds fast: told which, and the folder is as it was", async ({ skip }) => {
  const here = await place();
  await here.build();
  const held = join(here.out, "bijlagen/westdorp.html");
  if (!can("chattr", "+i", held)) skip();
  onTestFinished(() => void can("chattr", "-i", held));
  const before = await filesIn(here.out);
  await here.replace("plan.yaml", "slogan: Veilig in Proefland", "slogan: Alles wordt anders");
  const { code, stderr } = await here.build();
  expect(code).toBe(3);
  expect(stderr).toContain("bijlagen/westdorp.html is niet te vervangen");
  expect(await filesIn(here.out)).toEqual(before);
});

test("a read-only file that ivp made is replaced", async () => {
  const here = await place();
  await here.build();
  await chmod(join(here.out, "index.html"), 0o444);
  await here.replace("plan.yaml", "slogan: Veilig in Proefland", "slogan: Alles wordt anders");
  expect((await here.build()).code).toBe(0);
  expect(await readFile(join(here.out, "index.html"), "utf8")).toContain("Alles wordt anders");
});

test("a full disk: told, and nothing is left", async ({ skip }) => {
  const { folder } = await place();
  const disk = await temporaryFolder();
  if (!can("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk)) skip();
  onTestFinished(() => void can("umount", disk));
  const { code, stderr } = await ivpProcess(
    "build",
    "--content",
    folder,
    "--out",
    join(disk, "out"),
    "--format",
    "html",
  );
  expect(code).toBe(3);
  expect(stderr).toContain("ENOSPC");
  expect((await readdir(disk)).filter((name) => name !== ".ivp-cache")).toEqual([]);
});

test("--watch: a change, a mistake, the mend, and Ctrl+C", async () => {
  const { folder, out, replace } = await place();
  const args = ["build", "--watch", "--content", folder, "--out", out, "--format", "html"];
  const child = spawn(process.execPath, [join(root, "bin/ivp.js"), ...args]);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  let text = "";
  child.stderr.on("data", (data: Buffer) => {
    text += data.toString();
  });
  const told = async (words: string): Promise<void> => {
    while (!text.includes(words)) await new Promise((resolve) => setTimeout(resolve, 50));
    text = "";
  };
  const index = () => readFile(join(out, "index.html"), "utf8");
  await told("Ctrl+C");
  await replace("plan.yaml", "Veilig in Proefland", "Alles wordt anders");
  await told("klaar");
  expect(await index()).toContain("Alles wordt anders");
  await replace("plan.yaml", "slogan: Alles wordt anders", "slogan: [");
  await told("is niet gewijzigd");
  expect(await index()).toContain("Alles wordt anders");
  await replace("plan.yaml", "slogan: [", "slogan: Weer goed");
  await told("klaar");
  expect(await index()).toContain("Weer goed");
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("serve shows the edition of the content as it is now", async () => {
  const { folder, append } = await place();
  await initialise(dirname(folder));
  const child = spawn(process.execPath, [join(root, "bin/ivp.js"), "serve", "--port", "0", "--content", folder]);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const address = await new Promise<string>((resolve) => {
    child.stdout.on("data", (data: Buffer) => {
      const [found] = /http:\S+/.exec(data.toString()) ?? [];
      if (found) resolve(found);
    });
  });
  const until = async (words: string): Promise<void> => {
    while (!(await (await fetch(`${address}ivp-2025-2028.html`)).text()).includes(words))
      await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await until("15 januari 2019");
  await append("plan.yaml", "# later\n");
  execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qam", "later"], {
    cwd: folder,
    env: { ...process.env, GIT_COMMITTER_DATE: "2031-05-06T12:00:00Z" },
  });
  // A commit changes no file of the content.
  await until("6 mei 2031");
  await append("plan.yaml", "# nog later\n");
  await git(folder, "checkout", "-q", "-f", "HEAD~1");
  await until("15 januari 2019");
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("output that can't be written, a value that is empty, a pipe for a file: told, and it ends", async ({ skip }) => {
  for (const args of [
    ["diff", ""],
    ["list", "--content="],
    ["build", "--only", ""],
    ["extract", ""],
  ])
    expect(await ivpProcess(...args)).toMatchObject({ code: 2, stdout: "" });
  const { out, build } = await place();
  await mkdir(out);
  if (!can("mkfifo", join(out, "manifest.json")) || !can("test", "-c", "/dev/full")) skip();
  expect(await build()).toMatchObject({ code: 2 });
  expect(await ivpProcess("extract", join(out, "manifest.json"))).toMatchObject({ code: 2 });
  const list = spawnSync(
    "sh",
    ["-c", '"$0" bin/ivp.js list --content test/fixtures/base > /dev/full', process.execPath],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  expect(list.status).toBe(3);
  expect(list.stderr).toContain("De uitvoer is niet te schrijven (ENOSPC)");
  expect(list.stderr).not.toContain("at ");
});

test("a PDF without anything in it carries no data", async () => {
  const path = join(await temporaryFolder(), "leeg.pdf");
  await writeFile(path, "%PDF-1.4\n%%EOF");
  const { code, stderr } = await ivpProcess("extract", path);
  expect(code).toBe(2);
  expect(stderr).toContain("zitten geen gegevens van ivp");
});
