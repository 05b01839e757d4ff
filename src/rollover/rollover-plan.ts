/** Writes the next plan in a folder of its own. */
import { examine } from "../check/examine.js";
import { ContentFolderError, type RawFile, readContentFolder } from "../content/index.js";
import { hasErrors } from "../diagnostics.js";
import { agree, capital, described } from "../dutch.js";
import { UsageError } from "../errors.js";
import { idOfYears, LONGEST_PLAN, type Model, type Years } from "../model/index.js";
import type { Purpose } from "../output/folders.js";
import { openOutput } from "../output/output.js";
import { dataOf, targetsBefore, withReferencesTo } from "./carried.js";
import { edited, placesWithYears } from "./changed-files.js";
import { editsForTown, planEdits } from "./next-plan.js";
import { editsFor, type Next } from "./next-programme.js";
import { bodyNamed, bodyOf, inOrder, type RolledOver, sourceOf, told, toldOnce, type Way } from "./rolled-over.js";
import { type Given, yearsOf } from "./years.js";

/**
 * Writes the next plan in a folder of its own, with a first programme made of the last one.
 * @param to the folder: new or empty
 */
export async function rolloverPlan(
  folder: string,
  id: string,
  given: Given,
  { to, dryRun = false }: Way & { readonly to: string },
): Promise<RolledOver> {
  const years = yearsOf(id, given);
  const there = await readContentFolder(to).catch((error: unknown) => {
    if (error instanceof ContentFolderError) return [];
    throw error;
  });
  if (there.length > 0)
    throw new UsageError(`In ${to} staan al bestanden. Er is niets gewijzigd.`, "Kies een nieuwe of lege map.");
  const files = await readContentFolder(folder);
  const report = examine(files);
  const { model } = report;
  if (!model || hasErrors(report.diagnostics)) return { report };
  const { terms } = model;
  const { period } = model.content.plan;
  if (years.from <= period.to)
    throw new UsageError(
      `${capital(agree("dit", terms.plan.brief))} loopt tot en met ${period.to}: ${agree("de", described("volgende", terms.plan.brief))} begint daarna.`,
      `Begin in ${period.to + 1} of later.`,
    );
  if (years.to - years.from >= LONGEST_PLAN)
    throw new UsageError(
      `${capital(agree("de", described("volgende", terms.plan.brief)))} zou ${years.to - years.from + 1} jaar duren; dat mag ten hoogste vier jaar (Politiewet 2012, artikel 38b).`,
      "Geef ten hoogste vier jaar.",
    );
  const council = model.content.plan.decision.body ?? bodyNamed(model, "raad");
  const latest = model.programmes.at(-1);
  const first = latest && firstProgramme(files, model, latest, years);
  // Amendments, decisions, what councils got to decide on and how actions went are of the plan that there was.
  const [behind, kept] = parted(files, ({ path }) =>
    /^(?:programmes|amendments|adopted|progress)\/|^council\.yaml$/.test(path),
  );
  const deciding = {
    body: council,
    told: toldOnce(model, {
      plan: files.filter(({ path }) => path === "plan.yaml").map((file) => dataOf(file).decision)[0],
      programme: latest && sourceOf(files, latest.id).source.decision,
    }),
  };
  const fresh = kept.map((file) => {
    if (file.path === "plan.yaml") return edited(file, planEdits(dataOf(file), id, years, council));
    if (file.path.startsWith("municipalities/")) return edited(file, editsForTown(dataOf(file), deciding));
    return file;
  });
  const made = [...fresh, ...(first ? [first.file] : [])];
  const all = inOrder(latest && first ? withReferencesTo(made, latest.id, first) : made);
  const result = examine(all);
  if (!dryRun) {
    const name = `de map voor ${agree("de", described("volgende", terms.plan.brief))}`;
    await write(to, all, { content: folder, purpose: { name, example: `content-${id}` } });
  }
  return {
    report: result,
    done: {
      files: all.map(({ path }) => path),
      ...(first && latest && { from: latest.shortTitle, programme: first.id }),
      ...(first ? told(first.edits) : { kept: 0, left: [], milestones: [] }),
      behind: behind.map(({ path }) => path).filter((path) => path !== `programmes/${latest?.id}.yaml`),
      look: placesWithYears(all, period),
      targets: all.flatMap((file) => targetsBefore(file, years.from)),
    },
  };
}

const parted = <T>(items: readonly T[], goes: (item: T) => boolean): [T[], T[]] => [
  items.filter(goes),
  items.filter((item) => !goes(item)),
];

/** The first programme of the next plan: as long as the last one of this plan. */
function firstProgramme(
  files: readonly RawFile[],
  model: Model,
  { id: last, period }: Model["programmes"][number],
  plan: Years,
) {
  const to = Math.min(plan.to, plan.from + period.to - period.from);
  const id = idOfYears({ from: plan.from, to });
  const { file, source } = sourceOf(files, last);
  const next: Next = { from: plan.from, to, id, body: bodyOf(model, source), continues: false };
  const edits = editsFor(source, next);
  return { id, edits, file: edited(file, edits.edits, `programmes/${id}.yaml`) };
}

/** Puts the next plan in its folder: all files or none. */
async function write(
  folder: string,
  files: readonly RawFile[],
  clearOf: { readonly content: string; readonly purpose: Purpose },
): Promise<void> {
  const output = await openOutput({ out: folder, ...clearOf });
  try {
    for (const file of files) await output.add(file);
    output.commit({ own: new Set() });
  } finally {
    output.close();
  }
}
