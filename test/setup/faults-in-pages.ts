import { join } from "node:path";
import { stringify } from "yaml";
import type { RawFile } from "../../src/content/index.js";
import { compose, composeIndex, listDocuments } from "../../src/documents/index.js";
import type { Model } from "../../src/model/index.js";
import { render } from "../../src/render/index.js";
import { written } from "./hostile.js";
import { textOf } from "./variant.js";

const bytesOf = new WeakMap<object, Buffer>();

/** Content as files. What was written before isn't written again. */
export const filesOf = (data: Readonly<Record<string, object>>): RawFile[] =>
  Object.entries(data).map(([path, value]) => {
    const bytes = bytesOf.get(value) ?? Buffer.from(stringify(value, written));
    bytesOf.set(value, bytes);
    return { path, bytes };
  });

/** The pages of all documents and of the index page, each as it is rendered. */
export function pagesOf(model: Model): { path: string; html: string }[] {
  const infos = listDocuments(model);
  const made = infos.map((info) => ({ ...info, files: [] }));
  return [...infos.map((info) => compose(model, info)), composeIndex(model, made)].map((document) => ({
    path: document.path,
    html: render(document, { medium: "screen", edition: "vandaag" }),
  }));
}

/** What no page may have, whatever content leaves out. */
export function faultsIn(model: Model): string[] {
  const pages = pagesOf(model);
  const anchors = new Map(
    pages.map(({ path, html }) => [path, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  return pages.flatMap(({ path, html }) => {
    const text = textOf(html);
    const words = text.match(/.{0,40}(?:\bundefined\b|\bNaN\b|\[object|\[\[).{0,20}/g) ?? [];
    const empty = html.match(/<(h[1-6]|caption|li|dd|dt|p|figcaption)\b[^>]*>\s*<\/\1>/g) ?? [];
    const bare = [
      ...html.matchAll(/<\/h[1-6]>\s*(?:<\/(?:div|section|header)>\s*)+<(?:div|section)[^>]*>\s*<h[12][ >]/g),
    ];
    const broken = [...html.matchAll(/href="([^"#:]*)#([^"]+)"/g)].flatMap(([href, file = "", id = ""]) => {
      const target = file === "" ? path : join(path, "..", file).replace(/\.html$/, "");
      return anchors.get(target)?.has(decodeURIComponent(id)) ? [] : [href];
    });
    return [...words, ...empty, ...bare.map(([found]) => found), ...broken].map((fault) => `${path}: ${fault}`);
  });
}
