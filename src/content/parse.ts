import { type Document, type ErrorCode, LineCounter, parseDocument, visit } from "yaml";
import type { Code, Diagnostic } from "../diagnostics.js";
import type { RawFile } from "./read.js";

/** A YAML file with what is needed to point into it. */
export interface ParsedFile {
  readonly path: string;
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
  /** Plain data; `undefined` when the file holds nothing that can be used. */
  readonly value: unknown;
  /** Whether the file is sound YAML. If not, `value` may miss things. */
  readonly sound: boolean;
}

/** No content file comes near this; more is a mistake or an attack. In bytes. */
const MAX_SIZE = 1_000_000;

/** What the parser's own codes mean, in Dutch. */
const explanations: Partial<Record<ErrorCode, [message: string, hint: string]>> = {
  BAD_INDENT: [
    "De inspringing klopt niet.",
    "Laat regels van hetzelfde blok even ver inspringen, met twee spaties per stap.",
  ],
  TAB_AS_INDENT: ["Hier staat een tab aan het begin van de regel.", "Gebruik spaties om in te springen."],
  DUPLICATE_KEY: ["Deze sleutel staat twee keer in hetzelfde blok.", "Haal een van de twee weg."],
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
  RESOURCE_EXHAUSTION: ["Dit bestand is te diep genest.", "Maak het bestand eenvoudiger."],
};

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
  const lines = new LineCounter();
  let document: Document;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true, logLevel: "error" });
  } catch {
    // The parser recurses, so a file nested thousands deep ends its stack.
    return refuse("IVP106", "Dit bestand is te diep genest.", "Maak het bestand eenvoudiger.");
  }
  const diagnostics = [...syntaxErrors(file.path, document, lines), ...aliases(file.path, document, lines)];
  const sound = diagnostics.length === 0;
  return {
    parsed: { path: file.path, text, document, lines, value: plainValue(document, diagnostics), sound },
    diagnostics,
  };
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
  return {
    path: file.path,
    text: new TextDecoder().decode(file.bytes),
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

function syntaxErrors(path: string, document: Document, lines: LineCounter): Diagnostic[] {
  const problems = [...document.errors, ...document.warnings];
  const duplicates = problems.filter(({ code }) => code === "DUPLICATE_KEY");
  const first = problems.find(({ code }) => code !== "DUPLICATE_KEY");
  return [...(first ? [first] : []), ...duplicates].map(({ code, pos, message }) => {
    // Where the parser's stack ends differs from machine to machine; that the file is too deep does not.
    const { line, col } = code === "RESOURCE_EXHAUSTION" ? { line: 1, col: 1 } : lines.linePos(pos[0]);
    const [explanation, hint] = explanations[code] ?? [
      `De YAML klopt hier niet (${message}).`,
      "Controleer de inspringing, de dubbele punten en de aanhalingstekens rond deze plek.",
    ];
    return {
      code: code === "DUPLICATE_KEY" ? "IVP102" : code === "RESOURCE_EXHAUSTION" ? "IVP106" : "IVP101",
      severity: "error",
      file: path,
      line,
      column: Math.max(1, col),
      length: Math.max(1, pos[1] - pos[0]),
      message: explanation,
      hint,
    };
  });
}

/** Content needs no aliases, and a few lines of them can unfold into gigabytes: refused at the first use. */
function aliases(path: string, document: Document, lines: LineCounter): Diagnostic[] {
  const found: Diagnostic[] = [];
  try {
    visit(document, {
      Alias(_, node) {
        const [from, to] = node.range ?? [0, 1, 1];
        const { line, col } = lines.linePos(from);
        found.push({
          code: "IVP105",
          severity: "error",
          file: path,
          line,
          column: col,
          length: to - from,
          message: `Hier staat een alias (*${node.source}).`,
          hint: "Schrijf de waarde voluit.",
        });
        return visit.BREAK;
      },
    });
  } catch {
    found.push({
      code: "IVP106",
      severity: "error",
      file: path,
      line: 1,
      column: 1,
      length: 1,
      message: "Dit bestand is te diep genest.",
      hint: "Maak het bestand eenvoudiger.",
    });
  }
  return found;
}

function plainValue(document: Document, diagnostics: readonly Diagnostic[]): unknown {
  if (diagnostics.some(({ code }) => code === "IVP105" || code === "IVP106")) return undefined;
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}
