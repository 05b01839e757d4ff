import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { examine } from "../../src/check/examine.js";
import { type RawFile, readContentFolder } from "../../src/content/index.js";
import { hasErrors } from "../../src/diagnostics.js";
import { compose, composeIndex, listDocuments } from "../../src/documents/index.js";
import type { Model } from "../../src/model/index.js";
import { render } from "../../src/render/index.js";
import { planFolder } from "../setup/content.js";
import { written } from "../setup/hostile.js";
import { randomFrom } from "../setup/random.js";
import { textOf } from "../setup/variant.js";

/** A plan of three files that hold only what cannot be done without. */
const least: Readonly<Record<string, object>> = {
  "plan.yaml": { id: "ivp-2027-2030", title: "Veilig in Asten", period: { from: 2027, to: 2030 } },
  "municipalities/asten.yaml": { id: "asten", title: "Asten" },
  "priorities/wonen.yaml": { id: "wonen", title: "Veilig wonen" },
};

const bytesOf = new WeakMap<object, Buffer>();

/** Content as files. What was written before isn't written again. */
const filesOf = (data: Readonly<Record<string, object>>): RawFile[] =>
  Object.entries(data).map(([path, value]) => {
    const bytes = bytesOf.get(value) ?? Buffer.from(stringify(value, written));
    bytesOf.set(value, bytes);
    return { path, bytes };
  });

/** The pages of all documents and of the index page, each as it is rendered. */
function pagesOf(model: Model): { path: string; html: string }[] {
  const infos = listDocuments(model);
  const made = infos.map((info) => ({ ...info, files: [] }));
  return [...infos.map((info) => compose(model, info)), composeIndex(model, made)].map((document) => ({
    path: document.path,
    html: render(document, { medium: "screen", edition: "vandaag" }),
  }));
}

/** What no page may have, whatever content leaves out. */
function faultsIn(model: Model): string[] {
  const pages = pagesOf(model);
  const anchors = new Map(
    pages.map(({ path, html }) => [path, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  return pages.flatMap(({ path, html }) => {
    const text = textOf(html);
    const words = text.match(/.{0,40}(?:\bundefined\b|\bNaN\b|\[object|\[\[).{0,20}/g) ?? [];
    const empty = html.match(/<(h[1-6]|caption|li|dd|dt|p|figcaption)\b[^>]*>\s*<\/\1>/g) ?? [];
    const bare = [
      ...html.matchAll(/<\/h[1-6]>\s*(?:<\/(?:div|section|header)>\s*)+<(?:div|section)[^>]*>\s*<h[12][ >]/g),
    ];
    const broken = [...html.matchAll(/href="([^"#:]*)#([^"]+)"/g)].flatMap(([href, file = "", id = ""]) => {
      const target = file === "" ? path : join(path, "..", file).replace(/\.html$/, "");
      return anchors.get(target)?.has(decodeURIComponent(id)) ? [] : [href];
    });
    return [...words, ...empty, ...bare.map(([found]) => found), ...broken].map((fault) => `${path}: ${fault}`);
  });
}

/** The model of content that may have no errors. */
function modelOf(data: Readonly<Record<string, object>>): Model {
  const { model, diagnostics } = examine(filesOf(data));
  if (!model) throw new Error(JSON.stringify(diagnostics, null, 1));
  return model;
}

const plan: Readonly<Record<string, object>> = Object.fromEntries(
  (await readContentFolder(planFolder))
    .filter(({ path }) => path.endsWith(".yaml"))
    .map(({ path, bytes }) => [path, parse(Buffer.from(bytes).toString("utf8")) as object]),
);
const assets = (await readContentFolder(planFolder)).filter(({ path }) => !path.endsWith(".yaml"));

type Path = readonly (string | number)[];

/** Every key and every item in some data. */
function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = [...at, Array.isArray(value) ? Number(key) : key];
    return [path, ...pathsIn(inner, path)];
  });
}

/** Content without some of its files, keys and items; nothing where that can't be, as something else needs it. */
function without(paths: readonly Path[]): Model | undefined {
  const copy: Record<string, object> = { ...plan };
  for (const [file = ""] of paths as readonly string[][]) copy[file] = structuredClone(plan[file] ?? {});
  // The last ones first: an item that goes shifts those behind it.
  for (const path of [...paths].reverse()) {
    const key = path.at(-1) as string;
    const holder = path.slice(0, -1).reduce<unknown>((value, step) => (value as never)?.[step], copy);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else if (typeof holder === "object" && holder !== null) delete (holder as Record<string, unknown>)[key];
  }
  const { model, diagnostics } = examine([...filesOf(copy), ...assets]);
  return hasErrors(diagnostics) ? undefined : model;
}

describe("content of which only the least is there", () => {
  test("gives a plan of one municipality, without errors", () => {
    const model = modelOf(least);
    expect(examine(filesOf(least)).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(listDocuments(model).map(({ path }) => path)).toEqual(["ivp-2027-2030"]);
    expect(faultsIn(model)).toEqual([]);
    const [own] = pagesOf(model);
    expect(textOf(own?.html ?? "")).not.toMatch(/gemeenten|bijlage|uitvoeringsprogramma|Begrippen/i);
  });

  test("gives an annex for each of more", () => {
    const model = modelOf({ ...least, "municipalities/deurne.yaml": { id: "deurne", title: "Deurne" } });
    expect(listDocuments(model).map(({ path }) => path)).toEqual([
      "ivp-2027-2030",
      "bijlagen/asten",
      "bijlagen/deurne",
    ]);
    expect(faultsIn(model)).toEqual([]);
  });

  test("takes a programme and an action of the least as well", () => {
    const programme = {
      id: "2027",
      title: "Acties 2027",
      period: { from: 2027, to: 2027 },
      actions: [{ id: "a", title: "Praten" }],
    };
    const model = modelOf({ ...least, "programmes/2027.yaml": programme });
    expect(faultsIn(model)).toEqual([]);
    const page = pagesOf(model).find(({ path }) => path.endsWith("2027"));
    expect(textOf(page?.html ?? "")).toMatch(/A1 Praten Voorstel/);
    expect(textOf(page?.html ?? "")).not.toMatch(/Wie doet mee|Gemeenten|Planning/);
  });
});

describe("a plan that leaves things out", () => {
  const all = Object.keys(plan).flatMap((file) => [[file], ...pathsIn(plan[file], [file])]);

  // Of the items of a list, and of files in a folder, the first stands for the others.
  const kinds = new Map(
    [...all]
      .reverse()
      .map((path) => [path.map((step) => (typeof step === "number" ? "" : step.replace(/\/.*/, ""))).join(), path]),
  );

  const alone = [...kinds.values()].map((path) => ({ path, model: without([path]) }));
  const able = alone.flatMap(({ path, model }) => (model ? [path] : []));

  test("each in turn", { timeout: 120_000 }, () => {
    const faults = alone.flatMap(({ path, model }) =>
      model ? faultsIn(model).map((fault) => `${path.join(".")} → ${fault}`) : [],
    );
    expect(faults).toEqual([]);
    expect(able.length).toBeGreaterThan(alone.length / 2);
  });

  test("many at random", { timeout: 120_000 }, () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1e6);
    const random = randomFrom(seed);
    const models = Array.from({ length: 20 }).flatMap(() => {
      const share = random.of([2, 4, 10, 40]);
      return without(able.filter(() => random.below(share) === 0)) ?? [];
    });
    expect(models.flatMap(faultsIn), `SEED=${seed}`).toEqual([]);
    expect(models.length, `SEED=${seed}`).toBeGreaterThan(1);
  });
});
