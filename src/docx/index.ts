/**
 * Reads documents of Word (docx, ISO/IEC 29500), also as other programs save them: text, structure, tracked changes, comments. It
 * trusts nothing in the file, fetches nothing and knows nothing of safety plans. Pure.
 */
import { openPackage, type Package } from "./package.js";
import { StoryReader } from "./paragraphs.js";
import { Lists, Styles } from "./styles.js";
import type { Paragraph, WordBlock, WordComment, WordDocument, WordNote } from "./types.js";
import { childrenNamed, deepNamed, elementsIn, textIn, type XmlElement } from "./xml.js";

export { type Accepts, acceptAll, isThere, rejectAll, settled } from "./settled.js";
export type * from "./types.js";
export { childrenNamed, deepNamed, elementsIn, textIn, type XmlElement } from "./xml.js";

/** @throws {UsageError} when these bytes are no docx that can be read; the message says what they are */
export function readDocx(bytes: Uint8Array): WordDocument {
  const own = openPackage(bytes);
  const { main } = own;
  const partOf = (type: string): XmlElement | undefined => {
    const part = own.related(main, type);
    return part === undefined ? undefined : own.xml(part);
  };
  const styles = new Styles(partOf("styles"));
  const lists = new Lists(partOf("numbering"));
  const notices = new Set(own.notices);
  const reader = (part: string): StoryReader => new StoryReader(own, part, styles, lists);
  const told = <T>(story: StoryReader, read: T): T => {
    for (const notice of story.notices) notices.add(notice);
    return read;
  };
  const body = reader(main);
  const [root] = childrenNamed(own.xml(main), "w:body");
  const blocks = told(body, root ? body.blocks(root, { story: "body", cells: [] }) : []);
  const notes = (["footnote", "endnote"] as const).flatMap((kind): WordNote[] => {
    const part = own.related(main, `${kind}s`);
    const all = part === undefined ? undefined : own.xml(part);
    if (part === undefined || !all) return [];
    const story = reader(part);
    const real = childrenNamed(all, `w:${kind}`).filter(
      ({ attributes }) => !/separator|notice/i.test(attributes["w:type"] ?? ""),
    );
    return told(
      story,
      real.map((note) => {
        const id = note.attributes["w:id"] ?? "";
        return { kind, id, blocks: story.blocks(note, { story: kind, note: id, cells: [] }) };
      }),
    );
  });
  return {
    blocks,
    notes,
    margins: marginsOf(own, reader),
    comments: commentsOf(own, styles, lists),
    bytesOf: (part) => own.parts.get(part)?.bytes(),
    own: ownXml(own),
    properties: propertiesOf(own),
    ...coreOf(own),
    notices: [...notices],
  };
}

/** All paragraphs of blocks, those of tables too, in the order of the text. */
export const paragraphsIn = (blocks: readonly WordBlock[]): Paragraph[] =>
  blocks.flatMap((block) =>
    block.type === "paragraph"
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.blocks))),
  );

function marginsOf(own: Package, reader: (part: string) => StoryReader): WordBlock[] {
  const parts = [...own.relations(own.main).values()].filter(
    ({ type, outside }) => !outside && /^(?:header|footer)$/.test(type),
  );
  return parts.flatMap(({ target, type }) => {
    const root = own.xml(target);
    return root ? reader(target).blocks(root, { story: type === "header" ? "header" : "footer", cells: [] }) : [];
  });
}

function commentsOf(own: Package, styles: Styles, lists: Lists): WordComment[] {
  const part = own.related(own.main, "comments");
  const root = part === undefined ? undefined : own.xml(part);
  if (part === undefined || !root) return [];
  const story = new StoryReader(own, part, styles, lists);
  const extended = own.related(own.main, "commentsExtended");
  const threads = new Map(
    childrenNamed(extended === undefined ? undefined : own.xml(extended), "w15:commentEx").map(({ attributes }) => [
      attributes["w15:paraId"] ?? "",
      { parent: attributes["w15:paraIdParent"], done: attributes["w15:done"] === "1" },
    ]),
  );
  const all = childrenNamed(root, "w:comment").map((comment) => {
    const { "w:id": id = "", "w:author": author = "", "w:date": date = "" } = comment.attributes;
    const paragraphs = paragraphsIn(story.blocks(comment, { story: "body", cells: [] }));
    const text = paragraphs.map(({ pieces }) => pieces.map((piece) => piece.text).join("")).join("\n");
    const paragraph = deepNamed(comment, "w:p").at(-1)?.attributes["w14:paraId"] ?? "";
    return { id, author, date, text: text.trim(), paragraph };
  });
  return all.map(({ paragraph, ...comment }) => {
    const thread = threads.get(paragraph);
    const parent = thread?.parent && all.find((one) => one.paragraph === thread.parent);
    return { ...comment, done: thread?.done ?? false, ...(parent && { answers: parent.id }) };
  });
}

function ownXml(own: Package): WordDocument["own"] {
  const named = [...own.parts.keys()].filter((name) => /^customXml\/item\d*\.xml$/i.test(name));
  return named.flatMap((part) => {
    try {
      const root = own.xml(part);
      return root ? [{ part, root }] : [];
    } catch {
      // Another program's data needn't be of the kind that is understood here.
      return [];
    }
  });
}

function propertiesOf(own: Package): ReadonlyMap<string, string> {
  const part = own.related("", "custom-properties") ?? own.related("", "customProperties");
  const root = part === undefined ? undefined : own.xml(part);
  return new Map(root ? elementsIn(root).map((one) => [one.attributes.name ?? "", textIn(one)]) : []);
}

function coreOf(own: Package): { title: string; program: string } {
  const part = own.related("", "core-properties");
  const core = part === undefined ? undefined : own.xml(part);
  const app = own.related("", "extended-properties");
  const all = app === undefined ? undefined : own.xml(app);
  return {
    title: core ? textIn({ ...core, children: childrenNamed(core, "dc:title") }).trim() : "",
    program: all ? deepNamed(all, "?:Application").map(textIn).join("") : "",
  };
}
