import { isAlias, isMap, isScalar, type Node, type Scalar, visit, type YAMLMap } from "yaml";
import type { Code, Diagnostic, Place } from "../diagnostics.js";
import type { PositionedFile } from "./parsed-file.js";
import { placeAt, placeOfNode } from "./places.js";
import { quoted, tooDeep } from "./syntax.js";

/**
 * What is sound YAML but not for content: keys that stand twice, aliases, anchors, labels, and lines that became one. A few lines of aliases can unfold
 * into gigabytes: no file is read past the first.
 */
export function unwanted(file: PositionedFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  let alias: Diagnostic | undefined;
  try {
    visit(file.document, {
      Node(_, node) {
        if (isAlias(node)) {
          const name = `*${node.source}`;
          const hint = `Schrijf de waarde voluit. Is het tekst, zet die dan tussen aanhalingstekens: ${quoted(name)}.`;
          alias = told("IVP105", placeOfNode(file, node), `Hier staat een alias (${name}).`, hint);
          return visit.BREAK;
        }
        if (node.anchor !== undefined) found.push(anchor(file, node, node.anchor));
        if (node.tag !== undefined)
          found.push(
            told("IVP101", placeOfNode(file, node), "Deze waarde heeft een label (!naam).", "Haal het label weg."),
          );
        if (isScalar(node)) found.push(...joinedLine(file, node));
        if (isMap(node)) for (const double of doubleKeys(file, node)) found.push(double);
        return undefined;
      },
    });
  } catch {
    return [tooDeep(file.path)];
  }
  // What an alias means follows from its anchor: that is told once.
  return alias ? [alias] : found;
}

const told = (code: Code, place: Place, message: string, hint: string): Diagnostic => ({
  code,
  severity: "error",
  ...place,
  message,
  hint,
});

function anchor(file: PositionedFile, { range }: Node, name: string): Diagnostic {
  const [from = 0, to = 0] = range ?? [];
  const at = file.source.lastIndexOf(`&${name}`, from);
  const place = placeAt(file, at, to - at);
  const written = file.source.slice(at, to).split("\n")[0] ?? "";
  const hint = `Haal het weg. Is het tekst, zet die dan tussen aanhalingstekens: ${quoted(written)}.`;
  return told("IVP105", place, `Hier staat een anker (&${name}), dat niet in de tekst komt.`, hint);
}

function doubleKeys(file: PositionedFile, { items }: YAMLMap): Diagnostic[] {
  const seen = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    if (!seen.has(key.value)) {
      seen.add(key.value);
      return [];
    }
    const place = placeOfNode(file, key);
    return [told("IVP102", place, "Deze sleutel staat twee keer in hetzelfde blok.", "Haal een van de twee weg.")];
  });
}

/**
 * A text in which YAML makes one line of several, though a list or a new paragraph was meant: in every form but that behind a |
 * a line end becomes a space, and an empty line a line end. Behind a written \n it ends a paragraph after all.
 */
function joinedLine(file: PositionedFile, { type, value, range }: Scalar): Diagnostic[] {
  if (typeof value !== "string" || !range || type === "BLOCK_LITERAL") return [];
  const written = file.source.slice(range[0], range[1]).trimEnd();
  const body = type === "BLOCK_FOLDED" ? written.indexOf("\n") + 1 : 0;
  const found = /\n[ \t]*(?=(?:[-*+]|\d{1,2}[.)]) \S)|(?<=\S(?<!\\n)[ \t\r]*\n)[ \t\r]*\n[ \t]*(?=\S)/.exec(
    written.slice(body),
  );
  if (!found) return [];
  const at = range[0] + body + found.index + found[0].length;
  const line = written.slice(at - range[0]).split(/\r?\n/)[0] ?? "";
  const place = placeAt(file, at, Math.max(1, line.length));
  const isItem = /^(?:[-*+]|\d{1,2}[.)]) /.test(line);
  if (isItem && type !== "BLOCK_FOLDED")
    return [
      told(
        "IVP101",
        place,
        "YAML leest deze regel als vervolg van de tekst erboven, niet als een punt van de lijst.",
        "Laat de streepjes van een lijst even ver inspringen, en sluit aanhalingstekens op dezelfde regel.",
      ),
    ];
  return [
    told(
      "IVP101",
      place,
      `YAML plakt deze regel aan de tekst erboven: het wordt geen ${isItem ? "punt van een lijst" : "nieuwe alinea"}.`,
      "Zet alleen een | achter de sleutel (text: |), en de tekst op de regels eronder.",
    ),
  ];
}
