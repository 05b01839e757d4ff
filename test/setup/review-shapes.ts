/** What must hold of a review of documents in which people changed whole paragraphs, items and rows. */
import { expect } from "vitest";
import { loadContent, type RawFile } from "../../src/content/index.js";
import { acceptAll, paragraphsIn, readDocx, settled } from "../../src/docx/index.js";
import { exportIn, type Line, type Sent } from "../../src/review/carrier.js";
import { reviewOf } from "../../src/review/index.js";
import { randomFrom } from "./random.js";
import { type Shaped, shapedAtRandom } from "./random-shapes.js";
import { wordFilesOf } from "./returned.js";

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

const sentIn = (bytes: Uint8Array): readonly Sent[] => exportIn(readDocx(bytes))?.paragraphs ?? [];

/** What a document says when all is accepted, paragraph by paragraph. */
function saidIn(bytes: Uint8Array): string[] {
  const { blocks, notes } = readDocx(bytes);
  return [blocks, ...notes.map((note) => note.blocks)]
    .flatMap((all) => paragraphsIn(settled(all, acceptAll)))
    .filter(({ at }) => !at.contents)
    .map(({ pieces }) => plain(pieces.map(({ text }) => text).join("")))
    .filter((text) => text !== "");
}

const keyOf = ({ file, path }: Pick<Line, "file" | "path">): string =>
  `${file} ${JSON.stringify(path).replace(/,?\d+\]$/, "]")}`;

/** The texts of the content, those of a list together. */
function textsOf(files: readonly RawFile[]): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const { file, path, text } of loadContent(files).texts) {
    const key = keyOf({ file: file.path, path });
    texts.set(key, [...(texts.get(key) ?? []), text]);
  }
  return texts;
}

/**
 * Lets people change documents at random, a few things near each other at a time, and puts all of it into the content.
 * @param most how many times
 * @returns how many changes were written, and how many weren't
 */
export function shapeAtRandom(
  files: readonly RawFile[],
  most: number,
  seed: number,
): { written: number; left: number } {
  const sent = [...wordFilesOf(files)];
  const content = new Map(sent.map(([id, bytes]) => [id, numbersIn(sentIn(bytes))]));
  let [written, left] = [0, 0];
  for (let round = 0; round < most; round++) {
    const [id, bytes] = sent[round % sent.length] ?? ["", new Uint8Array()];
    const random = randomFrom(seed * 1000 + round);
    const own = content.get(id)?.[round % 3 === 0 ? "all" : "longer"] ?? new Set();
    const shaped = shapedAtRandom(bytes, 1 + (round % 4), random, (number) => own.has(number));
    const result = oneRound(files, { id, bytes, shaped, seed: seed * 1000 + round });
    written += result.written;
    left += result.left;
  }
  return { written, left };
}

/** The paragraphs that show content; and those of texts of more paragraphs. */
function numbersIn(sent: readonly Sent[]): Record<"all" | "longer", ReadonlySet<number>> {
  const own = sent.flatMap(({ number, lines: [line] }) => (line ? [{ number, key: keyOf(line) }] : []));
  const longer = own.filter(({ key }) => own.filter((one) => one.key === key).length > 3);
  const numbers = (all: typeof own): ReadonlySet<number> => new Set(all.map(({ number }) => number));
  return { all: numbers(own), longer: numbers(longer.length > 0 ? longer : own) };
}

interface Round {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly shaped: Shaped;
  readonly seed: number;
}

function oneRound(files: readonly RawFile[], { id, bytes, shaped, seed }: Round): { written: number; left: number } {
  const reviewed = reviewOf(shaped.bytes, files);
  const { changes } = reviewed.review;
  const { files: changed, written, left, faults } = reviewed.apply({});
  const told = JSON.stringify(
    {
      id,
      seed,
      log: shaped.log,
      changes: changes.map(({ how, was, becomes, refused, place }) => ({
        how,
        was,
        becomes,
        refused,
        place: place?.keys,
      })),
      written,
    },
    null,
    1,
  );
  const numbers = [...written, ...left.flatMap((one) => one.numbers)].sort((a, b) => a - b);
  expect(numbers, told).toEqual(changes.map(({ number }) => number));
  const [was, meant] = [saidIn(bytes), saidIn(shaped.bytes)];
  if (was.join("\n") !== meant.join("\n")) expect(changes.length, told).toBeGreaterThan(0);
  if (faults.length > 0 || written.length === 0) return { written: 0, left: numbers.length };
  const fresh = files.map((file) => changed.find(({ path }) => path === file.path) ?? file);
  staysElsewhere(files, fresh, sentIn(bytes), shaped, told);
  if (left.length === 0)
    saysAllOf({
      was,
      meant,
      sent: sentIn(bytes),
      now: wordFilesOf(fresh, id).get(id) ?? new Uint8Array(),
      told,
      sorted: !shaped.log.some((line) => /^(?:typed|within)/.test(line)),
    });
  return { written: written.length, left: numbers.length - written.length };
}

/** Nothing but what was touched is otherwise, and nothing comes that nobody typed. */
function staysElsewhere(
  files: readonly RawFile[],
  fresh: readonly RawFile[],
  sent: readonly Sent[],
  { touched, words }: Shaped,
  told: string,
): void {
  const [before, after] = [textsOf(files), textsOf(fresh)];
  const own = sent.filter(({ number }) => touched.has(number)).flatMap(({ lines }) => lines);
  const keys = new Set(own.map(keyOf));
  for (const [key, texts] of before) if (!keys.has(key)) expect(after.get(key), `${key} ${told}`).toEqual(texts);
  // Lines beside those that were touched stand where they stood.
  const lines = new Set(own.map(({ source }) => source));
  for (const { number, lines: others } of sent)
    if (!touched.has(number))
      for (const line of others)
        if (!lines.has(line.source))
          expect(
            after.get(keyOf(line))?.some((text) => text.includes(line.source.trim())),
            `${line.source} ${told}`,
          ).toBe(true);
  const known = new Set([...[...before.values()].flat(), ...words].join(" ").match(/[\p{L}\p{N}]+/gu));
  const all = [...known].join(" ");
  // Where something was typed within a word, it is part of a new one.
  for (const word of [...after.values()]
    .flat()
    .join(" ")
    .match(/[\p{L}\p{N}]+/gu) ?? [])
    if (!known.has(word))
      expect(
        words.some((one) => (one.match(/[\p{L}\p{N}]+/gu) ?? []).some((part) => word.includes(part))) ||
          all.includes(word),
        `${word} ${told}`,
      ).toBe(true);
}

interface Said {
  readonly was: readonly string[];
  readonly meant: readonly string[];
  readonly sent: readonly Sent[];
  readonly now: Uint8Array;
  readonly told: string;
  /** Whether nobody typed in a name by which things are sorted. */
  readonly sorted: boolean;
}

/** When all was written, the document of the content of now says what people made of it. */
function saysAllOf({ was, meant, sent, now, told, sorted }: Said): void {
  const says = saidIn(now);
  const made = sentIn(now);
  const generated = new Set(
    [...sent, ...made].filter(({ lines }) => lines.length === 0).map(({ shown }) => plain(shown)),
  );
  const [wanted, is] = [new Set(meant), new Set(says)];
  // A text that is shown in more places is otherwise in all of them.
  for (const { shown, lines } of made)
    if (lines.length > 0 && !wanted.has(plain(shown)))
      for (const { start, end } of lines)
        expect(
          meant.some((text) => text.includes(plain(shown.slice(start, end)))),
          `shows: ${shown.slice(start, end)} ${told}`,
        ).toBe(true);
  const before = new Set(was);
  for (const text of meant)
    if (!is.has(text) && !generated.has(text) && !before.has(text)) expect(says, told).toContain(text);
  if (!sorted) return;
  const once = (all: readonly string[], others: ReadonlySet<string>): string[] =>
    all.filter((text) => others.has(text) && all.filter((one) => one === text).length === 1);
  const [order, wantedOrder] = [once(says, wanted), once(meant, is)];
  const both = new Set(order.filter((text) => wantedOrder.includes(text)));
  expect(
    order.filter((text) => both.has(text)),
    told,
  ).toEqual(wantedOrder.filter((text) => both.has(text)));
}
