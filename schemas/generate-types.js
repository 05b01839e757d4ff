// Writes src/content/schema-types.ts: the TypeScript types of everything that the schemas describe.
// The schemas are the one definition of the content's shape; this file is never committed.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const folder = new URL(".", import.meta.url);
const target = new URL("../src/content/schema-types.ts", folder);

/** "local-themes.schema.json" and "part" become "LocalThemesPart". */
const typeName = (file, definition = "") =>
  [...file.replace(".schema.json", "").split("-"), definition]
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** Definitions of the common schema go by their own name, those of another schema with that schema's name in front. */
const definitionName = (file, definition) =>
  file === "common.schema.json" ? typeName("", definition) : typeName(file, definition);

/** Points every reference into one bundle, and drops titles: they are Dutch and would become type names. */
function bundled(node, file) {
  if (Array.isArray(node)) return node.map((item) => bundled(item, file));
  if (typeof node !== "object" || node === null) return node;
  if (typeof node.$ref === "string") {
    const [target, definition] = node.$ref.split("#/$defs/");
    return { $ref: `#/$defs/${definitionName(target.replace("#", "") || file, definition ?? "")}` };
  }
  // The program knows one word of those that people may write.
  if (node.enum && node["x-words"]) {
    const { "x-words": words, ...own } = node;
    return bundled({ ...own, enum: own.enum.filter((value) => !(value in words)) }, file);
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(key === "title" && typeof value === "string") && !key.startsWith("$"))
      .map(([key, value]) => [key, bundled(value, file)]),
  );
}

const definitions = {};
for (const file of readdirSync(folder).filter((name) => name.endsWith(".schema.json"))) {
  const schema = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  for (const [name, definition] of Object.entries(schema.$defs ?? {})) {
    definitions[definitionName(file, name)] = bundled(definition, file);
  }
  if (schema.type) definitions[typeName(file)] = bundled(schema, file);
}

const { Content: root, ...$defs } = definitions;
const types = await compile({ ...root, $defs }, "Content", {
  bannerComment: "// Generated from schemas/ by `npm run types`. Do not edit.",
  ignoreMinAndMaxItems: true,
  format: false,
  // What ivp writes isn't part of the content, and has types as well.
  unreachableDefinitions: true,
});
writeFileSync(target, types);
