import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type RawFile, readContentFolder } from "../../src/content/index.js";
import { readDocx } from "../../src/docx/index.js";
import { exportIn, type Line, type Sent } from "../../src/review/carrier.js";
import { reviewOf } from "../../src/review/index.js";
import { planFolder } from "../setup/content.js";
import { root } from "../setup/ivp.js";
import { changedInOffice, converted, hasOffice, type OfficeEdit } from "../setup/office.js";
import { type Doing, runsIn, withDoings, withXml, wordFilesOf } from "../setup/returned.js";

/** A document as LibreOffice saves it again. */
const savedAgain = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await converted([bytes], "docx"))[0] ?? new Uint8Array();

test.skipIf(!hasOffice)(
  "what LibreOffice saved again comes back whole: nothing when nothing was changed, else just those sentences",
  async () => {
    const files = await readContentFolder(planFolder);
    const bytes = wordFilesOf(files).get("ivp-2025-2028") ?? new Uint8Array();
    const untouched = reviewOf(await savedAgain(bytes), files).review;
    expect(untouched.changes).toEqual([]);

    const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
    const sentences = new Map(
      runsIn(xml).flatMap((run) => {
        const at = run.text.search(/\p{Ll}{5,}/u);
        return run.text.length > 30 && at > 0
          ? [[run.text, { run, from: at, to: at + 5, text: "anders" }] as const]
          : [];
      }),
    );
    const doings: Doing[] = [...sentences.values()]
      .slice(0, 50)
      .map((doing, index) => (index % 2 ? { ...doing, author: "Els" } : doing));
    const reviewed = reviewOf(await savedAgain(withXml(bytes, (all) => withDoings(all, doings))), files);
    const { changes } = reviewed.review;
    expect(changes.map(({ was }) => was)).toHaveLength(doings.length);
    const { files: changed, written, left, faults } = reviewed.apply({});
    expect(faults).toEqual([]);
    expect(written.length + left.length).toBe(doings.length);
    expect(written.length).toBeGreaterThan(doings.length / 2);
    // Just the lines of the content differ in which something was written.
    const lines = (path: string, from: readonly { path: string; bytes: Uint8Array }[]): string[] =>
      Buffer.from(from.find((file) => file.path === path)?.bytes ?? [])
        .toString()
        .split("\n");
    const differing = changed.reduce((sum, { path }) => {
      const [before, after] = [lines(path, files), lines(path, changed)];
      expect(after.length).toBe(before.length);
      return sum + after.filter((line, index) => line !== before[index]).length;
    }, 0);
    const places = changes
      .filter(({ number }) => written.includes(number))
      .map(({ place }) => `${place?.file}:${place?.line}`);
    expect(differing).toBe(new Set(places).size);
  },
  200_000,
);

interface Place {
  readonly id: string;
  readonly line: Line;
  readonly edit: OfficeEdit;
}

const WORD = /(?<![\p{L}\p{N}[:*_-])\p{Ll}{5,}(?![\p{L}\p{N}\]:*_-])/gu;
const once = (text: string, word: string): boolean => text.split(word).length === 2;

/** What someone does with a line: the first word that stands in it once becomes another, gets more behind it or goes. */
function editOf({ number, shown }: Sent, { source }: Line, kind: number): OfficeEdit | undefined {
  const words = [...source.matchAll(WORD)].map(([word]) => word);
  const word = words.find((own) => once(shown, own) && once(source, own));
  if (word === undefined) return undefined;
  const goes = kind % 4 === 3 && once(source, ` ${word}`);
  const becomes = [`${word} voorbeeldig`, "voorbeeldig", "voorbeeldig iets"][kind % 3] ?? "";
  return {
    number,
    was: goes ? ` ${word}` : word,
    becomes: goes ? "" : becomes,
    tracked: kind % 5 > 1,
  };
}

/** Places in all documents, spread over each, every one in a line of the content of its own. */
function placesIn(documents: ReadonlyMap<string, Uint8Array>, most: number): Place[] {
  const taken = new Set<string>();
  const places: Place[] = [];
  [...documents].forEach(([id, bytes], index) => {
    const own = (exportIn(readDocx(bytes))?.paragraphs ?? []).flatMap((sent) =>
      sent.lines.flatMap((line): Place[] => {
        const key = line.source;
        const edit = taken.has(key) ? undefined : editOf(sent, line, taken.size);
        taken.add(key);
        return edit ? [{ id, line, edit }] : [];
      }),
    );
    const count = Math.round(((index + 1) * most) / documents.size) - Math.round((index * most) / documents.size);
    places.push(
      ...own.filter((_, at) => Math.floor((at * count) / own.length) > Math.floor(((at - 1) * count) / own.length)),
    );
  });
  return places;
}

/** The lines of content that differ, as they were and as they are. */
function differences(before: readonly RawFile[], after: readonly RawFile[]): [was: string, is: string][] {
  return before.flatMap(({ path, bytes }, index) => {
    const [was, is] = [bytes, after[index]?.bytes ?? bytes].map((own) => Buffer.from(own).toString().split("\n"));
    expect(is?.length, path).toBe(was?.length);
    return (was ?? []).flatMap((line, at): [string, string][] =>
      line === is?.[at] ? [] : [[`${path}: ${line}`, `${path}: ${is?.[at]}`]],
    );
  });
}

test.skipIf(!hasOffice)(
  "fifty places changed in LibreOffice, in every document of the whole plan, are the fifty lines that differ",
  async () => {
    const files = await readContentFolder(join(root, "content"));
    const documents = wordFilesOf(files);
    const places = placesIn(documents, 50);
    expect(places).toHaveLength(50);
    const ids = [...documents.keys()].filter((id) => places.some((place) => place.id === id));
    const back = await changedInOffice(
      ids.map((id) => ({
        bytes: documents.get(id) ?? new Uint8Array(),
        edits: places.filter((place) => place.id === id).map(({ edit }) => edit),
      })),
      "Els de Vries",
    );
    let now: readonly RawFile[] = files;
    for (const [index, id] of ids.entries()) {
      const own = places.filter((place) => place.id === id).map(({ edit }) => edit);
      const { review, apply } = reviewOf(back[index] ?? new Uint8Array(), now);
      const told = `${id}: ${JSON.stringify(
        review.changes.filter(({ refused }) => refused),
        null,
        1,
      )}`;
      expect(review.changes.length, told).toBe(own.length);
      expect(review.changes.filter(({ authors }) => authors.join() === "Els de Vries").length, told).toBe(
        own.filter(({ tracked }) => tracked).length,
      );
      const { files: changed, left, faults } = apply({});
      expect([left, faults], told).toEqual([[], []]);
      now = now.map((file) => changed.find(({ path }) => path === file.path) ?? file);
    }
    const differing = differences(files, now);
    expect(differing).toHaveLength(50);
    const wanted = places.map(({ line, edit }) => [line.source, line.source.replace(edit.was, edit.becomes)] as const);
    const found = differing.map(([was, is]) =>
      wanted.findIndex(([a, b]) => was.includes(a.trim()) && is.includes(b.trim())),
    );
    expect([...found].sort((a, b) => a - b)).toEqual(wanted.map((_, index) => index));
  },
  300_000,
);
