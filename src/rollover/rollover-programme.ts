/** Writes the next programme beside those that there are. */
import { ivp } from "../called/index.js";
import { examine } from "../check/examine.js";
import { changeContent, type Decided, loadContent, type RawFile, readContentFolder } from "../content/index.js";
import { hasErrors } from "../diagnostics.js";
import { agree, described, period as yearsIn } from "../dutch.js";
import { UsageError } from "../errors.js";
import { fullId, type Meanings, meaningsAmong, type Years } from "../model/index.js";
import { dataOf } from "./carried.js";
import { clarified, edited, placesWithYears } from "./changed-files.js";
import { undecided } from "./next-plan.js";
import { editsFor } from "./next-programme.js";
import { bodyOf, inOrder, type RolledOver, sourceOf, told, toldOnce, type Way } from "./rolled-over.js";
import { type Given, yearsOf } from "./years.js";

/**
 * Writes the next programme of the same plan.
 * @throws {UsageError} when that can't be: the name or the years aren't right, or it is there already
 * @throws {ContentFolderError | EnvironmentError} when the folder can't be read or written
 */
export async function rolloverProgramme(
  folder: string,
  id: string,
  given: Given,
  { dryRun = false }: Way = {},
): Promise<RolledOver> {
  const years = yearsOf(id, given);
  if (dryRun) return nextProgramme(await readContentFolder(folder), id, years).result;
  return changeContent(folder, (files) => nextProgramme(files, id, years));
}

function nextProgramme(files: readonly RawFile[], id: string, years: Years): Decided<RolledOver> {
  const report = examine(files);
  const { model } = report;
  if (!model || hasErrors(report.diagnostics)) return { result: { report }, files: [] };
  const { terms } = model;
  const latest = model.programmes.at(-1);
  if (!latest)
    throw new UsageError(
      `Er is nog geen ${terms.programme.name} om op verder te gaan.`,
      "Schrijf het eerste in programmes/.",
    );
  const path = `programmes/${id}.yaml`;
  if (files.some((file) => file.path === path))
    throw new UsageError(
      `${path} is er al. Er is niets gewijzigd.`,
      "Kies andere jaren, of een andere naam met --from en --to.",
    );
  const { period } = model.content.plan;
  if (years.from < period.from || years.to > period.to)
    throw new UsageError(
      `${id} valt buiten de looptijd van ${agree("de", terms.plan.brief)} (${yearsIn(period)}).`,
      `Begin ${agree("de", described("volgende", terms.plan.brief))} met: ${ivp} rollover plan.`,
    );
  if (years.from <= latest.period.to)
    throw new UsageError(
      `${latest.shortTitle} loopt tot en met ${latest.period.to}: ${agree("de", described("volgende", terms.programme.brief))} begint daarna.`,
      `Begin in ${latest.period.to + 1} of later.`,
    );
  const { file, source } = sourceOf(files, latest.id);
  const edits = editsFor(source, { ...years, id, body: bodyOf(model, source), continues: true });
  const fresh = edited(file, edits.edits, path);
  const deciding = { body: bodyOf(model, source), told: toldOnce(model, { programme: source.decision }) };
  const towns = model.municipalities.flatMap((town) => {
    const own = files.find((one) => one.path === `municipalities/${town.id}.yaml`);
    const changes = own ? undecided(dataOf(own), id, deciding) : [];
    return own && changes.length > 0 ? [edited(own, changes)] : [];
  });
  const whole = [...files.filter((one) => !towns.some((town) => town.path === one.path)), ...towns, fresh];
  const changed = [...towns, fresh];
  const after = withClearReferences(files, whole, { old: file.path, fresh: path });
  for (const one of after) if (!changed.some((other) => other.path === one.path)) changed.push(one);
  const final = inOrder([...whole.filter((one) => !after.some((other) => other.path === one.path)), ...after]);
  const result = examine(final);
  if (hasErrors(result.diagnostics)) return { result: { report: result }, files: [] };
  const paths = changed.map((one) => one.path);
  return {
    result: {
      report: result,
      done: {
        files: paths.sort(),
        from: latest.shortTitle,
        programme: id,
        ...told(edits),
        behind: [],
        look: placesWithYears([...final.filter((one) => one.path === path)], latest.period),
        targets: [],
      },
    },
    files: final.filter((one) => paths.includes(one.path)),
  };
}

/** Files in which references would otherwise come to mean something else, changed so that they go on meaning what they mean. */
function withClearReferences(
  before: readonly RawFile[],
  after: readonly RawFile[],
  { old, fresh }: { old: string; fresh: string },
): RawFile[] {
  const [loaded, then] = [loadContent(before), loadContent(after)];
  const named = ({ definitions }: typeof loaded) =>
    definitions.map((definition) => ({ ...definition, file: definition.file.path }));
  const meanings = meaningsAmong(named(loaded));
  // The new programme began as the old one: what its texts don't mean of their own, is what they meant there.
  const now: Meanings = (kind, id, file) => meanings(kind, id, file === fresh ? old : file);
  const own = new Set(
    then.definitions.filter(({ file }) => file.path === fresh).map((thing) => `${fresh} ${fullId(thing)}`),
  );
  const edits = clarified(then.texts, now, meaningsAmong(named(then)), own);
  return after.flatMap((file) => {
    const changes = edits.get(file.path);
    return changes ? [edited(file, changes)] : [];
  });
}
