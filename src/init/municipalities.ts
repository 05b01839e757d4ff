/** How someone says which municipalities make a plan. Pure. */
import { UsageError } from "../errors.js";
import { nameOf } from "./name.js";
import { questions } from "./questions.js";
import { slug } from "./slug.js";

/**
 * The names of municipalities as they are called: "Asten,Deurne"; with semicolons where a name has a comma or "en" in it.
 * @throws {UsageError} when one can't be a name, or it isn't clear how many there are
 */
export function municipalitiesOf(text: string): string[] {
  // In the name of a municipality may be a comma: Nuenen, Gerwen en Nederwetten.
  const names = (text.includes(";") ? text.trim().replace(/;$/, "").split(";") : text.split(",")).map((name) =>
    name.trim(),
  );
  if (names.includes(""))
    throw new UsageError(
      names.length === 1
        ? "Er staat geen gemeente."
        : "Een van de gemeenten heeft geen naam: er staat een komma te veel.",
      `Geef de namen met een komma ertussen, bijvoorbeeld: ${questions.municipalities.example}`,
    );
  const clean = names.map((name) => nameOf(name, "Een gemeente"));
  const first = new Map<string, string>();
  for (const name of clean) {
    // The same letters in another case or with other marks are the same municipality.
    const same = slug(name) || name.toLowerCase();
    const other = first.get(same);
    if (other !== undefined)
      throw new UsageError(
        other === name ? `De gemeente ${name} staat er twee keer.` : `“${other}” en “${name}” zijn dezelfde gemeente.`,
        "Noem elke gemeente één keer.",
      );
    first.set(same, name);
  }
  for (const name of clean) refuseUnlike(name);
  if (!text.includes(";")) refuseUnclear(clean);
  return clean;
}

/** A name is written in sentences as it is here: as what it is, with the capitals that it has. */
function refuseUnlike(name: string): void {
  const bare = name.replace(/^(?:de )?gemeenten?(?:\s+|$)|\s*\(gemeente\)$/giu, "");
  if (bare !== name)
    throw new UsageError(
      `In “${name}” staat “gemeente”. Dat zet ivp er zelf bij waar het nodig is.`,
      bare === "" ? "Geef de naam." : `Geef alleen de naam: “${bare}”.`,
    );
  const [first = ""] = name.replace(/^['’]\p{Ll}-?\s*/u, "").match(/\p{L}/u) ?? [];
  const small = first !== first.toUpperCase();
  if (small || /^(?=.*\p{Lu}.*\p{Lu})\P{Ll}*$/u.test(name))
    throw new UsageError(
      `“${name}” ${small ? "begint met een kleine letter" : "heeft alleen hoofdletters"}. Zo zou de naam in elke zin staan.`,
      `Schrijf de naam zoals in een zin: “${withCapitals(name)}”.`,
    );
}

/** Words within names that have no capital. */
const SMALL = /^(?:aan|bij|de|den|en|het|in|op|over|ter|van)$/;

/** What a name most likely is with the capitals that it should have: "bergen op zoom" → "Bergen op Zoom". */
const withCapitals = (name: string): string =>
  name
    .toLowerCase()
    .replace(/['’]?\p{L}+/gu, (word, at: number) =>
      /^['’]\p{L}$/u.test(word) || (at > 0 && SMALL.test(word))
        ? word
        : word.replace(/^['’]?(?:ij|\p{L})/u, (start) => start.toUpperCase()),
    );

/**
 * "Son en Breugel" and "Nuenen, Gerwen en Nederwetten" are one municipality, "Asten en Deurne" and "Asten, Son en Breugel" are two, and
 * "Asten, Deurne en Someren" are three.
 */
function refuseUnclear(names: readonly string[]): void {
  const unclear = names.find((name) => / en /.test(name));
  if (unclear === undefined) return;
  const all = names.join(", ");
  throw new UsageError(
    `Is “${unclear}” één gemeente, of een deel van een naam of een rij? Dat is ${names.length > 1 ? "met komma's" : "zo"} niet te zien.`,
    names.length > 1
      ? `Zet puntkomma's tussen de gemeenten, ook achter de laatste: "${names.join(";")};", of "${all};" als het er één is.`
      : `Is het er één, zet er dan een puntkomma achter: "${all};". Zijn het er meer, zet er dan puntkomma's tussen: "${all.replaceAll(" en ", "; ")}".`,
  );
}
