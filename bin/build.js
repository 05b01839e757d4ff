/**
 * The last step of `npm run build`, after the compiler: makes what the program would otherwise have to work out at every
 * start. It packs the dictionary so that it can be read as it is, turns schemas and templates into code, measures the letters
 * of the charts, and packs the modules of the command line and of the library into few files. What is packed here, with the
 * fonts and icons, need not be installed with the program.
 */
import { readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import standaloneCode from "ajv/dist/standalone/index.js";
import { decodeTrie, encodeITrieToBTrie } from "cspell-trie-lib";
import { build } from "esbuild";
import * as fontkit from "fontkit";
import Handlebars from "handlebars";
import puppeteer from "puppeteer-core";
import { faces, fontFile, subsets } from "../dist/render/fonts.js";
import { globalProcess, lazyPackages, oldUtil } from "./lazy-packages.js";

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
// Of Node 20 esbuild doesn't know that it reads \p{L} in an expression: each would then be made anew whenever it is used.
const target = "es2022";
const alone = { bundle: true, platform: "node", target, format: "cjs", minifyWhitespace: true };
await build({
  ...alone,
  stdin: { contents: standaloneCode.default(ajv, names), resolveDir: root },
  outfile: join(root, "dist/content/validators.cjs"),
});
await build({ ...alone, entryPoints: [join(root, "schemas/ajv.cjs")], outfile: join(root, "dist/content/ajv.cjs") });

// What reads the dictionary: for a check that knows all texts nobody asks for it.
await build({
  ...alone,
  stdin: { contents: 'export { decodeTrie } from "cspell-trie-lib";', resolveDir: root },
  outfile: join(root, "dist/check/trie.cjs"),
});

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

// The fonts, and the icons in one file: a line with the name and what is drawn.
await rm(join(root, "dist/render/fonts"), { recursive: true, force: true });
await mkdir(join(root, "dist/render/fonts"));
const packageFont = ({ file }, name) => require.resolve(`@fontsource/${file}/files/${name}`);
for (const face of faces)
  for (const subset of subsets) {
    const name = fontFile(face, subset);
    await cp(packageFont(face, name), join(root, "dist/render/fonts", name));
  }
const iconFolder = join(dirname(require.resolve("lucide-static/package.json")), "icons");
const icons = readdirSync(iconFolder).filter((file) => file.endsWith(".svg"));
const drawn = (svg) => svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
const iconLine = (file) =>
  `${basename(file, ".svg")}\t${drawn(readFileSync(join(iconFolder, file), "utf8"))
    .replace(/\s+/g, " ")
    .trim()}\n`;
await writeFile(join(root, "dist/model/icons.json"), JSON.stringify(icons.map((file) => basename(file, ".svg"))));
await writeFile(join(root, "dist/render/icons.txt"), `\n${icons.map(iconLine).join("")}`);

// Where Dutch words may break, with the patterns of that language only: as text, which is read five times as fast as code.
const patterns = JSON.stringify(JSON.stringify(require("hyphen/patterns/nl.js")));
await build({
  ...alone,
  stdin: {
    contents: `module.exports = require("hyphen/export-contract.js")(JSON.parse(${patterns}));`,
    resolveDir: root,
  },
  outfile: join(root, "dist/render/dutch-hyphens.cjs"),
});

// What numbers are drawn with: read when a document has any.
await build({
  ...alone,
  stdin: {
    contents: 'export { scaleLinear } from "d3-scale"; export { line } from "d3-shape";',
    resolveDir: root,
  },
  outfile: join(root, "dist/render/d3.cjs"),
});

// How wide each character of the sans font is, by weight, at size 1.
const widthsOf = (weight) => {
  const face = faces.find((known) => known.file === "source-sans-3" && known.weight === weight);
  return Object.fromEntries(
    [...subsets].reverse().flatMap((subset) => {
      const font = fontkit.openSync(packageFont(face, fontFile(face, subset)));
      return font.characterSet.map((point) => [
        String.fromCodePoint(point),
        font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm,
      ]);
    }),
  );
};
await writeFile(join(root, "dist/render/widths.json"), JSON.stringify({ 400: widthsOf(400), 700: widthsOf(700) }));

await writeFile(
  join(root, "dist/pdf/browser-arguments.json"),
  JSON.stringify(puppeteer.defaultArgs({ headless: "shell" })),
);

// As deep as the modules that it is made of, so that templates and schemas are where they look for them.
const outdir = join(root, "dist/bundle");
await rm(outdir, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ["cli/main", "index", "pdf/press-thread", "pdf/finish-thread"].map((path) => ({
    in: join(root, "dist", `${path}.js`),
    out: basename(path),
  })),
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target,
  minifyWhitespace: true,
  // These look for files of their own package; puppeteer is there where someone wants its browser.
  external: ["@sparticuz/chromium", "puppeteer", "open"],
  plugins: [oldUtil, globalProcess, lazyPackages],
  // Puppeteer brings two megabytes along to download browsers through proxies; the bundle only starts them.
  alias: { "proxy-agent": join(root, "bin/no-proxy-agent.js") },
  banner: {
    js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
  },
  absWorkingDir: root,
  metafile: true,
  logLevel: "warning",
});
// Which packages each file of the bundle holds, and of which module it gives the names: tests read it to see what a command
// loads and gets.
const packageOf = (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
const files = Object.entries(metafile.outputs).map(([path, { inputs, entryPoint }]) => [
  basename(path),
  {
    packages: [...new Set(Object.keys(inputs).map(packageOf))].filter(Boolean).sort(),
    ...(entryPoint && { gives: entryPoint.replace(/^.*:/, "") }),
  },
]);
await writeFile(join(outdir, "files.json"), JSON.stringify(Object.fromEntries(files)));
