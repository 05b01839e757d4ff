import type { Document, ErrorCode, LineCounter, Node, Scalar, YAMLError } from "yaml";
import { type Finding, firmRule } from "../../diagnostics.js";
import { causeOf } from "../cause.js";
import { linesOf, type SourceLine } from "../lines.js";
import type { PositionedFile } from "../parsed-file.js";
import { placeAt, placeOfNode } from "../places.js";
import { codePoint, quoted } from "../quoted.js";

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
};

const blankLine: [message: string, hint: string] = [
  "Op deze lege regel staan meer spaties dan voor de tekst eronder.",
  "Haal de spaties op de lege regel weg.",
];

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

/** Spaces that YAML doesn't take for spaces, where the structure needs a space. */
const oddSpace = /^[ \t]*(?:- +)*(?:-|[\w-]+:)?((?![ \t])[\s\u00ad\u180e\u200b-\u200f\u2060\u2800\u3164\ufeff])/u;

export const validYaml = firmRule(
  {
    code: "IVP101",
    title: "Een bestand is geldige YAML.",
    why: "Wat ivp niet kan lezen, kan in geen document komen.",
    mend: "Controleer inspringing, dubbele punten en aanhalingstekens rond de plek.",
  },
  {
    /** Lines with another kind of space in their indent, or after a dash or a colon. */
    spaces: (file: string, source: string) =>
      // Nearly every file has none of these characters; then its lines need not be looked at.
      (/[^\S \t\r\n]|[\u00ad\u180e\u200b-\u200f\u2060\u2800\u3164\ufeff]/u.test(source) ? linesOf(source) : []).flatMap(
        ({ index, text }) => {
          const [before = "", sign] = oddSpace.exec(text) ?? [];
          if (!sign) return [];
          return [
            {
              place: () => ({ file, line: index + 1, column: before.length - sign.length + 1, length: 1 }),
              message: `Hier staat een bijzondere spatie (${codePoint(sign)}), die YAML niet als spatie leest.`,
              hint: "Gebruik gewone spaties om in te springen, en na een streepje of dubbele punt.",
            },
          ];
        },
      ),
    /** A line by which YAML reads the rest otherwise than all other content: by an older version, or with labels of its own. */
    directive: (file: string, source: string) => {
      const [before = "", line = ""] =
        /^(?:[ \t]*(?:#.*)?\r?\n)*(%(?:YAML|TAG)[ \t](?![ \t]*1\.2\b).*)/.exec(source) ?? [];
      if (line === "") return [];
      return [
        {
          place: () => ({ file, line: before.split("\n").length, column: 1, length: line.trimEnd().length }),
          message: "Door deze regel leest YAML het bestand anders dan de rest van de inhoud.",
          hint: "Haal de regel weg, en de regel met --- eronder ook.",
        },
      ];
    },
    /** The syntax errors of a file: the first, as later ones are mostly its consequence, where its cause stands. */
    syntax: (file: string, source: string, { errors, warnings }: Document, lines: LineCounter) => {
      const [problem] = [...errors, ...warnings];
      if (!problem) return [];
      const { line, col } = lines.linePos(problem.pos[0]);
      const cause = causeOf(source, line - 1);
      return [cause ? misledBy(file, cause) : stumbledAt(file, source, problem, line, col)];
    },
    label: (file: PositionedFile, node: Node) => [
      {
        place: () => placeOfNode(file, node),
        message: "Deze waarde heeft een label (!naam).",
        hint: "Haal het label weg.",
      },
    ],
    /**
     * A text in which YAML makes one line of several, though a list or a new paragraph was meant: in every form but that
     * behind a | a line end becomes a space, and an empty line a line end. Behind a written \n it ends a paragraph after all.
     */
    joined: (file: PositionedFile, { type, value, range }: Scalar) => {
      if (typeof value !== "string" || !range || type === "BLOCK_LITERAL") return [];
      const written = file.source.slice(range[0], range[1]).trimEnd();
      const body = type === "BLOCK_FOLDED" ? written.indexOf("\n") + 1 : 0;
      const found = /\n[ \t]*(?=(?:[-*+]|\d{1,2}[.)]) \S)|(?<=\S(?<!\\n)[ \t\r]*\n)[ \t\r]*\n[ \t]*(?=\S)/.exec(
        written.slice(body),
      );
      if (!found) return [];
      const at = range[0] + body + found.index + found[0].length;
      const line = written.slice(at - range[0]).split(/\r?\n/)[0] ?? "";
      const place = () => placeAt(file, at, Math.max(1, line.length));
      const isItem = /^(?:[-*+]|\d{1,2}[.)]) /.test(line);
      return isItem && type !== "BLOCK_FOLDED"
        ? [
            {
              place,
              message: "YAML leest deze regel als vervolg van de tekst erboven, niet als een punt van de lijst.",
              hint: "Laat de streepjes van een lijst even ver inspringen, en sluit aanhalingstekens op dezelfde regel.",
            },
          ]
        : [
            {
              place,
              message: `YAML plakt deze regel aan de tekst erboven: het wordt geen ${isItem ? "punt van een lijst" : "nieuwe alinea"}.`,
              hint: "Zet alleen een | achter de sleutel (text: |), en de tekst op de regels eronder.",
            },
          ];
    },
  },
);

/** A text that begins with a sign that YAML reads otherwise. */
function misledBy(file: string, { index, at, value }: SourceLine): Finding {
  const sign = value.charAt(0);
  const comment = /^[[{]/.test(value) ? value.search(/\s#/) + 1 : 0;
  const place = () => ({
    file,
    line: index + 1,
    column: at + comment + 1,
    length: Math.max(1, value.length - comment),
  });
  if (comment > 0)
    return {
      place,
      message: "Een # na een spatie begint in YAML een opmerking; daardoor gaat het haakje ervoor niet dicht.",
      hint: "Zet de tekst waar de # in staat tussen aanhalingstekens.",
    };
  const meaning = meanings[sign];
  return {
    place,
    message: meaning
      ? `Een tekst die met ${sign} begint, leest YAML als ${meaning}; dat klopt hier niet.`
      : `Een tekst kan in YAML niet met ${sign} beginnen.`,
    hint: /^['"]/.test(value)
      ? `Sluit het aanhalingsteken aan het eind, of zet de hele tekst tussen andere: ${quoted(value)}.`
      : `Zet een tekst die zo begint tussen aanhalingstekens: ${quoted(value)}.`,
  };
}

/** What the parser says of the place where it gave up. */
function stumbledAt(
  file: string,
  source: string,
  { code, pos, message: said }: YAMLError,
  line: number,
  col: number,
): Finding {
  const own = source.charAt(pos[0]) === "\t" && col === 1 ? "TAB_AS_INDENT" : code;
  const [message, hint] = said.includes("leading empty lines") ? blankLine : (explanations[own] ?? unexplained);
  return {
    place: () => ({ file, line, column: Math.max(1, col), length: Math.max(1, pos[1] - pos[0]) }),
    message,
    hint,
  };
}
