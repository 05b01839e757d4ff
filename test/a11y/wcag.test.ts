import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import axe, { type AxeResults, type Result } from "axe-core";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser, type TestBrowser } from "../setup/browser.js";

const out = inject("out");
const pages = readdirSync(out, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".html"))
  .sort();

/** What the browser lets a reader do: the narrowest width that WCAG asks for, a tablet and a desk. */
const widths = [320, 768, 1280];
const schemes = ["light", "dark"] as const;

/** Measures what axe leaves open about contrast: it doesn't look at drawings, nor at what scrolls under a bar. */
const contrast = readFileSync(new URL("contrast.js", import.meta.url), "utf8").replace(/;\s*$/, "");

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const told = ({ id, nodes }: Result): string =>
  `${id}: ${nodes
    .slice(0, 3)
    .map(
      ({ html, any, all, none }) =>
        `${html.slice(0, 160)} (${[...any, ...all, ...none].map(({ message }) => message).join("; ")})`,
    )
    .join("\n  ")}`;

const everyView = widths.flatMap((width) => schemes.map((scheme) => ({ width, scheme })));
/** The pages of the invented teams have the same styles and blocks: the ends of what a reader can have will do. */
const twoViews = [
  { width: 320, scheme: "dark" },
  { width: 1280, scheme: "light" },
] as const;

describe.each(pages)("%s", (path) => {
  test.each(/^(one-municipality|three-municipalities|large)[\\/]/.test(path) ? twoViews : everyView)(
    "WCAG 2.2 AA at $width px, $scheme",
    async ({ width, scheme }) => {
      const page = await browser.open(join(out, path), { width, scheme });
      await page.evaluate(axe.source);
      const { violations, incomplete } = (await page.evaluate(
        `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })`,
      )) as AxeResults;
      expect(violations.map(told)).toEqual([]);
      expect(incomplete.filter(({ id }) => id !== "color-contrast").map(told)).toEqual([]);
      const unsure = incomplete.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(" ")));
      expect(await page.evaluate(`(${contrast})(${JSON.stringify(unsure)})`)).toEqual([]);
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow, "nothing sticks out at the side (1.4.10)").toBe(0);
      await page.close();
    },
  );

  test("the HTML follows the standard", async () => {
    const validator = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });
    const report = await validator.validateString(await readFile(join(out, path), "utf8"));
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });
});
