/**
 * The yardstick of `npm run bench`: prints finished HTML files once, with the browser of ivp, in as many pages as ivp uses,
 * and does nothing else. `node test/bench/bare.js BROWSER FILE.html…`
 */
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import puppeteer from "puppeteer";

const [, , executablePath, ...files] = process.argv;
const browser = await puppeteer.launch({
  executablePath,
  headless: "shell",
  pipe: true,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const queue = [...files];
const work = async () => {
  const page = await browser.newPage();
  for (let file = queue.shift(); file; file = queue.shift()) {
    await page.setContent(await readFile(file, "utf8"), { waitUntil: "load" });
    await writeFile(`${file}.pdf`, await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }));
  }
};
await Promise.all(Array.from({ length: Math.min(8, availableParallelism(), files.length) }, work));
await browser.close();
