/**
 * Whether an image can be shown whole: read from its bytes, as a name proves nothing and a browser shows a torn image in silence.
 * PNG as in ISO/IEC 15948 (chunks of length, type, data and CRC), JPEG as in ITU-T T.81 (segments up to EOI).
 */
import { inflateSync } from "node:zlib";

/** In bytes. A photograph as wide as the page, at 300 dots to the inch, stays under it. */
export const MOST_BYTES = 2_000_000;

/** In pixels. A photograph over a whole A4 page at 300 dots to the inch has 2480 × 3508. */
const MOST_WIDE = 10_000;
const MOST_PIXELS = 40_000_000;

/** How many times as long as the other a side can be: within a column or a page, the short one is then some two pixels. */
const MOST_NARROW = 250;

const known = new WeakMap<Uint8Array, string | undefined>();

/**
 * What keeps a PNG or JPEG from being shown as it is meant, in Dutch, as the rest of a sentence: "is niet heel".
 * @returns nothing when the image is sound
 */
export function defectOf(bytes: Uint8Array): string | undefined {
  if (!known.has(bytes)) known.set(bytes, defect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)));
  return known.get(bytes);
}

/** The chunks without which no program may show a PNG; it may not show one with others of that sort (ISO/IEC 15948, 5.4 and 14). */
const CRITICAL = ["IHDR", "PLTE", "IDAT", "IEND"];
const isCritical = (type: string): boolean => /^[A-Z]/.test(type);

const PNG = Buffer.from("89504e470d0a1a0a", "hex");
const TORN = "is niet heel: het bestand is afgebroken of beschadigd";

/** What kind of image a file holds, if it is one that documents can show. */
export function typeOf(bytes: Uint8Array): "png" | "jpeg" | undefined {
  const starts = (...first: number[]): boolean => first.every((byte, index) => bytes[index] === byte);
  return starts(0x89, 0x50, 0x4e, 0x47) ? "png" : starts(0xff, 0xd8, 0xff) ? "jpeg" : undefined;
}

const defect = (bytes: Buffer): string | undefined =>
  typeOf(bytes) === "png" ? defectOfPng(bytes) : defectOfJpeg(bytes);

function defectOfSize(width: number, height: number): string | undefined {
  if (width === 0 || height === 0) return `is ${width} bij ${height} beeldpunten: er is niets te zien`;
  if (width > MOST_WIDE || height > MOST_WIDE || width * height > MOST_PIXELS)
    return `is ${width} bij ${height} beeldpunten, en dat is te groot`;
  if (Math.max(width, height) > MOST_NARROW * Math.min(width, height))
    return `is ${width} bij ${height} beeldpunten: zo ${width < height ? "smal" : "laag"} is er op een bladzijde niets van te zien`;
  return undefined;
}

/** Samples in a pixel, by the colour type of a PNG, and the bits that a sample can have. */
const colourTypes: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

/** The chunks of a PNG: type and content. The last is IEND, or TORN where the file stops or a sum is wrong. */
function* chunksOf(bytes: Buffer): Generator<readonly [string, Buffer]> {
  for (let at = PNG.length; ; ) {
    const end = at + 12 <= bytes.length ? at + 8 + bytes.readUInt32BE(at) : Number.POSITIVE_INFINITY;
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return yield NO_MORE;
    const type = bytes.toString("latin1", at + 4, at + 8);
    yield [type, bytes.subarray(at + 8, end)];
    if (type === "IEND") return;
    at = end + 4;
  }
}

const NO_MORE = [TORN, Buffer.alloc(0)] as const;

function defectOfPng(bytes: Buffer): string | undefined {
  if (!bytes.subarray(0, PNG.length).equals(PNG)) return TORN;
  const chunks = [...chunksOf(bytes)];
  const types = chunks.map(([type]) => type);
  const [, header = Buffer.alloc(0)] = chunks[0] ?? [];
  if (types[0] !== "IHDR" || header.length !== 13 || types.at(-1) === TORN) return TORN;
  if (types.lastIndexOf("IHDR") > 0 || types.some((type) => isCritical(type) && !CRITICAL.includes(type))) return TORN;
  if (types.includes("acTL")) return "beweegt, en op papier kan dat niet";
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, colour = 0, packed = 0, filtered = 0, interlaced = 0] = header.subarray(8);
  const form = colourTypes[colour];
  if (packed !== 0 || filtered !== 0 || interlaced > 1) return TORN;
  if (!form?.depths.includes(depth) || (colour === 3 && !types.includes("PLTE"))) return TORN;
  const data = Buffer.concat(chunks.flatMap(([type, content]) => (type === "IDAT" ? [content] : [])));
  const parts: [number, number][] = interlaced === 1 ? passes(width, height) : [[width, height]];
  // Each row has a byte in front that says how it is filtered.
  const rows = parts.map(([wide, high]): Rows => {
    return { size: 1 + Math.ceil((wide * depth * form.samples) / 8), count: wide === 0 ? 0 : high };
  });
  return defectOfSize(width, height) ?? defectOfData(data, rows);
}

/** The rows of one of the pictures that a PNG is made of: how many, and the bytes that each takes. */
interface Rows {
  readonly size: number;
  readonly count: number;
}

/** A row is filtered in one of five ways (ISO/IEC 15948, 9.2). */
const LAST_FILTER = 4;

function defectOfData(data: Buffer, rows: readonly Rows[]): string | undefined {
  const whole = rows.reduce((sum, { size, count }) => sum + size * count, 0);
  try {
    const bytes = inflateSync(data, { maxOutputLength: whole + 1 });
    if (bytes.length < whole) return TORN;
    let at = 0;
    for (const { size, count } of rows)
      for (let row = 0; row < count; row++, at += size) if ((bytes[at] ?? 0) > LAST_FILTER) return TORN;
    return undefined;
  } catch (error) {
    // A little more than is shown does no harm; browsers leave it.
    return (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? undefined : TORN;
  }
}

/** The seven pictures of an interlaced PNG: width and height of each (ISO/IEC 15948, 8.2). */
const passes = (width: number, height: number): [number, number][] =>
  (
    [
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ] as const
  ).map(([x, y, across, down]) => [
    Math.max(0, Math.ceil((width - x) / across)),
    Math.max(0, Math.ceil((height - y) / down)),
  ]);

/** Markers of a JPEG: baseline, extended and progressive frames are what browsers show. */
const FRAMES = [0xc0, 0xc1, 0xc2];
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
const [END, SCAN] = [0xd9, 0xda];
const OTHER_FORM = "heeft een vorm van JPEG die browsers niet tonen";

/** The segments of a JPEG: marker and content. The last is the end of the image, or 0 where the file stops before it. */
function* segmentsOf(bytes: Buffer): Generator<readonly [number, Buffer]> {
  let at = 2;
  while (at + 1 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === END) return yield [marker, bytes.subarray(at)];
    // Before a marker, FF may stand more than once.
    const length = marker === 0xff ? -1 : at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : bytes.length;
    const next = at + 2 + length;
    if (marker !== 0xff) {
      if (length < 2 || next > bytes.length) break;
      yield [marker, bytes.subarray(at + 4, next)];
    }
    at = marker === SCAN ? endOfScan(bytes, next) : next;
  }
  yield [0, Buffer.alloc(0)];
}

function defectOfJpeg(bytes: Buffer): string | undefined {
  const segments = [...segmentsOf(bytes)];
  const has = (marker: number): boolean => segments.some(([other]) => other === marker);
  if (OTHER_FRAMES.some(has)) return OTHER_FORM;
  const [, frame] = segments.find(([marker]) => FRAMES.includes(marker)) ?? [];
  if (!frame || frame.length < 6) return TORN;
  return defectOfFrame(frame) ?? (has(SCAN) && has(END) ? undefined : TORN);
}

/** The segment in which a camera says how it was held, and the tag of that (Exif 2.32, 4.5.4 and 4.6.4): 1 is upright. */
const APP1 = 0xe1;
const ORIENTATION = 0x0112;
const UPRIGHT = 1;

/** Whether an image only stands upright where a program turns it: one of which the camera says that it was held otherwise. */
export function isTurned(image: Uint8Array): boolean {
  const bytes = Buffer.from(image.buffer, image.byteOffset, image.length);
  if (typeOf(bytes) === "png")
    return [...chunksOf(bytes)].some(
      ([type, content]) => type === "eXIf" && (orientationIn(content) ?? UPRIGHT) !== UPRIGHT,
    );
  if (typeOf(bytes) !== "jpeg") return false;
  const segments = segmentsOf(bytes);
  for (const [marker, content] of segments)
    if (marker === APP1 && content.toString("latin1", 0, 6) === "Exif\0\0")
      return (orientationIn(content.subarray(6)) ?? UPRIGHT) !== UPRIGHT;
  return false;
}

/** The orientation in the first directory of a TIFF (TIFF 6.0, 2). */
function orientationIn(tiff: Buffer): number | undefined {
  const little = tiff.toString("latin1", 0, 2) === "II";
  const number = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const start = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = start + 2, left = number(start); left > 0 && entry < tiff.length; entry += 12, left--)
    if (number(entry) === ORIENTATION) return number(entry + 8);
  return undefined;
}

function defectOfFrame(frame: Buffer): string | undefined {
  const [precision, components] = [frame[0], frame[5]];
  if (components === 4) return "heeft drukkleuren (CMYK); sla het op met schermkleuren (RGB)";
  if (precision !== 8 || (components !== 1 && components !== 3)) return OTHER_FORM;
  return defectOfSize(frame.readUInt16BE(3), frame.readUInt16BE(1));
}

/** Where the next marker stands: within the data of a scan, FF is followed by 00 or by a restart marker. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** As in ISO/IEC 15948, annex D. Node has its own only from 20.15 on. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
