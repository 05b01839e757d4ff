import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../setup/content.js";
import { ivpWith, type Outcome, root } from "../setup/ivp.js";
import { emptyMachine, type Machine } from "../setup/machine.js";

const isRoot = process.getuid?.() === 0;
/** Somebody else, who owns nothing that we need. */
const OTHER = 12345;

/** Whether somebody else may read this checkout and the temporary files. */
const othersReach = (() => {
  try {
    const user = ["--reuid", `${OTHER}`, "--regid", `${OTHER}`, "--clear-groups"];
    execFileSync("setpriv", [...user, "ls", join(root, "bin/ivp.js"), tmpdir()], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** For what unpacks a browser time and again. */
const LONG = { timeout: 180_000 };

const pdfArgs = (out: string) => ["build", "--content", join(root, "test/plan"), "--out", out, "--only", "plan"];

/** Makes one PDF on a machine. */
async function makePdf(env: Readonly<Record<string, string>>): Promise<Outcome> {
  return ivpWith(env, ...pdfArgs(join(await temporaryFolder(), "out")), "--format", "pdf");
}

/** Where a machine keeps the browser that it unpacked. */
async function browserOf({ cache }: Machine): Promise<string> {
  const [name = ""] = await readdir(join(cache, "ivp"));
  return join(cache, "ivp", name);
}

/** A program that takes the place of the browser. */
async function script(text: string): Promise<string> {
  const path = join(await temporaryFolder(), "browser");
  await writeFile(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return path;
}

describe.skipIf(process.env.IVP_BROWSER)("the browser in the cache", () => {
  test(
    "is unpacked again when it is cut off, damaged, gone in part or not executable, and then kept",
    LONG,
    async () => {
      const machine = await emptyMachine();
      expect((await makePdf(machine.env)).code).toBe(0);
      const folder = await browserOf(machine);
      const program = join(folder, "chromium");
      const whole = await lstat(program);
      const harms: Record<string, () => Promise<void>> = {
        "cut off": () => truncate(program, 1000),
        damaged: () => writeFile(program, Buffer.alloc(5000, 7), { flag: "r+" }),
        "without fonts": () => rm(join(folder, "fonts"), { recursive: true }),
        "not executable": () => chmod(program, 0o644),
      };
      for (const [name, harm] of Object.entries(harms)) {
        await harm();
        const { code, stderr } = await makePdf(machine.env);
        expect(code, `${name}: ${stderr}`).toBe(0);
        expect((await lstat(program)).size, name).toBe(whole.size);
      }
      const { ino } = await lstat(program);
      expect((await makePdf(machine.env)).code).toBe(0);
      expect((await lstat(program)).ino).toBe(ino);
      // Nothing of what was in the way is left.
      expect(await readdir(join(machine.cache, "ivp"))).toHaveLength(1);
    },
  );

  test("is unpacked again when only starting it shows that it is damaged", async () => {
    const machine = await emptyMachine();
    expect((await makePdf(machine.env)).code).toBe(0);
    const program = join(await browserOf(machine), "chromium");
    execFileSync("cp", ["--preserve=all", program, `${program}.ref`]);
    await writeFile(program, Buffer.alloc(5000, 7), { flag: "r+" });
    execFileSync("touch", ["-r", `${program}.ref`, program]);
    const { code, stderr } = await makePdf(machine.env);
    expect(code, stderr).toBe(0);
  });

  /** What somebody else laid ready: a browser that tells that it ran. */
  async function plant(folder: string, mark: string): Promise<void> {
    const source = join(root, "node_modules/@sparticuz/chromium/package.json");
    const { version } = JSON.parse(await readFile(source, "utf8")) as { version: string };
    const planted = join(folder, `chromium-${version}`);
    await mkdir(planted, { recursive: true });
    await writeFile(join(planted, "chromium"), `#!/bin/sh\necho ran > '${mark}'\n`, { mode: 0o755 });
  }

  test.runIf(isRoot)("of somebody else, or where others can write, is never run", async () => {
    const machine = await emptyMachine();
    const mark = join(await temporaryFolder(), "mark");
    const { temporary, cache, home } = machine;
    for (const folder of [join(temporary, "ivp-0"), join(temporary, "ivp-0-planted"), join(cache, "ivp")]) {
      await plant(folder, mark);
      execFileSync("chown", ["-R", `${OTHER}`, folder]);
    }
    // A link to one, a folder that everyone can write in, and one in somebody else's home.
    await symlink(join(cache, "ivp"), join(temporary, "ivp-0-link"));
    await plant(join(temporary, "ivp-0-open"), mark);
    await chmod(join(temporary, "ivp-0-open"), 0o777);
    await plant(join(home, ".cache/ivp"), mark);
    await chown(home, OTHER, OTHER);
    const { code, stderr } = await makePdf(machine.env);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("kunnen ook anderen schrijven");
    expect(existsSync(mark)).toBe(false);
    const own = (await readdir(temporary)).filter((name) => !/planted|link|open|^ivp-0$/.test(name));
    expect(own).toHaveLength(1);
    // The next run finds it there.
    expect((await makePdf(machine.env)).code).toBe(0);
    expect(await readdir(temporary)).toHaveLength(5);
  });

  test.runIf(isRoot && othersReach)("works for an ordinary user, with its sandbox on", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ivp-user-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await chown(folder, OTHER, OTHER);
    const user = ["--reuid", `${OTHER}`, "--regid", `${OTHER}`, "--clear-groups"];
    const command = [process.execPath, join(root, "bin/ivp.js"), ...pdfArgs(join(folder, "out"))];
    const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: folder };
    execFileSync("setpriv", [...user, ...command], { env, cwd: folder, stdio: "pipe" });
    expect((await readdir(join(folder, "out"))).some((name) => name.endsWith(".pdf"))).toBe(true);
  });
});

/** A file system of its own, where that can be made. */
async function mounted(options: string): Promise<string> {
  const folder = await temporaryFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  onTestFinished(() => {
    execFileSync("umount", ["-l", folder]);
  });
  return folder;
}

const canMount = (() => {
  try {
    execFileSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" });
    return isRoot;
  } catch {
    return false;
  }
})();

describe("a machine that can't says why, with exit code 3", () => {
  const places = (folder: string) => ({ HOME: folder, XDG_CACHE_HOME: join(folder, "c"), TMPDIR: folder });

  async function refuses(env: Readonly<Record<string, string>>, ...reasons: string[]): Promise<void> {
    const { code, stderr } = await makePdf(env);
    expect(code, stderr).toBe(3);
    for (const reason of reasons) expect(stderr).toContain(reason);
    expect(stderr).not.toContain("in ivp zelf");
  }

  test("no folder for temporary files", async () => {
    await refuses({ ...(await emptyMachine()).env, TMPDIR: "/nergens" }, "/nergens", "ENOENT");
  });

  test("nowhere to unpack the browser: /proc, a device", async () => {
    await refuses(
      { HOME: "/dev/null", XDG_CACHE_HOME: "/proc", TMPDIR: "/nergens" },
      "/proc/ivp",
      "/dev/null/.cache/ivp",
      "/nergens",
    );
  });

  test("nowhere to put the documents", async () => {
    const { code, stderr } = await ivpWith({}, ...pdfArgs("/proc/x/out"), "--format", "html");
    expect(code, stderr).toBe(3);
    expect(stderr).toContain("/proc/x/out");
  });

  test("/proc as the cache alone is no reason to stop", async () => {
    const { code, stderr } = await makePdf({ ...(await emptyMachine()).env, XDG_CACHE_HOME: "/proc" });
    expect(code, stderr).toBe(0);
  });

  test.runIf(canMount)("a disk that is full while the browser is unpacked, and when it starts", async () => {
    const folder = await mounted("size=50m");
    await refuses(places(folder), "de schijf is vol (ENOSPC)");
    expect((await readdir(folder)).filter((name) => name.startsWith("unpacking"))).toEqual([]);
    execFileSync("dd", ["if=/dev/zero", `of=${join(folder, "fill")}`, "bs=1M", "count=48"], { stdio: "ignore" });
    await refuses({ TMPDIR: folder }, "de schijf is vol (ENOSPC)", folder);
  });

  test.runIf(canMount)("a disk from which no program may start", async () => {
    await refuses(places(await mounted("size=600m,noexec")), "noexec");
  });

  test("a browser that isn't there, is no program, or is one that stops at once", async () => {
    await refuses({ IVP_BROWSER: "/nergens/chrome" }, "/nergens/chrome", "ENOENT");
    await refuses({ IVP_BROWSER: tmpdir() }, "dat is geen programma");
    await refuses({ IVP_BROWSER: join(root, "package.json") }, "EACCES");
    await refuses({ IVP_BROWSER: await script("exit 1") }, "hij stopte meteen");
    await refuses({ IVP_BROWSER: await script("echo 'geen zin' >&2; exit 1") }, "geen zin");
    await refuses(
      { IVP_BROWSER: await script("echo 'x: error while loading shared libraries: libx.so: no' >&2") },
      "libx.so",
    );
  });

  test("a browser that is no program is never read as commands", async () => {
    const folder = await temporaryFolder();
    const [path, mark] = [join(folder, "browser"), join(folder, "mark")];
    await writeFile(path, `echo ran > '${mark}'\n`, { mode: 0o755 });
    await refuses({ IVP_BROWSER: path }, "het is geen programma");
    expect(existsSync(mark)).toBe(false);
  });

  test("a browser that says nothing, after half a minute", { timeout: 90_000 }, async () => {
    await refuses({ IVP_BROWSER: await script("exec sleep 600") }, "hij antwoordt niet");
  });
});

describe("who stops a build leaves nothing behind", () => {
  /** Starts a build, and stops it as soon as a file is there. */
  async function stopped(env: Record<string, string>, signal: NodeJS.Signals, until: () => Promise<boolean>) {
    const child = spawn(
      process.execPath,
      [join(root, "bin/ivp.js"), ...pdfArgs(join(await temporaryFolder(), "out"))],
      {
        stdio: "ignore",
        env: { ...process.env, ...env },
      },
    );
    await expect.poll(until, { timeout: 20_000 }).toBe(true);
    child.kill(signal);
    await new Promise((resolve) => child.once("close", resolve));
  }

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s, while the browser doesn't answer", async (signal) => {
    const { env, temporary } = await emptyMachine();
    const folder = await temporaryFolder();
    const browser = await script(
      `echo $$ > '${folder}/pid.new'; mv '${folder}/pid.new' '${folder}/pid'; exec sleep 600`,
    );
    await stopped({ ...env, IVP_BROWSER: browser }, signal, async () => existsSync(join(folder, "pid")));
    expect(await readdir(temporary)).toEqual([]);
    const pid = Number(await readFile(join(folder, "pid"), "utf8"));
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  test("kill -9: the next start clears up, and leaves what is another's", async () => {
    const { env, temporary } = await emptyMachine();
    expect((await makePdf(env)).code).toBe(0);
    await stopped(env, "SIGKILL", async () =>
      (await readdir(temporary)).some((name) => name.startsWith("ivp-browser")),
    );
    expect(await readdir(temporary)).not.toEqual([]);
    const [left = ""] = await readdir(temporary);
    // As another container on the same disk would have it. No copy: the browser that was left behind may still be ending.
    const elsewhere = left.replace(/^(ivp-browser)-[0-9a-f]+/, "$1-00000000");
    await mkdir(join(temporary, elsewhere, "Default"), { recursive: true });
    expect((await makePdf(env)).code).toBe(0);
    expect(await readdir(temporary)).toEqual([elsewhere]);
  });
});
