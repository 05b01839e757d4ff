import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { type Element, type Structure, setRole, wrapKids } from "./structure.js";

/** What the browser's own roles come down to (ISO 32000-1, 14.8.4). */
const standardRoles: Readonly<Record<string, string>> = { Em: "Span", Strong: "Span", Aside: "Sect", Header: "Div" };

/**
 * Mends what the browser writes otherwise than the standard asks: a role map, the body of list items, one figure for
 * a picture instead of two, footnotes, and the language of parts (ISO 14289-1, 7.1, 7.2, 7.3 and 7.9).
 * @param html the page that was printed
 */
export function mendTags(document: PDFDocument, { root, elements }: Structure, html: string): void {
  const used = new Set(elements.map(({ role }) => role));
  const roles = Object.entries(standardRoles).filter(([role]) => used.has(role));
  if (roles.length > 0) root.set(PDFName.of("RoleMap"), document.context.obj(Object.fromEntries(roles)));
  // How the templates say that a part is in another language: the browser passes on the role, and not the language.
  const languages = [...html.matchAll(/ lang="([a-z]{2})" role="code"/g)].map(([, code = ""]) => code);
  let parts = 0;
  let notes = 0;
  for (const element of elements) {
    const role = element.role;
    if (role === "LI") wrapKids(element, "LBody", (child) => !child || !["Lbl", "LBody"].includes(child.role));
    if (role === "Code") {
      setRole(element, "Span");
      element.dict.set(PDFName.of("Lang"), PDFString.of(languages[parts++] ?? "nl"));
    }
    // The browser makes a figure of both `figure` and the drawing in it; only the drawing has the text alternative. Around a quote
    // with its speaker there is no picture at all.
    if (role === "Figure" && element.children.some((child) => ["Figure", "BlockQuote"].includes(child.role)))
      setRole(element, "Div");
    if (role === "Art") makeNote(element, ++notes);
  }
}

/** A footnote has an id of its own, and its number as its label (ISO 14289-1, 7.9). */
function makeNote(element: Element, number: number): void {
  setRole(element, "Note");
  element.dict.set(PDFName.of("ID"), PDFString.of(`note-${number}`));
  const [label] = element.children;
  if (label) setRole(label, "Lbl");
}

/**
 * Gives every link a text of its own (ISO 14289-1, 7.18.5): where it leads.
 * @param titleOf the title of what an anchor in this document marks
 */
export function describeLinks(document: PDFDocument, titleOf: (anchor: string) => string | undefined): void {
  for (const page of document.getPages()) {
    const annotations = page.node.Annots();
    for (let index = 0; index < (annotations?.size() ?? 0); index++) {
      const link = annotations?.lookupMaybe(index, PDFDict);
      if (link?.lookup(PDFName.of("Subtype")) !== PDFName.of("Link")) continue;
      link.set(PDFName.of("Contents"), PDFHexString.fromText(describe(link, titleOf)));
    }
  }
}

/** The name of the place in this document to which a link leads, if it leads to one. */
export function destinationOf(link: PDFDict): string | undefined {
  const name = link.lookup(PDFName.of("Dest"));
  return name instanceof PDFName ? name.decodeText() : undefined;
}

/** A link leads to a place in this document or to an address. */
function describe(link: PDFDict, titleOf: (anchor: string) => string | undefined): string {
  const anchor = destinationOf(link);
  if (anchor !== undefined) {
    const title = titleOf(anchor);
    return title ? `Naar “${title}”` : "Naar een andere plaats in dit document";
  }
  const address = link.lookupMaybe(PDFName.of("A"), PDFDict)?.lookup(PDFName.of("URI"));
  return address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : "Verwijzing";
}
