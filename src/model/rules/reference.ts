import { closest, type Names, namesOf } from "../../closest.js";
import {
  contentParts,
  type Definition,
  definableKinds,
  type Loaded,
  placeInText,
  placeOfValue,
} from "../../content/index.js";
import { type Finding, firmRule } from "../../diagnostics.js";
import { agree, counted, enumeration, suggestion } from "../../dutch.js";
import { figureKinds } from "../../prose/figures.js";
import { scan } from "../../prose/index.js";
import { nameOf, referable } from "../kind-names.js";
import { lawfulBodies } from "../lawful-bodies.js";
import { parts } from "../parts.js";
import { fullId, type Meanings, meaningsAmong, type Named } from "../scope.js";
import { type Terms, termsIn } from "../terms.js";

export const reference = firmRule(
  {
    code: "IVP301",
    title: "Een verwijzing wijst naar één ding, dat bestaat en van de goede soort is.",
    why: "Een verwijzing naar niets wordt in het document een dood spoor, en van een verwijzing die twee dingen kan betekenen is niet te zeggen waar zij heen moet.",
    mend: "Verbeter de sleutelnaam of de soort, of zet bij een actie de naam van het bestand in programmes/ ervoor: [[action:2019-2020/training]].",
  },
  {
    find: (loaded: Loaded) => {
      const { definitions, pointers, texts, uncertainKinds } = loaded;
      const around = { known: knownIds(definitions), uncertainKinds, terms: termsIn(loaded) };
      return oncePerCause([
        ...pointers.flatMap(({ kinds, id, file, path }): Caused[] => {
          const told = unresolved(kinds, id, { ...around, file: file.path });
          return told ? [{ ...told, place: () => placeOfValue(file, path) }] : [];
        }),
        ...texts.flatMap(({ text, file, path }) =>
          scan(text).references.flatMap(({ reference: found, snippet, at }): Caused[] => {
            const told = !found
              ? undefined
              : referable.includes(found.kind)
                ? unresolved([found.kind], found.id, { ...around, file: file.path, inText: true })
                : unknownKind(found.kind);
            return told ? [{ ...told, place: () => placeInText(file, path, at, snippet.length) }] : [];
          }),
        ),
      ]);
    },
  },
);

/** A finding with what it comes from, where that may be what others come from too. */
type Caused = Finding & { readonly cause?: string };

/** A file that isn't there is one mistake, however many references count on it: the first is told, with how many there are. */
function oncePerCause(found: readonly Caused[]): Finding[] {
  const counts = new Map<string, number>();
  for (const { cause } of found) if (cause) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  const told = new Set<string>();
  return found.flatMap(({ cause, ...finding }) => {
    if (!cause) return [finding];
    if (told.has(cause)) return [];
    told.add(cause);
    const others = (counts.get(cause) ?? 1) - 1;
    const more =
      others > 0 ? ` Dat geldt ook voor ${counted(others, "andere verwijzing", "andere verwijzingen")}.` : "";
    return [{ ...finding, hint: `${finding.hint}${more}` }];
  });
}

/** What every plan may have, whatever its content. */
const named = [
  ...Object.entries(parts).map(([id, { kind }]) => ({ kind, id, within: undefined })),
  // What everyone knows by law.
  ...lawfulBodies.map(({ id }) => ({ kind: "body", id, within: undefined })),
];

/** A heading may be referred to as either, wherever the structure puts it. */
const kin: Readonly<Record<string, readonly string[]>> = {
  chapter: ["chapter", "section"],
  section: ["section", "chapter"],
  // What shows the figures of an indicator, goes by its id.
  ...Object.fromEntries(figureKinds.map((kind) => [kind, ["indicator"]])),
};

const kinOf = (kinds: readonly string[]): string[] => kinds.flatMap((kind) => kin[kind] ?? [kind]);

/** The ids that there are. */
interface Known {
  /** Whether a thing of a kind has a full id. */
  readonly has: (kind: string, id: string) => boolean;
  readonly meanings: Meanings;
  /** The first kind of which a thing has an id. */
  readonly kindWith: (id: string) => string | undefined;
  /** The ids of things of some kinds, in full or not, prepared once for all references to them. */
  readonly ofKinds: (kinds: readonly string[], full: boolean) => Names;
}

function knownIds(definitions: readonly Definition[]): Known {
  const byKind = new Map<string, Set<string>>();
  const short = new Map<string, Set<string>>();
  const kindOf = new Map<string, string>();
  const things: Named[] = definitions.map(({ file, ...thing }) => ({ ...thing, file: file.path }));
  for (const { kind, id, within } of [...named, ...things]) {
    const full = fullId({ id, within });
    byKind.set(kind, (byKind.get(kind) ?? new Set()).add(full));
    short.set(kind, (short.get(kind) ?? new Set()).add(id));
    for (const name of [id, full]) if (!kindOf.has(name)) kindOf.set(name, kind);
  }
  const prepared = new Map<string, Names>();
  return {
    has: (kind, id) => kinOf([kind]).some((own) => byKind.get(own)?.has(id)),
    meanings: meaningsAmong(things),
    kindWith: (id) => kindOf.get(id),
    ofKinds: (kinds, full) => {
      const key = `${kinds.join("|")}${full ? "/" : ""}`;
      const before = prepared.get(key);
      if (before) return before;
      const all = new Set(kinOf(kinds));
      const names = namesOf([...new Set([...all].flatMap((kind) => [...((full ? byKind : short).get(kind) ?? [])]))]);
      prepared.set(key, names);
      return names;
    },
  };
}

type Told = Pick<Caused, "message" | "hint" | "cause">;

/** The files in which things of some kinds have their place: "goals.yaml", "municipalities/ of partners.yaml". */
const placeOf = (kinds: readonly string[]): string =>
  enumeration(
    contentParts
      .filter(({ schema }) => kinOf(kinds).some((kind) => definableKinds(schema).has(kind)))
      .map(({ file, folder }) => file ?? `${folder}/`),
    "of",
  );

const unknownKind = (kind: string): Told => ({
  message: `“${kind}” is geen soort waarnaar u kunt verwijzen.`,
  hint: suggestion(kind, referable),
});

interface Around {
  readonly known: Known;
  readonly uncertainKinds: Loaded["uncertainKinds"];
  readonly terms: Terms;
  /** The file in which the reference stands. */
  readonly file: string;
  readonly inText?: true;
}

/** What to say of an id that names nothing of these kinds, or more than one thing. */
function unresolved(
  kinds: readonly string[],
  id: string,
  { known, uncertainKinds, terms, file, inText }: Around,
): Told | undefined {
  const meant = kinds.flatMap((kind) => known.meanings(kind, id, file).filter((full) => known.has(kind, full)));
  const [first] = kinds;
  if (kinds.length === 1 && first && meant.length > 1) {
    const forms = meant.map((full) => (inText ? `[[${first}:${full}]]` : full));
    return {
      message: `De sleutelnaam “${id}” hoort bij meer dan één ${nameOf(first, terms)}.`,
      hint: `Schrijf ${enumeration(forms, "of")}.`,
    };
  }
  if (meant.length > 0 || kinOf(kinds).some((kind) => uncertainKinds.has(kind))) return undefined;
  const names = enumeration(
    kinds.map((kind) => nameOf(kind, terms)),
    "of",
  );
  const elsewhere = known.kindWith(id);
  const candidates = known.ofKinds(kinds, id.includes("/"));
  const none = candidates.all.size === 0;
  return {
    ...(none && { cause: kinds.join("|") }),
    message: `Er is geen ${names} met de sleutelnaam “${id}”.`,
    hint:
      elsewhere && closest(id, candidates) === undefined
        ? `Er is wel een ${nameOf(elsewhere, terms)} met deze sleutelnaam.`
        : suggestion(id, candidates, {
            otherwise: none
              ? `Er is in ${agree("dit", terms.plan.brief)} nog geen ${names}: voeg er een toe in ${placeOf(kinds)}, of haal de verwijzing weg.`
              : "Controleer de spelling van de sleutelnaam.",
          }),
  };
}
