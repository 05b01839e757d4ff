import { execFileSync, spawn } from "node:child_process";
import { cp, rename, rm } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type TestBrowser } from "../setup/browser.js";
import { type Copy, copyOf, copyOfPlan } from "../setup/content.js";
import { root } from "../setup/ivp.js";

interface Running {
  readonly address: string;
  readonly stop: () => Promise<number | null>;
  readonly messages: () => string;
}

/** `ivp serve` as a process of its own. */
const serve = (...args: string[]): Promise<Running> => run(process.execPath, [`${root}/bin/ivp.js`, "serve", ...args]);

const run = (program: string, args: readonly string[]): Promise<Running> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root });
    let text = "";
    const ended = new Promise<number | null>((done) => child.on("close", done));
    const read = (data: Buffer): void => {
      text += data.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(text) ?? [];
      if (address)
        resolve({
          address,
          messages: () => text,
          stop: () => {
            child.kill("SIGINT");
            return ended;
          },
        });
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then((code) => reject(new Error(`serve ended with ${code}:\n${text}`)));
  });

/** What the server answers to a path as it is written, with a Host header of choice. */
const ask = (
  address: string,
  path: string,
  host?: string,
): Promise<{ status: number; body: string; type: string; headers: Readonly<Record<string, unknown>> }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, headers: host ? { host } : {} }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString("latin1"),
          type: response.headers["content-type"] ?? "",
          headers: response.headers,
        }),
      );
    })
      .on("error", reject)
      .end();
  });

let content: Copy;
let running: Running;
let browser: TestBrowser;
const cleaning: (() => Promise<void>)[] = [];
beforeAll(async () => {
  content = await copyOfPlan((clean) => cleaning.push(clean));
  // Without the one warning, which would be shown over every page.
  await content.replace("programmes/2025-2026.yaml", "measures: [evening-rounds]", "measures: [evening-rounds, locks]");
  running = await serve(
    "--content",
    content.folder,
    "--port",
    "0",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  );
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  expect(await running.stop()).toBe(0);
  for (const clean of cleaning) await clean();
});

describe("ivp serve", () => {
  test("shows the index and every document, HTML and PDF", async () => {
    const index = await ask(running.address, "/");
    expect(index.status).toBe(200);
    for (const [, path] of index.body.matchAll(/href="([^"#]+\.html)"/g))
      expect((await ask(running.address, `/${path}`)).status, path).toBe(200);
    const pdf = await ask(running.address, "/bijlagen/s-zoutendam.pdf");
    expect(pdf.type).toBe("application/pdf");
    expect(pdf.body.startsWith("%PDF-1.")).toBe(true);
  });

  test("leads to no file, whatever the path says", async () => {
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/..%2fpackage.json",
      "//etc/passwd",
      "/content/plan.yaml",
      "/bijlagen/../plan.yaml",
      "/manifest.json",
    ])
      expect((await ask(running.address, path)).status, path).toBe(404);
  });

  test("answers only to its own name", async () => {
    const { port } = new URL(running.address);
    expect((await ask(running.address, "/", `localhost:${port}`)).status).toBe(200);
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1:1"])
      expect((await ask(running.address, "/", host)).status, host).toBe(403);
  });

  test("a port in use: the next one, and a message", async () => {
    const { port } = new URL(running.address);
    const second = await serve("--content", content.folder, "--port", port);
    expect(second.address).not.toBe(running.address);
    expect(second.messages()).toContain(`Poort ${port} is in gebruik`);
    await second.stop();
  });

  test("follows what is written: the page in place, problems over the last good version", async () => {
    const page = await browser.visit(`${running.address}ivp-2025-2028.html`, { width: 1280 });
    await page.waitForFunction("document.readyState === 'complete'");
    await page.evaluate("window.scrollTo(0, 2000)");
    await content.append("vision.yaml", "\n  Dit schreven wij zojuist.\n");
    await page.waitForFunction("document.body.textContent.includes('Dit schreven wij zojuist')");
    expect(await page.evaluate("Math.round(scrollY)")).toBe(2000);

    await content.append("vision.yaml", "  Zie [[term:nergens]].\n");
    await page.waitForFunction("document.querySelector('[role=status]')?.textContent.includes('nergens')");
    const shown = (await page.evaluate("document.querySelector('[role=status]').textContent")) as string;
    expect(shown).toMatch(/laatste goede versie.*vision\.yaml:\d+:\d+ IVP301.*\^\^\^/s);
    expect(await page.evaluate("document.querySelector('main').textContent.includes('Dit schreven wij zojuist')")).toBe(
      true,
    );

    await content.replace("vision.yaml", "  Zie [[term:nergens]].\n", "");
    await page.waitForFunction("!document.querySelector('[role=status]')");
    await page.close();
  });
});

describe("ivp serve goes on", () => {
  /** Asks until the page says something; the test's own limit ends it. */
  const until = async (address: string, text: string, path = "/ivp-2025-2028.html"): Promise<void> => {
    while (
      !Buffer.from((await ask(address, path)).body, "latin1")
        .toString()
        .includes(text)
    )
      await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const started = async (own: Copy): Promise<Running> => serve("--content", own.folder, "--port", "0");

  test("on content with errors: every page tells them, and the documents come as soon as they can be made", async () => {
    const own = await copyOf("test/fixtures/base");
    await own.append("vision.yaml", "  Zie [[term:nergens]] en <b>*dit*</b>.\n");
    const { address, stop } = await started(own);
    for (const path of ["/", "/ivp-2025-2028.html", "/bijlagen/westdorp.html"]) {
      const { status, body } = await ask(address, path);
      expect(status).toBe(200);
      expect(body).toMatch(/vision\.yaml:\d+:\d+ IVP301/);
    }
    const page = await browser.visit(`${address}bijlagen/westdorp.html`, { width: 1280 });
    await own.replace("vision.yaml", "  Zie [[term:nergens]] en <b>*dit*</b>.\n", "");
    await page.waitForFunction("document.title.includes('Westdorp')");
    await page.close();
    expect(await stop()).toBe(0);
  });

  test("when the content folder was away, or another one came in its place", async () => {
    const own = await copyOf("test/fixtures/base");
    const { address, stop, messages } = await started(own);
    await rename(own.folder, `${own.folder}-2`);
    while (!messages().includes("is er even niet")) await new Promise((resolve) => setTimeout(resolve, 50));
    await until(address, "Veilig in Proefland");
    await rename(`${own.folder}-2`, own.folder);
    await own.replace("plan.yaml", "Veilig in Proefland", "Terug van weggeweest");
    await until(address, "Terug van weggeweest");
    await rm(own.folder, { recursive: true });
    await cp(join(root, "test/fixtures/base"), own.folder, { recursive: true });
    await until(address, "Veilig in Proefland");
    await own.replace("plan.yaml", "Veilig in Proefland", "Nog een keer");
    await until(address, "Nog een keer");
    expect(await stop()).toBe(0);
  });

  test("on content that nobody can follow, and after it", async () => {
    const own = await copyOf("test/fixtures/base");
    const { address, stop } = await started(own);
    const terms = Array.from(
      { length: 5000 },
      (_, index) => `  - id: t${index}\n    term: t${index}\n    meaning: Zie [[term:t${index + 1}]].\n`,
    );
    await own.append("glossary.yaml", terms.join(""));
    await own.write("vision.yaml", Array.from({ length: 20_000 }, () => "dubbel: 1\n").join(""));
    await cp(join(root, "test/fixtures/base"), own.folder, { recursive: true, force: true });
    await own.replace("plan.yaml", "Veilig in Proefland", "Weer gewoon");
    await until(address, "Weer gewoon");
    expect(await stop()).toBe(0);
  });

  const ownLimits = ((): boolean => {
    try {
      execFileSync("unshare", ["-Ur", "sh", "-c", "echo 0 > /proc/sys/user/max_inotify_instances"], {
        stdio: "ignore",
      });
      return true;
    } catch {
      return false;
    }
  })();
  test.skipIf(!ownLimits)("where the system can't tell of changes any more: it looks itself, and says so", async () => {
    const own = await copyOf("test/fixtures/base");
    const command = `echo 0 > /proc/sys/user/max_inotify_instances; exec "${process.execPath}" bin/ivp.js serve --port 0 --content "${own.folder}"`;
    const { address, messages, stop } = await run("unshare", ["-Ur", "sh", "-c", command]);
    await own.replace("plan.yaml", "Veilig in Proefland", "Zonder berichten");
    await until(address, "Zonder berichten");
    expect(messages()).toContain("kijkt nu zelf");
    expect(await stop()).toBe(0);
  });

  test("no page elsewhere may show or read what is served", async () => {
    for (const path of ["/", "/nergens.html", "/events/"]) {
      const { headers } = await ask(running.address, path);
      expect(headers).toMatchObject({
        "content-security-policy": "frame-ancestors 'none'",
        "cross-origin-resource-policy": "same-origin",
      });
    }
  });

  test("on what is no path, and on the port of the web, whose number browsers leave out", async () => {
    for (const path of ["//", "/%", "/%00.html", "//[", "http://[x/"])
      expect((await ask(running.address, path)).status, path).toBe(404);
    const { startServer } = await import("../../src/preview/server.js");
    const preview = {
      update: () => false,
      problems: () => ({ problems: [], stale: false }),
      file: async () => Buffer.from("x"),
    };
    const server = await startServer(preview, 80, () => undefined);
    const { port } = new URL(server.address);
    // Not everyone may listen there, and someone else may; then it took the next.
    if (port === "") {
      expect((await ask(server.address, "/", "localhost")).status).toBe(200);
      expect((await ask(server.address, "/", "evil.example")).status).toBe(403);
    }
    await server.close();
  });
});
