import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { attributesOf, type Element, type Structure } from "./structure.js";

const ID = PDFName.of("ID");
const ID_TREE = PDFName.of("IDTree");
const KIDS = PDFName.of("Kids");

/**
 * Gives every table header a new id, in reading order, wherever the id is mentioned: the browser chooses them at
 * random.
 */
export function renumberHeaders({ context }: PDFDocument, { root, elements }: Structure): void {
  const fresh = new Map<string, PDFString>();
  for (const { dict } of elements) {
    const id = textOf(dict.lookup(ID));
    if (id !== undefined && !fresh.has(id)) fresh.set(id, PDFString.of(`h${fresh.size + 1}`));
  }
  const renamed = (value: PDFObject | undefined): PDFString | undefined => fresh.get(textOf(value) ?? "");
  for (const element of elements) {
    const { dict } = element;
    const id = renamed(dict.lookup(ID));
    if (id) dict.set(ID, id);
    for (const attributes of attributesOf(element)) {
      const headers = attributes.lookup(PDFName.of("Headers"));
      if (headers instanceof PDFArray) {
        headers.asArray().forEach((header, index) => {
          headers.set(index, renamed(header) ?? header);
        });
      }
    }
  }
  removeTree(context, root.get(ID_TREE));
  // The index of ids is rebuilt: its keys must be sorted (ISO 32000-1, 7.9.6).
  if (fresh.size > 0) root.set(ID_TREE, idTree(context, elements));
}

/** Removes a tree of names, but not what it names. */
function removeTree(context: PDFContext, node: PDFObject | undefined): void {
  if (!(node instanceof PDFRef)) return;
  const kids = context.lookupMaybe(node, PDFDict)?.lookupMaybe(KIDS, PDFArray);
  for (const kid of kids?.asArray() ?? []) removeTree(context, kid);
  context.delete(node);
}

function idTree(context: PDFContext, elements: readonly Element[]): PDFRef {
  const entries = elements
    .flatMap(({ dict, ref }) => {
      const id = textOf(dict.lookup(ID));
      return id === undefined ? [] : [{ id, ref }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first, last] = [entries[0]?.id ?? "", entries.at(-1)?.id ?? ""];
  const names = entries.flatMap(({ id, ref }) => [PDFString.of(id), ref]);
  return context.register(
    context.obj({
      Kids: [context.register(context.obj({ Limits: [PDFString.of(first), PDFString.of(last)], Names: names }))],
    }),
  );
}

const textOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
