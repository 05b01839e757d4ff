/**
 * The last step of `npm run build`, after the compiler: makes what the program would otherwise have to work out at every
 * start. It packs the dictionary so that it can be read as it is, turns schemas and templates into code, measures the letters
 * of the charts, and packs the modules of the command line into few files.
 */
import { readdirSync, readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import standaloneCode from "ajv/dist/standalone/index.js";
import { decodeTrie, encodeITrieToBTrie } from "cspell-trie-lib";
import { build } from "esbuild";
import * as fontkit from "fontkit";
import Handlebars from "handlebars";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);

const dutch = join(dirname(require.resolve("@cspell/dict-nl-nl")), "Dutch.trie.gz");
await writeFile(
  join(root, "dist/check/dutch.btrie"),
  encodeITrieToBTrie(decodeTrie(gunzipSync(await readFile(dutch)))),
);

// Which data follow a schema, as code. Why they don't is found out with the schemas themselves.
const schemas = readdirSync(join(root, "schemas"))
  .filter((name) => name.endsWith(".schema.json"))
  .map((name) =>
    JSON.parse(readFileSync(join(root, "schemas", name), "utf8").replaceAll('"$ref": "#/', `"$ref": "${name}#/`)),
  );
const ajv = require("../schemas/ajv.cjs").createAjv(schemas, {
  allErrors: false,
  verbose: false,
  code: { source: true },
});
const names = Object.fromEntries(schemas.map(({ $id }) => [$id, $id]));
await writeFile(join(root, "dist/content/validators.cjs"), standaloneCode.default(ajv, names));

// The templates as code: `page`, and the partials by name.
const template = (path) => Handlebars.precompile(readFileSync(join(root, "templates", path), "utf8"), { strict: true });
const partials = ["blocks", "charts", "parts"].flatMap((folder) =>
  readdirSync(join(root, "templates", folder)).map(
    (file) => `${JSON.stringify(basename(file, ".hbs"))}: ${template(`${folder}/${file}`)}`,
  ),
);
await writeFile(
  join(root, "dist/render/templates.cjs"),
  `module.exports = { page: ${template("page.hbs")}, partials: {\n${partials.join(",\n")}\n} };\n`,
);

// How wide each character of the sans font is, by weight, at size 1.
const widthsOf = (weight) =>
  Object.fromEntries(
    ["latin-ext", "latin"].flatMap((subset) => {
      const path = `@fontsource/source-sans-3/files/source-sans-3-${subset}-${weight}-normal.woff2`;
      const font = fontkit.openSync(require.resolve(path));
      return font.characterSet.map((point) => [
        String.fromCodePoint(point),
        font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm,
      ]);
    }),
  );
await writeFile(join(root, "dist/render/widths.json"), JSON.stringify({ 400: widthsOf(400), 700: widthsOf(700) }));

// As deep as the modules that it is made of, so that templates and schemas are where they look for them.
const outdir = join(root, "dist/bundle");
await rm(outdir, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ["cli/main", "pdf/press-thread", "pdf/finish-thread"].map((path) => ({
    in: join(root, "dist", `${path}.js`),
    out: basename(path),
  })),
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minifyWhitespace: true,
  // These look for files of their own package, or are large and seldom needed.
  external: ["@sparticuz/chromium", "puppeteer", "open", "chokidar"],
  // Puppeteer brings two megabytes along to download browsers through proxies; the bundle only starts them.
  alias: { "proxy-agent": join(root, "bin/no-proxy-agent.js") },
  banner: {
    js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
  },
  metafile: true,
  logLevel: "warning",
});
// Which packages each file of the bundle holds: a test reads it to see what a command loads.
const packageOf = (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
const packages = Object.entries(metafile.outputs).map(([path, { inputs }]) => [
  basename(path),
  [...new Set(Object.keys(inputs).map(packageOf))].filter(Boolean).sort(),
]);
await writeFile(join(outdir, "packages.json"), JSON.stringify(Object.fromEntries(packages)));
