/** What rolling over gives, and what the next programme and the next plan have in common. */
import type { Examined } from "../check/examine.js";
import { byPath, type Programme, type RawFile } from "../content/index.js";
import type { Model } from "../model/index.js";
import { dataOf } from "./carried.js";
import type { Places } from "./changed-files.js";
import type { Edits } from "./next-programme.js";

/** What was written, and what is left for the user to do. */
export interface RolledOver {
  /** What came of the check: of the content as it is when that has errors, else as it would be. */
  readonly report: Examined;
  /** Missing when nothing was written. */
  readonly done?: {
    readonly files: readonly string[];
    /** The programme that was carried on. */
    readonly from?: string;
    readonly programme?: string;
    readonly kept: number;
    /** Titles of actions that are finished or lapsed, and of milestones that are over. */
    readonly left: readonly string[];
    readonly milestones: readonly string[];
    /** Files that are of the plan that there was, and no part of the next one. */
    readonly behind: readonly string[];
    /** Where texts name the old years. */
    readonly look: readonly Places[];
    /** Targets for years before the next plan. */
    readonly targets: readonly { readonly file: string; readonly years: readonly number[] }[];
  };
}

/** How it is done. */
export interface Way {
  /** Whether nothing is written: only what would come of it is told. */
  readonly dryRun?: boolean;
}

/** What became of what stood in the programme before. */
export const told = ({ kept, left, milestones }: Edits) => ({
  kept: kept.length,
  left: left.map(({ title, status }) => `${title} (${status})`),
  milestones,
});

export function sourceOf(files: readonly RawFile[], id: string): { file: RawFile; source: Programme } {
  const file = files.find(({ path }) => path === `programmes/${id}.yaml`);
  if (!file) throw new Error(`no file of ${id}`);
  return { file, source: dataOf(file) as unknown as Programme };
}

/** Who decides on the programme: as it says, else the boards. */
export const bodyOf = (model: Model, { decision }: Programme): string => decision?.body ?? bodyNamed(model, "college");

/** The body with an id, or the first that there is. */
export function bodyNamed({ content }: Model, id: string): string {
  const { bodies } = content.governance;
  return (bodies.find((body) => body.id === id) ?? bodies[0])?.id ?? id;
}

/**
 * On what the only municipality needs no open decision of its own, because the document has one: with one municipality these are the same.
 * @param decisions what the files of the documents say of them
 */
export const toldOnce = ({ municipalities }: Model, decisions: Partial<Record<"plan" | "programme", unknown>>) =>
  new Set(
    (["plan", "programme"] as const).filter((key) => municipalities.length === 1 && decisions[key] !== undefined),
  );

/** Files as a folder is read. */
export const inOrder = (files: readonly RawFile[]): RawFile[] => [...files].sort(byPath);
