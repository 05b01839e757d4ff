import { closest, type Names, namesOf } from "../../closest.js";
import { type Loaded, placeInText, placeOfValue } from "../../content/index.js";
import { type Finding, firmRule } from "../../diagnostics.js";
import { enumeration, suggestion } from "../../dutch.js";
import { scan } from "../../prose/index.js";
import { kindNames, nameOf } from "../kind-names.js";
import { parts } from "../parts.js";
import { type Terms, termsIn } from "../terms.js";

export const reference = firmRule(
  {
    code: "IVP301",
    title: "Een verwijzing wijst naar iets dat bestaat, van de goede soort.",
    why: "Een verwijzing naar niets wordt in het document een dood spoor.",
    mend: "Verbeter de sleutelnaam of de soort.",
  },
  {
    find: (loaded: Loaded) => {
      const { definitions, pointers, texts, uncertainKinds } = loaded;
      const terms = termsIn(loaded);
      const known = knownIds([...named, ...definitions]);
      return [
        ...pointers.flatMap(({ kinds, id, file, path }): Finding[] => {
          const told = unresolved(kinds, id, known, uncertainKinds, terms);
          return told ? [{ ...told, place: () => placeOfValue(file, path) }] : [];
        }),
        ...texts.flatMap(({ text, file, path }) =>
          scan(text).references.flatMap(({ reference: found, snippet, at }): Finding[] => {
            const told = found && unresolved([found.kind], found.id, known, uncertainKinds, terms);
            return told ? [{ ...told, place: () => placeInText(file, path, at, snippet.length) }] : [];
          }),
        ),
      ];
    },
  },
);

/** What every plan may have, whatever its content. */
const named = Object.entries(parts).map(([id, { kind }]) => ({ kind, id }));

/** A heading may be referred to as either, wherever the structure puts it. */
const kin: Readonly<Record<string, readonly string[]>> = {
  chapter: ["chapter", "section"],
  section: ["section", "chapter"],
};

/** The ids that there are. */
interface Known {
  /** Whether a thing of a kind has an id. */
  readonly has: (kind: string, id: string) => boolean;
  /** The first kind of which a thing has an id. */
  readonly kindWith: (id: string) => string | undefined;
  /** The ids of things of some kinds, prepared once for all references to them. */
  readonly ofKinds: (kinds: readonly string[]) => Names;
}

function knownIds(definitions: readonly { readonly kind: string; readonly id: string }[]): Known {
  const byKind = new Map<string, Set<string>>();
  const kindOf = new Map<string, string>();
  for (const { kind, id } of definitions) {
    const ids = byKind.get(kind) ?? new Set();
    byKind.set(kind, ids.add(id));
    if (!kindOf.has(id)) kindOf.set(id, kind);
  }
  const prepared = new Map<string, Names>();
  return {
    has: (kind, id) => (kin[kind] ?? [kind]).some((own) => byKind.get(own)?.has(id)),
    kindWith: (id) => kindOf.get(id),
    ofKinds: (kinds) => {
      const key = kinds.join("|");
      const before = prepared.get(key);
      if (before) return before;
      const all = new Set(kinds.flatMap((kind) => kin[kind] ?? [kind]));
      const names = namesOf([...new Set([...all].flatMap((kind) => [...(byKind.get(kind) ?? [])]))]);
      prepared.set(key, names);
      return names;
    },
  };
}

type Told = Pick<Finding, "message" | "hint">;

/** What to say of an id that names nothing of these kinds. */
function unresolved(
  kinds: readonly string[],
  id: string,
  known: Known,
  uncertain: Loaded["uncertainKinds"],
  terms: Terms,
): Told | undefined {
  if (kinds.some((kind) => known.has(kind, id) || uncertain.has(kind))) return undefined;
  const words = kinds.filter((kind) => kind in kindNames);
  if (words.length === 0) {
    const [unknownKind = ""] = kinds;
    return {
      message: `“${unknownKind}” is geen soort waarnaar u kunt verwijzen.`,
      hint: suggestion(unknownKind, Object.keys(kindNames)),
    };
  }
  const names = enumeration(
    words.map((kind) => nameOf(kind, terms)),
    "of",
  );
  const elsewhere = known.kindWith(id);
  const candidates = known.ofKinds(kinds);
  return {
    message: `Er is geen ${names} met de sleutelnaam “${id}”.`,
    hint:
      elsewhere && closest(id, candidates) === undefined
        ? `Er is wel een ${nameOf(elsewhere, terms)} met deze sleutelnaam.`
        : suggestion(id, candidates, {
            otherwise:
              candidates.all.size === 0
                ? `Er is nog geen enkele ${names}; voeg er een toe, of haal de verwijzing weg.`
                : "Controleer de spelling van de sleutelnaam.",
          }),
  };
}
