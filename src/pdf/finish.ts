import { createHash } from "node:crypto";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

/** What a finished PDF says about itself. */
export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  /** BCP 47, such as "nl". */
  readonly language: string;
  /** The date of the edition; never the moment of printing. */
  readonly date: Date;
  /** What was printed: the file's id follows from it (ISO 32000-1, 14.4), so the same content has the same id. */
  readonly html: string;
}

/**
 * Makes a printed PDF ready: title and language, a fixed date, and nothing in it that differs between two prints
 * of the same page. The browser numbers table headers at random and notes the time; both are replaced.
 */
export async function finish(printed: Uint8Array, info: PdfInfo): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  document.setTitle(info.title, { showInWindowTitleBar: true });
  document.setAuthor(info.author);
  document.setLanguage(info.language);
  document.setCreator("ivp");
  document.setProducer("ivp");
  document.setCreationDate(info.date);
  document.setModificationDate(info.date);
  renumberHeaders(document);
  const id = PDFHexString.of(createHash("sha256").update(info.html).digest("hex").slice(0, 32));
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  return document.save({ useObjectStreams: true, updateFieldAppearances: false });
}

/** Gives every structure element with an id a new one, in reading order, wherever the id is mentioned. */
function renumberHeaders(document: PDFDocument): void {
  const ID = PDFName.of("ID");
  const { context } = document;
  const root = context.lookupMaybe(document.catalog.get(PDFName.of("StructTreeRoot")), PDFDict);
  if (!root) return;
  const fresh = new Map<string, PDFString>();
  const elements: PDFDict[] = [];
  const visit = (value: PDFObject | undefined): void => {
    const found = value instanceof PDFRef ? context.lookup(value) : value;
    if (found instanceof PDFArray) for (const child of found.asArray()) visit(child);
    if (!(found instanceof PDFDict)) return;
    elements.push(found);
    const id = textOf(found.lookup(ID));
    if (id !== undefined && !fresh.has(id)) fresh.set(id, PDFString.of(`h${fresh.size + 1}`));
    visit(found.get(PDFName.of("K")));
  };
  visit(root.get(PDFName.of("K")));
  const renamed = (value: PDFObject | undefined): PDFString | undefined => fresh.get(textOf(value) ?? "");
  for (const element of elements) {
    const id = renamed(element.lookup(ID));
    if (id) element.set(ID, id);
    for (const attributes of attributesOf(element)) {
      const headers = attributes.lookup(PDFName.of("Headers"));
      if (headers instanceof PDFArray) {
        headers.asArray().forEach((header, index) => {
          headers.set(index, renamed(header) ?? header);
        });
      }
    }
  }
  // The index of ids is rebuilt: its keys must be sorted (ISO 32000-1, 7.9.6).
  if (fresh.size > 0) root.set(PDFName.of("IDTree"), idTree(document, elements));
}

function attributesOf(element: PDFDict): PDFDict[] {
  const value = element.lookup(PDFName.of("A"));
  const list = value instanceof PDFArray ? value.asArray().map((_, index) => value.lookup(index)) : [value];
  return list.filter((item): item is PDFDict => item instanceof PDFDict);
}

function idTree(document: PDFDocument, elements: readonly PDFDict[]): PDFRef {
  const { context } = document;
  const refs = new Map(context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]));
  const entries = elements
    .flatMap((element) => {
      const id = textOf(element.lookup(PDFName.of("ID")));
      const ref = refs.get(element);
      return id !== undefined && ref ? [{ id, ref }] : [];
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
