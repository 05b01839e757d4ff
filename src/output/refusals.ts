/** What an output folder refuses, in words. */
import { dirname, join } from "node:path";
import { firstOf, one } from "../dutch.js";
import { EnvironmentError, UsageError } from "../errors.js";
import { reasonOf } from "../system-reasons.js";
import { realPathOf } from "./folders.js";
import { isThere } from "./journal.js";

/** Files that someone else put there aren't replaced. */
export function refuseForeign(folder: string, out: string, paths: readonly string[], own: ReadonlySet<string>): void {
  const foreign = paths.filter((path) => !own.has(path) && isThere(join(folder, path)));
  if (foreign.length === 0) return;
  throw new UsageError(
    `In ${out} ${one(foreign.length, "staat een bestand dat", "staan bestanden die")} ivp niet heeft gemaakt: ${firstOf(foreign, SHOWN)}. Er is niets gewijzigd.`,
    "Kies een andere map, of laat ivp ze vervangen met --force.",
  );
}

/** A link in the folder may lead out of it. */
export function refuseOutside(folder: string, out: string, paths: readonly string[]): void {
  for (const path of paths) {
    const place = realPathOf(dirname(join(folder, path)));
    if (place !== folder && !place.startsWith(join(folder, "/")))
      throw new UsageError(
        `${join(out, dirname(path))} is een link naar een map daarbuiten (${place}). Er is niets gewijzigd.`,
        "Haal de link weg, of kies een andere map.",
      );
  }
}

const SHOWN = 5;

const because = (cause: unknown): string => (cause === undefined ? "" : `: ${reasonOf(cause)}`);

export const unwritable = (out: string, cause: unknown): EnvironmentError =>
  new EnvironmentError(
    `De map “${out}” is niet te beschrijven${because(cause)}.`,
    "Controleer of u er mag schrijven en of de schijf vol is.",
    { cause },
  );

export const refusal = (out: string, path: string, lost: readonly string[], cause: unknown): EnvironmentError =>
  new EnvironmentError(
    `Het bestand ${join(out, path)} is niet te vervangen${because(cause)}.`,
    lost.length === 0
      ? `De map ${out} is niet gewijzigd. Sluit het bestand als het ergens open staat, en controleer of u het mag wijzigen.`
      : `Sluit het bestand en voer de opdracht opnieuw uit: ook dit is nog niet teruggezet: ${lost.join(", ")}.`,
    { cause },
  );
