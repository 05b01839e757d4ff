import { spawn } from "node:child_process";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type TestBrowser } from "./setup/browser.js";
import { type Copy, copyOfContent } from "./setup/content.js";
import { root } from "./setup/ivp.js";

interface Running {
  readonly address: string;
  readonly stop: () => Promise<number | null>;
  readonly messages: () => string;
}

/** `ivp serve` as a process of its own. */
const serve = (...args: string[]): Promise<Running> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${root}/bin/ivp.js`, "serve", ...args], { cwd: root });
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
const ask = (address: string, path: string, host?: string): Promise<{ status: number; body: string; type: string }> =>
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
  content = await copyOfContent((clean) => cleaning.push(clean));
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
    const pdf = await ask(running.address, "/bijlagen/best.pdf");
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
    const page = await browser.visit(`${running.address}ivp-2019-2022.html`, { width: 1280 });
    await page.waitForFunction("document.readyState === 'complete'");
    await page.evaluate("window.scrollTo(0, 4000)");
    await content.append("vision.yaml", "  Dit schreven wij zojuist.\n");
    await page.waitForFunction("document.body.textContent.includes('Dit schreven wij zojuist')");
    expect(await page.evaluate("Math.round(scrollY)")).toBe(4000);

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
