import { readFileSync } from "node:fs";

let names: ReadonlySet<string> | undefined;

/** The names of all icons that a document can show: those of lucide.dev, as `npm run build` found them. */
export function iconNames(): ReadonlySet<string> {
  names ??= new Set(
    JSON.parse(readFileSync(new URL("../../dist/model/icons.json", import.meta.url), "utf8")) as string[],
  );
  return names;
}
