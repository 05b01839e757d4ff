import {
  AFRelationship,
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import { isBounded } from "./bounded.js";

/** The file inside every PDF that holds the data of which the document was made. */
const DATA_FILE = "ivp-model.json";

/** Embeds the document's own data as its source (ISO 19005-3, 6.8; annex E). */
export async function attachData(document: PDFDocument, data: string, date?: Date): Promise<void> {
  await document.attach(Buffer.from(data), DATA_FILE, {
    mimeType: "application/json",
    description: "De gegevens waaruit ivp dit document maakte",
    afRelationship: AFRelationship.Source,
    ...(date && { creationDate: date, modificationDate: date }),
  });
}

/**
 * Reads the data back from a PDF that {@link attachData} filled.
 * @returns nothing when the file isn't a PDF, is larger than a document can be, or has no such data
 */
export async function extractData(pdf: Uint8Array): Promise<string | undefined> {
  if (!isBounded(pdf)) return undefined;
  try {
    return dataIn(await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true }));
  } catch {
    // Anything may be wrong in a file of others; it is no PDF that we made.
    return undefined;
  }
}

function dataIn({ catalog }: PDFDocument): string | undefined {
  const files = catalog.lookupMaybe(PDFName.of("AF"), PDFArray);
  for (let index = 0; index < (files?.size() ?? 0); index++) {
    const file = files?.lookupMaybe(index, PDFDict);
    const name = file?.lookup(PDFName.of("UF"));
    const stream = file?.lookupMaybe(PDFName.of("EF"), PDFDict)?.lookup(PDFName.of("F"));
    if (name instanceof PDFHexString && name.decodeText() === DATA_FILE && stream instanceof PDFRawStream)
      return new TextDecoder("utf-8", { fatal: true }).decode(decodePDFRawStream(stream).decode());
  }
  return undefined;
}
