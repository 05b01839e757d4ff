import { contentFiles } from "../../content/index.js";
import { agree } from "../../dutch.js";
import { flatten, type PartName, parts } from "../../model/index.js";
import { modelRule, ofThing, ofValue } from "../rule.js";

export const leftOut = modelRule(
  {
    code: "IVP504",
    severity: "error",
    title: "Wat geschreven is, staat ook in het plan.",
    why: "Anders valt een paragraaf of prioriteit ongemerkt uit alle documenten.",
    mend: "Noem het in plan.yaml, onder introduction, priorities of structure, of haal het weg.",
  },
  ({ content, outline, terms }, loaded) => {
    const nodes = flatten(outline);
    const nowhere = `is geschreven, maar staat nergens in ${agree("de", terms.plan.brief)}.`;
    const left = (kind: string, things: readonly { id: string; title: string }[]) =>
      things
        .filter(({ id }) => !nodes.some((node) => node.kind === kind && node.id === id))
        .map(({ id, title }) => ({
          ...ofThing(loaded, kind, id),
          message: `“${title}” ${nowhere}`,
        }));
    const files = new Map(contentFiles(loaded.content ?? content).map(({ file, value }) => [value, file]));
    const placed = new Set<string>(nodes.flatMap(({ part }) => (part ? [part] : [])));
    const leftParts = (Object.keys(parts) as PartName[]).flatMap((name) => {
      const { source, within } = parts[name];
      const file = source && files.get((loaded.content ?? content)[source]);
      if (!file || [name, ...(within ?? [])].some((place) => placed.has(place))) return [];
      return [
        {
          ...ofValue(loaded, file, ["title"], `part:${name}`),
          message: `${file} ${nowhere}`,
          hint: `Noem “${name}” in structure in plan.yaml, of haal het bestand weg.`,
        },
      ];
    });
    return [
      ...left("section", [...content.introduction, ...(content.sections ?? [])]),
      ...left("group", content.plan.groups ?? []),
      ...left("priority", content.priorities),
      ...leftParts,
    ];
  },
);
