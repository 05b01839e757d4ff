/** The options that more than one command takes: what they are called, what they mean and what stands for them. */
import { type Command, Option } from "commander";
import { enumeration, suggestion } from "../dutch.js";
import { UsageError } from "../errors.js";
import { type Format, formats } from "../formats/index.js";
import type { Terminal } from "./terminal.js";

export interface ContentOption {
  readonly content: string;
}
export interface OutOption {
  readonly out: string;
}
export interface BrowserOptions {
  readonly browser?: string;
  readonly sandbox: boolean;
}

/** The folders where nobody names others. */
export const usualFolders = { content: "content", out: "out" } as const;

export const contentOption = (): Option =>
  new Option("--content <map>", "map met de inhoud (standaard: content)").default(usualFolders.content);

/** @param what what the folder is for */
export const outOption = (what = "voor de documenten"): Option =>
  new Option("--out <map>", `map ${what} (standaard: out)`).default(usualFolders.out);

/** Adds what says with which browser PDFs are made. */
export const withBrowser = (command: Command): Command =>
  command
    .option("--browser <pad>", "Chrome, Edge of Chromium om PDF's mee te maken (ook: IVP_BROWSER)")
    .option("--no-sandbox", "start de browser zonder sandbox");

/** The browser that the user chose. */
export const browserOf = ({ browser, sandbox }: BrowserOptions, { warn }: Terminal) => ({
  ...(browser && { path: browser }),
  sandbox,
  warn,
});

/** @param forms in what something can be shown, the usual one first */
export const formatOption = (forms: readonly string[]): Option =>
  new Option("--format <vorm>", `${enumeration(forms, "of")} (standaard: ${forms[0]})`)
    .default(forms[0])
    .argParser(oneOf(forms, "vorm"));

/** In what something can be told: for the terminal and other programs, or as a document. */
export type Form = (typeof told)[number] | Format;
const told = ["text", "markdown", "json"] as const;

/** How something is told that can become a document as well. */
export const formOption = (): Option => formatOption([...told, ...extensions]).argParser(formNamed);

function formNamed(value: string): Form {
  const name = oneOf([...told, ...extensions], "vorm")(value);
  return told.find((text) => text === name) ?? (formats.find(({ extension }) => extension === name) as Format);
}

/**
 * Reads the value of an option that has a fixed set of values.
 * @param what what such a value is, in Dutch
 * @param words Dutch words for such values, which are what people are told of
 */
export const oneOf =
  <T extends string>(known: readonly T[], what: string, words: Readonly<Record<string, T>> = {}) =>
  (value: string): T => {
    const found = known.find((name) => name === value) ?? (Object.hasOwn(words, value) ? words[value] : undefined);
    if (found) return found;
    const told = [...Object.keys(words), ...known.filter((name) => !Object.values(words).includes(name))];
    // Who types an English word is helped with it.
    throw new UsageError(`“${value}” is geen ${what}.`, suggestion(value, told, { also: known }));
  };

/** What documents can be made into, by the names that people type. */
export const extensions = formats.map(({ extension }) => extension);

/** Reads formats, with commas between them. */
export const parseFormats = (value: string): Format[] =>
  value.split(",").flatMap((name) => {
    const asked = oneOf(extensions, "bestandsformaat")(name.trim());
    return formats.filter(({ extension }) => extension === asked);
  });
