// The manual as something to be held to its word: its pages, and the examples in them.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMap, parseDocument } from "yaml";

const docs = fileURLToPath(new URL(".", import.meta.url));
/** The small content of an invented team that the examples are laid over. */
export const exampleFolder = join(docs, "handleiding/voorbeeld");

/** The pages of the manual, the start first. @returns {{ name: string, text: string }[]} paths from docs/, with what they say */
export function manualPages() {
  const pages = readdirSync(join(docs, "handleiding")).filter((name) => name.endsWith(".md"));
  return ["handleiding.md", ...pages.sort().map((name) => `handleiding/${name}`)].map((name) => ({
    name,
    text: readFileSync(join(docs, name), "utf8"),
  }));
}

/** What stands between fences in a text, with the word behind the first one. @returns {{ language: string, text: string, line: number }[]} */
export function fenced(text) {
  const blocks = [];
  let open;
  for (const [at, line] of text.split("\n").entries()) {
    const [, indent = "", language] = /^( *)```(\w*)$/.exec(line) ?? [];
    if (language === undefined) open?.lines.push(line.slice(open.indent));
    else if (open) {
      blocks.push({ language: open.language, text: `${open.lines.join("\n")}\n`, line: open.line });
      open = undefined;
    } else open = { indent: indent.length, language, lines: [], line: at + 1 };
  }
  return blocks;
}

/** The examples of a page: YAML that says in its first line which file it stands in. @returns {{ file: string | undefined, text: string, line: number }[]} */
export const examples = (text) =>
  fenced(text)
    .filter(({ language }) => language === "yaml")
    .map(({ text: yaml, line }) => ({
      file: /^# content\/(\S+\.yaml)$/m.exec(yaml.split("\n")[0])?.[1],
      text: yaml,
      line,
    }));

/**
 * Writes the example plan with the examples of one page in it, as a reader would: a new file is put there, and in a file that
 * exists a key takes the place of the same key, and joins the others. An example with an `id` is a whole file.
 */
export function writeExample(folder, text) {
  cpSync(exampleFolder, folder, { recursive: true });
  for (const { file, text: yaml } of examples(text)) {
    const path = join(folder, file);
    if (!existsSync(path) || /^id:/m.test(yaml)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, yaml);
      continue;
    }
    const [was, becomes] = [readFileSync(path, "utf8"), yaml].map((source) => parseDocument(source));
    merge(was.contents, becomes.contents);
    writeFileSync(path, was.toString({ lineWidth: 0 }));
  }
}

function merge(was, becomes) {
  for (const { key, value } of becomes.items) {
    const there = was.get(key.value, true);
    if (isMap(there) && isMap(value) && !there.has("open")) merge(there, value);
    else was.set(key, value);
  }
}

/** The pictures of a page: `<!-- file selector -->` above a picture says which part of which document it shows. */
export const pictures = (text) =>
  [...text.matchAll(/(?:^<!-- (\S+) (.+) -->\n)?^!\[(.*)\]\((\S+)\)$/gm)].map(
    ([, file, selector, alternative, path]) => ({
      file,
      selector,
      alternative,
      path,
    }),
  );
