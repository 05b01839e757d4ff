import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from "@cantoo/pdf-lib";
import { ConformanceError } from "../../errors.js";

/** An element of the structure tree: what assistive technology reads (ISO 32000-1, 14.7.2). */
export interface Element {
  /** Its role: "P", "H2", "Figure". */
  role: string;
  readonly dict: PDFDict;
  readonly ref: PDFRef;
  readonly parent: Element | undefined;
  readonly children: readonly Element[];
}

/** The structure tree of a PDF. */
export interface Structure {
  readonly root: PDFDict;
  /** In reading order. */
  readonly elements: readonly Element[];
  /** The element that holds a piece of marked content of a page. */
  readonly ownerOf: (page: PDFRef, mcid: number) => Element | undefined;
  /** Takes a piece of marked content out of the tree: it is decoration. */
  readonly release: (page: PDFRef, mcid: number) => void;
}

const K = PDFName.of("K");
const P = PDFName.of("P");
const S = PDFName.of("S");
const PG = PDFName.of("Pg");
const KIDS = PDFName.of("Kids");

export function setRole(element: Element, role: string): void {
  element.role = role;
  element.dict.set(S, PDFName.of(role));
}

const roles = new Map<PDFName, string>();

/** The text of a role; there are few of them, and they are asked for often. */
function textOfRole(dict: PDFDict): string {
  const name = dict.lookup(S);
  if (!(name instanceof PDFName)) return "";
  const known = roles.get(name) ?? name.decodeText();
  roles.set(name, known);
  return known;
}

/** The attributes of an element, by owner (ISO 32000-1, 14.7.5). */
export function attributesOf({ dict }: Element): PDFDict[] {
  const value = dict.lookup(PDFName.of("A"));
  const all = value instanceof PDFArray ? value.asArray().map((_, index) => value.lookup(index)) : [value];
  return all.filter((item): item is PDFDict => item instanceof PDFDict);
}

/** The nearest of an element and what is around it that a test picks. */
export const ancestor = (element: Element, test: (element: Element) => boolean): Element | undefined =>
  test(element) ? element : element.parent && ancestor(element.parent, test);

/** What stands in an element, in order: elements, marked content and links. */
export function kidsOf({ dict }: Pick<Element, "dict">): PDFObject[] {
  const kids = dict.lookup(K);
  if (kids instanceof PDFArray) return kids.asArray();
  const only = dict.get(K);
  return only ? [only] : [];
}

/**
 * Reads the structure tree.
 * @throws {ConformanceError} when there is none
 */
export function readStructure(document: PDFDocument): Structure {
  const { context } = document;
  const root = context.lookupMaybe(document.catalog.get(PDFName.of("StructTreeRoot")), PDFDict);
  if (!root) throw new ConformanceError("ISO 14289-1, 7.1", "de PDF heeft geen structuur voor hulpmiddelen");
  const elements: Element[] = [];
  const owners = new Map<string, Element>();
  const visit = (value: PDFObject, parent: Element | undefined): Element[] => {
    if (!(value instanceof PDFRef)) return [];
    const dict = context.lookup(value);
    if (!(dict instanceof PDFDict) || !dict.has(S)) return [];
    const children: Element[] = [];
    const element: Element = { role: textOfRole(dict), dict, ref: value, parent, children };
    elements.push(element);
    for (const kid of kidsOf(element)) {
      const mark = markOf(element, kid);
      if (mark) owners.set(mark, element);
      else children.push(...visit(kid, element));
    }
    return [element];
  };
  for (const kid of kidsOf({ dict: root })) visit(kid, undefined);
  return {
    root,
    elements,
    ownerOf: (page, mcid) => owners.get(keyOf(page, mcid)),
    release: (page, mcid) => {
      const key = keyOf(page, mcid);
      const owner = owners.get(key);
      if (!owner) return;
      owners.delete(key);
      setKids(
        owner,
        kidsOf(owner).filter((kid) => markOf(owner, kid) !== key),
      );
      parentsOf(root, context.lookup(page, PDFDict))?.set(mcid, PDFNull);
    },
  };
}

/** Gives an element other kids. */
function setKids({ dict }: Pick<Element, "dict">, kids: readonly PDFObject[]): void {
  dict.set(K, dict.context.obj([...kids]));
}

/** Puts all kids of an element that a test picks into one new element in their place, at its end. */
export function wrapKids(element: Element, role: string, picked: (child: Element | undefined) => boolean): void {
  const { context } = element.dict;
  const childOf = (kid: PDFObject): Element | undefined => element.children.find(({ ref }) => ref === kid);
  const inner = kidsOf(element).filter((kid) => picked(childOf(kid)));
  if (inner.length === 0) return;
  const dict = context.obj({ Type: "StructElem", S: role });
  const page = element.dict.get(PG);
  if (page) dict.set(PG, page);
  const ref = context.register(dict);
  dict.set(P, element.ref);
  setKids({ dict }, inner);
  for (const kid of inner) childOf(kid)?.dict.set(P, ref);
  setKids(element, [...kidsOf(element).filter((kid) => !inner.includes(kid)), ref]);
}

const keyOf = (page: PDFRef, mcid: number): string => `${page.tag} ${mcid}`;

/** The key of a kid that is marked content: a number, or a reference with a page of its own. */
function markOf({ dict }: Pick<Element, "dict">, kid: PDFObject): string | undefined {
  const found = kid instanceof PDFRef ? dict.context.lookup(kid) : kid;
  const page = (holder: PDFDict): PDFRef | undefined => {
    const value = holder.get(PG);
    return value instanceof PDFRef ? value : undefined;
  };
  if (found instanceof PDFNumber) {
    const own = page(dict);
    return own && keyOf(own, found.asNumber());
  }
  if (!(found instanceof PDFDict)) return undefined;
  const mcid = found.lookup(PDFName.of("MCID"));
  const own = page(found) ?? page(dict);
  return mcid instanceof PDFNumber && own ? keyOf(own, mcid.asNumber()) : undefined;
}

/** The list in the parent tree that tells for each piece of marked content of a page which element holds it. */
function parentsOf(root: PDFDict, page: PDFDict): PDFArray | undefined {
  const number = page.lookupMaybe(PDFName.of("StructParents"), PDFNumber)?.asNumber();
  const find = (node: PDFDict | undefined): PDFArray | undefined => {
    const numbers = node?.lookupMaybe(PDFName.of("Nums"), PDFArray);
    for (let index = 0; numbers && index + 1 < numbers.size(); index += 2) {
      if (numbers.lookup(index, PDFNumber).asNumber() === number) return numbers.lookupMaybe(index + 1, PDFArray);
    }
    const kids = node?.lookupMaybe(KIDS, PDFArray);
    for (let index = 0; kids && index < kids.size(); index++) {
      const found = find(kids.lookupMaybe(index, PDFDict));
      if (found) return found;
    }
    return undefined;
  };
  return number === undefined ? undefined : find(root.lookupMaybe(PDFName.of("ParentTree"), PDFDict));
}
