/** What a team calls its documents: from `terms` in plan.yaml, or as most teams do. */
import type { Content, Loaded } from "../content/index.js";
import { type Article, type Noun, paperNoun } from "../dutch.js";

type Given = NonNullable<Content["plan"]["terms"]>;

/** The documents that a team names itself. */
export type Named = keyof Given;

/** What one of them is called. */
export interface Term extends Required<Noun> {
  /** "UVP": how it is called where there is little room. */
  readonly short?: string;
  /** How running text calls it, once it is clear which is meant: an "uitvoeringsprogramma" is "dit programma". */
  readonly brief: Required<Noun>;
  /** With what the names of its files begin; empty where its names hold nothing that a file may be called. */
  readonly stem: string;
  /** What nobody gave and can't be known either; something stands in its place. */
  readonly unknown: readonly ("article" | "plural")[];
}

export type Terms = Readonly<Record<Named, Term>>;

const usual: Required<Given> = {
  plan: { name: "integraal veiligheidsplan", plural: "integrale veiligheidsplannen", short: "IVP" },
  annex: { name: "lokale bijlage" },
  programme: { name: "uitvoeringsprogramma", short: "UVP" },
  progress: { name: "voortgangsrapportage", short: "voortgang" },
};

/** Ends of names that can stand for the whole, in running text. */
const heads = ["plan", "programma", "bijlage", "nota"];

/**
 * The terms of a plan.
 * @param given what the content says, whether that is valid or not
 */
export function termsOf(given: Given | null | undefined): Terms {
  const own = (name: Named): Given[Named] & object => {
    const term = given?.[name];
    return typeof term?.name === "string" && term.name.trim() ? term : (usual[name] as Given[Named] & object);
  };
  const [plan, annex, programme, progress] = [own("plan"), own("annex"), own("programme"), own("progress")];
  const planHead = headOf(plan.name);
  const annexHead = headOf(annex.name);
  // A "jaarplan" can't be "dit plan", and no two of them can have one name.
  const others = new Set(["plan", planHead]);
  return {
    plan: term(plan, planHead),
    annex: term(annex, others.has(annexHead) ? undefined : annexHead),
    programme: term(
      programme,
      [...others, annexHead].includes(headOf(programme.name)) ? undefined : headOf(programme.name),
    ),
    // What it is called says which of the two or three reports it is: it has no other name.
    progress: term(progress, undefined),
  };
}

/** The same of content that may have faults. */
export const termsIn = ({ files }: Pick<Loaded, "files">): Terms =>
  termsOf((files.get("plan.yaml")?.value as { readonly terms?: Given } | null | undefined)?.terms);

/** Without the signs by which a comparison follows texts: they change nothing in how a word goes. */
const unsigned = (name: string): string => name.replace(/\p{Co}/gu, "");

const headOf = (name: string): string | undefined => heads.find((head) => unsigned(name).toLowerCase().endsWith(head));

function term({ name, short, ...given }: Given[Named] & object, head: string | undefined): Term {
  const known = paperNoun(unsigned(name));
  const article: Article | undefined = given.article ?? known.article;
  // What follows the name, follows its plural too.
  const sign = name.slice(unsigned(name).length);
  const plural = given.plural ?? (known.plural && `${known.plural}${sign}`);
  const whole = { name, article: article ?? "de", plural: plural ?? name };
  const brief = head === undefined ? {} : paperNoun(head);
  return {
    ...whole,
    ...(short && { short }),
    brief: { ...whole, ...brief },
    stem: asFileName(short ?? name),
    unknown: [...(article ? [] : (["article"] as const)), ...(plural ? [] : (["plural"] as const))],
  };
}

/** A name as that of a file or folder: "Jaarplan Súd" → "jaarplan-sud". */
export const asFileName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}|['’]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
