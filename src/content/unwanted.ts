import { isAlias, isMap, isScalar, visit } from "yaml";
import type { Diagnostic } from "../diagnostics.js";
import type { PositionedFile } from "./parsed-file.js";
import { anchor } from "./rules/anchor.js";
import { doubleKey } from "./rules/double-key.js";
import { tooMuch } from "./rules/too-much.js";
import { validYaml } from "./rules/valid-yaml.js";

/**
 * What is sound YAML but not for content: keys that stand twice, aliases, anchors, labels, and lines that became one. A few
 * lines of aliases can unfold into gigabytes: no file is read past the first.
 * @returns what was found, and whether the data of the file can be used
 */
export function unwanted(file: PositionedFile): { diagnostics: Diagnostic[]; usable: boolean } {
  const found: Diagnostic[] = [];
  const anchors: Diagnostic[] = [];
  let alias: Diagnostic[] | undefined;
  try {
    visit(file.document, {
      Node(_, node) {
        if (isAlias(node)) {
          alias = anchor.alias(file, node);
          return visit.BREAK;
        }
        if (node.anchor !== undefined) anchors.push(...anchor.anchor(file, node, node.anchor));
        if (node.tag !== undefined) found.push(...validYaml.label(file, node));
        if (isScalar(node)) found.push(...validYaml.joined(file, node));
        if (isMap(node)) for (const double of doubleKey.find(file, node)) found.push(double);
        return undefined;
      },
    });
  } catch {
    return { diagnostics: tooMuch.depth(file.path), usable: false };
  }
  // What an alias means follows from its anchor: that is told once.
  return { diagnostics: alias ?? [...anchors, ...found], usable: !alias && anchors.length === 0 };
}
