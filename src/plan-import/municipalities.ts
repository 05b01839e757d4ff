/** Which municipalities a line names, as its writer calls them. Pure. */

/** The municipalities with "en" in their names: elsewhere it stands between two. */
const WITH_EN = [
  "Berg en Dal",
  "Gilze en Rijen",
  "Kaag en Braassem",
  "Nuenen, Gerwen en Nederwetten",
  "Peel en Maas",
  "Son en Breugel",
  "West Maas en Waal",
];

/** A word of a name: "Asten", "'s-Hertogenbosch", "Gemert-Bakel", but not what usually stands behind one on a cover. */
const WORD =
  "(?!(?:Integra(?:al|le)|Veiligheids?|(?:Kader)?[Nn]ota|Plan|Beleid|Uitvoering|Programma|Versie|Concept|Basisteam|Politie|Raad|College)(?:\\P{L}|\\p{Ll}))(?:['’][a-z]-?\\s?)?\\p{Lu}[\\p{L}'’]*(?:-\\p{L}[\\p{L}'’]*)*";
/** Such words, with the small ones that may stand within a name, and what tells two of one name apart: "Bergen (L.)". */
const OTHER = `${WORD}(?: (?:(?:aan|bij|de|den|der|op|ter|van) )*${WORD})*(?: \\([A-Z][A-Za-z]{0,3}\\.?\\))?`;
const NAME = `(?:${WITH_EN.join("|")}|${OTHER})`;

const SEVERAL = new RegExp(`\\b[Gg]emeenten\\s+(${NAME}(?:(?:,\\s+(?:en\\s+)?|\\s+en\\s+)${NAME})+)`, "u");
const SINGLE = new RegExp(`\\b[Gg]emeente\\s+(${NAME})`, "u");

export function municipalitiesIn(line: string): string[] {
  const [, several] = SEVERAL.exec(line) ?? [];
  if (several !== undefined) return several.match(new RegExp(NAME, "gu")) ?? [];
  const [, single] = SINGLE.exec(line) ?? [];
  return single === undefined ? [] : [single];
}

/** Names as someone types them who says which municipalities make a plan. */
export const asTyped = (names: readonly string[]): string =>
  names.some((name) => /,| en /.test(name)) ? `${names.join(";")};` : names.join(",");
