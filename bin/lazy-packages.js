/**
 * What esbuild gives to `await import("a-commonjs-package")` is `default` alone. Node gives the names that the package exports
 * as well, and so does a bundle with this plugin: it puts a module with exactly Node's names between the two.
 */
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const between = "lazy-package";

/** The names that Node gives for a package, as far as they can be written in an `export`. */
const namesOf = async (file) =>
  Object.keys(await import(pathToFileURL(file))).filter((name) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name));

/** Puts a module of ours in the place of `node:util` for the packages that want more of it than every Node 20 has. */
export const oldUtil = {
  name: "old-util",
  setup(build) {
    build.onResolve({ filter: /^node:util$/ }, ({ importer }) =>
      /[\\/]@clack[\\/]/.test(importer) ? { path: join(root, "bin/old-util.js") } : undefined,
    );
  },
};

/** Puts the process that is there anyway in the place of `node:process` for the package that colours words. */
export const globalProcess = {
  name: "global-process",
  setup(build) {
    build.onResolve({ filter: /^node:process$/ }, ({ importer }) =>
      /[\\/]chalk[\\/]/.test(importer) ? { path: join(root, "bin/global-process.js") } : undefined,
    );
  },
};

/** @type {import("esbuild").Plugin} */
export const lazyPackages = {
  name: between,
  setup(build) {
    build.onResolve({ filter: /.*/ }, async ({ kind, path, importer, resolveDir, pluginData }) => {
      if (kind !== "dynamic-import" || pluginData === between) return undefined;
      const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: between });
      const inside = !found.external && found.errors.length === 0 && found.path.includes("node_modules");
      // No folder of this machine in it: the same source gives the same bundle.
      return inside ? { path: relative(root, found.path), namespace: between } : found;
    });
    build.onLoad({ filter: /.*/, namespace: between }, async ({ path }) => ({
      contents: `export { ${(await namesOf(join(root, path))).join(", ")} } from ${JSON.stringify(join(root, path))};`,
      resolveDir: dirname(join(root, path)),
    }));
  },
};
