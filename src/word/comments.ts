/** What stands beside the text: comments, and answers to them (ISO/IEC 29500-1, 17.13.4, and [MS-DOCX], 2.5.4.2). */
import type { Reviser } from "../documents/index.js";
import { NAMESPACES } from "./namespaces.js";
import { plainRun } from "./run.js";
import { signature } from "./signature.js";
import { element, part } from "./xml.js";

/** A comment; its number is its place among the comments of a file. */
export interface Comment {
  readonly text: string;
  readonly by: Reviser;
  /** The number of the comment that it answers. */
  readonly answers?: number;
}

/** By which the two parts know the paragraphs of comments: more than 0, and less than half of what has eight digits. */
const paragraphId = (comment: number): string => (comment + 1).toString(16).toUpperCase().padStart(8, "0");

/** comments.xml */
export const commentsXml = (comments: readonly Comment[]): string =>
  part(
    element(
      "w:comments",
      {
        ...NAMESPACES,
        "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "xmlns:w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "mc:Ignorable": "w14",
      },
      comments.map(({ text, by }, id) => {
        const lines = text.split("\n");
        return element(
          "w:comment",
          { "w:id": id, ...signature(by), "w:initials": initials(by.author) },
          lines.map((line, index) =>
            element(
              "w:p",
              // The last paragraph stands for the comment.
              { ...(index === lines.length - 1 && { "w14:paraId": paragraphId(id) }) },
              element("w:pPr", {}, element("w:pStyle", { "w:val": "CommentText" })),
              plainRun(line),
            ),
          ),
        );
      }),
    ),
  );

/** commentsExtended.xml: which comment answers which. Who doesn't know it shows them one after the other. */
export const threadsXml = (comments: readonly Comment[]): string =>
  part(
    element(
      "w15:commentsEx",
      { "xmlns:w15": "http://schemas.microsoft.com/office/word/2012/wordml" },
      comments.map(({ answers }, id) =>
        element("w15:commentEx", {
          "w15:paraId": paragraphId(id),
          "w15:paraIdParent": answers === undefined ? undefined : paragraphId(answers),
          "w15:done": 0,
        }),
      ),
    ),
  );

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? "")
    .join("")
    .slice(0, 9);
