import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser, type TestBrowser } from "../setup/browser.js";

const out = inject("out");
const plan = join(out, "ivp-2025-2028.html");

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const focused = (page: Page): Promise<string> =>
  page.evaluate("document.activeElement.getAttribute('href') ?? document.activeElement.tagName") as Promise<string>;
const visible = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate(`document.querySelector('${selector}').checkVisibility()`) as Promise<boolean>;
/** Presses Tab until the focus is on a link that a test asks for. */
async function tabTo(page: Page, wanted: (href: string) => boolean): Promise<void> {
  for (let count = 0; count < 400; count++) {
    await page.keyboard.press("Tab");
    if (wanted(await focused(page))) return;
  }
  throw new Error("the keyboard never gets there");
}

// Readers may have switched scripts off; nothing on this path needs them.
describe.each([320, 1280])("with the keyboard, at %d px", (width) => {
  test("the first stop is the skip link; it shows, and leads to the content", async () => {
    const page = await browser.open(plan, { width });
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("#content");
    expect(await page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")).toBe(true);
    await page.keyboard.press("Enter");
    expect(await page.evaluate("location.hash")).toBe("#content");
    await page.close();
  });

  test("a line of the contents leads to its chapter, which is then in sight", async () => {
    const page = await browser.open(plan, { width });
    await tabTo(page, (href) => href === "#chapter-finances");
    await page.keyboard.press("Enter");
    const top = (await page.evaluate(
      "document.getElementById('chapter-finances').getBoundingClientRect().top",
    )) as number;
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(900);
    await page.close();
  });

  test("a term shows its meaning on focus, which Escape puts away and the next stop hides", async () => {
    const page = await browser.open(plan, { width });
    await tabTo(page, (href) => href.startsWith("#term-"));
    const tip = `#${await page.evaluate("document.activeElement.getAttribute('aria-describedby')")}`;
    expect(await visible(page, tip)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await visible(page, tip)).toBe(false);
    await page.keyboard.press("Tab");
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    expect(await visible(page, tip)).toBe(true);
    await page.keyboard.press("Tab");
    expect(await visible(page, tip)).toBe(false);
    await page.close();
  });
});

test("everything is there with scripts off", async () => {
  const texts: string[] = [];
  for (const script of [true, false]) {
    const page = await browser.open(plan, { width: 1280, script });
    texts.push((await page.evaluate("document.body.innerText")) as string);
    await page.close();
  }
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]?.length).toBeGreaterThan(5_000);
});

/** The text spacing of WCAG 1.4.12, and the width that 200 % zoom leaves of 1280 px (1.4.4). */
test.each([
  {
    name: "text spacing",
    width: 320,
    css: "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }",
  },
  { name: "zoom to 200 %", width: 640, css: "" },
])("$name takes nothing away", async ({ width, css }) => {
  for (const path of ["ivp-2025-2028.html", "uvp-2025-2026.html", "bijlagen/suderhaven.html", "index.html"]) {
    const page = await browser.open(join(out, path), { width });
    if (css) await page.addStyleTag({ content: css });
    const lost =
      (await page.evaluate(`[...document.querySelectorAll("p,li,h1,h2,h3,h4,h5,dt,dd,td,th,caption,figcaption,summary")]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        return (overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1)
          || (overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1);
      }).map((element) => element.textContent.slice(0, 60))`)) as string[];
    expect(lost).toEqual([]);
    expect(
      await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
      path,
    ).toBe(0);
    await page.close();
  }
});
