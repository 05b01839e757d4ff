/**
 * The one record for every problem that a stage finds, from broken YAML to a reference to nothing.
 * A leaf: every stage may import it and it imports nothing.
 */

/**
 * A stable code. The hundreds tell the kind: 1xx YAML and files, 2xx schema, 3xx references, 4xx consistency,
 * 5xx completeness, 6xx language, 7xx safety. A code never changes its meaning.
 */
export type Code = `IVP${number}`;

/** `error` stops the build; `warning` and `note` don't. */
export type Severity = "error" | "warning" | "note";

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
}

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

/** Whether any of the diagnostics stops the build. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === "error");

/** Sorts by file, line and column, so that a report reads from top to bottom. Returns a new array. */
export const inReadingOrder = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  [...diagnostics].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );

// Not localeCompare: the order must not depend on the machine's locale.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
