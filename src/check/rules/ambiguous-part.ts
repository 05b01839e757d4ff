import type { Definition } from "../../content/index.js";
import { isPart, parts, placedIn } from "../../model/index.js";
import { modelRule, ofThing } from "../rule.js";

/** What a structure may name, and how it is called. */
const nameable: Readonly<Record<string, string>> = {
  chapter: "een eigen hoofdstuk",
  section: "een paragraaf",
  group: "een groep",
  priority: "een prioriteit",
};

export const ambiguousPart = modelRule(
  {
    code: "IVP531",
    severity: "error",
    title: "In de opbouw van het plan betekent een naam één ding.",
    why: "Anders is niet te zeggen wat op die plaats komt te staan.",
    mend: "Geef een van de twee een andere sleutelnaam.",
  },
  ({ content }, loaded) => {
    const named = new Set(placedIn(content.plan).map(({ heading: { part } }) => part));
    const first = new Map<string, Definition>();
    return loaded.definitions.flatMap((definition) => {
      const { kind, id, file } = definition;
      if (!(kind in nameable) || isOwnFile(id, file.path)) return [];
      // A priority may be called as a section is, as long as nobody has to choose.
      if (kind === "priority" && !named.has(id)) return [];
      const other = first.get(id);
      first.set(id, other ?? definition);
      const told = ofThing(loaded, kind, id);
      if (isPart(id)) return [{ ...told, message: `“${id}” is de naam van een onderdeel dat ivp al kent.` }];
      if (!other || other.kind === kind) return [];
      return [{ ...told, message: `“${id}” is ook de naam van ${nameable[other.kind]} (${other.file.path}).` }];
    });
  },
);

/** Whether a file is the one in which a part stands: vision.yaml is the vision. */
const isOwnFile = (id: string, file: string): boolean =>
  isPart(id) && parts[id].source !== undefined && !file.includes("/") && file !== "plan.yaml";
