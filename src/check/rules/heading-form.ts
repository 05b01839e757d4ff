import type { PlanHeading } from "../../content/index.js";
import { flatten, isPart, placedIn } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

export const headingForm = modelRule(
  {
    code: "IVP532",
    severity: "error",
    title: "In de opbouw staat een onderdeel met zijn naam, of een eigen hoofdstuk met een kop en wat erin staat.",
    why: "Anders valt een kop of een tekst ongemerkt weg.",
    mend: "Schrijf de naam van een onderdeel, of een blok met id, title en sections.",
  },
  ({ content, outline }, loaded) => {
    const shown = new Set(flatten(outline).map(({ id }) => id));
    const atTop = new Set([...content.introduction, ...(content.sections ?? [])].map(({ id }) => id));
    const within = (name: string): boolean =>
      !isPart(name) && !atTop.has(name) && loaded.definitions.some(({ kind, id }) => kind === "section" && id === name);
    return placedIn(content.plan).flatMap(({ heading, path }) => {
      const told = wrongWith(heading, (name) => within(name) && shown.has(name));
      const name = heading.part ?? heading.id ?? "";
      return told ? [{ ...ofValue(loaded, "plan.yaml", path, name), ...told }] : [];
    });
  },
);

/** What to say of an item of a structure, if anything. */
function wrongWith(
  { part, id, title, text, sections = [] }: PlanHeading,
  isWithin: (name: string) => boolean,
): { message: string; hint?: string } | undefined {
  if (part !== undefined) {
    if (id !== undefined)
      return { message: `Hier staan part (“${part}”) en id (“${id}”) allebei.`, hint: "Haal een van de twee weg." };
    if (text !== undefined)
      return {
        message: `De tekst bij “${part}” komt in geen document: een onderdeel heeft een tekst van zichzelf.`,
        hint: "Zet de tekst in het bestand van het onderdeel, of in een eigen paragraaf in sections/.",
      };
    if (isWithin(part))
      return {
        message: `“${part}” is een paragraaf binnen een andere, en heeft daar al zijn plaats.`,
        hint: "Noem de paragraaf waarin zij staat, of geef haar een eigen bestand in sections/.",
      };
    return undefined;
  }
  if (id === undefined)
    return { message: "Hier staat niet wat op deze plaats komt.", hint: "Zet er part bij, of id, title en sections." };
  if (title === undefined) return { message: `Het eigen hoofdstuk “${id}” heeft geen kop.`, hint: "Zet er title bij." };
  if (sections.length === 0 && text === undefined)
    return { message: `Het eigen hoofdstuk “${title}” is leeg.`, hint: "Zet er sections bij, of text." };
  return undefined;
}
