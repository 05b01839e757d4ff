import { contentFiles } from "../../content/index.js";
import { agree } from "../../dutch.js";
import { flatten, hasText, type PartName, parts, placedIn, says } from "../../model/index.js";
import { modelRule, ofThing, ofValue } from "../rule.js";

export const leftOut = modelRule(
  {
    code: "IVP504",
    severity: "error",
    title: "Wat geschreven is, staat ook in het plan.",
    why: "Anders valt een paragraaf of prioriteit ongemerkt uit alle documenten.",
    mend: "Noem het in plan.yaml, onder introduction, priorities of structure, of haal het weg.",
  },
  ({ content, source, openPoints, outline, terms }, loaded) => {
    const nodes = flatten(outline);
    const around = new Map(placedIn(content.plan).map(({ heading, around }) => [heading.part, around]));
    /** How to mend it where it is named, but within a part that isn't there itself. */
    const inAbsent = (name: string): { hint: string } | undefined => {
      const outer = around.get(name);
      return outer === undefined
        ? undefined
        : {
            hint: `“${name}” staat in structure onder “${outer}”, maar dat staat er zelf niet: zet het op een andere plaats.`,
          };
    };
    const nowhere = `is geschreven, maar staat nergens in ${agree("de", terms.plan.brief)}.`;
    const left = (kind: string, things: readonly { id: string; title: string }[]) =>
      things
        .filter(({ id }) => !nodes.some((node) => node.kind === kind && node.id === id))
        .map(({ id, title }) => ({
          ...ofThing(loaded, kind, id),
          message: `“${title}” ${nowhere}`,
          ...inAbsent(id),
        }));
    const files = new Map(contentFiles(source).map(({ file, value }) => [value, file]));
    const placed = new Set<string>(nodes.flatMap(({ part }) => (part ? [part] : [])));
    const leftParts = (Object.keys(parts) as PartName[]).flatMap((name) => {
      const { source: key, within } = parts[name];
      const file = key && files.get(source[key]);
      if (!file || !hasText(name, content, openPoints) || [name, ...(within ?? [])].some((place) => placed.has(place)))
        return [];
      return [
        {
          ...ofValue(loaded, file, ["title"], `part:${name}`),
          message: `${file} ${nowhere}`,
          hint: `Noem “${name}” in structure in plan.yaml, of haal het bestand weg.`,
          ...inAbsent(name),
        },
      ];
    });
    return [
      ...left("section", [...content.introduction, ...content.sections].filter(says)),
      ...left("group", content.plan.groups ?? []),
      ...left("priority", content.priorities),
      ...leftParts,
    ];
  },
);
