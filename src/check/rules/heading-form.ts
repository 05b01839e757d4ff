import type { PlanHeading } from "../../content/index.js";
import { isPart, parts, placedIn } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

export const headingForm = modelRule(
  {
    code: "IVP532",
    severity: "error",
    title:
      "In de opbouw staat een onderdeel met zijn naam, of een eigen hoofdstuk of paragraaf met een kop en wat erin staat.",
    why: "Anders valt een kop of een tekst ongemerkt weg.",
    mend: "Schrijf de naam van een onderdeel, of een blok met id, title en sections.",
  },
  ({ content }, loaded) => {
    const files = new Set([...content.introduction, ...content.sections].map(({ id }) => id));
    const isOf = (wanted: string, name: string): boolean =>
      loaded.definitions.some(({ kind, id }) => kind === wanted && id === name);
    /** What a name names, where a structure has to know. */
    const kindOf = (name: string): Named => {
      if (isPart(name)) return parts[name].kind === "page" ? "page" : "other";
      if (files.has(name)) return "other";
      if (isOf("chapter", name)) return "chapter";
      if (isOf("section", name)) return "inner";
      return isOf("priority", name) && !isOf("group", name) ? "priority" : "other";
    };
    return placedIn(content.plan).flatMap(({ heading, path }) => {
      const numbered = path[1] === "chapters" || path[1] === "annexes";
      const told =
        heading.part === undefined ? wrongChapter(heading) : wrongPart(heading, kindOf(heading.part), numbered);
      const name = heading.part ?? heading.id ?? "";
      return told ? [{ ...ofValue(loaded, "plan.yaml", path, name), ...told }] : [];
    });
  },
);

/** What may be named where it can't stand: a page, a chapter of the plan's own, a section within another, a priority. */
type Named = "page" | "chapter" | "inner" | "priority" | "other";

interface Told {
  readonly message: string;
  readonly hint: string;
}

/** What to say of a part that a structure names, if anything. */
function wrongPart({ part, id, text, sections }: PlanHeading, kind: Named, numbered: boolean): Told | undefined {
  if (id !== undefined)
    return { message: `Hier staan part (“${part}”) en id (“${id}”) allebei.`, hint: "Haal een van de twee weg." };
  if (text !== undefined)
    return {
      message: `De tekst bij “${part}” komt in geen document: een onderdeel heeft een tekst van zichzelf.`,
      hint: "Zet de tekst in het bestand van het onderdeel, of in een eigen paragraaf in sections/.",
    };
  if (kind === "inner")
    return {
      message: `“${part}” is een paragraaf binnen een andere, en heeft daar al zijn plaats.`,
      hint: "Noem de paragraaf waarin zij staat, of geef haar een eigen bestand in sections/.",
    };
  if (kind === "chapter")
    return {
      message: `“${part}” is een eigen kop, en heeft al een plaats.`,
      hint: "Noem hier wat erin moet staan, niet een andere kop.",
    };
  if (kind === "page" && numbered)
    return { message: `“${part}” is een bladzijde zonder nummer.`, hint: "Zet het bij front of back." };
  if (sections !== undefined && (kind === "page" || kind === "priority"))
    return {
      message: `Wat bij “${part}” onder sections staat, komt in geen document.`,
      hint: "Zet het ernaast, of in een eigen hoofdstuk.",
    };
  return undefined;
}

/** What to say of a chapter of the plan's own, if anything. */
function wrongChapter({ id, title, text, sections = [] }: PlanHeading): Told | undefined {
  if (id === undefined)
    return { message: "Hier staat niet wat op deze plaats komt.", hint: "Zet er part bij, of id, title en sections." };
  if (title === undefined) return { message: `“${id}” heeft geen kop.`, hint: "Zet er title bij." };
  if (sections.length === 0 && text === undefined)
    return { message: `Onder de kop “${title}” staat niets.`, hint: "Zet er sections bij, of text." };
  return undefined;
}
