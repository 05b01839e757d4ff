import type { Page } from "puppeteer-core";

/** The width of a column on paper, as the styles have it, in CSS pixels. */
const COLUMN = 597;

/** Runs in the page: the innermost elements that stick out of the column, or that hold something that does. */
const INNERMOST = `(() => {
  const width = document.documentElement.clientWidth;
  const wide = [...document.body.querySelectorAll("*")].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > width + 1 || left < -1 || (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1);
  });
  const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  return innermost.map((element) => ({
    picture: element.tagName === "IMG",
    text: element.getAttribute("alt") ?? element.getAttribute("aria-label") ?? element.textContent ?? "",
  }));
})()`;

/** How much of a text is enough to find it back. */
const ENOUGH = 60;

/**
 * Finds out what on a page is too wide for paper. It takes the browser a second time, so that it is only for a page that went
 * wrong.
 * @returns what it is called in a sentence: "“een-heel-lang-woord…”", "de afbeelding “het plein”"; at most three
 */
export async function tooWide(page: Page, html: string): Promise<string[]> {
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: COLUMN, height: 900 });
  await page.emulateMediaType("print");
  await page.setContent(html, { waitUntil: "load" });
  const found = (await page.evaluate(INNERMOST)) as { picture: boolean; text: string }[];
  return found
    .map(({ picture, text }) => ({ picture, words: text.replace(/\s+/g, " ").trim() }))
    .filter(({ words }) => words)
    .map(({ picture, words }) => {
      const short = words.length > ENOUGH ? `${words.slice(0, ENOUGH)}…` : words;
      return `${picture ? "de afbeelding " : ""}“${short}”`;
    })
    .slice(0, 3);
}
