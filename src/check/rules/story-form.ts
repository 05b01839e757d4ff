import { type StoryPart, storyParts } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

export const storyForm = modelRule(
  {
    code: "IVP536",
    severity: "error",
    title: "Elke kop binnen een prioriteit is een onderdeel of een kop van uzelf, en staat er één keer.",
    why: "Anders is niet te zeggen wat eronder komt.",
    mend: "Schrijf de naam van een onderdeel, of een blok met part en title of met id en title.",
  },
  ({ content: { plan } }, loaded) => {
    const known = new Set<string>();
    return (plan.structure?.priority ?? []).flatMap((item, index) => {
      const { part, id } = typeof item === "string" ? { part: item } : item;
      const message = wrongWith(part, id, known);
      const name = part ?? id ?? "";
      known.add(name);
      return message === undefined
        ? []
        : [{ ...ofValue(loaded, "plan.yaml", ["structure", "priority", index], name), message }];
    });
  },
);

/** What to say of a heading, if anything. */
function wrongWith(part: string | undefined, id: string | undefined, known: ReadonlySet<string>): string | undefined {
  const name = part ?? id;
  if (name === undefined) return "Hier staat niet wat onder deze kop komt.";
  if (part !== undefined && id !== undefined) return `Hier staan part (“${part}”) en id (“${id}”) allebei.`;
  if (known.has(name)) return `“${name}” staat twee keer bij de koppen van een prioriteit.`;
  if (part === undefined && storyParts.includes(name as StoryPart))
    return `“${name}” is de naam van een onderdeel dat ivp al kent.`;
  return undefined;
}
