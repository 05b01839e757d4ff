/** The words of a line of prose as runs. */
import type { Token } from "markdown-it";
import type { Document, Link } from "../documents/index.js";
import { imageFile } from "../prose/images.js";
import { NOTE, plainText, REFERENCE, type Reference, referenceOf } from "../prose/index.js";
import { marked } from "./marked.js";
import { type Look, type Run, type Target, words } from "./pieces.js";
import { PAGE, PICTURE_HEIGHT } from "./sizes.js";

/** What stands where a text refers to a footnote. */
export interface Signs {
  /** Nothing when there is no footnote of that name. */
  readonly sign: (label: string) => Run[] | undefined;
}

/** Makes runs of the lines of one document. */
export class Lines {
  constructor(private readonly document: Pick<Document, "links" | "images">) {}

  /** The words of a text alone. */
  readonly plain = (text: string): string => plainText(text, this.label);

  private readonly label = ({ kind, id, text }: Reference): string =>
    text ?? this.document.links.get(`${kind}:${id}`)?.text ?? id;

  /** The words of a line. */
  of(inline: Token | undefined, notes: Signs, look: Look = {}): Run[] {
    const runs: Run[] = [];
    const looks: Look[] = [look];
    let link: Target | undefined;
    const push = (text: string, own: Target | undefined = link, more: Look = {}): void => {
      runs.push({ type: "words", text, look: { ...looks.at(-1), ...more }, ...(own && { link: own }) });
    };
    for (const token of inline?.children ?? []) {
      switch (token.type) {
        case "text":
        case "text_special":
          push(token.content);
          break;
        case "softbreak":
          push(" ");
          break;
        case "hardbreak":
          push("\n");
          break;
        case "code_inline":
          push(token.content, link, { code: true });
          break;
        case "strong_open":
          looks.push({ ...looks.at(-1), bold: true });
          break;
        case "em_open":
          looks.push({ ...looks.at(-1), italic: true });
          break;
        case "strong_close":
        case "em_close":
          looks.pop();
          break;
        case "link_open":
          link = { address: String(token.attrGet("href") ?? "") };
          break;
        case "link_close":
          link = undefined;
          break;
        case REFERENCE: {
          const found = referenceOf(token);
          if (found) push(this.label(found), link ?? target(this.document.links.get(`${found.kind}:${found.id}`)));
          else push(token.content);
          break;
        }
        case NOTE:
          runs.push(...(notes.sign(String(token.meta?.label)) ?? [words(token.content)]));
          break;
        case "image":
          runs.push(this.image(token));
          break;
        default:
          if (token.content) push(token.content);
      }
    }
    return marked(runs);
  }

  private image(token: Token): Run {
    const alt = plainText(token.content, this.label);
    const file = imageFile(String(token.attrGet("src") ?? ""));
    // The check refuses it, but nothing that is written may go without a trace, whatever is shown.
    if (file === undefined || !this.document.images.has(file)) return words(`[afbeelding: ${alt}]`);
    return { type: "image", file, alt, room: { width: PAGE, height: PICTURE_HEIGHT } };
  }
}

/** Where a link within a document leads. Another document may lie anywhere: there is no link to it. */
export function target(link: Link | undefined): Target | undefined {
  if (link?.anchor === undefined || link.document !== undefined) return undefined;
  const { anchor, explanation } = link;
  // Word shows no more than this.
  return { anchor, ...(explanation && explanation.length <= 255 && { tip: explanation }) };
}
