import { readFileSync } from "node:fs";
import { decodeTrie } from "cspell-trie-lib";

/** Tells whether a word is Dutch, by the dictionary of OpenTaal in the npm package `@cspell/dict-nl-nl`. */
export type Dictionary = (word: string) => boolean;

let loaded: Dictionary | undefined;

/** The dictionary, as `npm run build` packed it; read at first use and kept. */
export function dictionary(): Dictionary {
  loaded ??= load();
  return loaded;
}

function load(): Dictionary {
  const trie = decodeTrie(readFileSync(new URL("../../dist/check/dutch.btrie", import.meta.url)));
  const has = (word: string): boolean => trie.hasWord(word, true) || trie.hasWord(word.toLowerCase(), true);
  // Words with hyphens are words by their parts: "woon- en leefomgeving", "soft-", "buurt-WhatsAppgroep".
  return (word) => has(word) || (word.includes("-") && word.split("-").every((part) => part === "" || has(part)));
}
