import { deflateSync } from "node:zlib";
import { type PDFContext, type PDFDocument, PDFStream } from "@cantoo/pdf-lib";

/** How many objects go into one stream of objects. */
const OBJECTS = 200;

/**
 * Lets a document compress with zlib itself. The library does it in JavaScript, which takes two to four times as long, and
 * compressing is a good part of finishing a PDF.
 */
export function compressNatively(context: PDFContext): void {
  context.flateStream = (contents, dict = {}) =>
    context.stream(deflateSync(typeof contents === "string" ? Buffer.from(contents, "latin1") : contents), {
      ...dict,
      Filter: "FlateDecode",
    });
}

/**
 * Writes a document as bytes: streams as they are, all other objects in streams of objects (ISO 32000-1, 7.5.7), with one
 * cross-reference stream at the end (7.5.8). The library's own writer gives the same and takes more than twice as long.
 */
export async function write(document: PDFDocument): Promise<Uint8Array> {
  // What was attached becomes objects only now.
  await document.flush();
  const { context } = document;
  const output = new Output();
  const loose: Placed[] = [];
  for (const [{ objectNumber }, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) output.addStream(objectNumber, object);
    else loose.push({ number: objectNumber, text: String(object) });
  }
  for (let start = 0; start < loose.length; start += OBJECTS) {
    const together = loose.slice(start, start + OBJECTS);
    output.addObjects(context.nextRef().objectNumber, together, context);
  }
  return output.end(context.nextRef().objectNumber, context);
}

/** An object as it is written, with its number. */
interface Placed {
  readonly number: number;
  readonly text: string;
}

/** A line of the cross-reference table: its type and two numbers, of which the meaning depends on it. */
type Entry = readonly [type: 0 | 1 | 2, first: number, second: number];

/** How many bytes an entry takes in the table: one, four and two. */
const WIDTH = 7;

class Output {
  readonly #parts: Uint8Array[] = [];
  readonly #entries = new Map<number, Entry>([[0, [0, 0, 65535]]]);
  #size = 0;

  constructor() {
    // Four bytes above 127 tell programs that this is no text file (ISO 32000-1, 7.5.2).
    this.#put("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
  }

  addStream(number: number, stream: PDFStream): void {
    this.#entries.set(number, [1, this.#size, 0]);
    stream.updateDict();
    this.#put(`${number} 0 obj\n${stream.dict}\nstream\n`);
    this.#put(stream.getContents());
    this.#put("\nendstream\nendobj\n");
  }

  addObjects(number: number, objects: readonly Placed[], context: PDFContext): void {
    let at = 0;
    const index = objects.map((object) => {
      const pair = `${object.number} ${at}`;
      at += object.text.length + 1;
      return pair;
    });
    const head = `${index.join(" ")} `;
    objects.forEach((object, place) => {
      this.#entries.set(object.number, [2, number, place]);
    });
    const text = head + objects.map((object) => `${object.text}\n`).join("");
    this.addStream(number, context.flateStream(text, { Type: "ObjStm", N: objects.length, First: head.length }));
  }

  end(number: number, context: PDFContext): Uint8Array {
    const start = this.#size;
    this.#entries.set(number, [1, start, 0]);
    const table = Buffer.alloc((number + 1) * WIDTH);
    for (let entry = 0; entry <= number; entry++) {
      const [type, first, second] = this.#entries.get(entry) ?? [0, 0, 0];
      table.writeUInt8(type, entry * WIDTH);
      table.writeUInt32BE(first, entry * WIDTH + 1);
      table.writeUInt16BE(second, entry * WIDTH + 5);
    }
    const { Root, Info, ID } = context.trailerInfo;
    this.addStream(
      number,
      context.flateStream(table, { Type: "XRef", Size: number + 1, W: [1, 4, 2], Root, Info, ID }),
    );
    this.#put(`startxref\n${start}\n%%EOF\n`);
    return Buffer.concat(this.#parts);
  }

  #put(part: string | Uint8Array): void {
    const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : part;
    this.#parts.push(bytes);
    this.#size += bytes.length;
  }
}
