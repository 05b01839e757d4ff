/** Two texts in the prose dialect as one, with marks around what went and what came. */
import { added, removed } from "../prose/marks.js";
import { align, alignWords, numbers, paragraphsOf } from "./texts.js";

/** A paragraph or an item of a list, without the sign in front of it. */
interface Block {
  readonly sign: string;
  readonly text: string;
}

/** The new text with the words marked that differ from the old one. Its paragraphs and lists stay what they are. */
export const markedText = (before: string, after: string): string =>
  joined(
    align(blocksOf(before), blocksOf(after), sameBlock).flatMap(({ same, before: gone, after: come }) => [
      ...same,
      ...come.map((block, index) => {
        const former = gone[index];
        return { ...block, text: former ? markedWords(former.text, block.text) : wholly(added, block.text) };
      }),
      ...gone.slice(come.length).map((block) => ({ ...block, text: wholly(removed, block.text) })),
    ]),
  );

const sameBlock = (a: Block, b: Block): boolean =>
  a.sign === b.sign && a.text.replace(numbers, "#") === b.text.replace(numbers, "#");

/** A text that is new, or gone, as a whole. */
export const markedWholly = (text: string, change: "added" | "removed"): string =>
  joined(blocksOf(text).map((block) => ({ ...block, text: wholly(change === "added" ? added : removed, block.text) })));

const blocksOf = (text: string): Block[] =>
  paragraphsOf(text).map((block) => {
    const [sign = ""] = /^(?:[-*+]|\d+[.)])\s/.exec(block) ?? [];
    return { sign, text: block.slice(sign.length) };
  });

const joined = (blocks: readonly Block[]): string =>
  blocks
    .map(({ sign, text }, index) => {
      const tight = sign !== "" && blocks[index - 1]?.sign !== undefined && blocks[index - 1]?.sign !== "";
      return `${index === 0 ? "" : tight ? "\n" : "\n\n"}${sign}${text}`;
    })
    .join("");

function markedWords(before: string, after: string): string {
  // Within the address of a link there is no room for a mark.
  const words = /\]\(/.test(before + after) ? undefined : alignWords(before, after);
  if (!words) return `${wholly(removed, before)} ${wholly(added, after)}`;
  return words
    .map(({ text, change }) => {
      if (change === "removed") return around(removed, text.replace(/\*+/g, ""));
      return change === "added" ? wholly(added, text) : text;
    })
    .join("");
}

/** Puts a mark around a text, but not around the signs of emphasis: each would end within the other. */
const wholly = (mark: (text: string) => string, text: string): string =>
  text
    .split(/(\*+)/)
    .map((piece) => (/^\*+$/.test(piece) ? piece : around(mark, piece)))
    .join("");

/** Space around marked words stands outside the mark. */
function around(mark: (text: string) => string, text: string): string {
  const [, lead = "", core = "", tail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return core ? `${lead}${mark(core)}${tail}` : text;
}
