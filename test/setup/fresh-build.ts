import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./ivp.js";

/** When the newest file under a folder was written, in milliseconds; 0 when there is none. */
const newest = (folder: string): number => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(0, ...entries.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
};

/**
 * Most tests run the built program: one that is older than its source would be judged in its place.
 * @throws Error when the bundle is older than the source, or isn't there
 */
export function refuseStale(source: string, bundle: string): void {
  const built = statSync(bundle, { throwIfNoEntry: false }) ? newest(bundle) : 0;
  if (built < newest(source))
    throw new Error(`${bundle} is ${built === 0 ? "not there" : "older than the source"}. First: npm run build`);
}

/** Before all tests. */
export default function setup(): void {
  refuseStale(join(root, "src"), join(root, "dist/bundle"));
}
