/** What an amendment would do, in the words that readers get, before any markup: the terminal, Markdown and JSON tell the same. */
import type { AmendmentValue } from "../content/index.js";
import { type Diagnostic, severityNames } from "../diagnostics.js";
import type { ToldAmendment } from "../documents/amendment/telling.js";
import { theWholePlan } from "../documents/wording.js";
import { agree, capital, counted, enumeration, listed, one } from "../dutch.js";
import type { Clash, Model, TrialProblem } from "../model/index.js";
import type { MoneyShift } from "./money.js";
import type { Preview } from "./preview.js";
import type { Shift } from "./shifts.js";
import { fileOf, type Source } from "./source.js";

/** A heading with lines under it; of each line, what stands further in belongs to it. */
export interface ToldSection {
  readonly title: string;
  readonly lines: readonly (string | { readonly text: string; readonly under: readonly string[] })[];
}

export interface ToldPreview {
  readonly title: string;
  readonly facts: string;
  readonly amendment: ToldAmendment;
  readonly sections: readonly ToldSection[];
}

/** A document that would change, with the pages on which it does now, where these are known. */
export interface TouchedByAmendment {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly pages: readonly number[];
}

/** Tells a preview. Pure. */
export function tellPreview(preview: Preview): ToldPreview {
  const { source, told, trial, money, shifts, broken, findings, clashes } = preview;
  const { whole, model } = source;
  const town = model.targets.get(`municipality:${whole.municipality}`)?.title ?? whole.municipality;
  // What can't be linked can't be compared either: then nothing is said of it.
  const ifCompared = (none: string): string =>
    preview.comparison.after.model ? none : "Niet te zeggen: de inhoud zou fouten hebben.";
  const sections: ToldSection[] = [
    ...(trial.problems.length > 0 ? [tellProblems(source, trial.problems)] : []),
    ...(trial.already.length > 0 && whole.applied !== "ja" ? [tellAlready(trial.already)] : []),
    section("Welke documenten veranderen", tellDocuments(touched(preview)), ifCompared("Geen document verandert.")),
    section(
      "Geld",
      money.map((shift) => tellMoney(shift, model)),
      ifCompared("Er verandert geen bedrag."),
    ),
    section(
      "Prioriteiten, maatregelen en acties",
      shifts.map(tellShift),
      ifCompared("Geen prioriteit, maatregel of actie krijgt er iets bij of verliest iets."),
    ),
    section("Verwijzingen die breken", broken.map(tellFinding), "Geen verwijzing breekt."),
    section("Nieuwe meldingen van ivp check", findings.map(tellFinding), "Er komt geen melding bij."),
    section(
      "Andere amendementen op dezelfde tekst",
      clashes.map((clash) => tellClash(clash, source)),
      "Geen ander amendement raakt dezelfde tekst.",
    ),
    ...(told.missing.length > 0 ? [{ title: "Wat nog ontbreekt", lines: told.missing }] : []),
  ];
  return {
    title: `Amendement: ${whole.title}`,
    facts: [
      `gemeente ${town}`,
      whole.state,
      ...(whole.applied === "ja" ? ["verwerkt"] : []),
      whole.scope === "plan" ? `voor ${theWholePlan(model)}` : `alleen voor ${town}`,
    ].join(", "),
    amendment: told,
    sections,
  };
}

const section = (title: string, lines: ToldSection["lines"], none: string): ToldSection => ({
  title,
  lines: lines.length > 0 ? lines : [none],
});

/** The three texts of what can't be carried out: what was thought to stand there, what does, and what would come. */
export function tellProblems({ amendment }: Source, problems: readonly TrialProblem[]): ToldSection {
  return {
    title: "Dit kan zo niet worden uitgevoerd",
    lines: problems.map(({ index, key, message, hint, now }) => {
      const { old, new: fresh } = amendment.changes[index] ?? {};
      return {
        text: `Wijziging ${index + 1} (${key}): ${message}`,
        under: [
          ...(old === undefined ? [] : [`Het amendement gaat uit van: ${asText(old)}`]),
          ...(now === undefined ? [] : [`Er staat nu: ${asText(now)}`]),
          ...(fresh === undefined ? [] : [`Het zou worden: ${asText(fresh)}`]),
          hint,
        ],
      };
    }),
  };
}

const asText = (value: AmendmentValue | unknown): string =>
  (typeof value === "string" ? value : JSON.stringify(value)).trim().replace(/\s+/g, " ");

const tellAlready = (already: readonly number[]): ToldSection => ({
  title: "Staat er al zo",
  lines: [
    `${capital(one(already.length, "wijziging", "wijzigingen"))} ${enumeration(already.map((index) => String(index + 1)))}`,
  ],
});

/** The documents that show the changes. A deviation shows in the annex alone. */
export function touched({ source, comparison }: Preview): TouchedByAmendment[] {
  const { whole, model } = source;
  if (whole.scope === "afwijking") {
    const town = model.targets.get(`municipality:${whole.municipality}`)?.title ?? whole.municipality;
    return [{ id: whole.municipality, title: `${capital(model.terms.annex.name)} ${town}`, path: "", pages: [] }];
  }
  const found = new Map<string, { id: string; title: string; path: string; pages: Set<number> }>();
  for (const { documents } of comparison.changes)
    for (const { document, pages } of documents) {
      if (document.kind === "amendment") continue;
      const one = found.get(document.id) ?? {
        id: document.id,
        title: document.title,
        path: document.path,
        pages: new Set(),
      };
      found.set(document.id, one);
      for (const page of pages) one.pages.add(page);
    }
  return [...found.values()].map((one) => ({ ...one, pages: [...one.pages].sort((a, b) => a - b) }));
}

const tellDocuments = (documents: readonly TouchedByAmendment[]): string[] =>
  documents.map(({ title, pages }) =>
    pages.length === 0
      ? title
      : `${title}, ${one(pages.length, "bladzijde", "bladzijden")} ${enumeration(pages.map(String))}`,
  );

const sums: Readonly<Record<MoneyShift["what"], string>> = {
  actions: "acties",
  developments: "ontwikkelingen",
  contributions: "bijdragen",
};

function tellMoney({ municipality, year, what, before, after }: MoneyShift, { municipalities }: Model): string {
  const who = municipality ?? (municipalities.length > 1 ? "Niet verdeeld over gemeenten" : undefined);
  return `${capital([...(who === undefined ? [] : [who]), sums[what]].join(", "))}, ${year ?? "per jaar"}: was ${before}, wordt ${after}`;
}

const plurals: Readonly<Record<Shift["of"], string>> = {
  actie: "acties",
  maatregel: "maatregelen",
  gemeente: "gemeenten",
  partner: "partners",
};

const tellShift = ({ what, of, gains, loses }: Shift): string =>
  `${what}: ${[
    ...(gains.length > 0 ? [`krijgt ${counted(gains.length, of, plurals[of])} erbij (${listed(gains)})`] : []),
    ...(loses.length > 0 ? [`verliest ${counted(loses.length, of, plurals[of])} (${listed(loses)})`] : []),
  ].join("; ")}`;

const tellFinding = ({ file, line, column, severity, code, message, hint }: Diagnostic) => ({
  text: `${file}:${line}:${column} ${severityNames[severity][0]} ${code} ${message}`,
  under: hint === undefined ? [] : [hint],
});

export function tellClash({ own, other }: Clash, { model }: Source) {
  const { amendment, index } = other;
  const town = model.targets.get(`municipality:${amendment.municipality}`)?.title ?? amendment.municipality;
  const change = amendment.changes[index];
  const wants = change?.new === undefined ? "laat die vervallen" : `wil daar: ${asText(change.new)}`;
  const only = amendment.scope === "afwijking" ? `, alleen voor ${town}` : "";
  return {
    text: `Wijziging ${own.index + 1} raakt dezelfde tekst als ${agree("dat", { name: "amendement", article: "het", plural: "amendementen" })} van ${town}: “${amendment.title}” (${fileOf(amendment)}, wijziging ${index + 1}, ${amendment.state ?? "ingediend"}${only})`,
    under: [`${town} ${wants}`],
  };
}
