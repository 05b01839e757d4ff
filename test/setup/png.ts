import { crc32, deflateSync } from "node:zlib";

/** A chunk of a PNG: length, type, content and sum. */
export function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The head of a PNG: what kind of file it is, its size in pixels and its colours (grey, 8 bits, unless said otherwise). */
export function head(width: number, height: number, depth = 8, colour = 0, interlaced = 0): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced], 8);
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", header)]);
}

/** A sound grey PNG. @param padding bytes of text in it, to make it heavy */
export const png = (width = 8, height = 8, padding = 0): Buffer =>
  Buffer.concat([
    head(width, height),
    ...(padding > 0 ? [chunk("tEXt", Buffer.alloc(padding, "a"))] : []),
    chunk(
      "IDAT",
      deflateSync(Buffer.alloc(height * (width + 1), 0x80).map((byte, at) => (at % (width + 1) ? byte : 0))),
    ),
    chunk("IEND", Buffer.alloc(0)),
  ]);
