/** The content as it was decided on, out of the texts that are kept beside it: no git is needed for it. */
import { ivp } from "../called/index.js";
import { byPath, type RawFile } from "../content/index.js";
import type { Change } from "../diff/index.js";
import { agree, day, enumeration, firstOf, listed } from "../dutch.js";
import { UsageError } from "../errors.js";
import { GitProblem, lastAdopted, type Repository } from "../git/index.js";
import {
  filesOf,
  isApart,
  isOpen,
  type Model,
  municipalityNamed,
  type OwnDecision,
  otherImages,
  readSnapshot,
  type Snapshot,
  type Subject,
  subjectsOf,
  titleOf,
} from "../model/index.js";
import {
  adoptedBy,
  decisionAt,
  type FoundVersion,
  readVersion,
  type Sources,
  taggedVersion,
  versionOf,
} from "./version.js";

/** Since whose decision: that of a municipality by id or name, else the last on each document. */
export interface Since {
  readonly municipality?: string;
  /** Of which documents; without it, of all. */
  readonly only?: readonly Subject["kind"][];
}

/** What is to be said of how a version was found. */
export interface SinceNotes {
  readonly notes?: readonly string[];
}

/** A document with the decision by which it was adopted, and the text as it was then if that is kept. */
interface Kept {
  readonly subject: Subject;
  readonly by: OwnDecision;
  readonly snapshot?: Snapshot | undefined;
}

/**
 * The content as it was adopted: of each document the text on which was decided last, or on which one municipality decided. What
 * nobody adopted is as it is now.
 * @throws {UsageError} when nothing was adopted, there is no such municipality, or the content has errors
 * @throws {GitProblem} when no text is kept, and git can't tell either
 */
export async function sinceAdoption(
  { municipality, only }: Since,
  sources: Sources,
): Promise<FoundVersion & SinceNotes> {
  const now = await versionOf(undefined, sources);
  const { model } = now;
  if (!model)
    throw new UsageError(
      "De inhoud heeft fouten: wat is vastgesteld, is er niet uit af te lezen.",
      `Kijk met ${ivp} check wat er mis is.`,
    );
  const town = municipality === undefined ? undefined : municipalityNamed(model.municipalities, municipality);
  const subjects = subjectsOf(model).filter(({ kind }) => only === undefined || only.includes(kind));
  const all = subjects.flatMap((subject): Kept[] => {
    const by = adoptedBy(model, subject)
      .filter(({ municipality: { id } }) => town === undefined || id === town.id)
      .at(-1);
    const print = by?.decision.fingerprint;
    return by ? [{ subject, by, snapshot: print === undefined ? undefined : readSnapshot(print, model.adopted) }] : [];
  });
  if (all.length === 0)
    throw new UsageError(
      town ? `${town.title} heeft nog niets vastgesteld.` : "Er is nog niets vastgesteld.",
      `Leg een besluit vast met ${ivp} adopt, of noem een versie: ${ivp} diff v1.0.`,
    );
  const kept = all.filter(({ snapshot }) => snapshot !== undefined);
  if (kept.length === 0) return fromGit(all[0] as Kept, model, sources);
  const files = withSnapshots(now.files, kept);
  const [when, ...others] = new Set(kept.map(({ by }) => by.decision.date));
  const on = typeof when === "string" && others.length === 0 ? ` op ${day(when)}` : "";
  const name = town ? `wat ${town.title}${on} vaststelde` : "wat het laatst is vastgesteld";
  return { ...readVersion(name, files), notes: notesOn(all, model) };
}

/** The files as they are, with those of documents as they were. */
function withSnapshots(now: readonly RawFile[], kept: readonly Kept[]): RawFile[] {
  const named = now.map((file) => ({ ...file, file: file.path.normalize("NFC") }));
  const gone = new Set(kept.flatMap(({ subject }) => filesOf(subject, named).map(({ path }) => path)));
  const then = kept.flatMap(({ snapshot }) => snapshot?.files ?? []);
  return [...now.filter(({ path }) => !gone.has(path)), ...then].sort(byPath);
}

/** With what is compared, what isn't, and which images aren't kept. */
function notesOn(all: readonly Kept[], model: Model): string[] {
  const told = ({ subject, by }: Kept): string => `${titleOf(model, subject)} (${whose(by)})`;
  const missing = all.filter(({ snapshot }) => snapshot === undefined);
  const images = new Set(all.flatMap(({ snapshot }) => (snapshot ? otherImages(snapshot, model.assets) : [])));
  return [
    `Vergeleken is met: ${listed(all.filter(({ snapshot }) => snapshot !== undefined).map(told))}. De besluiten zelf staan niet in dit overzicht.`,
    ...(missing.length === 0
      ? []
      : [`Niet vergeleken, want waarover is besloten is niet opgeslagen: ${listed(missing.map(told))}.`]),
    ...(images.size === 0 ? [] : [`Anders dan toen, maar niet opgeslagen zoals het was: ${enumeration([...images])}.`]),
  ];
}

const whose = ({ municipality: { title }, decision: { date } }: OwnDecision): string =>
  [`besluit van ${title}`, ...(date === undefined || isOpen(date) ? [] : [day(date)])].join(", ");

/** The version in which a decision was written down: what git knows where no text is kept. */
async function fromGit({ subject, by }: Kept, model: Model, sources: Sources): Promise<FoundVersion & SinceNotes> {
  const { repository, content } = sources;
  const others = keptElsewhere(model);
  const commit = await lastAdopted(repositoryFor(by, others, repository), content, by.file, decisionAt(by.path));
  if (!commit)
    throw new UsageError(
      `Waarover ${by.municipality.title} besloot, is niet opgeslagen, en git weet het ook niet.`,
      `Noem de versie waarmee u wilt vergelijken: ${ivp} diff REVISIE.${others}`,
    );
  return {
    ...(await taggedVersion(commit, sources)),
    notes: [
      `Waarover is besloten, is niet opgeslagen. Vergeleken is met de versie waarin het besluit over ${agree("de", subject.kind === "plan" ? model.terms.plan.brief : model.terms[subject.kind])} in git kwam (${whose(by)}). De besluiten zelf staan niet in dit overzicht.`,
    ],
  };
}

/** What can be typed where the text of another council is kept; empty where none is. */
function keptElsewhere(model: Model): string {
  const towns = subjectsOf(model).flatMap((subject) =>
    adoptedBy(model, subject)
      .filter(({ decision: { fingerprint } }) => fingerprint !== undefined && readSnapshot(fingerprint, model.adopted))
      .map(({ municipality }) => municipality.id),
  );
  const ways = [...new Set(towns)].map((id) => `${ivp} diff --since adoption:${id}`);
  return ways.length === 0 ? "" : ` Wel opgeslagen is wat een andere gemeente vaststelde: ${firstOf(ways, 3)}.`;
}

/** @throws {UsageError} when there is no repository: then nobody knows what was decided on */
function repositoryFor({ municipality }: OwnDecision, others: string, repository: Sources["repository"]): Repository {
  try {
    return repository();
  } catch (problem) {
    if (!(problem instanceof GitProblem)) throw problem;
    throw new UsageError(
      `Waarover ${municipality.title} besloot, is niet opgeslagen: in adopted/ staat geen tekst bij dat besluit. Ook git kan het niet zeggen. ${problem.message}`,
      `Noem de map met wat is vastgesteld: ${ivp} diff MAP. Bij een volgend besluit slaat ivp adopt de tekst op.${others}`,
      { cause: problem },
    );
  }
}

/** Whether it is a decision that changed, or something else on which isn't decided, rather than what was. */
export const isUndecided = ({ was, is }: Change): boolean =>
  [was, is].some((place) => place !== undefined && isApart(place.path));
