/** Documents that people changed at random, and what must hold of a review of them. */
import { strFromU8, unzipSync } from "fflate";
import { expect } from "vitest";
import { examine } from "../../src/check/examine.js";
import { loadContent, type RawFile } from "../../src/content/index.js";
import { compose, listDocuments } from "../../src/documents/index.js";
import { paragraphsIn, readDocx } from "../../src/docx/index.js";
import { plainText, type Reference } from "../../src/prose/index.js";
import { exportIn, type Sent } from "../../src/review/carrier.js";
import { reviewOf } from "../../src/review/index.js";
import { randomFrom } from "./random.js";
import { type Doing, type RunAt, runsIn, withDoings, withXml, wordFilesOf } from "./returned.js";

const WORDS = [
  "nieuw",
  "de raad",
  "2027",
  "*sterk*",
  "[[x]]",
  "a_b",
  "Ja.",
  "Een zin. En nog een.",
  "–",
  "<b>",
  "½ & meer",
  "|",
  "1. punt",
  "- streep",
];

type Random = ReturnType<typeof randomFrom>;

/** Changes that people make in Word: of words, of parts of words, of all of a run; by someone, or without tracking. */
function randomDoing(run: RunAt, { below, of }: Random): Doing {
  const { length } = run.text;
  const at = below(length + 1);
  const word = of(WORDS);
  const author = of(["Els", "Jan", "Els", undefined]);
  const end = Math.min(length, at + 1 + below(12));
  const { from, to, text } = of<() => Pick<Doing, "from" | "to" | "text">>([
    () => ({ from: at, to: at, text: of([word, ` ${word}`, `${word} `]) }),
    () => ({ from: at, to: end, text: "" }),
    () => ({ from: at, to: end, text: word }),
    () => ({ from: 0, to: length, text: word }),
    () => ({ from: length, to: length, text: ` ${word}` }),
    () => ({ from: 0, to: length, text: "" }),
  ])();
  return { run, from, to, text: from === to && text === "" ? "x" : text, ...(author && { author }) };
}

const textsOf = (files: readonly RawFile[]): Map<string, string> =>
  new Map(loadContent(files).texts.map(({ file, path, text }) => [`${file.path} ${JSON.stringify(path)}`, text]));
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What each paragraph that carries a number says when all is accepted. */
function saidIn(bytes: Uint8Array): Map<number, string> {
  const said = new Map<number, string>();
  for (const { bookmarks, pieces } of paragraphsIn(readDocx(bytes).blocks))
    for (const { name } of bookmarks) {
      const number = Number(/^_ivp_(\d+)$/.exec(name)?.[1] ?? Number.NaN);
      const there = pieces.filter(({ tracked }) => !tracked.some(({ kind }) => kind === "deleted"));
      if (!Number.isNaN(number)) said.set(number, there.map(({ text }) => text).join(""));
    }
  return said;
}

const sentIn = (bytes: Uint8Array): Map<number, Sent> =>
  new Map(exportIn(readDocx(bytes))?.paragraphs.map((one) => [one.number, one]));

/**
 * Lets people change documents at random, each in turn, and puts all of it into the content: every change is told; what is written is
 * what the paragraph says now; nothing else in the content is otherwise.
 * @param most how many changes
 * @returns how many were written
 */
export function changeAtRandom(files: readonly RawFile[], most: number, seed: number): number {
  const random = randomFrom(seed);
  const sent = [...wordFilesOf(files)];
  let [made, wrote] = [0, 0];
  for (let round = 0; made < most; round++) {
    const [id, bytes] = sent[round % sent.length] ?? ["", new Uint8Array()];
    const carried = sentIn(bytes);
    const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
    const runs = runsIn(xml);
    const ofContent = runs.filter(({ number }) => (carried.get(number)?.lines.length ?? 0) > 0);
    const doings = new Map<number, Doing>();
    for (let count = 0; count < 30; count++) {
      const run = random.of(count % 5 === 0 ? runs : ofContent);
      if (!doings.has(run.number)) doings.set(run.number, randomDoing(run, random));
    }
    made += doings.size;
    wrote += oneRound(files, {
      id,
      seed,
      carried,
      doings,
      returned: withXml(bytes, (all) => withDoings(all, [...doings.values()])),
    });
  }
  return wrote;
}

interface Round {
  readonly id: string;
  readonly seed: number;
  readonly carried: ReadonlyMap<number, Sent>;
  readonly doings: ReadonlyMap<number, Doing>;
  readonly returned: Uint8Array;
}

function oneRound(files: readonly RawFile[], { id, seed, carried, doings, returned }: Round): number {
  const reviewed = reviewOf(returned, files);
  const { changes } = reviewed.review;
  const now = saidIn(returned);
  const really = [...doings].filter(([number]) => now.get(number) !== carried.get(number)?.shown);
  expect(changes.length, `${id} ${seed}`).toBeGreaterThanOrEqual(really.length);
  const { files: changed, written, left, faults } = reviewed.apply({});
  const told = [...written, ...left.flatMap(({ numbers }) => numbers)].sort((a, b) => a - b);
  expect(told, `${id} ${seed}`).toEqual(changes.map(({ number }) => number));
  const fresh = files.map((file) => changed.find(({ path }) => path === file.path) ?? file);
  const [before, after] = [textsOf(files), textsOf(fresh)];
  const placesOf = (number: number) => carried.get(number)?.lines ?? [];
  const allowed = new Set(
    [...doings.keys()].flatMap(placesOf).map(({ file, path }) => `${file} ${JSON.stringify(path)}`),
  );
  // What stands behind a text that went from a list has another place now.
  const listOf = (key: string): string => key.replace(/,?\d+\]$/, "");
  const valuesOf = (texts: ReadonlyMap<string, string>): Map<string, string[]> => {
    const values = new Map<string, string[]>();
    for (const [key, text] of texts) values.set(listOf(key), [...(values.get(listOf(key)) ?? []), text]);
    return values;
  };
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const changedTexts = [...before].filter(([key, text]) => !is.get(listOf(key))?.includes(text));
  const newTexts = [...after].filter(([key, text]) => !was.get(listOf(key))?.includes(text));
  expect(
    changedTexts.map(([key]) => key).filter((key) => !allowed.has(key)),
    `${id} ${seed}`,
  ).toEqual([]);
  expect(newTexts.length, `${id} ${seed}`).toBeLessThanOrEqual(changedTexts.length);
  if (faults.length > 0 || written.length === 0) return written.length;
  // The documents that the content now makes say what people made of them.
  const shown = new Set(
    [...sentIn(wordFilesOf(fresh, id).get(id) ?? new Uint8Array()).values()].map((one) => plain(one.shown)),
  );
  const { model } = examine(files);
  const info = model && listDocuments(model).find((one) => one.id === id);
  const links = model && info && compose(model, info).links;
  const label = ({ kind, id: name, text }: Reference): string => text ?? links?.get(`${kind}:${name}`)?.text ?? name;
  const refused = new Set(
    changes.filter(({ number }) => !written.includes(number)).map(({ place }) => `${place?.file} ${place?.keys}`),
  );
  for (const [number, doing] of doings) {
    const lines = placesOf(number);
    const says = plain(now.get(number) ?? "");
    if (lines.length === 0 || lines.some(({ file, keys }) => refused.has(`${file} ${keys}`)) || shown.has(says))
      continue;
    // Documents may show a text elsewhere then, or only its first sentence: what stands in the content tells.
    const own = changes.filter(({ place }) =>
      lines.some(({ file, keys }) => place?.file === file && place.keys === keys),
    );
    const texts = lines.flatMap(({ file, path }) =>
      (is.get(listOf(`${file} ${JSON.stringify(path)}`)) ?? []).map((text) => plain(plainText(text, label))),
    );
    const told = JSON.stringify({
      id,
      seed,
      was: carried.get(number)?.shown,
      doing: { ...doing, run: doing.run.text },
      texts,
    });
    // One change without tracking may be told as two in one sentence: each says only its own part.
    if (new Set(own.map(({ place }) => `${place?.line}`)).size < own.length) continue;
    expect(
      own.every(({ becomes }) => texts.some((text) => text.includes(plain(becomes)))),
      told,
    ).toBe(true);
  }
  return written.length;
}
