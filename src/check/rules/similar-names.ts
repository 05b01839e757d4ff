import { distance } from "fastest-levenshtein";
import { modelRule, placeOf } from "../rule.js";
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
    return named.flatMap(({ kind, id, name }, index) =>
      named
        .slice(0, index)
        .filter((other) => other.kind === kind && similar(folded(name), folded(other.name)))
        .map((other) => ({
          place: placeOf(loaded, kind, id),
          subject: `${kind}:${id}`,
          message: `“${name}” lijkt sterk op “${other.name}”.`,
        })),
    );
  },
);

/** Nearly the same long name; short ones, such as abbreviations, differ by nature. */
const similar = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) > 9 && distance(a, b) <= Math.floor(a.length / 8));
