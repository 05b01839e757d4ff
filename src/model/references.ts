import { closest, type Definition, type Loaded, placeInText, placeOfValue, suggestion } from "../content/index.js";
import type { Diagnostic } from "../diagnostics.js";
import { scan } from "../prose/index.js";
import { fixedTargets } from "./outline.js";

/** What a kind of thing is called in a message. */
const kindNames: Readonly<Record<string, string>> = {
  action: "actie",
  body: "bestuursorgaan",
  chapter: "hoofdstuk",
  development: "ontwikkeling in finances.yaml",
  goal: "doel",
  "local-theme": "lokaal thema",
  measure: "maatregel",
  milestone: "mijlpaal",
  municipality: "gemeente",
  paragraph: "prioriteitsparagraaf",
  partner: "partner",
  pillar: "pijler",
  plan: "plan",
  priority: "prioriteit",
  programme: "uitvoeringsprogramma",
  "regional-theme": "regionaal thema",
  section: "paragraaf",
  "starting-point": "uitgangspunt",
  term: "begrip",
};

const nameOf = (kind: string): string => kindNames[kind] ?? kind;

/** Checks that ids are unique within their kind and that every reference points at something. Pure. */
export function checkReferences(loaded: Loaded): Diagnostic[] {
  const known = new Map<string, Set<string>>();
  for (const { kind, id } of [...fixedTargets, ...loaded.definitions]) {
    known.set(kind, (known.get(kind) ?? new Set()).add(id));
  }
  return [...doubles(loaded.definitions), ...pointers(loaded, known), ...inProse(loaded, known)];
}

function doubles(definitions: readonly Definition[]): Diagnostic[] {
  const first = new Map<string, Definition>();
  return definitions.flatMap((definition) => {
    const key = `${definition.kind}:${definition.id}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, definition);
      return [];
    }
    const where = placeOfValue(earlier.file, earlier.path);
    return [
      {
        code: "IVP302" as const,
        severity: "error" as const,
        ...placeOfValue(definition.file, definition.path),
        message: `De sleutelnaam “${definition.id}” is al in gebruik voor een ${nameOf(definition.kind)} (${where.file}, regel ${where.line}).`,
        hint: "Geef een van de twee een andere sleutelnaam.",
      },
    ];
  });
}

type Known = ReadonlyMap<string, ReadonlySet<string>>;

function pointers(loaded: Loaded, known: Known): Diagnostic[] {
  return loaded.pointers.flatMap(({ kinds, id, file, path }) => {
    const problem = unresolved(kinds, id, known, loaded.uncertainKinds);
    return problem ? [{ ...problem, ...placeOfValue(file, path) }] : [];
  });
}

function inProse(loaded: Loaded, known: Known): Diagnostic[] {
  return loaded.texts.flatMap(({ text, file, path }) =>
    scan(text).references.flatMap(({ reference, snippet, at }) => {
      const problem = reference
        ? unresolved([reference.kind], reference.id, known, loaded.uncertainKinds)
        : malformed(snippet);
      return problem ? [{ ...problem, ...placeInText(file, path, at, snippet.length) }] : [];
    }),
  );
}

type Problem = Pick<Diagnostic, "code" | "severity" | "message" | "hint">;

const malformed = (snippet: string): Problem => ({
  code: "IVP303",
  severity: "error",
  message: `“${snippet}” is geen goede verwijzing.`,
  hint: "Schrijf [[soort:sleutelnaam]] of [[soort:sleutelnaam|tekst]], bijvoorbeeld [[term:pga]].",
});

function unresolved(
  kinds: readonly string[],
  id: string,
  known: Known,
  uncertain: ReadonlySet<string>,
): Problem | undefined {
  if (kinds.some((kind) => known.get(kind)?.has(id) || uncertain.has(kind))) return undefined;
  const unknownKind = kinds.find((kind) => !(kind in kindNames));
  if (unknownKind) {
    return {
      code: "IVP301",
      severity: "error",
      message: `“${unknownKind}” is geen soort waarnaar u kunt verwijzen.`,
      hint: suggestion(unknownKind, Object.keys(kindNames)),
    };
  }
  const elsewhere = [...known].find(([, ids]) => ids.has(id))?.[0];
  const candidates = kinds.flatMap((kind) => [...(known.get(kind) ?? [])]);
  return {
    code: "IVP301",
    severity: "error",
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
