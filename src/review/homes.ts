/** Where paragraphs of a document that came back stand in the content, as whole paragraphs, items and rows. */
import type { Path } from "../content/index.js";
import type { Sent } from "./carrier.js";
import type { ContentText, ContentTexts } from "./content-text.js";
import { type Block, blocksOf, type TextBlocks } from "./text-blocks.js";

/** The block of a text that a paragraph shows. */
export interface Home {
  readonly text: ContentText;
  readonly block: Block;
  /** Where its words begin. */
  readonly at: number;
  /** It shows all of the block; and nothing else. */
  readonly whole: boolean;
  readonly alone: boolean;
  /** The list of texts that this text is an item of: it is all of that text that there is. */
  readonly list?: { readonly path: Path; readonly index: number; readonly length: number };
}

export class Homes {
  private readonly blocks = new Map<ContentText, TextBlocks>();
  private readonly known = new Map<Sent, Home | undefined>();

  /** By which paragraph each block is shown last. */
  private last: ReadonlyMap<Block, number> | undefined;

  constructor(
    private readonly texts: ContentTexts,
    private readonly all: readonly Sent[],
  ) {}

  /** Whether the same is shown further on as well: a summary repeats what stands in a chapter. */
  isRepeated(sent: Sent): boolean {
    const home = this.of(sent);
    if (!home) return false;
    this.last ??= new Map(
      this.all.flatMap((one) => {
        const own = this.of(one);
        return own ? [[own.block, one.number] as const] : [];
      }),
    );
    return (this.last.get(home.block) ?? sent.number) > sent.number;
  }

  blocksOf(text: ContentText): TextBlocks {
    const found = this.blocks.get(text) ?? blocksOf(text.text);
    this.blocks.set(text, found);
    return found;
  }

  /** @returns nothing for what the program wrote, and for what can't be found any more */
  of(sent: Sent): Home | undefined {
    if (!this.known.has(sent)) this.known.set(sent, this.find(sent));
    return this.known.get(sent);
  }

  /** A text on one line is one block. */
  private wholeOf(text: ContentText): Block {
    const { length } = text.text;
    const block = { kind: "paragraph", from: 0, to: length, sign: "", path: "", leaf: 0, leaves: 1 } as const;
    const known = this.blocks.get(text) ?? { blocks: [block], leaves: [] };
    this.blocks.set(text, known);
    return known.blocks[0] ?? block;
  }

  private find({ shown, lines }: Sent): Home | undefined {
    const at = this.texts.locate(lines);
    const [first, last] = [lines[0], lines.at(-1)];
    if (!at || !first || !last) return undefined;
    const { text, from, to } = at;
    const alone = first.start === 0 && /^[\s\d]*$/.test(shown.slice(last.end));
    const list = this.texts.listAround(text);
    if (text.form !== "prose") {
      const block = this.wholeOf(text);
      return { text, block, at: from, whole: from === 0 && to === text.text.length, alone, ...(list && { list }) };
    }
    const { blocks } = this.blocksOf(text);
    const block = blocks.find((one) => one.from <= from && to <= one.to);
    if (!block) return undefined;
    const source = text.text;
    const whole =
      source.slice(block.from, from).trim().length <= block.sign.trim().length &&
      /^[\s\\]*$/.test(source.slice(to, block.to));
    return { text, block, at: from, whole, alone, ...(list && blocks.length === 1 && { list }) };
  }
}
