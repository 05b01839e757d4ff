import { beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { examine } from "../../src/check/examine.js";
import type { RawFile } from "../../src/content/index.js";
import { hasErrors } from "../../src/diagnostics.js";
import { compose, type Document, listDocuments } from "../../src/documents/index.js";
import { traced } from "../../src/documents/origins.js";
import type { Model } from "../../src/model/index.js";
import { wordFile } from "../../src/word/index.js";
import { openDocx, schemaFaults } from "../setup/docx.js";
import { structureFaults } from "../setup/docx-faults.js";
import { textAfter, textOf } from "../setup/docx-revisions.js";
import { planOfEveryKind } from "../setup/every-kind.js";
import { written } from "../setup/hostile.js";
import { png } from "../setup/png.js";
import { randomFrom } from "../setup/random.js";

type Random = ReturnType<typeof randomFrom>;
type Data = Map<string, unknown>;

let files: readonly RawFile[];
let before: Model;

beforeAll(async () => {
  files = await planOfEveryKind();
  before = modelOf(files) as Model;
});

function modelOf(sources: readonly RawFile[]): Model | undefined {
  const { model, diagnostics } = examine(sources);
  return hasErrors(diagnostics) ? undefined : model;
}

/** Every list, every number and every text of more words in some data, with what puts another in its place. */
function placesIn(data: unknown): { value: string | number | unknown[]; put: (other: unknown) => void }[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const put = (other: unknown): void => {
      (data as Record<string, unknown>)[key] = other;
    };
    const own =
      (typeof value === "string" && value.includes(" ")) ||
      (Array.isArray(value) && value.length > 1) ||
      typeof value === "number";
    return [...(own ? [{ value: value as string | number | unknown[], put }] : []), ...placesIn(value)];
  });
}

/** Does something to a list or to the lines of a text. */
function changed<T>(items: readonly T[], random: Random, other: () => T): T[] {
  const at = random.below(items.length);
  const [one] = items.slice(at);
  switch (random.below(5)) {
    case 0:
      return items.filter((_, index) => index !== at);
    case 1:
      return [...items.slice(0, at), other(), ...items.slice(at)];
    case 2:
      return [...items.slice(0, at), ...items.slice(at + 1), one as T];
    case 3:
      return [...items.slice(at), ...items.slice(0, at)];
    default:
      return items.map((item, index) => (index === at ? other() : item));
  }
}

function edit(data: Data, random: Random): void {
  const places = [...data.values()].flatMap(placesIn);
  const { value, put } = random.of(places);
  const sentences = [
    "Dat doen we samen met de **buurt**.",
    "- een nieuw punt",
    `In ${2020 + random.below(9)} kijken we opnieuw.`,
    "",
  ];
  if (typeof value === "number") put(value + 1);
  else if (Array.isArray(value)) put(changed(value, random, () => value[random.below(value.length)]));
  else if (value.includes("\n")) put(changed(value.split("\n"), random, () => random.of(sentences)).join("\n"));
  else put(changed(value.split(" "), random, () => random.of(["samen", "vaker", "nooit"])).join(" "));
}

/** The plan of the tests after some random edits that keep it whole. */
function edited(random: Random, edits: number): Model {
  let data: Data = new Map(
    files
      .filter(({ path }) => path.endsWith(".yaml"))
      .map(({ path, bytes }) => [path, parse(Buffer.from(bytes).toString())]),
  );
  // An image may be another one in a file of the same name.
  const image = random.of([undefined, png(40, 30)]);
  let model = before;
  for (let count = 0; count < edits; count++) {
    const next = structuredClone(data);
    edit(next, random);
    const sources = files.map(({ path, bytes }) =>
      next.has(path)
        ? { path, bytes: Buffer.from(stringify(next.get(path), written)) }
        : { path, bytes: (path.endsWith(".png") && image) || bytes },
    );
    const found = modelOf(sources);
    if (!found) continue;
    data = next;
    model = found;
  }
  return model;
}

const plain = (document: Document): Uint8Array =>
  wordFile({ document, date: undefined, edition: "Versie zonder datum", author: "Test" });

/** Each document of a model with the same one of the plan of the tests, if it is there, and the file that has both. */
function redlines(after: Model) {
  return listDocuments(after).map((info) => {
    const former = listDocuments(before).find(({ id }) => id === info.id);
    const [old, fresh] = [former && compose(before, former), compose(after, info)];
    const bytes = wordFile({
      document: fresh,
      date: undefined,
      edition: "Versie zonder datum",
      author: "Test",
      revision: {
        ...(former && old && { before: { document: old, traced: traced(before, former, old) } }),
        after: traced(after, info, fresh),
        changes: [],
        otherwise: { author: "ivp" },
      },
    });
    return {
      id: info.id,
      old: old ? textOf(openDocx(plain(old))) : [],
      fresh: textOf(openDocx(plain(fresh))),
      docx: openDocx(bytes),
    };
  });
}

describe("what changed, tracked", () => {
  // Each seed is another plan of random edits; a failure names it.
  test.each([1, 2, 3])(
    "accepting all gives the new document and rejecting all the old one, of every kind (seed %i)",
    (seed) => {
      const documents = redlines(edited(randomFrom(seed), 12));
      expect(documents.filter(({ old, fresh }) => JSON.stringify(old) !== JSON.stringify(fresh))).not.toEqual([]);
      for (const { id, old, fresh, docx } of documents) {
        expect(textAfter(docx, "accept"), `${id}, accepted`).toEqual(fresh);
        expect(textAfter(docx, "reject"), `${id}, rejected`).toEqual(old);
        expect(structureFaults(docx), id).toEqual([]);
      }
    },
    60_000,
  );

  test("the file follows the schemas of the standard", async () => {
    const made = redlines(edited(randomFrom(4711), 25));
    expect(await schemaFaults(Object.fromEntries(made.map(({ id, docx }) => [id, docx])))).toEqual([]);
  }, 60_000);
});
