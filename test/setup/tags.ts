import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** An element of a PDF's structure with the text that assistive technology reads in it. */
export interface Tag {
  readonly role: string;
  readonly page: number;
  readonly text: string;
  readonly alt?: string;
  readonly children: readonly Tag[];
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** The structure of all pages, in reading order. */
export async function tagsOf(pdf: PDFDocumentProxy): Promise<Tag[]> {
  const tags: Tag[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const texts = await markedTexts(page);
    const root = (await page.getStructTree()) as Node | null;
    tags.push(...(root?.children ?? []).flatMap((node) => read(node, number, texts)));
  }
  return tags;
}

/** The text of each piece of marked content; what isn't marked, or is an artifact, has none. */
async function markedTexts(page: PDFPageProxy): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  // Within marked content the browser marks letters that a soft hyphen stands between.
  const opened: (string | undefined)[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    const open = opened.at(-1);
    if (!("str" in item)) {
      if (item.type === "endMarkedContent") opened.pop();
      else opened.push(item.type === "beginMarkedContentProps" ? (item.id ?? open) : open);
    } else if (open !== undefined) texts.set(open, `${texts.get(open) ?? ""}${item.str}${item.hasEOL ? " " : ""}`);
  }
  return texts;
}

function read(node: Node, page: number, texts: ReadonlyMap<string, string>): Tag[] {
  if (node.type === "content") return [{ role: "text", page, text: texts.get(node.id ?? "") ?? "", children: [] }];
  if (!node.role) return [];
  const children = (node.children ?? []).flatMap((child) => read(child, page, texts));
  const text = children.map((child) => child.text).join("");
  return [{ role: node.role, page, text, children, ...(node.alt && { alt: node.alt }) }];
}

/** All elements, from top to bottom. */
export const flat = (tags: readonly Tag[]): Tag[] => tags.flatMap((tag) => [tag, ...flat(tag.children)]);
