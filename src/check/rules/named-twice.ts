import type { Path } from "../../content/index.js";
import { placedIn } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

export const namedTwice = modelRule(
  {
    code: "IVP530",
    severity: "error",
    title: "Een onderdeel of prioriteit staat op één plaats in het plan.",
    why: "Anders staat dezelfde tekst er twee keer, en heeft een verwijzing twee doelen.",
    mend: "Haal een van de twee weg uit plan.yaml.",
  },
  ({ content: { plan } }, loaded) => {
    const { priorities = [], groups = [] } = plan;
    const inStructure = placedIn(plan).flatMap(({ heading: { part }, path, around }) =>
      // The chapter of the priorities holds the priorities: by the same name, which stands in it once.
      part === undefined
        ? []
        : [{ name: part, path, key: part === around && part === "priorities" ? `${part}/${part}` : part }],
    );
    const inGroups = [
      ...priorities.map((name, index) => ({ name, path: ["priorities", index] })),
      ...groups.flatMap((group, at) =>
        group.priorities.map((name, index) => ({ name, path: ["groups", at, "priorities", index] })),
      ),
    ];
    return [
      ...again(inStructure, (name) => `“${name}” staat twee keer in de opbouw.`),
      ...again(inGroups, (name) => `De prioriteit “${name}” staat al in plan.yaml, los of in een groep.`),
    ].map(({ name, path, message }) => ({ ...ofValue(loaded, "plan.yaml", path, name), message }));
  },
);

/** Those that were named before, each with what to say of it. */
function again(
  all: readonly { readonly name: string; readonly path: Path; readonly key?: string }[],
  say: (name: string) => string,
) {
  const known = new Set<string>();
  return all.flatMap(({ name, path, key = name }) => {
    if (known.has(key)) return [{ name, path, message: say(name) }];
    known.add(key);
    return [];
  });
}
