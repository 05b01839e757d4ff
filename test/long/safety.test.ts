import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../src/pdf/browser.js";
import { openPrinter, type Printer } from "../../src/pdf/index.js";
import { copyOfPlan, temporaryFolder } from "../setup/content.js";
import { ivpProcess } from "../setup/ivp.js";
import { openPdf, pageTexts } from "../setup/pdf.js";

let server: Server;
let hits: string[];
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? "");
    response.end("hit");
  });
  server.on("upgrade", (request, socket) => {
    hits.push(`websocket ${request.url}`);
    socket.destroy();
  });
  server.on("connection", () => hits.push("connection"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** Every way that we know of in which a page can ask for something. `PLACE` is what it asks for. */
const ways: Readonly<Record<string, string>> = {
  image: '<img src="PLACE">',
  "image set": '<img srcset="PLACE 2x" src="data:,">',
  picture: '<picture><source srcset="PLACE"><img src="data:,"></picture>',
  "style sheet": '<link rel="stylesheet" href="PLACE">',
  import: '<style>@import url("PLACE");</style>',
  background: '<div style="background: url(PLACE)">x</div>',
  cursor: '<div style="cursor: url(PLACE), auto; list-style-image: url(PLACE)">x</div>',
  font: "<style>@font-face { font-family: x; src: url(PLACE) } p { font-family: x }</style><p>x</p>",
  prefetch: '<link rel="prefetch" href="PLACE"><link rel="preload" as="image" href="PLACE">',
  preconnect: '<link rel="preconnect" href="PLACE"><link rel="dns-prefetch" href="PLACE">',
  "meta refresh": '<meta http-equiv="refresh" content="0; url=PLACE">',
  icon: '<link rel="icon" href="PLACE"><link rel="manifest" href="PLACE">',
  iframe: '<iframe src="PLACE"></iframe>',
  "iframe document": `<iframe srcdoc="&lt;img src='PLACE'&gt;"></iframe>`,
  object: '<object data="PLACE"></object><embed src="PLACE">',
  media: '<video src="PLACE" poster="PLACE" autoplay></video><audio src="PLACE" autoplay></audio>',
  svg: '<svg><image href="PLACE"/><use href="PLACE#x"/><filter id="f"><feImage href="PLACE"/></filter></svg>',
  script: '<script src="PLACE"></script>',
  "module preload": '<link rel="modulepreload" href="PLACE">',
  websocket: '<script>new WebSocket("PLACE".replace("http", "ws")); fetch("PLACE")</script>',
  handler: '<img src="data:," onerror="location = \'PLACE\'">',
  form: '<form action="PLACE"><button autofocus></button></form><body onload="document.forms[0].submit()">',
  base: '<base href="PLACE"><img src="x.png">',
};

test("a browser that died is replaced by a new one", async () => {
  const folder = await temporaryFolder();
  const { path, env, spare } = await findBrowser(process.env.IVP_BROWSER);
  const settings = Object.entries({ ...env, ...spare }).map(([name, value]) => `export ${name}='${value}'\n`);
  const script = join(folder, "browser.sh");
  await writeFile(script, `#!/bin/sh\necho $$ > '${folder}/pid'\n${settings.join("")}exec '${path}' "$@"\n`, {
    mode: 0o755,
  });
  const printer = openPrinter({ path: script, sandbox: process.getuid?.() !== 0 });
  const html = "<!DOCTYPE html><title>x</title><h1>Kop</h1>";
  try {
    await printer.print(html);
    const pid = Number(await readFile(join(folder, "pid"), "utf8"));
    process.kill(pid, "SIGKILL");
    await expect
      .poll(() =>
        printer.print(html).then(
          ({ length }) => length > 0,
          () => false,
        ),
      )
      .toBe(true);
    expect(Number(await readFile(join(folder, "pid"), "utf8"))).not.toBe(pid);
  } finally {
    await printer.close();
  }
  await expect(printer.print(html)).rejects.toThrow("al afgesloten");
});

describe("a page that asks for something from outside gets nothing", () => {
  let printer: Printer;
  beforeAll(() => {
    printer = openPrinter({ sandbox: process.getuid?.() !== 0 });
  });
  afterAll(() => printer.close());

  test.each(Object.entries(ways))("%s", async (_, html) => {
    const folder = await temporaryFolder();
    const secret = join(folder, "secret.txt");
    await writeFile(secret, "GEHEIM-7261");
    hits = [];
    for (const place of [`${origin}/x`, origin.replace("127.0.0.1", "localhost"), `file://${secret}`, secret]) {
      const body = html.replaceAll("PLACE", place);
      const pdf = join(folder, "hostile.pdf");
      await writeFile(pdf, await printer.print(`<!DOCTYPE html><html lang="nl"><title>x</title><h1>Kop</h1>${body}`));
      const text = (await pageTexts(await openPdf(pdf))).join(" ");
      expect(text).toContain("Kop");
      expect(text).not.toContain("GEHEIM");
    }
    expect(hits).toEqual([]);
  });

  // Long enough to have gone before it is printed, and often, as it depends on the moment.
  test("a page that would go elsewhere is printed as it is", async () => {
    const file = join(await temporaryFolder(), "stays.pdf");
    const html = `<!DOCTYPE html><title>x</title><meta http-equiv="refresh" content="0; url=${origin}"><h1>Kop</h1>${"<p>woorden</p>".repeat(1500)}`;
    for (let time = 1; time <= 10; time++) {
      await writeFile(file, await printer.print(html));
      expect((await pageTexts(await openPdf(file))).join(" ")).toContain("Kop");
    }
  });
});

describe("content can't ask for anything", () => {
  test.each([
    ["HTML", '<img src="PLACE">', "IVP7"],
    ["an image from elsewhere", "![plaatje](PLACE)", "IVP7"],
    ["a link that runs something", "[klik](javascript:alert(1))", "IVP7"],
    ["a link to the disk", "[bestand](file:///etc/passwd)", "IVP7"],
    ["an SVG", "![plaatje](plaatje.svg)", "IVP7"],
    ["an image from outside the content folder", "![plaatje](../../package.json)", "IVP7"],
  ])("%s is an error with its place, and nothing is made", async (_, text, code) => {
    hits = [];
    const content = await copyOfPlan();
    await content.append("vision.yaml", `\n  ${text.replaceAll("PLACE", `${origin}/x.png`)}\n`);
    const out = join(await temporaryFolder(), "out");
    const { code: exit, stderr } = await ivpProcess("build", "--content", content.folder, "--out", out);
    expect(exit).toBe(1);
    expect(stderr).toMatch(new RegExp(`vision\\.yaml:\\d+:\\d+ fout ${code}`));
    expect(hits).toEqual([]);
  });

  test("what looks like markup in a title is text", async () => {
    const content = await copyOfPlan();
    await content.replace("vision.yaml", "title: Visie", `title: 'Visie "] {{this}} & } \\ <3'`);
    const out = join(await temporaryFolder(), "out");
    const { code } = await ivpProcess("build", "--content", content.folder, "--out", out, "--only", "plan");
    expect(code).toBe(0);
    const pdf = await openPdf(join(out, "ivp-2025-2028.pdf"));
    expect((await pageTexts(pdf)).join(" ")).toContain(`Visie "] {{this}} & } \\ <3`);
  });
});
