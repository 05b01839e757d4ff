/**
 * What is in a zip file, read with mistrust: what a file says of itself is checked before memory is taken for it. Unpacking is
 * Node's own, which stops at the size that was promised; libraries for zip files trust that size.
 */
import { constants, inflateRawSync } from "node:zlib";
import { UsageError } from "../errors.js";

/** More than any plan has; a file that is bigger is unpacked to make a machine run out of memory. */
const MOST_PARTS = 5_000;
const MOST_BYTES = 200e6;
/** Text packs well, up to about thirty times; a bomb packs a thousand times. Small parts may be as odd as they like. */
const MOST_RATIO = 200;
const SMALL = 1e6;

/** One file in a zip file. */
export interface Entry {
  readonly name: string;
  readonly size: number;
  /** Unpacks it. @throws {UsageError} when it is damaged */
  readonly bytes: () => Uint8Array;
}

export const damaged = (why: string, cause?: unknown): UsageError =>
  new UsageError(
    `Het bestand is beschadigd: ${why}.`,
    "Open het in Word, sla het opnieuw op als docx, en probeer het nog eens.",
    cause === undefined ? undefined : { cause },
  );

const tooBig = (what: string): UsageError =>
  new UsageError(
    `Het bestand is niet te vertrouwen: ${what}. ivp opent het niet.`,
    "Een gewoon plan blijft daar ver onder. Vraag de afzender om het bestand zelf.",
  );

/** @throws {UsageError} when these bytes are no sound zip file, or unpack to more than is reasonable */
export function entriesOf(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { end, count, list } = endOf(view);
  if (count > MOST_PARTS) throw tooBig(`er zitten ${count} delen in`);
  const entries = new Map<string, Entry>();
  // Names that differ in capitals only are one (ISO/IEC 29500-2, 6.2.2.3).
  const known = new Set<string>();
  let [at, total] = [list, 0];
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged("de lijst van delen klopt niet");
    const nameLength = view.getUint16(at + 28, true);
    const name = nameOf(decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)));
    const { size, packed, place } = sizesOf(view, at);
    total += size;
    if (total > MOST_BYTES || (size > SMALL && size > packed * MOST_RATIO))
      throw tooBig("uitgepakt is het veel te groot");
    if (view.getUint16(at + 8, true) & 1)
      throw new UsageError("Het bestand is versleuteld.", "Haal er in Word het wachtwoord af en sla het op.");
    const entry = {
      name,
      size,
      packed,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      at: place,
    };
    // Two parts with one name: one program would read the first and another the last.
    if (known.has(name.toLowerCase())) throw damaged(`“${name}” zit er twee keer in`);
    known.add(name.toLowerCase());
    entries.set(name, { name, size, bytes: () => unpack(bytes, view, entry) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const decoder = new TextDecoder();

/** A name as the standard has it: some programs begin it with a stroke, or write strokes as Windows does. */
const nameOf = (written: string): string => written.replaceAll("\\", "/").replace(/^(?:\.?\/)+/, "");

/** Where the record stands with which a zip file ends; a remark of up to 64 kB may come after it. */
function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged("het einde ontbreekt");
}

/** What a zip file says of all that is in it, and where the list of that ends. */
function endOf(view: DataView): { end: number; count: number; list: number } {
  const end = endRecord(view);
  const [count, list] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  // In a Zip64 file this record may leave both to another one (APPNOTE 4.3.14 and 4.3.15).
  if (count !== FULL_16 && list !== FULL) return { end, count, list };
  if (end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) return { end, count, list };
  const record = bigAt(view, end - 12);
  if (record + 56 > end || view.getUint32(record, true) !== 0x06064b50) throw damaged("het einde klopt niet");
  return { end: record, count: bigAt(view, record + 32), list: bigAt(view, record + 48) };
}

/** What stands for "see the Zip64 field". */
const [FULL_16, FULL] = [0xffff, 0xffffffff];

const bigAt = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** How big a part is and where it stands, for its entry in the list: in a Zip64 file in a field of its own (APPNOTE 4.5.3). */
function sizesOf(view: DataView, at: number): { size: number; packed: number; place: number } {
  // In the order in which that field has them; it leaves out what the entry says itself.
  const own = [24, 20, 42].map((offset) => view.getUint32(at + offset, true));
  let field = at + 46 + view.getUint16(at + 28, true);
  const end = Math.min(field + view.getUint16(at + 30, true), view.byteLength);
  while (field + 4 <= end && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true);
  const fieldEnd = field + 4 <= end ? Math.min(end, field + 4 + view.getUint16(field + 2, true)) : field;
  let next = field + 4;
  const [size = 0, packed = 0, place = 0] = own.map((value) => {
    if (value !== FULL || next + 8 > fieldEnd) return value;
    next += 8;
    return bigAt(view, next - 8);
  });
  return { size, packed, place };
}

interface Packed {
  readonly name: string;
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  readonly crc: number;
  readonly at: number;
}

function unpack(bytes: Uint8Array, view: DataView, { name, size, packed, method, crc, at }: Packed): Uint8Array {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw damaged(`“${name}” is niet te vinden`);
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = bytes.subarray(from, from + packed);
  if (data.length !== packed) throw damaged(`“${name}” is afgebroken`);
  const own = method === 0 ? data : inflated(data, name, method, size);
  if (own.length !== size || crcOf(own) !== crc) throw damaged(`“${name}” klopt niet`);
  return own;
}

function inflated(data: Uint8Array, name: string, method: number, size: number): Uint8Array {
  if (method !== 8) throw damaged(`“${name}” is ingepakt op een manier die een docx niet kent`);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    throw damaged(`“${name}” is niet uit te pakken`, cause);
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 (ISO 3309): `zlib.crc32` isn't in every Node 20. */
function crcOf(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
