import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import { requireLayout } from "./layout.js";
import { type Edit, type Operator, operatorsOf } from "./operators.js";
import { type Numbering, pageNumberIn } from "./page-numbers.js";
import { type Layout, newLayout } from "./sheet.js";
import { textOf } from "./stream-text.js";
import { ancestor, attributesOf, type Element, type Structure } from "./structure.js";

/** Running headers and page numbers: all the text that the browser leaves outside the structure. */
const PAGINATION = "/Artifact <</Type /Pagination>> BDC\n";
/** Backgrounds, borders and rules. */
const LAYOUT = "/Artifact <</Type /Layout>> BDC\n";

/**
 * Marks all that isn't content as such: running headers, page numbers, backgrounds and rules (ISO 14289-1, 7.1).
 * The browser leaves headers unmarked, and calls a background or a border content of the element that has it.
 * On the way it writes the page numbers of the contents, where the page shows all ten digits for each of them.
 * @param pages the number of the page on which each anchor stands
 * @returns the anchors of which the page number was written, and what was found on the pages
 * @throws {ConformanceError} on a content stream that can't be understood
 * @throws {LayoutError} when something is shrunk or cut
 */
export function mendStreams(
  document: PDFDocument,
  structure: Structure,
  pages: ReadonlyMap<string, number>,
): { readonly numbered: ReadonlySet<string>; readonly layout: Layout } {
  const headerPages = new Map<Element, PDFRef>();
  const numbered = new Set<string>();
  const layout = newLayout();
  document.getPages().forEach((page, index) => {
    const sheet = { structure, page: page.ref, resources: page.node.Resources() };
    const stream = contentsOf(page);
    const operators = operatorsOf(stream);
    replaceContents(document, page, markStream(stream, operators, { ...sheet, pages, numbered, headerPages }));
    // Only now it is known what is content, and what a header that is repeated.
    requireLayout(operators, { ...sheet, number: index + 1, layout }, page.getSize());
  });
  return { numbered, layout };
}

interface Place extends Numbering {
  readonly structure: Structure;
  /** On which page each column header stood first. */
  readonly headerPages: Map<Element, PDFRef>;
  readonly page: PDFRef;
  readonly resources: PDFDict | undefined;
}

function markStream(stream: string, operators: readonly Operator[], place: Place): string {
  const edits: Edit[] = [];
  for (let index = 0; index < operators.length; ) {
    const end = opensMark(operators[index]) ? endOfMark(operators, index) : endOfLoose(operators, index);
    const run = operators.slice(index, end);
    edits.push(...(opensMark(run[0]) ? editsOfMarked(run, place) : editsOfLoose(run, place)));
    index = end;
  }
  let result = "";
  let at = 0;
  for (const { from, to, text } of edits) {
    result += stream.slice(at, from) + text;
    at = to;
  }
  return result + stream.slice(at);
}

const opensMark = (operator: Operator | undefined): boolean => operator?.name === "BDC" || operator?.name === "BMC";

function endOfMark(operators: readonly Operator[], start: number): number {
  let depth = 0;
  for (let index = start; index < operators.length; index++) {
    if (opensMark(operators[index])) depth++;
    else if (operators[index]?.name === "EMC" && --depth === 0) return index + 1;
  }
  return operators.length;
}

function endOfLoose(operators: readonly Operator[], start: number): number {
  let end = start + 1;
  while (end < operators.length && !opensMark(operators[end])) end++;
  return end;
}

/** What an operator is for, as far as marking goes. */
type Kind = "barrier" | "text" | "show" | "path" | "paint" | "drop" | "object";

const kinds: ReadonlyMap<string, Kind> = new Map([
  ...["q", "Q"].map((name) => [name, "barrier"] as const),
  ["BT", "text"],
  ...["Tj", "TJ", "'", '"'].map((name) => [name, "show"] as const),
  ...["m", "re"].map((name) => [name, "path"] as const),
  ...["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"].map((name) => [name, "paint"] as const),
  ["n", "drop"],
  ["Do", "object"],
]);
const shows: ReadonlySet<Kind | undefined> = new Set<Kind | undefined>(["show", "object"]);

/**
 * Content that shows no text and no picture is a background or a border, unless it is part of a figure. The header of a
 * table that is repeated on the next page is a running header: it is read once.
 */
function editsOfMarked(run: readonly Operator[], place: Place): Edit[] {
  const { structure, page, headerPages } = place;
  const [open] = run as [Operator];
  const mcid = /\/MCID\s+(\d+)/.exec(open.operands)?.[1];
  const owner = mcid === undefined ? undefined : structure.ownerOf(page, Number(mcid));
  if (!owner) return [];
  const header = ancestor(owner, isColumnHeader);
  if (header && !headerPages.has(header)) headerPages.set(header, page);
  const empty = !run.some(({ name }) => shows.has(kinds.get(name))) && !ancestor(owner, isFigure);
  const repeated = header !== undefined && headerPages.get(header) !== page;
  if (!empty && !repeated) return pageNumberIn(run, owner, place);
  structure.release(page, Number(mcid));
  return [{ from: open.start, to: open.end, text: (empty ? LAYOUT : PAGINATION).trimEnd() }];
}

const isFigure = (element: Element): boolean => element.role === "Figure";

const isColumnHeader = (element: Element): boolean =>
  element.role === "TH" && attributesOf(element).some((attributes) => attributes.get(SCOPE) === COLUMN);

const SCOPE = PDFName.of("Scope");
const COLUMN = PDFName.of("Column");

/** Wraps what is painted outside marked content, between one `q` or `Q` and the next. */
function editsOfLoose(run: readonly Operator[], place: Place): Edit[] {
  const edits: Edit[] = [];
  let open: { mark: string; end: number } | undefined;
  const insert = (at: number, text: string): number => edits.push({ from: at, to: at, text });
  const close = (): void => {
    if (open) insert(open.end, "\nEMC");
    open = undefined;
  };
  for (const painted of paintedIn(run, place)) {
    if (!painted.mark || open?.mark !== painted.mark) close();
    if (!painted.mark) continue;
    if (!open) insert(painted.start, painted.mark);
    open = { mark: painted.mark, end: painted.end };
  }
  close();
  return edits;
}

/** Something that is painted; without a mark, a place across which no mark may go. */
interface Painted {
  readonly start: number;
  readonly end: number;
  readonly mark?: string;
}

function* paintedIn(run: readonly Operator[], place: Place): Generator<Painted> {
  let path: number | undefined;
  let text: number | undefined;
  for (const [index, operator] of run.entries()) {
    const { start, end } = operator;
    switch (kinds.get(operator.name)) {
      case "barrier":
        yield { start, end };
        break;
      case "text":
        text = start;
        break;
      case "show":
        yield { ...(textObject(run, index, text) ?? { start, end }), mark: PAGINATION };
        break;
      case "path":
        path ??= start;
        break;
      case "paint":
        yield { start: path ?? start, end, mark: LAYOUT };
        path = undefined;
        break;
      case "drop":
        path = undefined;
        break;
      case "object":
        yield isMarkedForm(operator, place) ? { start, end } : { start, end, mark: LAYOUT };
    }
  }
}

/** A text object is marked as a whole, unless marked content begins or ends within it. */
function textObject(
  run: readonly Operator[],
  index: number,
  start: number | undefined,
): { start: number; end: number } | undefined {
  const last = run.slice(index).find(({ name }) => name === "ET");
  return start !== undefined && last ? { start, end: last.end } : undefined;
}

/** Whether a form holds content of the structure. Its own loose parts are marked then; as a whole it mustn't be. */
function isMarkedForm({ operands }: Operator, place: Place): boolean {
  const name = PDFName.of(operands.trim().slice(1));
  const forms = place.resources?.lookupMaybe(PDFName.of("XObject"), PDFDict);
  const form = forms?.lookup(name);
  if (!(form instanceof PDFRawStream) || form.dict.lookup(PDFName.of("Subtype")) !== PDFName.of("Form")) return false;
  const stream = textOf(form);
  if (!stream.includes("BDC")) return false;
  const resources = form.dict.lookupMaybe(PDFName.of("Resources"), PDFDict) ?? place.resources;
  const marked = markStream(stream, operatorsOf(stream), { ...place, resources });
  form.updateContents(Buffer.from(marked, "latin1"));
  form.dict.delete(PDFName.of("Filter"));
  form.dict.delete(PDFName.of("DecodeParms"));
  return true;
}

/** Puts a new stream in the place of a page's content, and leaves nothing of the old one behind. */
function replaceContents({ context }: PDFDocument, { node }: PDFPage, text: string): void {
  const CONTENTS = PDFName.of("Contents");
  const old = node.get(CONTENTS);
  const parts = node.Contents();
  const refs = [old, ...(parts instanceof PDFArray ? parts.asArray() : [])].filter((part) => part instanceof PDFRef);
  for (const ref of refs) context.delete(ref);
  const [place = context.nextRef()] = refs;
  context.assign(place, context.flateStream(Buffer.from(text, "latin1")));
  node.set(CONTENTS, place);
}

function contentsOf({ node }: PDFPage): string {
  const contents = node.Contents();
  const parts =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents];
  return parts.map((part) => (part instanceof PDFRawStream ? textOf(part) : "")).join("\n");
}
