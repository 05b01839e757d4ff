/** Which files of the folder are what: content by the part that it holds, assets, and what would reach no document. */
import type { Diagnostic } from "../diagnostics.js";
import type { RawFile } from "./read.js";
import { plainFile } from "./rules/plain-file.js";
import { strayFile } from "./rules/stray-file.js";
import { type ContentPart, contentParts, partOfFile } from "./schemas.js";

/** Gives each part of the content its files; the rest are assets, or what is told as it belongs nowhere or can't be read. */
export function sortFiles(raw: readonly RawFile[]) {
  const parts = new Map<ContentPart, RawFile[]>(contentParts.map((part) => [part, []]));
  const assets = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  const unread = new Set<string>();
  const names = new Set<string>();
  for (const file of raw) {
    // A Mac may keep an é in a name as an e with an accent; content that refers to it has it as one letter.
    const path = file.path.normalize("NFC");
    const part = partOfFile(path);
    if (names.has(path)) diagnostics.push(...plainFile.find(path, "twin"));
    else if (file.refused) {
      if (part) unread.add(path);
      diagnostics.push(...plainFile.find(path, file.refused));
    } else if (part) parts.get(part)?.push({ path, bytes: file.bytes });
    else if (isHidden(path)) {
      // Settings of other programs, such as .yamllint.yaml, are no content.
      if (partOfFile(shown(path))) diagnostics.push(...strayFile.hidden(path));
    } else if (/\.ya?ml(?:\.txt)?\s*$/i.test(path)) diagnostics.push(...strayFile.nowhere(path));
    else assets.set(path, file.bytes);
    names.add(path);
  }
  return { parts, ...apart(assets), unread, diagnostics };
}

/** Takes what is kept of decisions apart from what content may point at. */
function apart(all: ReadonlyMap<string, Uint8Array>) {
  const assets = new Map<string, Uint8Array>();
  const adopted = new Map<string, Uint8Array>();
  for (const [path, bytes] of all) {
    const [, fingerprint] = /^adopted\/([0-9a-f]{32})\.json$/.exec(path) ?? [];
    if (fingerprint === undefined) assets.set(path, bytes);
    else adopted.set(fingerprint, bytes);
  }
  return { assets, adopted };
}

const isHidden = (path: string): boolean => path.split("/").at(-1)?.startsWith(".") === true;
const shown = (path: string): string => path.replace(/(^|\/)\.(?=[^/]*$)/, "$1");
