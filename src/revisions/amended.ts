/** Why something changed, as amendments that were carried out have it: no git is needed for it. */
import type { Amendment } from "../content/index.js";
import type { Change, Version } from "../diff/index.js";
import { bodyName } from "../documents/wording.js";
import { day } from "../dutch.js";
import { broughtBetween, type Model } from "../model/index.js";

/** The amendments that explain a change between two versions, each as a sentence. */
export function amendedBetween(before: Version, after: Version): (change: Change) => readonly string[] {
  const brought = broughtBetween(before.loaded, after.loaded);
  return ({ was, is }) => {
    const own = brought.filter((one) => meets(one.was, was) || meets(one.is, is));
    return [...new Set(own.map(({ amendment }) => told(amendment, after.model)))];
  };
}

type Place = NonNullable<Change["was"]>;

/** Whether one of two places is the other, or stands within it. */
const meets = (a: Place | undefined, b: Place | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.file === b.file &&
  a.path.slice(0, b.path.length).every((step, depth) => step === b.path[depth]);

function told({ title, municipality, date, reference }: Amendment, model: Model | undefined): string {
  const town = model?.municipalities.find(({ id }) => id === municipality)?.title ?? municipality;
  const council = model ? bodyName(model, "raad", town) : `de raad van ${town}`;
  const facts = [
    ...(typeof date === "string" ? [day(date)] : []),
    ...(typeof reference === "string" ? [`kenmerk ${reference}`] : []),
  ];
  return `Amendement “${title}” van ${council}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}.`;
}
