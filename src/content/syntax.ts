/** What is wrong when a file is no sound YAML, in Dutch, at the place where it went wrong. */
import type { Document, ErrorCode, LineCounter, YAMLError } from "yaml";
import type { Code, Diagnostic } from "../diagnostics.js";
import { isBlockSign, linesOf, type SourceLine } from "./lines.js";

/** What the parser's own codes mean, in Dutch. */
const explanations: Partial<Record<ErrorCode, [message: string, hint: string]>> = {
  BAD_INDENT: [
    "De inspringing klopt niet.",
    "Laat regels van hetzelfde blok even ver inspringen, met twee spaties per stap.",
  ],
  TAB_AS_INDENT: ["Hier staat een tab aan het begin van de regel.", "Gebruik spaties om in te springen."],
  MISSING_CHAR: [
    "Er ontbreekt een teken, zoals een aanhalingsteken, haakje of dubbele punt.",
    "Controleer of elk aanhalingsteken en elk haakje weer dicht gaat.",
  ],
  MULTIPLE_DOCS: ["Er staan twee documenten in één bestand.", "Haal de regel met --- weg."],
  BAD_SCALAR_START: ["Tekst kan niet met dit teken beginnen.", "Zet de tekst tussen enkele aanhalingstekens."],
  BLOCK_AS_IMPLICIT_KEY: [
    "Na een dubbele punt volgt hier nog een dubbele punt op dezelfde regel.",
    "Zet de tekst tussen enkele aanhalingstekens.",
  ],
  MULTILINE_IMPLICIT_KEY: [
    "Deze regel hoort bij een sleutel, maar de dubbele punt ontbreekt of de inspringing klopt niet.",
    "Zet na de sleutel een dubbele punt en een spatie, en laat de tekst eronder inspringen.",
  ],
  BAD_DQ_ESCAPE: ["Een backslash tussen dubbele aanhalingstekens kan hier niet.", "Gebruik enkele aanhalingstekens."],
  TAG_RESOLVE_FAILED: ["Een waarde heeft een onbekend label (!naam).", "Haal het label weg."],
  UNEXPECTED_TOKEN: [
    "Hier staat iets wat YAML op deze plek niet verwacht.",
    "Zet een tekst met bijzondere tekens helemaal tussen enkele aanhalingstekens.",
  ],
  RESOURCE_EXHAUSTION: ["Dit bestand is te diep genest.", "Maak het bestand eenvoudiger."],
};

const unexplained: [message: string, hint: string] = [
  "De YAML klopt hier niet.",
  "Controleer de inspringing, de dubbele punten en de aanhalingstekens rond deze plek.",
];

/** What YAML makes of a value by its first character. */
const meanings: Readonly<Record<string, string>> = {
  "[": "een lijst",
  "{": "een blok met sleutels",
  "'": "een tekst tussen aanhalingstekens",
  '"': "een tekst tussen aanhalingstekens",
  "&": "een anker",
  "*": "een alias",
  "!": "een label",
  "|": "een blok tekst op de volgende regels",
  ">": "een blok tekst op de volgende regels",
  "-": "een lijst",
  "?": "een sleutel",
};

/** A text as YAML takes it whatever is in it, cut when it is long. */
export function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  if (short.startsWith("'") && !/["\\]/.test(short)) return `"${short}"`;
  return `'${short.replaceAll("'", "''")}'`;
}

const error = (code: Code, file: string, index: number, at: number, length: number, message: string, hint: string) =>
  ({
    code,
    severity: "error",
    file,
    line: index + 1,
    column: at + 1,
    length: Math.max(1, length),
    message,
    hint,
  }) as const;

/** Spaces that YAML doesn't take for spaces, where the structure needs a space. */
const oddSpace = /^[ \t]*(?:- +)*(?:-|[\w-]+:)?((?![ \t])[\s\u00ad\u180e\u200b-\u200f\u2060\u2800\u3164\ufeff])/u;

/** Lines with another kind of space in their indent, or after a dash or a colon. */
export function oddSpaces(file: string, source: string): Diagnostic[] {
  // Nearly every file has none of these characters; then its lines need not be looked at.
  if (!/[^\S \t\r\n]|[\u00ad\u180e\u200b-\u200f\u2060\u2800\u3164\ufeff]/u.test(source)) return [];
  return linesOf(source).flatMap(({ index, text }): Diagnostic[] => {
    const match = oddSpace.exec(text);
    if (!match?.[1]) return [];
    const point = (match[1].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return [
      error(
        "IVP101",
        file,
        index,
        match[0].length - match[1].length,
        1,
        `Hier staat een bijzondere spatie (U+${point}), die YAML niet als spatie leest.`,
        "Gebruik gewone spaties om in te springen, en na een streepje of dubbele punt.",
      ),
    ];
  });
}

/** Line ends that YAML doesn't know: what stands after one would belong to the line before it, also when that is a comment. */
export function oddLineEnds(file: string, source: string): Diagnostic[] {
  if (!/\r(?!\n)|[\u0085\u2028\u2029]/.test(source)) return [];
  return source.split("\n").flatMap((line, index): Diagnostic[] => {
    const at = line.search(/\r(?=.)|[\u0085\u2028\u2029]/);
    if (at < 0) return [];
    const point = line.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
    return [
      error(
        "IVP111",
        file,
        index,
        at,
        1,
        `Hier staat een regeleinde (U+${point}) dat YAML niet kent.`,
        "Sla het bestand op met gewone regeleinden (LF of CRLF), of haal het teken weg.",
      ),
    ];
  });
}

/** The syntax errors of a file: the first, as later ones are mostly its consequence, where its cause stands. */
export function syntaxErrors(file: string, source: string, document: Document, lines: LineCounter): Diagnostic[] {
  const problem: YAMLError | undefined = [...document.errors, ...document.warnings][0];
  if (!problem) return [];
  if (problem.code === "RESOURCE_EXHAUSTION") return [tooDeep(file)];
  const { line, col } = lines.linePos(problem.pos[0]);
  const cause = causeOf(source, line - 1);
  if (cause) {
    const { index, at, value } = cause;
    const sign = value.charAt(0);
    const meaning = meanings[sign];
    const comment = /^[[{]/.test(value) ? value.search(/\s#/) + 1 : 0;
    if (comment > 0) {
      const message = "Een # na een spatie begint in YAML een opmerking; daardoor gaat het haakje ervoor niet dicht.";
      const hint = `Zet de tekst waar de # in staat tussen aanhalingstekens.`;
      return [error("IVP101", file, index, at + comment, value.length - comment, message, hint)];
    }
    return [
      error(
        "IVP101",
        file,
        index,
        at,
        value.length,
        meaning
          ? `Een tekst die met ${sign} begint, leest YAML als ${meaning}; dat klopt hier niet.`
          : `Een tekst kan in YAML niet met ${sign} beginnen.`,
        /^['"]/.test(value)
          ? `Sluit het aanhalingsteken aan het eind, of zet de hele tekst tussen andere: ${quoted(value)}.`
          : `Zet een tekst die zo begint tussen aanhalingstekens: ${quoted(value)}.`,
      ),
    ];
  }
  const code = source.charAt(problem.pos[0]) === "\t" && col === 1 ? "TAB_AS_INDENT" : problem.code;
  const [message, hint] = explanations[code] ?? unexplained;
  return [error("IVP101", file, line - 1, Math.max(0, col - 1), problem.pos[1] - problem.pos[0], message, hint)];
}

/** A file that is nested deeper than anyone writes. Where the parser gave up says nothing. */
export const tooDeep = (file: string): Diagnostic =>
  error("IVP106", file, 0, 0, 1, "Dit bestand is te diep genest.", "Maak het bestand eenvoudiger.");

/** The line, at or before that of an error, on which a text begins with a sign that YAML reads otherwise. */
function causeOf(source: string, errorAt: number): SourceLine | undefined {
  const before = linesOf(source).filter(({ index }) => index <= errorAt);
  const verdicts = before.map((line) => ({ line, verdict: judge(line) }));
  return (
    verdicts.find(({ verdict }) => verdict === "wrong")?.line ??
    // What stays open at the end of a line may go on at the next; as something is wrong after it, it most likely doesn't.
    verdicts.findLast(({ verdict, line }) => verdict === "open" && !isClosedLater(before, line))?.line
  );
}

const isClosedLater = (lines: readonly SourceLine[], { index, value }: SourceLine): boolean => {
  const end = value.startsWith("[") ? "]" : "}";
  return lines.some((line) => line.index > index && line.text.trimEnd().replace(/,$/, "").endsWith(end));
};

function judge({ value, keyed }: SourceLine): "fine" | "open" | "wrong" {
  switch (value.charAt(0)) {
    case "-":
    case "?":
      return keyed && /^[-?] /.test(value) ? "wrong" : "fine";
    case "|":
    case ">":
      return isBlockSign(value) ? "fine" : "wrong";
    case "'":
      return closesAt(value, /^'(?:[^']|'')*'/);
    case '"':
      return closesAt(value, /^"(?:[^"\\]|\\.)*"/);
    case "[":
    case "{": {
      const end = closingOf(value);
      if (end === undefined) return value.startsWith("[[") || /\s#/.test(value) ? "wrong" : "open";
      return isEnd(value.slice(end + 1)) ? "fine" : "wrong";
    }
    default:
      return /^[%@`,\]}&*!]/.test(value) ? "wrong" : "fine";
  }
}

function closesAt(value: string, whole: RegExp): "fine" | "wrong" {
  const text = whole.exec(value)?.[0];
  return text !== undefined && isEnd(value.slice(text.length)) ? "fine" : "wrong";
}

/** Whether what follows a whole value is nothing, a comment, or what makes it a key. */
const isEnd = (rest: string): boolean => /^\s*(?:$|\s#|:(?:\s|$))/.test(rest);

/** Where the bracket closes with which a value begins. */
function closingOf(value: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of value.matchAll(/'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[[\]{}]|\s#/g)) {
    if (sign.endsWith("#")) return undefined;
    if (/^[[{]/.test(sign)) depth++;
    else if (/^[\]}]/.test(sign) && --depth === 0) return index;
  }
  return undefined;
}
