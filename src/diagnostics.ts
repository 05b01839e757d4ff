/**
 * The one record for every problem that a stage finds, from broken YAML to a reference to nothing, and the one shape of the
 * rules that find them. A leaf: every stage may import it and it imports nothing.
 */

/**
 * A stable code. The hundreds tell the kind: 1xx YAML and files, 2xx schema, 3xx references, 4xx consistency,
 * 5xx completeness, 6xx language, 7xx safety. A code never changes its meaning.
 */
export type Code = `IVP${number}`;

/** `error` stops the build; `warning` and `note` don't. */
export type Severity = "error" | "warning" | "note";

/** What a severity is called, for one and for more. */
export const severityNames: Readonly<Record<Severity, readonly [one: string, more: string]>> = {
  error: ["fout", "fouten"],
  warning: ["waarschuwing", "waarschuwingen"],
  note: ["opmerking", "opmerkingen"],
};

/** A range in a content file. Lines and columns count from 1; `length` is in characters on the first line. */
export interface Place {
  /** Path relative to the content folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** What a rule is about, in Dutch; `docs/rules.md` is made from these. */
export interface RuleDoc {
  readonly code: Code;
  /** How bad a finding is, unless `check.yaml` says otherwise. */
  readonly severity: Severity;
  /** The rule in one sentence. */
  readonly title: string;
  /** Why it matters, with the law, standard or source that asks for it. */
  readonly why: string;
  /** How to mend a finding, in one sentence. */
  readonly mend: string;
  /** Whether `check.yaml` can change nothing of it: what it guards is not for negotiation. */
  readonly fixed?: true;
}

/** What a rule found: its code and severity are the rule's. */
export interface Finding {
  /** Finds the place: only of what is told, as that may take the file's YAML with positions. */
  readonly place: () => Place;
  /** What the finding is about; the same as long as the fault is the same. */
  readonly subject?: string;
  readonly message: string;
  /** How to mend this one; without it the rule's own mend is told. */
  readonly hint?: string | undefined;
}

/** What a rule found as a diagnostic: the one place where these are made. */
export const diagnosticOf = (
  { code, severity, mend }: RuleDoc,
  { place, hint = mend, ...told }: Finding,
  own: Severity = severity,
): Diagnostic => ({ code, severity: own, hint, ...told, ...place() });

export interface Diagnostic extends Place {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong here, in Dutch. */
  readonly message: string;
  /** How to mend it, in Dutch. */
  readonly hint?: string;
  /** What the finding is about, such as `term:pga`: stable while lines move. `check.yaml` accepts findings by it. */
  readonly subject?: string;
}

/** Which rule a diagnostic is of, and how bad it is. */
export type Rated = Pick<Diagnostic, "code" | "severity">;

/** The documentation of a rule without which nothing can come of content: an error that can't be switched off. */
export const firm = (doc: Omit<RuleDoc, "severity" | "fixed">): RuleDoc => ({ severity: "error", fixed: true, ...doc });

type Finder = (...facts: never[]) => readonly Finding[];

/** A rule that a stage follows while it reads, with the functions that tell where its facts break it. */
export type FirmRule<F> = RuleDoc & {
  readonly [K in keyof F]: F[K] extends (...facts: infer Facts) => unknown ? (...facts: Facts) => Diagnostic[] : never;
};

/** Makes such a rule: documentation and what finds, as in the rules of `ivp check`. */
export function firmRule<F extends Readonly<Record<string, Finder>>>(
  doc: Omit<RuleDoc, "severity" | "fixed">,
  finders: F,
): FirmRule<F> {
  const rule = firm(doc);
  const telling = Object.entries(finders).map(([name, find]) => [
    name,
    (...facts: never[]) => find(...facts).map((finding) => diagnosticOf(rule, finding)),
  ]);
  return { ...rule, ...Object.fromEntries(telling) } as FirmRule<F>;
}

/** Diagnostics with the sources in which they stand: what is needed to show them. */
export interface Report {
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a content file. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** Whether any of the diagnostics stops the build. */
export const hasErrors = (diagnostics: readonly Rated[]): boolean =>
  diagnostics.some(({ severity }) => severity === "error");

/** Sorts by file, line and column, so that a report reads from top to bottom. Returns a new array. */
export const inReadingOrder = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  [...diagnostics].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );

// Not localeCompare: the order must not depend on the machine's locale.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
