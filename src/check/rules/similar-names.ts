import { distance } from "fastest-levenshtein";
import { modelRule, ofThing } from "../rule.js";
import { folded } from "../words.js";

export const similarNames = modelRule(
  {
    code: "IVP404",
    severity: "warning",
    title: "Eén ding heeft één naam.",
    why: "Twee namen die bijna gelijk zijn, zijn meestal één ding dat twee keer is opgeschreven.",
    mend: "Maak er één van, of geef ze namen die duidelijk verschillen.",
  },
  ({ content }, loaded) => {
    const named = [
      ...content.partners.partners.map(({ id, title }) => ({ kind: "partner", id, name: title })),
      ...content.governance.bodies.map(({ id, title }) => ({ kind: "body", id, name: title })),
      ...content.glossary.terms.map(({ id, term }) => ({ kind: "term", id, name: term })),
      ...content.localThemes.themes.map(({ id, title }) => ({ kind: "local-theme", id, name: title })),
      ...content.municipalities.map(({ id, title }) => ({ kind: "municipality", id, name: title })),
    ];
    const before = new Map<string, Group>();
    return named.flatMap(({ kind, id, name }) => {
      const group = before.get(kind) ?? { same: new Map(), byLength: new Map() };
      before.set(kind, group);
      const other = alike(folded(name), name, group);
      return other === undefined
        ? []
        : [
            {
              ...ofThing(loaded, kind, id),
              message: `“${name}” lijkt sterk op “${other}”.`,
            },
          ];
    });
  },
);

/** The names of one kind that came before: by how they read, and the long ones by their length. */
interface Group {
  readonly same: Map<string, string>;
  readonly byLength: Map<number, { readonly plain: string; readonly name: string }[]>;
}

/** An earlier name that is nearly this one, if there is any. The name is then one of the earlier ones itself. */
function alike(plain: string, name: string, { same, byLength }: Group): string | undefined {
  const equal = same.get(plain);
  if (equal !== undefined) return equal;
  same.set(plain, name);
  // Short names, such as abbreviations, differ by nature.
  if (plain.length <= SHORT) return undefined;
  const most = Math.floor(plain.length / 8);
  let found: string | undefined;
  for (let length = plain.length - most; length <= plain.length + most && found === undefined; length++) {
    found = byLength.get(length)?.find((other) => distance(plain, other.plain) <= most)?.name;
  }
  const those = byLength.get(plain.length) ?? [];
  byLength.set(plain.length, those);
  those.push({ plain, name });
  return found;
}

const SHORT = 9;
