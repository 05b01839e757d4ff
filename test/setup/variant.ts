import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { loadContent, readContentFolder } from "../../src/content/index.js";
import { compose, composeIndex, listDocuments } from "../../src/documents/index.js";
import { fileOf, formats } from "../../src/formats/index.js";
import { link, type Model } from "../../src/model/index.js";
import { render } from "../../src/render/index.js";
import { written } from "./hostile.js";
import { root } from "./ivp.js";

/** A file of the small content, as a test changes it. */
// biome-ignore lint/suspicious/noExplicitAny: a test may change anything, also into what a schema refuses
type Change = (file: any) => unknown;

/** By file: what becomes of it, or `null` to remove it. A change may give a new file instead of changing the old one. */
export type Changes = Readonly<Record<string, Change | null>>;

/** The linked model of `fixtures/base` with changes. */
export async function variant(changes: Changes = {}): Promise<Model> {
  const base = join(root, "test/fixtures/base");
  const files = new Map((await readContentFolder(base)).map((file) => [file.path, file]));
  for (const [path, change] of Object.entries(changes)) {
    if (!change) {
      files.delete(path);
      continue;
    }
    const old = files.has(path) ? (parse(await readFile(join(base, path), "utf8")) as object) : undefined;
    const value = change(old) ?? old;
    files.set(path, { path, bytes: Buffer.from(stringify(value, written)) });
  }
  const loaded = loadContent([...files.values()]);
  const { model, diagnostics } = link(loaded);
  if (!model) throw new Error(JSON.stringify([...loaded.diagnostics, ...diagnostics], null, 1));
  return model;
}

/** What readers see of the web page of each document, by its path, and of the index page. */
export async function pagesOf(changes: Changes = {}): Promise<(path: string) => string> {
  const model = await variant(changes);
  const infos = listDocuments(model);
  return (path) => {
    const info = infos.find((one) => one.path === path);
    if (!info && path !== "index") throw new Error(`no ${path} among ${infos.map((one) => one.path).join(", ")}`);
    const files = (of: string) => formats.map((format) => ({ path: fileOf({ path: of }, format), format }));
    const made = infos.map((one) => ({ ...one, files: files(one.path) }));
    return textOf(
      render(info ? compose(model, info) : composeIndex(model, made), { medium: "screen", edition: "vandaag" }),
    );
  };
}

/** The words of a page, with one space between them. */
export const textOf = (html: string): string =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, " ")
    .replace(/<div class="drawing"[\s\S]*?<\/div>/g, " ")
    .replace(/<span class="tip"[\s\S]*?<\/span>/g, "")
    .replace(/<\/?(a|strong|em|span|sup|sub)(\s[^>]*)?>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
