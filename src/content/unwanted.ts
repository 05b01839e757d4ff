import { isAlias, isMap, isScalar, type Node, type Scalar, visit, type YAMLMap } from "yaml";
import type { Code, Diagnostic, Place } from "../diagnostics.js";
import type { PositionedFile } from "./parsed-file.js";
import { placeAt, placeOfNode } from "./places.js";
import { quoted, tooDeep } from "./syntax.js";

/**
 * What is sound YAML but not for content: keys that stand twice, aliases, anchors, labels, and items of a list that became one. A few lines of aliases can unfold
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
        if (isScalar(node)) found.push(...joinedItem(file, node));
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

/** A text that goes on at a line which looks like the next item of a list. */
function joinedItem(file: PositionedFile, node: Scalar): Diagnostic[] {
  const { type, value, range } = node;
  if (typeof value !== "string" || !range || type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED") return [];
  const written = file.source.slice(range[0], range[1]);
  const item = /\n[ \t]*(?=- \S)/.exec(written);
  if (!item) return [];
  const at = range[0] + item.index + item[0].length;
  return [
    told(
      "IVP101",
      placeAt(file, at, range[1] - at),
      "YAML leest deze regel als vervolg van de tekst erboven, niet als een punt van de lijst.",
      "Laat de streepjes van een lijst even ver inspringen, en sluit aanhalingstekens op dezelfde regel.",
    ),
  ];
}
