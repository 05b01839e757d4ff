import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { scaleLinear } from "d3-scale";
import type { line } from "d3-shape";

const require = createRequire(import.meta.url);
let loaded: { readonly scaleLinear: typeof scaleLinear; readonly line: typeof line } | undefined;

/** The library that gives scales and paths, as `npm run build` packed it: most documents don't need it. */
export function d3(): NonNullable<typeof loaded> {
  loaded ??= require(fileURLToPath(new URL("../../dist/render/d3.cjs", import.meta.url))) as NonNullable<typeof loaded>;
  return loaded;
}
