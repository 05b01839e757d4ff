import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import { isBounded } from "./finish/bounded.js";
import { textByGlyph } from "./finish/glyphs.js";
import { extractData } from "./finish/index.js";
import { operatorsOf } from "./finish/operators.js";
import { textOf } from "./finish/stream-text.js";

/** What a PDF carries: what it says of itself, its data, and the text that its pages show. */
export interface CarriedByPdf {
  readonly facts: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/**
 * Reads what a PDF carries, whoever saved it last.
 * @returns nothing when it can't be read
 */
export async function carriedByPdf(bytes: Uint8Array): Promise<CarriedByPdf | undefined> {
  if (!isBounded(bytes)) return undefined;
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    const xmp = xmpOf(document);
    const part = claimed(xmp, "pdfaid", "part");
    const ua = claimed(xmp, "pdfuaid", "part");
    return {
      facts: {
        "de titel": document.getTitle(),
        "de auteur": document.getAuthor(),
        "de taal": document.catalog.lookup(PDFName.of("Lang"))?.toString(),
        "de metadata (XMP)": titleIn(xmp),
        "dat hij aan PDF/UA voldoet": ua,
        "dat hij aan PDF/A voldoet": part && `${part}${claimed(xmp, "pdfaid", "conformance") ?? ""}`,
        "de labels voor voorleesprogramma's": document.catalog.has(PDFName.of("StructTreeRoot")) ? "ja" : undefined,
        "de ingesloten gegevens": await extractData(bytes),
      },
      text: document
        .getPages()
        .map(textOnPage)
        .join("")
        .normalize("NFKC")
        .replace(/[\s\u00ad]+/gu, ""),
    };
  } catch {
    // Anything may be wrong in a file of others.
    return undefined;
  }
}

function xmpOf({ catalog }: PDFDocument): string {
  const stream = catalog.lookup(PDFName.of("Metadata"));
  return stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString("utf8") : "";
}

/** A claim in XMP, as an element or as an attribute (ISO 16684-1, 7). */
const claimed = (xmp: string, prefix: string, name: string): string | undefined =>
  new RegExp(`<${prefix}:${name}>\\s*([^<\\s]+)|\\s${prefix}:${name}="([^"]*)"`).exec(xmp)?.slice(1).find(Boolean);

const titleIn = (xmp: string): string | undefined => /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)/.exec(xmp)?.[1];

function textOnPage({ node }: PDFPage): string {
  const contents = node.lookup(PDFName.of("Contents"));
  const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => node.context.lookup(ref)) : [contents];
  const content = streams.map((stream) => (stream instanceof PDFRawStream ? textOf(stream) : "")).join("\n");
  return textIn(content, node.Resources(), 0);
}

/** Forms may draw themselves, in a file of others. */
const DEEPEST = 20;

/** The text that content shows, in the order in which it is drawn. */
function textIn(content: string, resources: PDFDict | undefined, depth: number): string {
  let font: Font | undefined;
  let text = "";
  for (const { name, operands } of operatorsOf(content)) {
    if (name === "Tf") font = fontNamed(operands.trim().split(/\s+/)[0] ?? "", resources);
    else if (["Tj", "TJ", "'", '"'].includes(name)) text += shown(operands, font);
    else if (name === "Do" && depth < DEEPEST) text += drawn(operands.trim(), resources, depth);
  }
  return text;
}

function drawn(name: string, resources: PDFDict | undefined, depth: number): string {
  const form = resources?.lookupMaybe(PDFName.of("XObject"), PDFDict)?.lookup(PDFName.of(name.slice(1)));
  if (!(form instanceof PDFRawStream) || form.dict.lookup(PDFName.of("Subtype")) !== PDFName.of("Form")) return "";
  return textIn(textOf(form), form.dict.lookupMaybe(PDFName.of("Resources"), PDFDict) ?? resources, depth + 1);
}

interface Font {
  readonly characters: ReadonlyMap<number, string>;
  /** How many bytes a glyph takes. */
  readonly bytes: 1 | 2;
}

const known = new WeakMap<PDFDict, Font>();

function fontNamed(name: string, resources: PDFDict | undefined): Font | undefined {
  const font = resources?.lookupMaybe(PDFName.of("Font"), PDFDict)?.lookup(PDFName.of(name.slice(1)));
  if (!(font instanceof PDFDict)) return undefined;
  const before = known.get(font);
  if (before) return before;
  const composite = font.lookup(PDFName.of("Subtype")) === PDFName.of("Type0");
  const read: Font = { characters: textByGlyph(font), bytes: composite ? 2 : 1 };
  known.set(font, read);
  return read;
}

/** The strings among operands, each glyph as what it stands for. */
function shown(operands: string, font: Font | undefined): string {
  const strings = [...operands.matchAll(/<([\da-fA-F\s]*)>|\(((?:\\[\s\S]|[^\\)])*)\)/g)];
  return strings
    .map(([, hexadecimal, literal = ""]) => {
      const bytes =
        hexadecimal === undefined
          ? Buffer.from(unescaped(literal), "latin1")
          : Buffer.from(hexadecimal.replace(/\s/g, ""), "hex");
      let text = "";
      const size = font?.bytes ?? 1;
      for (let at = 0; at + size <= bytes.length; at += size) {
        const glyph = bytes.readUIntBE(at, size);
        text += font?.characters.get(glyph) ?? (size === 1 ? String.fromCharCode(glyph) : "");
      }
      return text;
    })
    .join("");
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** A literal string without its escapes (ISO 32000-1, 7.3.4.2). */
const unescaped = (literal: string): string =>
  literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8) & 255) : (escapes[code] ?? code),
  );
