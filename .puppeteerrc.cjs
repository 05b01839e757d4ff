/**
 * On Linux x64 the browser comes from the npm package @sparticuz/chromium, so puppeteer downloads none.
 * Elsewhere (macOS, Windows, Linux on ARM) puppeteer fetches its own headless Chrome at install.
 * @type {import("puppeteer").Configuration}
 */
const embedded = process.platform === "linux" && process.arch === "x64";

module.exports = {
  skipDownload: embedded,
  chrome: { skipDownload: true },
  "chrome-headless-shell": { skipDownload: embedded },
};
