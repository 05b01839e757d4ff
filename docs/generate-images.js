// Makes the pictures of the manual, out of the examples that stand beside them: `npm run manual [NAME…]`.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer";
import { findBrowser } from "../dist/pdf/browser.js";
import { manualPages, pictures, writeExample } from "./manual.js";

const ivp = fileURLToPath(new URL("../bin/ivp.js", import.meta.url));
const docs = fileURLToPath(new URL(".", import.meta.url));
/** Wide enough to read, and no larger than a page of the manual shows. */
const width = 760;
const highest = 640;
const wanted = process.argv.slice(2);

const { path, env, spare } = await findBrowser(process.env.IVP_BROWSER);
const browser = await puppeteer.launch({
  executablePath: path,
  headless: "shell",
  pipe: true,
  env: { ...process.env, ...env, ...spare },
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const folder = mkdtempSync(join(tmpdir(), "ivp-manual-"));
try {
  for (const { name, text } of manualPages()) {
    const shown = pictures(text).filter(
      ({ file, path }) => file && (wanted.length === 0 || wanted.includes(basename(path, ".png"))),
    );
    if (shown.length === 0) continue;
    const [content, out] = ["content", "out"].map((part) => join(folder, basename(name, ".md"), part));
    writeExample(content, text);
    // The same date wherever and whenever it is made.
    const settings = { env: { ...process.env, SOURCE_DATE_EPOCH: "1796083200" }, stdio: "pipe" };
    execFileSync(process.execPath, [ivp, "build", "--content", content, "--out", out, "--format", "html"], settings);
    for (const { file, selector, path } of shown)
      await photograph(join(out, file), selector, join(docs, "handleiding", path));
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

/** One part of a document as a picture, with a little white around it; of a long part the beginning. */
async function photograph(file, selector, to) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: highest });
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  const box = await page.$eval(selector, (element) => {
    const whole = /^H\d$/.test(element.tagName) ? element.parentElement : element;
    const { x, y, width, height } = whole.getBoundingClientRect();
    return { x, y: y + scrollY, width, height };
  });
  const clip = { x: 0, y: Math.max(0, box.y - 12), width, height: Math.min(highest, box.height + 24) };
  await page.screenshot({ path: to, clip, captureBeyondViewport: true });
  await page.close();
}
