import type { Carried } from "./format.js";

/** What a web page carries. */
export function carriedByPage(bytes: Uint8Array): Carried | undefined {
  const html = Buffer.from(bytes).toString("utf8");
  if (!/<html[\s>]/i.test(html) || !/<body[\s>]/i.test(html)) return undefined;
  const text = html
    .slice(html.search(/<body[\s>]/i))
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]*>/g, "");
  return {
    facts: {
      "de titel": unescaped(/<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1]),
      "de taal": /<html[^>]*\slang="([^"]*)"/i.exec(html)?.[1],
      "de maker": /<meta name="generator" content="([^"]*)"/i.exec(html)?.[1],
    },
    text: plain(unescaped(text) ?? ""),
  };
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "",
};

/** References to characters, as far as pages need them: one that isn't known stays. */
const unescaped = (text: string | undefined): string | undefined =>
  text?.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hexadecimal?: string, decimal?: string, name = "") => {
      const point = hexadecimal ? Number.parseInt(hexadecimal, 16) : decimal ? Number(decimal) : undefined;
      if (point === undefined) return named[name] ?? whole;
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );

/** A text of which only the characters count: not how lines are broken. */
const plain = (text: string): string => text.normalize("NFKC").replace(/[\s\u00ad]+/gu, "");
