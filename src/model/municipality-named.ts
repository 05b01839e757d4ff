/** The municipality that someone means on the command line. */
import { suggestion } from "../dutch.js";
import { UsageError } from "../errors.js";

/** What a municipality is called. */
interface Called {
  readonly id: string;
  readonly title: string;
}

/** A word as it is compared with others: capitals and the way in which accents are written mean nothing. */
export const asTyped = (text: string): string => text.normalize("NFC").trim().toLowerCase();

/** The municipality with this id or name, if there is one. */
export const findMunicipality = <T extends Called>(all: readonly T[], asked: string): T | undefined =>
  all.find(({ id, title }) => [id, title].map(asTyped).includes(asTyped(asked)));

/** What municipalities can be called: by id, and by name where that is another word. */
export const namesOfAll = (all: readonly Called[]): string[] =>
  all.flatMap(({ id, title }) => (asTyped(title) === id ? [id] : [id, title]));

/** How a refusal says that there is no such municipality. */
interface Refusal {
  /** What was typed, where the name was taken out of it. */
  readonly typed?: string;
  /** What to do when it isn't clear which was meant. */
  readonly otherwise?: string;
}

const LOOK = "Kijk in de map municipalities welke gemeenten er zijn.";

/** That there is no municipality of that name, with the one that may have been meant. */
export const noMunicipality = (
  all: readonly Called[],
  asked: string,
  { typed = asked, otherwise = LOOK }: Refusal = {},
): UsageError => new UsageError(`Er is geen gemeente “${typed}”.`, suggestion(asked, namesOfAll(all), { otherwise }));

/**
 * The municipality with an id or a name.
 * @throws {UsageError} when there is none
 */
export function municipalityNamed<T extends Called>(all: readonly T[], asked: string, refusal?: Refusal): T {
  const found = findMunicipality(all, asked);
  if (!found) throw noMunicipality(all, asked, refusal);
  return found;
}
