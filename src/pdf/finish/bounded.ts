import { inflateSync } from "node:zlib";

/** No document of `ivp` comes near these, in bytes: a larger file or stream isn't ours, or is made to fill the memory. */
const MAX_FILE = 200_000_000;
const MAX_STREAM = 50_000_000;
const MAX_TOTAL = 200_000_000;

/** How far back from its data the dictionary of a stream is looked for, in bytes. */
const DICTIONARY = 4_000;

/** Streams that are packed in another way, or twice. */
const otherFilters = /LZW|RunLength|ASCII|Crypt|\/(FlateDecode|Fl)\b[^>]*\/(FlateDecode|Fl)\b/;

/** Names without their disguise: #46late is Flate (ISO 32000-1, 7.3.5). */
const named = (dictionary: string): string =>
  dictionary.replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/**
 * Whether a PDF can be read within bounds. A few kilobytes can hold a stream of gigabytes, and the library that reads PDFs
 * unpacks whatever tells it where the objects are. So each stream is tried first, with a limit.
 * @returns `false` for what is too large, and for streams packed in a way that `ivp` doesn't use
 */
export function isBounded(pdf: Uint8Array): boolean {
  if (pdf.length > MAX_FILE) return false;
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  let total = 0;
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
    if (bytes.toString("latin1", at - 3, at) === "end") continue;
    const before = bytes.toString("latin1", Math.max(0, at - DICTIONARY), at);
    const dictionary = named(before.slice(before.lastIndexOf(" obj") + 1));
    if (otherFilters.test(dictionary)) return false;
    if (!/\/(FlateDecode|Fl)\b/.test(dictionary)) continue;
    const end = bytes.indexOf("endstream", at);
    const from = at + 6 + (bytes[at + 6] === 13 ? 2 : 1);
    const size = unpackedSize(bytes.subarray(from, end < 0 ? bytes.length : end));
    total += size ?? MAX_TOTAL + 1;
    if (total > MAX_TOTAL) return false;
  }
  return true;
}

/** How much a packed stream holds, in bytes; nothing when that is more than it may be. */
function unpackedSize(packed: Uint8Array): number | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: MAX_STREAM }).length;
  } catch (error) {
    // What is broken otherwise is for the reader of PDFs to refuse.
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? undefined : 0;
  }
}
