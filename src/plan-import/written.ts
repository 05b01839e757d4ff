/** How the files of a new plan are written. */
import { stringify } from "yaml";
import type { Value } from "./parts.js";

/**
 * plan.yaml, as `ivp init` begins it, with the title, the priorities and the structure of the document.
 * @param story the headings within priorities, if there are any
 */
export function planText(
  base: string,
  title: string | undefined,
  priorities: readonly string[],
  structure: Value,
  story: unknown,
): string {
  const [head = "", ...lines] = base.split("\n");
  const [plan] = [
    lines
      .join("\n")
      .replace(/^priorities:[\s\S]*$/m, "")
      .replace(/^# De sleutelnamen van de prioriteiten.*\n/m, ""),
  ];
  const named =
    title === undefined ? plan : plan.replace(/^title: .*$/m, () => stringify({ title }, asWritten).trimEnd());
  // A plan without a team is called by what there is.
  const whole = named.replace(/^team: (?:""|'')\n/m, "").replace(/^((?:title|shortTitle): .*?) {2,}/gm, "$1 ");
  const rest = {
    priorities,
    structure: { ...structure, ...(story !== undefined && { priority: story }) },
  };
  return `${head}\n${whole.trimEnd()}\n${stringify(rest, asWritten)}`;
}

export const asWritten = { lineWidth: 0, blockQuote: "literal", aliasDuplicateObjects: false } as const;

/** The line that leads editors to the schema, as `ivp init` writes it. */
export function modeline(path: string, base: Readonly<Record<string, string>>): string {
  const [folder = "", file] = path.split("/");
  const own = base[path]?.split("\n")[0];
  if (own?.startsWith("# yaml-language-server")) return `${own}\n`;
  const schema = file === undefined ? (chapters[path] ?? path.replace(/\.yaml$/, "")) : (schemas[folder] ?? folder);
  return `# yaml-language-server: $schema=${file === undefined ? "../" : "../../"}node_modules/ivp/schemas/${schema}.schema.json\n`;
}

const schemas: Readonly<Record<string, string>> = { sections: "free-section", priorities: "priority" };
const chapters: Readonly<Record<string, string>> = { "vision.yaml": "chapter", "monitoring.yaml": "chapter" };
