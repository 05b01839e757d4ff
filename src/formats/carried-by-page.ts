import createMarkdownIt from "markdown-it";
import type { Carried } from "./format.js";

/** Names for characters as what they name; strokes before signs go too, in what is compared on both sides. */
const { unescapeAll: decoded } = createMarkdownIt().utils;

/** What a web page carries. */
export function carriedByPage(bytes: Uint8Array): Carried | undefined {
  const html = Buffer.from(bytes).toString("utf8");
  if (!/<html[\s>]/i.test(html) || !/<body[\s>]/i.test(html)) return undefined;
  const text = html
    .slice(html.search(/<body[\s>]/i))
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]*>/g, "");
  const pictures = [...html.matchAll(/<img\b/gi)].length;
  return {
    facts: {
      "de titel": titleOf(html),
      "de taal": /<html[^>]*\slang="([^"]*)"/i.exec(html)?.[1],
      "de maker": /<meta name="generator" content="([^"]*)"/i.exec(html)?.[1],
      "de afbeeldingen": pictures === 0 ? undefined : String(pictures),
    },
    text: plain(decoded(text)),
  };
}

function titleOf(html: string): string | undefined {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1];
  return title === undefined ? undefined : decoded(title);
}

/** A text of which only the characters count: not how lines are broken. */
const plain = (text: string): string => text.normalize("NFKC").replace(/[\s\u00ad]+/gu, "");
