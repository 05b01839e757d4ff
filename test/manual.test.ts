import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { examples, fenced, manualPages, pictures, writeExample } from "../docs/manual.js";
import { examineFolder } from "../src/check/examine.js";
import type { Context } from "../src/cli/context.js";
import { createProgram } from "../src/cli/program.js";
import { type Answers, contentOf, readAll } from "../src/init/index.js";
import { temporaryFolder } from "./setup/content.js";
import { root } from "./setup/ivp.js";

const pages = manualPages();
const [start, ...subjects] = pages;
const texts = [...pages, ...["README.md", "templates/init/README.md"].map(read)];
const everything = pages.map(({ text }) => text).join("\n");

function read(name: string): { name: string; text: string } {
  return { name, text: readFileSync(join(root, name), "utf8") };
}

/** What is found that isn't only to be noted. */
async function faults(content: string): Promise<string[]> {
  const { diagnostics } = await examineFolder(content);
  return diagnostics
    .filter(({ severity }) => severity !== "note")
    .map(({ code, file, line, message }) => `${file}:${line} ${code} ${message}`);
}

test.each(subjects)("the examples of $name are a plan without faults", async ({ text }) => {
  expect(examples(text).filter(({ file }) => file === undefined)).toEqual([]);
  const content = join(await temporaryFolder(), "content");
  writeExample(content, text);
  expect(await faults(content)).toEqual([]);
});

test("every page stands in the contents of the manual", () => {
  expect(subjects.filter(({ name }) => !start?.text.includes(`](${name})`))).toEqual([]);
});

test("pictures are small and say what they show", () => {
  for (const { name, text } of subjects)
    for (const { alternative, path, file } of pictures(text)) {
      expect(file, `${name}: ${path}`).toBeDefined();
      expect(alternative.length, `${name}: ${path}`).toBeGreaterThan(15);
      expect(statSync(join(root, "docs/handleiding", path)).size, path).toBeLessThanOrEqual(60_000);
    }
});

test("every picture of the manual stands on a page", () => {
  const shown = subjects.flatMap(({ text }) => pictures(text).map(({ path }) => path.split("/").at(-1)));
  expect(readdirSync(join(root, "docs/images/handleiding")).sort()).toEqual(shown.sort());
});

test("links in the manual and the README lead somewhere", () => {
  const broken = texts.flatMap(({ name, text }) => {
    const folder = join(root, pages.some((page) => page.name === name) ? "docs" : "", name, "..");
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    return targets
      .filter((target) => !/^https?:/.test(target) && !fenced(text).some((block) => block.text.includes(target)))
      .filter((target) => !leads(folder, name, target))
      .map((target) => `${name}: ${target}`);
  });
  expect(broken).toEqual([]);
});

/** Whether the file of a link is there, and the heading in it. */
function leads(folder: string, page: string, target: string): boolean {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? join(folder, page.split("/").at(-1) ?? "") : join(folder, path);
  if (!existsSync(file)) return false;
  if (anchor === undefined) return true;
  const headings = readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm);
  return [...headings].some(([, heading = ""]) => slug(heading) === anchor);
}

const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");

test("who follows “Een eigen plan beginnen” has a plan without faults", async () => {
  const content = await temporaryFolder();
  const answers = readAll({
    municipalities: "Asten,Deurne",
    team: "basisteam Peelland",
    from: "2027",
    to: "2030",
    programme: "jaarplan",
    years: "1",
  });
  const files = { ...contentOf(answers as Answers) };
  const edit = (name: string, from: string, to: string): void => {
    expect(files[name]).toContain(from);
    files[name] = files[name]?.replace(from, to) ?? "";
  };
  edit("plan.yaml", "eerste-prioriteit", "inbraak");
  edit("programmes/2027.yaml", "eerste-maatregel", "rondes");
  const [example] = examples(start?.text ?? "");
  const { "priorities/eerste-prioriteit.yaml": _, ...others } = files;
  for (const [name, text] of Object.entries({ ...others, [example?.file ?? ""]: example?.text ?? "" })) {
    await mkdir(dirname(join(content, name)), { recursive: true });
    await writeFile(join(content, name), text);
  }
  expect(await faults(content)).toEqual([]);
});

const program = createProgram({ terminal: {} } as unknown as Context, "0");
const inner = (command: Command): Command[] => [command, ...command.commands.flatMap(inner)];
const commands = inner(program).slice(1);
const nameOf = (command: Command): string =>
  command.parent?.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();

/** Every command line in a text: in its examples of what to type, and between backticks. */
const commandLines = (text: string): string[] => {
  const typed = fenced(text).flatMap(({ language, text: block }) =>
    ["", "sh"].includes(language) ? block.replaceAll(/\n +(?=[-[])/g, " ").split("\n") : [],
  );
  const inline = [...text.replaceAll(/```[\s\S]*?```/g, "").matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
  return [...typed, ...inline].flatMap(
    (line) => /(?:^|npx )(ivp [a-z].*)$/.exec(line.replace(/ +#.*$/, ""))?.[1] ?? [],
  );
};

/** The command that a line is of, with the longest name that fits. */
const commandOf = (line: string): Command | undefined =>
  commands
    .filter((command) => `${line} `.startsWith(`ivp ${nameOf(command)} `))
    .sort((one, other) => nameOf(other).length - nameOf(one).length)[0];

test("every command line in the manual and the README is one that ivp knows, with its options", () => {
  const unknown = texts.flatMap(({ name, text }) =>
    commandLines(text).flatMap((line) => {
      if (line.startsWith("ivp zelf") || line === "ivp help") return [];
      const command = commandOf(line);
      if (!command) return [`${name}: ${line}`];
      const known = [...command.options.map(({ long }) => long), "--help"];
      const options = [...line.matchAll(/--[a-z-]+/g)].map(([option]) => option);
      return options.filter((option) => !known.includes(option)).map((option) => `${name}: ${line} (${option})`);
    }),
  );
  expect(unknown).toEqual([]);
});

test("the manual tells of every command, and of each of its options", () => {
  const lines = commandLines(everything);
  /** Which of the computer's own settings a command uses is told once, for all. */
  const once = ["--content", "--out", "--browser", "--no-sandbox", "--format", "--force"];
  const missing = commands
    .filter((command) => command.commands.length === 0)
    .flatMap((command) => {
      if (!lines.some((line) => commandOf(line) === command)) return [`ivp ${nameOf(command)}`];
      const options = command.options.flatMap(({ long }) => long ?? []);
      return options
        .filter((option) => !once.includes(option) && !everything.includes(option))
        .map((option) => `ivp ${nameOf(command)} ${option}`);
    });
  expect(missing).toEqual([]);
  expect(once.filter((option) => !everything.includes(`${option}`))).toEqual([]);
});

test("the README names every command once, with what it does", () => {
  const [list] = fenced(texts.find(({ name }) => name === "README.md")?.text ?? "").flatMap(({ text }) =>
    text.startsWith("ivp ") ? [text] : [],
  );
  const named = (list ?? "")
    .trim()
    .split("\n")
    .map((line) => commandOf(line));
  expect(named.map((command) => command && nameOf(command)).sort()).toEqual(
    commands
      .filter((command) => command.commands.length === 0)
      .map(nameOf)
      .sort(),
  );
});

test("the manual shows or explains every key that content can have", () => {
  const known = new Map<string, string>();
  const seen = new Set<string>();
  const collect = (value: unknown, where: string): void => {
    if (typeof value !== "object" || value === null) return;
    const { properties, $ref } = value as { properties?: Record<string, unknown>; $ref?: string };
    for (const key of Object.keys(properties ?? {})) known.set(`${where} ${key}`, key);
    const [other] = $ref?.split("#") ?? [];
    if (other) read(other);
    for (const part of Object.values(value)) collect(part, where);
  };
  const read = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    collect(JSON.parse(readFileSync(join(root, "schemas", name), "utf8")), name);
  };
  // Its own keys are the names of files: see below.
  read("content.schema.json");
  for (const key of known.keys()) if (key.startsWith("content.schema.json ")) known.delete(key);
  const told = new Set<string>();
  const keys = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      told.add(key);
      keys(part);
    }
  };
  for (const { text } of pages) for (const { text: yaml } of examples(text)) keys(parse(yaml));
  for (const [, code = ""] of everything.matchAll(/`([^`\n]+)`/g))
    for (const word of code.match(/[A-Za-z]+/g) ?? []) told.add(word);
  expect([...known].filter(([, key]) => !told.has(key)).map(([where]) => where)).toEqual([]);
});

test("the manual names every file and folder that content can have", () => {
  const { properties } = JSON.parse(readFileSync(join(root, "schemas/content.schema.json"), "utf8")) as {
    properties: Record<string, { "x-file"?: string; "x-files"?: string }>;
  };
  const names = Object.values(properties).map((part) => part["x-file"] ?? `${part["x-files"]}/`);
  expect(names.filter((name) => !start?.text.includes(`\`${name}\``))).toEqual([]);
});

test("the manual explains every group of rules", () => {
  const codes = [...readFileSync(join(root, "docs/rules.md"), "utf8").matchAll(/^### IVP(\d)/gm)].map(
    ([, digit]) => digit,
  );
  expect([...new Set(codes)].filter((digit) => !start?.text.includes(`| IVP${digit}xx |`))).toEqual([]);
});
