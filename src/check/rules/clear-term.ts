import { kinds } from "../../documents/index.js";
import { capital, enumeration, paperNoun } from "../../dutch.js";
import { beside, type Term, type Terms } from "../../model/index.js";
import { type Finding, modelRule, ofValue } from "../rule.js";

export const clearTerm = modelRule(
  {
    code: "IVP480",
    severity: "error",
    title: "Van elke eigen naam van een document is bekend hoe hij in een zin en in een bestandsnaam staat.",
    why: "ivp schrijft zinnen en bestandsnamen met die naam: “het jaarplan”, “deze jaarplannen”, jaarplan-2027.pdf.",
    mend: "Vul bij terms in plan.yaml aan wat ontbreekt.",
  },
  ({ content, terms, programmes, progress, municipalities }, loaded) => {
    const given = content.plan.terms ?? {};
    const counts: Readonly<Record<keyof Terms, number>> = {
      plan: 1,
      annex: municipalities.length,
      programme: programmes.length,
      progress: progress.length,
    };
    return (Object.keys(given) as (keyof Terms)[]).flatMap((key) =>
      problemsOf(key, terms, counts[key]).map(({ field, ...told }): Finding => {
        const path = ["terms", key, given[key]?.[field] === undefined ? "name" : field];
        return { ...ofValue(loaded, "plan.yaml", path, `term:${key}`), ...told };
      }),
    );
  },
);

const folderOf = (key: string, terms: Terms): string | undefined =>
  kinds.find(({ kind }) => kind === key)?.source?.folder?.(terms);

/** What stands beside the documents, and the folders of the other kinds. */
const takenFolders = (key: string, terms: Terms): ReadonlySet<string> =>
  new Set<string>([
    ...Object.values(beside),
    ...kinds.flatMap(({ kind }) => (kind === key ? [] : (folderOf(kind, terms) ?? []))),
  ]);

type Problem = Pick<Finding, "message" | "hint"> & { readonly field: "name" | "article" | "plural" | "short" };

function problemsOf(key: keyof Terms, terms: Terms, count: number): Problem[] {
  const { name, article, unknown, stem, short } = terms[key];
  // What is asked else of such a name, is about a word that isn't one.
  if (/^(?:het|de|een) /i.test(name))
    return [
      {
        field: "name",
        message: `In “${name}” staat het lidwoord al.`,
        hint: "Schrijf de naam zonder lidwoord. Kent ivp het lidwoord niet, zet het dan bij article.",
      },
    ];
  const own = folderOf(key, terms);
  const certain = paperNoun(name).article;
  const twins = (Object.keys(terms) as (keyof Terms)[]).filter(
    (other) => other !== key && isTwin(terms[other], terms[key]),
  );
  return [
    ...(unknown.includes("article")
      ? [
          {
            field: "article" as const,
            message: `Is het “het ${name}” of “de ${name}”?`,
            hint: "Schrijf erbij: article: het, of article: de.",
          },
        ]
      : []),
    ...(certain && certain !== article
      ? [
          {
            field: "article" as const,
            message: `“${capital(article)} ${name}” is geen goed Nederlands: het is “${certain} ${name}”.`,
            hint: `Schrijf article: ${certain}, of laat de sleutel weg.`,
          },
        ]
      : []),
    ...(unknown.includes("plural") && count > 1
      ? [
          {
            field: "plural" as const,
            message: `Er zijn er ${count}, maar het meervoud van “${name}” is niet bekend.`,
            hint: "Schrijf het erbij, met plural.",
          },
        ]
      : []),
    ...(own !== undefined && takenFolders(key, terms).has(own)
      ? [
          {
            field: key === "annex" ? ("plural" as const) : ("short" as const),
            message: `De map “${own}” gebruikt ivp zelf.`,
            hint: "Geef deze soort document een andere naam.",
          },
        ]
      : []),
    ...(stem === ""
      ? [
          {
            field: "short" as const,
            message: `Van “${name}” is geen naam voor een bestand te maken.`,
            hint: "Geef bij short een korte vorm met letters of cijfers van a tot en met z.",
          },
        ]
      : []),
    ...(Object.keys(terms) as (keyof Terms)[])
      .filter(
        (other) => other !== key && short !== undefined && terms[other].short?.toLowerCase() === short.toLowerCase(),
      )
      .map((other) => ({
        field: "short" as const,
        message: `“${short}” is ook de korte vorm van ${namedFor[other]}.`,
        hint: "Geef elke soort document een eigen korte vorm.",
      })),
    ...(twins.length > 0
      ? [
          {
            field: "name" as const,
            message: `“${name}” is ook de naam van ${enumeration(twins.map((twin) => namedFor[twin]))}.`,
            hint: "Geef elke soort document een eigen naam.",
          },
        ]
      : []),
  ];
}

const namedFor: Readonly<Record<keyof Terms, string>> = {
  plan: "het plan (terms.plan)",
  annex: "de bijlage van een gemeente (terms.annex)",
  programme: "het programma (terms.programme)",
  progress: "de voortgangsrapportage (terms.progress)",
};

/** Whether two kinds of document couldn't be told apart. */
const isTwin = (one: Term, other: Term): boolean =>
  one.name.toLowerCase() === other.name.toLowerCase() || one.brief.name === other.name;
