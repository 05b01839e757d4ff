import { inflateSync } from "node:zlib";
import { decodePDFRawStream, PDFName, type PDFRawStream } from "@cantoo/pdf-lib";

/** What a stream holds, as one character a byte. Zlib itself is faster than the library. */
export function textOf(stream: PDFRawStream): string {
  const deflated = stream.dict.lookup(PDFName.of("Filter")) === PDFName.of("FlateDecode");
  const bytes = deflated ? inflateSync(stream.contents) : Buffer.from(decodePDFRawStream(stream).decode());
  return bytes.toString("latin1");
}
