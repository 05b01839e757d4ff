import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { decodeTrie as DecodeTrie } from "cspell-trie-lib";

const require = createRequire(import.meta.url);
const made = new URL("../../dist/check/", import.meta.url);

/** Tells whether a word is Dutch, by the dictionary of OpenTaal in the npm package `@cspell/dict-nl-nl`. */
export type Dictionary = (word: string) => boolean;

let loaded: Dictionary | undefined;

/** The dictionary, as `npm run build` packed it with what reads it; read at first use and kept. */
export function dictionary(): Dictionary {
  loaded ??= load();
  return loaded;
}

function load(): Dictionary {
  const { decodeTrie } = require(fileURLToPath(new URL("trie.cjs", made))) as { decodeTrie: typeof DecodeTrie };
  const trie = decodeTrie(readFileSync(new URL("dutch.btrie", made)));
  const has = (word: string): boolean => trie.hasWord(word, true) || trie.hasWord(word.toLowerCase(), true);
  // Words with hyphens are words by their parts: "woon- en leefomgeving", "soft-", "buurt-WhatsAppgroep".
  return (word) => has(word) || (word.includes("-") && word.split("-").every((part) => part === "" || has(part)));
}
