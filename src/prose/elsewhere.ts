/** What other programs take for Markdown and the dialect hasn't: found by reading a text as they would. */
import createMarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import type { Snippet } from "./index.js";
import { literalIn } from "./literal.js";
import { isOrdinary } from "./ordinary.js";
import { remembered } from "./remember.js";

/** Something that documents would not show as it was meant. */
export type Construct = "heading" | "line" | "table" | "code" | "definition" | "footnote" | "task";

const full = createMarkdownIt({ html: true }).use(footnotes).disable("footnote_tail");

/** By markdown-it's name of the token. */
const blocks: Readonly<Record<string, Construct>> = {
  heading_open: "heading",
  hr: "line",
  code_block: "code",
  fence: "code",
};

/** What markdown-it itself hasn't either, or gives no token for. */
const signs: readonly (readonly [Construct, RegExp])[] = [
  // A row, or the line under the headers, that belongs to no table.
  [
    "table",
    /(?<!^[\s\uFFFC]*\|.*\|\s*\n)(?:^[ \t\uFFFC]*\|.*\|[ \t]*$|^[ \t|\uFFFC]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$)/gm,
  ],
  ["definition", /^[ \t]*\[[^\]^\n]+\]:[ \t]*\S+/gm],
  ["footnote", /\[\^[^\]\n]*\]|\^\[[^\]\n]*\]/g],
  ["task", /(?<!\])\[[ xX]?\](?![(:[])/g],
];

/** Everything of that kind in a text, in its order. Pure. */
export const constructsIn = remembered(100_000, (text): (Snippet & { readonly construct: Construct })[] => {
  if (isOrdinary(text)) return [];
  const lines = text.split("\n");
  const startOf = (line: number): number => lines.slice(0, line).join("\n").length + (line === 0 ? 0 : 1);
  const found = full.parse(text, {}).flatMap(({ type, map, markup }) => {
    const construct = blocks[type];
    if (!construct || !map) return [];
    // What makes a heading of a line may stand under it.
    const line = construct === "heading" && !markup.startsWith("#") ? map[1] - 1 : map[0];
    const written = lines[line] ?? "";
    const at = startOf(line) + Math.max(0, written.search(/\S/));
    return [{ construct, snippet: written.trim(), at }];
  });
  const literal = literalIn(text);
  const typed = signs.flatMap(([construct, pattern]) =>
    [...literal.matchAll(pattern)].map(({ 0: { length }, index }) => {
      const snippet = text.slice(index, index + length);
      return { construct, snippet: snippet.trim(), at: index + Math.max(0, snippet.search(/\S/)) };
    }),
  );
  return [...found, ...typed].sort((a, b) => a.at - b.at);
});
