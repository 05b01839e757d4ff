import { closest, type Loaded, placeInText, placeOfValue, suggestion } from "../../content/index.js";
import { type Finding, firmRule } from "../../diagnostics.js";
import { scan } from "../../prose/index.js";
import { kindNames, nameOf } from "../kind-names.js";
import { fixedTargets } from "../outline.js";

export const reference = firmRule(
  {
    code: "IVP301",
    title: "Een verwijzing wijst naar iets dat bestaat, van de goede soort.",
    why: "Een verwijzing naar niets wordt in het document een dood spoor.",
    mend: "Verbeter de sleutelnaam of de soort.",
  },
  {
    find: ({ definitions, pointers, texts, uncertainKinds }: Loaded) => {
      const known = new Map<string, Set<string>>();
      for (const { kind, id } of [...fixedTargets, ...definitions])
        known.set(kind, (known.get(kind) ?? new Set()).add(id));
      return [
        ...pointers.flatMap(({ kinds, id, file, path }): Finding[] => {
          const told = unresolved(kinds, id, known, uncertainKinds);
          return told ? [{ ...told, place: () => placeOfValue(file, path) }] : [];
        }),
        ...texts.flatMap(({ text, file, path }) =>
          scan(text).references.flatMap(({ reference: found, snippet, at }): Finding[] => {
            const told = found && unresolved([found.kind], found.id, known, uncertainKinds);
            return told ? [{ ...told, place: () => placeInText(file, path, at, snippet.length) }] : [];
          }),
        ),
      ];
    },
  },
);

type Known = ReadonlyMap<string, ReadonlySet<string>>;
type Told = Pick<Finding, "message" | "hint">;

/** What to say of an id that names nothing of these kinds. */
function unresolved(
  kinds: readonly string[],
  id: string,
  known: Known,
  uncertain: Loaded["uncertainKinds"],
): Told | undefined {
  if (kinds.some((kind) => known.get(kind)?.has(id) || uncertain.has(kind))) return undefined;
  const unknownKind = kinds.find((kind) => !(kind in kindNames));
  if (unknownKind) {
    return {
      message: `“${unknownKind}” is geen soort waarnaar u kunt verwijzen.`,
      hint: suggestion(unknownKind, Object.keys(kindNames)),
    };
  }
  const elsewhere = [...known].find(([, ids]) => ids.has(id))?.[0];
  const candidates = kinds.flatMap((kind) => [...(known.get(kind) ?? [])]);
  return {
    message: `Er is geen ${kinds.map(nameOf).join(" of ")} met de sleutelnaam “${id}”.`,
    hint:
      elsewhere && closest(id, candidates) === undefined
        ? `Er is wel een ${nameOf(elsewhere)} met deze sleutelnaam.`
        : suggestion(id, candidates, {
            otherwise:
              candidates.length === 0
                ? `Er is nog geen enkele ${kinds.map(nameOf).join(" of ")}; voeg er een toe, of haal de verwijzing weg.`
                : "Controleer de spelling van de sleutelnaam.",
          }),
  };
}
