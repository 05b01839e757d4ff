/**
 * The one record for every problem that a stage finds, from broken YAML to a reference to nothing.
 * A leaf: every stage may import it and it imports nothing.
 */

/**
 * Every code that `ivp` can report, with the rule in one sentence (Dutch: users read it).
 * The hundreds tell the kind: 1xx YAML and files, 2xx schema, 3xx references, 4xx consistency,
 * 5xx completeness, 6xx language, 7xx safety. A code never changes its meaning.
 */
export const rules = {
  IVP101: "Een bestand is geldige YAML.",
  IVP102: "Een sleutel staat één keer in hetzelfde blok.",
  IVP103: "Een bestand is tekst in UTF-8.",
  IVP104: "Elk verplicht bestand bestaat.",
  IVP105: "Een bestand gebruikt geen ankers en aliassen (&naam, *naam).",
  IVP106: "Een bestand is niet te groot en niet te diep genest.",
  IVP107: "Een bestand in de inhoudsmap hoort bij de inhoud.",
  IVP201: "Een blok heeft alleen sleutels die het schema kent.",
  IVP202: "Elke verplichte sleutel is ingevuld.",
  IVP203: "Een waarde heeft de goede soort.",
  IVP204: "Een waarde past bij de vorm die het schema vraagt.",
  IVP205: "De naam van een bestand is het kenmerk dat erin staat.",
  IVP301: "Een verwijzing wijst naar iets dat bestaat.",
  IVP302: "Een kenmerk is uniek binnen zijn soort.",
  IVP303: "Een verwijzing heeft de vorm [[soort:kenmerk]].",
  IVP501: "Elke maatregel heeft ten minste één actie.",
  IVP502: "Elke actie voert een maatregel of een lokaal thema uit.",
  IVP503: "Elk lokaal thema van een gemeente heeft een actie waaraan die gemeente meedoet.",
  IVP504: "Een prioriteit, paragraaf of gemeente die in een bestand staat, staat ook in het plan.",
  IVP505: "Een periode of planning is een geldige reeks binnen de looptijd.",
  IVP701: "Een plaatje staat in de inhoudsmap en is PNG of JPEG.",
  IVP702: "Tekst bevat geen HTML.",
  IVP703: "Een link gaat naar een webadres, een e-mailadres of een plek in het document.",
  IVP704: "Een plaatje heeft een tekst die zegt wat erop staat.",
} as const;

export type Code = keyof typeof rules;

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

export interface Diagnostic extends Place {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong here, in Dutch. */
  readonly message: string;
  /** How to mend it, in Dutch. */
  readonly hint?: string;
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
