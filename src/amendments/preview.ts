/** What an amendment would do. Nothing is written. */
import { examine } from "../check/examine.js";
import { loadContent, type RawFile } from "../content/index.js";
import type { Diagnostic, Report } from "../diagnostics.js";
import { type Comparison, diff, type ExplainedChange, touchedBy, type VersionInfo } from "../diff/index.js";
import { type ToldAmendment, tellAmendment } from "../documents/amendment/telling.js";
import { type Clash, clashesOf, type Trial, tryAmendment } from "../model/index.js";
import { reference } from "../model/rules/reference.js";
import type { PagesOf } from "../revisions/compare.js";
import { type MoneyShift, moneyShifts } from "./money.js";
import { type Shift, shifts } from "./shifts.js";
import { fileOf, marked, readSource, type Source, withTexts } from "./source.js";

export interface Preview {
  readonly source: Source;
  readonly told: ToldAmendment;
  readonly trial: Trial;
  /** Between the content and the content with the amendment; without what changes in the amendment's own file. */
  readonly comparison: Comparison;
  readonly money: readonly MoneyShift[];
  readonly shifts: readonly Shift[];
  /** References that would lead nowhere. */
  readonly broken: readonly Diagnostic[];
  /** What `check` would tell besides, and doesn't tell now. */
  readonly findings: readonly Diagnostic[];
  /** Where the places of these can be read: in the content as it would be. */
  readonly sourceOf: Report["sourceOf"];
  readonly clashes: readonly Clash[];
}

/**
 * Finds out what an amendment would do.
 * @param pages finds the pages of documents that were made of these files
 * @returns only what was found wrong, when the content has errors
 * @throws {UsageError} when there is no such amendment
 */
export async function previewAmendment(
  folder: string,
  id: string,
  pages: (files: readonly RawFile[]) => Promise<PagesOf>,
): Promise<Preview | { readonly report: Report }> {
  const source = await readSource(folder, id);
  if (!("amendment" in source)) return source;
  const { loaded, model, amendment, whole, texts } = source;
  // What is carried out already has nothing left to do.
  const trial: Trial =
    whole.applied === "ja" ? { texts: new Map(), already: [], problems: [] } : tryAmendment(loaded, amendment, texts);
  const after = outcome(source, whole.scope === "plan" ? trial : undefined);
  const versions = { before: version("de inhoud zoals zij nu is"), after: version("met het amendement") };
  const before = { ...versions.before, loaded, model };
  const then = { ...versions.after, loaded: after.loaded, ...(after.report.model && { model: after.report.model }) };
  const own = fileOf(amendment);
  const changes = diff(before, then).filter(({ is, was }) => (is ?? was)?.file !== own);
  const touches = touchedBy(changes, model, then.model);
  const find = await pages(source.files);
  const fresh = newFindings(source.report.diagnostics, after.report.diagnostics, own);
  const others = (loaded.content?.amendments ?? []).filter(
    (other) => other.id !== id && (other.state === undefined || /^(ingediend|aangenomen)$/.test(other.state)),
  );
  return {
    source,
    told: tellAmendment(model, whole),
    trial,
    comparison: {
      before,
      after: then,
      changes: changes.map(
        (change): ExplainedChange => ({
          ...change,
          reason: amendment.reason?.trim() ?? `Amendement “${amendment.title}”`,
          documents: (touches.get(change) ?? []).map((touch) => ({
            ...touch,
            pages: find({ ...touch, side: "after" }),
          })),
        }),
      ),
      notes: [],
    },
    money: then.model ? moneyShifts(model, then.model) : [],
    shifts: then.model ? shifts(model, then.model) : [],
    broken: fresh.filter(({ code }) => code === reference.code),
    findings: fresh.filter(({ code }) => code !== reference.code),
    sourceOf: after.report.sourceOf,
    clashes: clashesOf(loaded, amendment, others),
  };
}

const version = (name: string): VersionInfo => ({ name, problems: [] });

/** The content as it would be. */
export function outcome(source: Source, trial: Trial | undefined) {
  const texts = new Map([
    ...(trial?.texts ?? []),
    [fileOf(source.amendment), marked(source, { state: "aangenomen", applied: "ja" })] as const,
  ]);
  const files = withTexts(source.files, texts);
  return { files, texts, loaded: loadContent(files), report: examine(files) };
}

/** What is told of the new content and wasn't of the old: lines move and numbers shift, what a finding is about doesn't. */
export function newFindings(before: readonly Diagnostic[], after: readonly Diagnostic[], own: string): Diagnostic[] {
  const known = new Map<string, number>();
  const keyOf = ({ code, file, subject, message }: Diagnostic): string => [code, file, subject ?? message].join("\n");
  for (const one of before) known.set(keyOf(one), (known.get(keyOf(one)) ?? 0) + 1);
  return after.filter((one) => {
    const left = known.get(keyOf(one)) ?? 0;
    known.set(keyOf(one), left - 1);
    return left <= 0 && one.file !== own;
  });
}
