/** What is told with every change of a thing: what it is called, where it stands, whom it concerns. */
import { type Chapters, subjectOf } from "./chapters.js";
import type { Concerned } from "./concerned.js";
import type { Sides } from "./fields.js";
import { inTown, type Reader, titleOf } from "./reading.js";
import type { Thing } from "./things.js";
import type { Change } from "./types.js";

export type Things = ReadonlyMap<string, Thing>;

/** Two versions taken apart into things under the same keys, with what telling of them takes. */
export interface Pair {
  readonly was: Things;
  readonly is: Things;
  readonly sides: Sides;
  readonly chapters: Chapters;
  readonly concerned: Concerned;
}

export function about(
  thing: Thing,
  pair: Pair,
  reader: Reader = pair.sides.is,
): Pick<Change, "subject" | "chapter" | "municipalities"> {
  const subject = subjectOf(thing, reader);
  const title = titleOf(thing.value);
  return {
    // Within a section with a heading of its own, the heading tells more than the name of its form.
    subject: thing.parent || !title ? subject : { ...subject, title },
    chapter: pair.chapters.of(rootOf(thing, pair)).chapter,
    municipalities: pair.concerned.by(thing),
  };
}

/** How both versions read around a thing: in the file of a municipality, its own council decides. */
export function sidesOf(thing: Thing, pair: Pair): Sides {
  const { kind, value } = rootOf(thing, pair);
  const town = kind === "municipality" ? titleOf(value) : undefined;
  const { was, is, renamed } = pair.sides;
  return town ? { was: inTown(was, town), is: inTown(is, town), renamed } : pair.sides;
}

/** The thing at the top of the file in which a thing stands. */
export function rootOf(thing: Thing, pair: Pair): Thing {
  const parent = thing.parent && (pair.is.get(thing.parent) ?? pair.was.get(thing.parent));
  return parent ? rootOf(parent, pair) : thing;
}
