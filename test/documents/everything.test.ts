import { describe, expect, test } from "vitest";
import { checkRules } from "../../src/check/index.js";
import { type Loaded, loadContent, placeOfValue } from "../../src/content/index.js";
import { compose, composeIndex, listDocuments } from "../../src/documents/index.js";
import { link, type Model, parts } from "../../src/model/index.js";
import { recordsOf } from "../../src/publication/index.js";
import { everything, type Given, type Options, ownHeading, type Said } from "../setup/everything.js";

/** The rules by which `ivp check` tells that something stands in no document, or that it counts for nothing. */
const telling = new Set(["IVP504", "IVP523", "IVP534", "IVP537", "IVP540", "IVP541", "IVP542"]);

function linked(files: Parameters<typeof loadContent>[0]): { loaded: Loaded; model: Model } {
  const loaded = loadContent(files);
  const { model, diagnostics } = link(loaded);
  if (!model) throw new Error(JSON.stringify([...loaded.diagnostics, ...diagnostics], null, 1));
  return { loaded, model };
}

/** All that the documents of a model show, and say of themselves to others. */
const shownIn = (model: Model): string =>
  JSON.stringify([
    composeIndex(model, []),
    ...listDocuments(model).flatMap((info) => {
      const { data: _, links, ...document } = compose(model, info);
      return [document, [...links]];
    }),
    recordsOf({
      model,
      documents: listDocuments(model).map((info) => ({ ...info, files: [] })),
      created: undefined,
      url: undefined,
    }),
  ]);

/** What is shown nowhere and told by no rule, as `file:path`. */
function silentIn(municipalities: number, given: Given, options: Options): string[] {
  const { files, said } = everything(municipalities, given, options);
  const { loaded, model } = linked(files);
  const shown = shownIn(model);
  const told = new Set(
    checkRules
      .flatMap((rule) => ("run" in rule && telling.has(rule.code) ? rule.run({ loaded, model }) : []))
      .map(({ place }) => place())
      .map(({ file, line }) => `${file}:${line}`),
  );
  return said
    .filter(({ mark }) => mark !== undefined && !shown.includes(mark))
    .filter((one) => !placesAround(loaded, one).some((place) => told.has(place)))
    .filter(({ path }) => !isForm(path))
    .map(({ file, path }) => `${file}:${path.join(".")}`);
}

/** Where a finding stands that tells of a value, or of something around it. */
const placesAround = (loaded: Loaded, { file, path }: Said): string[] => {
  const parsed = loaded.files.get(file);
  if (!parsed) return [];
  return [...path, ""].flatMap((_, depth) =>
    [[], ["title"], ["id"]].map(
      (own) => `${file}:${placeOfValue(parsed, [...path.slice(0, path.length - depth), ...own]).line}`,
    ),
  );
};

/** How a body is called where there is more than one of it: a form of its name. */
const isForm = (path: Said["path"]): boolean => path.at(-1) === "plural" || path.at(-1) === "article";

const withStructure = (structure: object): Given => ({
  "plan.yaml:structure": { priority: ["description", "why", "now", "ambition", "measures", ownHeading], ...structure },
});

const chapters: Readonly<Record<string, readonly string[]>> = {
  introduction: ["origin", "municipality", "reading-guide", "free"],
  strategy: ["vision", "goals", "starting-points", "monitoring", "governance"],
  priorities: ["prioritising", "local-themes", "priorities", "other-themes", "alignment"],
};

/** A structure that names every part but one. */
function without(name: string): Given {
  const others = (names: readonly string[]): string[] => names.filter((own) => own !== name);
  return withStructure({
    front: others(["poster", "manifest", "contents", "foreword", "summary"]),
    chapters: [
      ...Object.entries(chapters).flatMap(([part, sections]) =>
        part === name ? [] : [{ part, sections: others(sections) }],
      ),
      ...others(["finances"]),
    ],
    annexes: others(["partners", "glossary", "trace", "decisions", "open-points"]),
  });
}

const structures: readonly (readonly [string, Given])[] = [
  ["no structure", {}],
  ["hardly anything", withStructure({ front: [], chapters: ["priorities"], annexes: [] })],
  ["sections as chapters", withStructure({ chapters: ["free", "origin", "vision", "priorities"] })],
  [
    "an introduction with sections of its own",
    withStructure({ chapters: [{ part: "introduction", sections: ["origin", "free"] }, "strategy", "priorities"] }),
  ],
  ...Object.keys(parts).map((name) => [`all but ${name}`, without(name)] as const),
];

describe.each([1, 3])("in a plan of %i municipalities", (municipalities) => {
  test.each(structures)("every text is shown or told, with %s", (_, given) => {
    expect(silentIn(municipalities, given, {})).toEqual([]);
  });

  test("every text is shown or told where much is open, or has only a title", () => {
    for (const [, given] of structures.slice(0, 2)) {
      expect(silentIn(municipalities, given, { open: true })).toEqual([]);
      expect(silentIn(municipalities, given, { titles: true })).toEqual([]);
    }
  });

  test("a local theme that nobody chooses is shown or told", () => {
    const nobody = Object.fromEntries(
      Array.from({ length: municipalities }, (_, index) => [
        `municipalities/town-${index}.yaml:localThemes`,
        undefined,
      ]),
    );
    expect(silentIn(municipalities, nobody, {})).toEqual([]);
  });

  test("what no priority names is shown or told", () => {
    const nobody = Object.fromEntries(
      ["rich", "apart"].flatMap((name) =>
        ["goals", "regionalThemes"].map((key) => [`priorities/${name}.yaml:${key}`, undefined]),
      ),
    );
    expect(silentIn(municipalities, nobody, {})).toEqual([]);
  });
});

/** What is as it would be without it, or is for `ivp publish` alone. */
const asUsual = /^[a-z-]+:id$|:publication\.|bodies\.0\.level$|actions\.0\.municipalities$/;

test.each([1, 2])("in a plan of %i municipalities every value that is no text makes a difference", (municipalities) => {
  const { files, said } = everything(municipalities);
  const shown = shownIn(linked(files).model);
  const idle = said
    .filter(({ path, mark }) => mark === undefined && !isForm(path))
    .map(({ file, path }) => `${file}:${path.join(".")}`)
    .filter((key) => {
      const other = loadContent(everything(municipalities, { [key]: undefined }).files);
      // What must be there can't be left out.
      const { model } = other.content ? link(other) : {};
      return model && shownIn(model) === shown && !asUsual.test(key.replace(".yaml", ""));
    });
  expect(idle).toEqual([]);
});
