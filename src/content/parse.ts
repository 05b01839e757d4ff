import {
  Composer,
  type CST,
  type Document,
  isCollection,
  isPair,
  Lexer,
  LineCounter,
  Parser,
  YAMLParseError,
} from "yaml";
import type { Diagnostic } from "../diagnostics.js";
import type { ParsedFile } from "./parsed-file.js";
import type { RawFile } from "./read.js";
import { invisible } from "./rules/invisible.js";
import { mergeConflict } from "./rules/merge-conflict.js";
import { tooMuch } from "./rules/too-much.js";
import { utf8 } from "./rules/utf8.js";
import { validYaml } from "./rules/valid-yaml.js";
import { unwanted } from "./unwanted.js";

/**
 * Parses one YAML file. Pure; never throws.
 * Only the first syntax error of a file is told, as later ones are mostly its consequence.
 */
export function parseFile({ path, bytes }: RawFile): { parsed?: ParsedFile; diagnostics: Diagnostic[] } {
  const tooLarge = tooMuch.size(path, bytes);
  if (tooLarge.length > 0) return { diagnostics: tooLarge };
  const text = decoded(bytes);
  if (text === undefined) return { diagnostics: utf8.find(path, bytes) };
  const conflicts = mergeConflict.find(path, text);
  if (conflicts.length > 0) return { diagnostics: conflicts };
  const source = text.normalize("NFC");
  const odd = [
    ...invisible.lineEnds(path, source),
    ...validYaml.spaces(path, source),
    ...validYaml.directive(path, source),
  ];
  if (odd.length > 0) return { diagnostics: odd };
  const lines = new LineCounter();
  const document = documentIn(source, lines);
  if (!document) return { diagnostics: tooMuch.depth(path) };
  const parsed = { path, text, source, document, lines };
  const wrong = validYaml.syntax(path, source, document, lines);
  const { diagnostics, usable } = wrong.length > 0 ? { diagnostics: wrong, usable: true } : unwanted(parsed);
  const sound = diagnostics.length === 0;
  return { parsed: { ...parsed, value: usable ? plainValue(document) : undefined, sound }, diagnostics };
}

/** Deeper than anyone nests content; the parser's time and stack grow with it. */
const MAX_DEPTH = 100;

/** Stands for what is nested deeper than {@link MAX_DEPTH}. */
class TooDeepError extends Error {}

/**
 * What the parser makes of a source, as its own `parseDocument` does. It recurses, so that nesting stops it before its stack
 * ends.
 * @returns nothing when the source is nested too deep
 */
function documentIn(source: string, lines: LineCounter): Document | undefined {
  // Keys that stand twice are looked for elsewhere: the parser compares each key with all that went before.
  const composer = new Composer({ strict: true, uniqueKeys: false, logLevel: "error" });
  try {
    const [document, another] = composer.compose(tokensIn(source, lines), true, source.length);
    const [from = 0, to = from] = another?.range ?? [];
    if (document?.errors.some(({ code }) => code === "RESOURCE_EXHAUSTION")) return undefined;
    if (isDeep(document?.contents)) return undefined;
    if (another) document?.errors.push(new YAMLParseError([from, to], "MULTIPLE_DOCS", "more than one document"));
    return document;
  } catch (error) {
    if (error instanceof TooDeepError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether something is nested too deep, also line by line. How much stack there is says nothing: it differs each time. */
function isDeep(contents: unknown): boolean {
  let level = [contents];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth++) level = level.flatMap(within);
  return level.length > 0;
}

const within = (node: unknown): unknown[] =>
  isCollection(node) ? node.items.flatMap((item) => (isPair(item) ? [item.key, item.value] : [item])) : [];

function* tokensIn(source: string, lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of shallow(source)) yield* parser.next(lexeme);
  yield* parser.end();
}

/**
 * The lexemes of a source.
 * @throws {TooDeepError} when brackets, or the dashes and question marks of one line, are nested too deep
 */
function* shallow(source: string): Generator<string> {
  let brackets = 0;
  let marks = 0;
  for (const lexeme of new Lexer().lex(source)) {
    if (lexeme === "[" || lexeme === "{") brackets++;
    else if (lexeme === "]" || lexeme === "}") brackets--;
    else if (lexeme === "-" || lexeme === "?") marks++;
    else if (lexeme.startsWith("\n") || lexeme.startsWith("\r")) marks = 0;
    if (brackets > MAX_DEPTH || marks > MAX_DEPTH) throw new TooDeepError();
    yield lexeme;
  }
}

/**
 * A sound file of which the data are known already. Its YAML is only parsed when someone asks for a place in it.
 * @param value what {@link parseFile} gave for the same bytes
 */
export function knownFile(file: RawFile, value: unknown): ParsedFile {
  let parsed: ParsedFile | undefined;
  const inFull = (): ParsedFile => {
    parsed ??= parseFile(file).parsed;
    if (!parsed) throw new Error(`${file.path} is not what was known of it`);
    return parsed;
  };
  const text = new TextDecoder().decode(file.bytes);
  return {
    path: file.path,
    text,
    get source() {
      return inFull().source;
    },
    value,
    sound: true,
    get document() {
      return inFull().document;
    },
    get lines() {
      return inFull().lines;
    },
  };
}

/** The text of UTF-8 bytes, unless they are something else. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function plainValue(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}
