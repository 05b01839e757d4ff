/**
 * Whatever is done to content, and whatever earlier builds left: a build makes what a build from nothing makes, byte for byte.
 * Random sequences of edits and builds say so. `IVP_DIFFERENTIAL_RUNS` sets how many; `IVP_DIFFERENTIAL_SEED` repeats one.
 */
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { adopt } from "../../src/adoption/index.js";
import { type BuildOptions, build } from "../../src/build/build.js";
import { docx } from "../../src/formats/docx.js";
import { html } from "../../src/formats/html.js";
import { formats } from "../../src/formats/index.js";
import { temporaryFolder } from "../setup/content.js";
import { root } from "../setup/ivp.js";
import { randomFrom } from "../setup/random.js";

const RUNS = Number(process.env.IVP_DIFFERENTIAL_RUNS ?? 12);
const SEED = process.env.IVP_DIFFERENTIAL_SEED;
/** A PDF takes a browser, and Word files take as long as all pages: one sequence in so many has them. */
const PDF_EVERY = 40;
const WORD_EVERY = 8;

type Random = ReturnType<typeof randomFrom>;

/** A text as `yaml` holds it: a value on one line, as people write it in these files. */
const VALUE =
  /^(\s*(?:- )?(?:title|term|meaning|slogan|motto|team|shortTitle|name|text|contact|effect|subtitle): )([A-Z][^|>{["']*)$/gm;

/** A file that comes, changes or goes. */
const comesOrGoes =
  (path: string, texts: (random: Random) => string) =>
  async (folder: string, random: Random): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    if (random.below(4) === 0) await rm(join(folder, path), { force: true });
    else await writeFile(join(folder, path), texts(random));
  };

/** A change to the content that keeps it valid, or doesn't: what a build refuses changes nothing. */
const edits: Readonly<Record<string, (folder: string, random: Random) => Promise<void>>> = {
  "a value": (folder, random) =>
    inSomeFile(folder, random, (text) => {
      const places = [...text.matchAll(VALUE)];
      if (places.length === 0) return text;
      const { index, 0: whole, 1: key = "" } = random.of(places);
      const words = [
        "Inhoud",
        "Samen verder",
        "Het plan op één bladzijde",
        "Veilig wonen",
        `Nummer ${random.below(9)}`,
      ];
      return text.slice(0, index) + key + random.of(words) + text.slice(index + whole.length);
    }),
  "a sentence": (folder, random) =>
    inSomeFile(folder, random, (text) => {
      const places = [...text.matchAll(/^( +)([A-Z][a-z]+ .*\.)$/gm)];
      if (places.length === 0) return text;
      const { index, 0: whole, 1: indent = "" } = random.of(places);
      const other = random.of([
        "Wij doen dit samen.",
        `Dat gebeurt ${random.below(9)} keer per jaar.`,
        `${whole.trim()} Ook dit telt mee.`,
      ]);
      return text.slice(0, index) + indent + other + text.slice(index + whole.length);
    }),
  "an indicator with a chart in a text": async (folder, random) => {
    await mkdir(join(folder, "indicators"), { recursive: true });
    const values = [2023, 2024, 2025].map((year) => ({ year, value: random.below(50) }));
    await writeFile(
      join(folder, "indicators/burglaries.yaml"),
      JSON.stringify({ id: "burglaries", title: "Woninginbraken", values: values.slice(random.below(4)) }),
    );
    const places = ["vision.yaml", "monitoring.yaml", "municipalities/suderhaven.yaml", "programmes/2027-2028.yaml"];
    const path = join(folder, random.of(places));
    const text = await readFile(path, "utf8").catch(() => "");
    const figure = random.of(["[[chart:burglaries]]", "[[table:burglaries]]", "Zie [[chart:burglaries]]."]);
    // Behind the first sentence of a text, as a paragraph or as one more sentence.
    await writeFile(path, text.replace(/^(( +)[A-Z].*\.)$/m, `$1${random.below(3) === 0 ? "" : "\n"}\n$2${figure}`));
  },
  "a figure changes": async (folder, random) => {
    const path = join(folder, "indicators/burglaries.yaml");
    const text = await readFile(path, "utf8").catch(() => "");
    if (text) await writeFile(path, text.replace(/"value":\d+/, `"value":${random.below(50)}`));
  },
  "a snapshot": async (folder, random) => {
    const date = random.of(["2025-06-30", "2025-12-31"]);
    const text = await readFile(join(root, `test/fixtures/progress/${date}.yaml`), "utf8");
    await comesOrGoes(`progress/${date}.yaml`, () => text.replace(/spent: \d+/, `spent: ${random.below(9)}`))(
      folder,
      random,
    );
  },
  "an amendment": comesOrGoes(
    "amendments/more.yaml",
    (random) => `id: more
title: Vaker op straat ${random.below(3)}
municipality: ${random.of(["s-zoutendam", "suderhaven"])}
state: ingediend
changes:
  - target: measure:evening-rounds
    field: text
    old: Een [[term:boa]] loopt in de avond door donkere straten.
    new: Een [[term:boa]] loopt ${random.below(9)} avonden.
`,
  ),
  "what councils get": comesOrGoes(
    "council.yaml",
    (random) => `date: 2024-10-0${1 + random.below(9)}\nmeeting: 2024-11-14\n`,
  ),
  "a decision": async (folder, random) => {
    const told = {
      about: random.of(["plan", "bijlage", "programma:2025-2026"]),
      by: random.of(["suderhaven", "ijzerwoude", "s-zoutendam"]),
      date: `2024-12-1${random.below(9)}`,
      reference: `R-${random.below(9)}`,
      state: random.of(["vastgesteld", "gewijzigd-vastgesteld", "verworpen"]),
      replace: true,
    };
    await adopt(folder, told, "2026-01-01").catch((error: unknown) => {
      if ((error as Error).constructor.name !== "UsageError") throw error;
    });
  },
  colours: comesOrGoes("style.yaml", (random) => `house: "${random.of(["#102a54", "#5a1f44", "#234b1e"])}"\n`),
  "two lines change places": (folder, random) =>
    inSomeFile(folder, random, (text) => {
      const lines = text.split("\n");
      const at = random.below(Math.max(1, lines.length - 2));
      [lines[at], lines[at + 1]] = [lines[at + 1] ?? "", lines[at] ?? ""];
      return lines.join("\n");
    }),
  "an item goes": (folder, random) =>
    inSomeFile(folder, random, (text) => {
      const items = [...text.matchAll(/^ {2}- (?:.*\n)(?: {3,}.*\n|\n)*/gm)];
      if (items.length < 2) return text;
      const { index, 0: item } = random.of(items);
      return text.slice(0, index) + text.slice(index + item.length);
    }),
  "an id changes everywhere": async (folder, random) => {
    const ids = new Set<string>();
    for (const path of await yamlIn(folder))
      for (const [, id = ""] of (await readFile(join(folder, path), "utf8")).matchAll(/^\s*(?:- )?id: (\S+)$/gm))
        ids.add(id);
    const id = random.of([...ids]);
    const other = `${id}-x`;
    const whole = new RegExp(`(?<![a-z0-9-])${id}(?![a-z0-9-])`, "g");
    for (const path of await yamlIn(folder)) {
      const text = await readFile(join(folder, path), "utf8");
      await writeFile(join(folder, path), text.replace(whole, other));
      if (path.endsWith(`/${id}.yaml`))
        await rename(join(folder, path), join(folder, path.replace(`${id}.yaml`, `${other}.yaml`)));
    }
  },
  "a picture": async (folder, random) => {
    const images = (await readdir(join(folder, "images")).catch(() => [])).filter((name) => name.endsWith(".png"));
    if (images.length === 0) return;
    const path = join(folder, "images", random.of(images));
    // Behind the end of a PNG anything may stand.
    await writeFile(path, Buffer.concat([await readFile(path), Buffer.from([random.below(256)])]));
  },
  "a comment": (folder, random) => inSomeFile(folder, random, (text) => `${text}# ${random.below(99)}\n`),
  "back to the beginning": async (folder) => {
    await rm(folder, { recursive: true });
    await cp(join(root, "test/plan"), folder, { recursive: true });
  },
};

/** What may happen to what earlier builds left. */
const accidents: Readonly<Record<string, (out: string, cache: string, random: Random) => Promise<void>>> = {
  "a damaged entry of the cache": async (_, cache, random) => {
    const entry = await someFile(cache, random);
    if (entry) await writeFile(entry, (await readFile(entry)).subarray(0, random.below(400)));
  },
  "two entries of the cache change places": async (_, cache, random) => {
    const [a, b] = [await someFile(cache, random), await someFile(cache, random)];
    if (!a || !b || a === b) return;
    await rename(a, `${a}.x`);
    await rename(b, a);
    await rename(`${a}.x`, b);
  },
  "the cache goes": (_, cache) => rm(cache, { recursive: true, force: true }),
  "a document goes": async (out, _, random) => {
    const path = await someFile(out, random, ".html");
    if (path) await rm(path);
  },
  "a document is spoiled": async (out, _, random) => {
    const path = await someFile(out, random, ".html");
    if (path) await writeFile(path, "kapot");
  },
};

const yamlIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".yaml")).sort();

async function someFile(folder: string, random: Random, end = ""): Promise<string | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(end));
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return paths.length > 0 ? random.of(paths) : undefined;
}

async function inSomeFile(folder: string, random: Random, change: (text: string) => string): Promise<void> {
  const path = join(folder, random.of(await yamlIn(folder)));
  await writeFile(path, change(await readFile(path, "utf8")));
}

/** The hash of every file in a folder. */
async function sums(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const hashes = files.sort().map(async (path) => {
    const hash = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
    return [path.slice(folder.length + 1), hash] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

/** One sequence: edits and builds of all kinds in one folder, and at its end what a build from nothing makes. */
async function sequence(folder: string, seed: number, formats: BuildOptions["formats"]): Promise<void> {
  const random = randomFrom(seed);
  const content = join(folder, "content");
  const [warm, cold] = [join(folder, "warm"), join(folder, "cold")];
  const log: string[] = [`seed ${seed}`];
  let edition = { date: new Date("2025-01-01") };
  const run = async (to: string, options: Partial<BuildOptions> = {}): Promise<boolean> => {
    const given = {
      content,
      out: join(to, "out"),
      only: [],
      formats,
      browser: { sandbox: process.getuid?.() !== 0 },
      program: "ivp",
      edition: async () => edition,
    };
    try {
      const { documents } = await build({ ...given, ...options });
      return documents.length > 0;
    } catch (error) {
      // Another plan in the folder, or no such document: told to the user, and nothing changes.
      if ((error as Error).constructor.name !== "UsageError") throw error;
      return false;
    }
  };
  await cp(join(root, "test/plan"), content, { recursive: true });
  await mkdir(warm);
  try {
    for (let step = random.below(3); step >= 0; step--) {
      if (random.below(4) === 0) {
        edition = { date: new Date(Date.UTC(2025, 0, 1 + random.below(3))) };
        log.push(`edition of ${edition.date.toISOString()}`);
      }
      for (let count = random.below(3); count >= 0; count--) {
        const name = random.of(Object.keys(edits));
        log.push(name);
        await edits[name]?.(content, random);
      }
      if (random.below(3) === 0) {
        const name = random.of(Object.keys(accidents));
        log.push(name);
        await accidents[name]?.(join(warm, "out"), join(warm, ".ivp-cache"), random);
      }
      const only =
        random.below(2) === 0 ? [] : [random.of(["plan", "annex", "programme", "suderhaven", "s-zoutendam"])];
      const some = random.below(2) === 0 ? formats : [random.of(formats)];
      log.push(`build ${only.join()} ${some.join()}`);
      await run(warm, { only, formats: some });
    }
    const before = await sums(join(warm, "out"));
    log.push("build");
    // Forced only over another plan: a new id of the plan makes it one.
    const built = (await run(warm)) || (await run(warm, { force: true }));
    const fresh = await run(cold);
    expect(built).toBe(fresh);
    expect(await sums(join(warm, "out"))).toEqual(fresh ? await sums(join(cold, "out")) : before);
  } catch (error) {
    throw new Error(`after: ${log.join("; ")}`, { cause: error });
  }
}

const first = SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(SEED);

test(`${RUNS} random sequences from seed ${first}`, { timeout: 600_000 }, async () => {
  const folder = await temporaryFolder();
  let good = 0;
  for (let index = 0; index < RUNS; index++) {
    const own = join(folder, String(index));
    await mkdir(own);
    const seed = first + index;
    await sequence(own, seed, seed % PDF_EVERY === 0 ? formats : seed % WORD_EVERY === 0 ? [html, docx] : [html]);
    if ((await readdir(own)).includes("cold")) good++;
    await rm(own, { recursive: true });
  }
  // Most contents must still be good after the edits, or nothing was tried.
  expect(good).toBeGreaterThanOrEqual(RUNS / 4);
});
