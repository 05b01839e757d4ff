import { Composer, type CST, type Document, Lexer, LineCounter, Parser, YAMLParseError } from "yaml";
import type { Code, Diagnostic } from "../diagnostics.js";
import type { ParsedFile } from "./parsed-file.js";
import type { RawFile } from "./read.js";
import { oddLineEnds, oddSpaces, syntaxErrors, tooDeep } from "./syntax.js";
import { unwanted } from "./unwanted.js";

/** No content file comes near this; more is a mistake or an attack. In bytes. */
const MAX_SIZE = 1_000_000;

/**
 * Parses one YAML file. Pure; never throws.
 * Only the first syntax error of a file is told, as later ones are mostly its consequence.
 */
export function parseFile(file: RawFile): { parsed?: ParsedFile; diagnostics: Diagnostic[] } {
  const refuse = (code: Code, message: string, hint: string, line = 1, column = 1) => ({
    diagnostics: [{ code, severity: "error", file: file.path, line, column, length: 1, message, hint } as const],
  });
  if (file.bytes.length > MAX_SIZE) {
    return refuse("IVP106", "Dit bestand is groter dan 1 MB.", "Verdeel de inhoud of haal weg wat er niet hoort.");
  }
  const text = decode(file.bytes);
  if (typeof text !== "string") {
    return refuse(
      "IVP103",
      "Dit bestand is geen UTF-8-tekst.",
      "Sla het bestand op als UTF-8 (in de meeste editors: Opslaan met codering).",
      text.line,
      text.column,
    );
  }
  const conflicts = conflictsIn(file.path, text);
  if (conflicts.length > 0) return { diagnostics: conflicts };
  const source = text.normalize("NFC");
  const odd = [...oddLineEnds(file.path, source), ...oddSpaces(file.path, source)];
  if (odd.length > 0) return { diagnostics: odd };
  const lines = new LineCounter();
  const document = documentIn(source, lines);
  if (!document) return { diagnostics: [tooDeep(file.path)] };
  const parsed = { path: file.path, text, source, document, lines };
  const wrong = syntaxErrors(file.path, source, document, lines);
  const diagnostics = [...wrong, ...(wrong.length === 0 ? unwanted(parsed) : [])];
  const sound = diagnostics.length === 0;
  return { parsed: { ...parsed, value: plainValue(document, diagnostics), sound }, diagnostics };
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
    if (another) document?.errors.push(new YAMLParseError([from, to], "MULTIPLE_DOCS", "more than one document"));
    return document;
  } catch (error) {
    if (error instanceof TooDeepError || error instanceof RangeError) return undefined;
    throw error;
  }
}

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

/** The places where git left two versions for someone to choose from. */
function conflictsIn(file: string, text: string): Diagnostic[] {
  if (!text.includes("<<<<<<<")) return [];
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index): Diagnostic[] => {
    if (!/^<{7}( |$)/.test(line)) return [];
    const end = lines.findIndex((other, later) => later > index && /^>{7}( |$)/.test(other));
    if (end < 0) return [];
    return [
      {
        code: "IVP108",
        severity: "error",
        file,
        line: index + 1,
        column: 1,
        length: line.length,
        message: `Hier staat een samenvoegconflict van git (merge conflict), regel ${index + 1} tot en met ${end + 1}.`,
        hint: "Kies wat er moet staan en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
      },
    ];
  });
}

/** The text of UTF-8 bytes, or the place of the first byte that isn't UTF-8. */
function decode(bytes: Uint8Array): string | { line: number; column: number } {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const lenient = new TextDecoder("utf-8").decode(bytes);
    const before = lenient.slice(0, lenient.indexOf("\uFFFD")).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

function plainValue(document: Document, diagnostics: readonly Diagnostic[]): unknown {
  if (diagnostics.some(({ code }) => code === "IVP105" || code === "IVP106")) return undefined;
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}
