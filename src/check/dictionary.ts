import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { decodeTrie } from "cspell-trie-lib";

/** Tells whether a word is Dutch, by the dictionary of OpenTaal in the npm package `@cspell/dict-nl-nl`. */
export type Dictionary = (word: string) => boolean;

let loaded: Dictionary | undefined;

/** The dictionary; read at first use and kept, as reading it takes a quarter of a second. */
export function dictionary(): Dictionary {
  loaded ??= load();
  return loaded;
}

function load(): Dictionary {
  const path = join(dirname(createRequire(import.meta.url).resolve("@cspell/dict-nl-nl")), "Dutch.trie.gz");
  const trie = decodeTrie(gunzipSync(readFileSync(path)));
  const has = (word: string): boolean => trie.hasWord(word, true) || trie.hasWord(word.toLowerCase(), true);
  // Words with hyphens are words by their parts: "woon- en leefomgeving", "soft-", "buurt-WhatsAppgroep".
  return (word) => has(word) || (word.includes("-") && word.split("-").every((part) => part === "" || has(part)));
}
