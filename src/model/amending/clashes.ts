/** Amendments that want something else of the same part of the content. */
import { isDeepStrictEqual } from "node:util";
import type { Amendment, AmendmentChange, Loaded } from "../../content/index.js";
import type { Spot } from "./outcome.js";
import { spansOf } from "./texts.js";
import { spotsOf } from "./trial.js";

/** Two changes that can't both be made. */
export interface Clash {
  readonly own: { readonly amendment: Amendment; readonly index: number };
  readonly other: { readonly amendment: Amendment; readonly index: number };
}

/** Where amendments meet others; each pair is told from the side of the first. */
export function clashesOf(loaded: Loaded, own: Amendment, others: readonly Amendment[]): Clash[] {
  const spots = new Map<Amendment, ReturnType<typeof spotsOf>>();
  const spotsIn = (amendment: Amendment): ReturnType<typeof spotsOf> => {
    const known = spots.get(amendment) ?? (isApplied(amendment) ? [] : spotsOf(loaded, amendment));
    spots.set(amendment, known);
    return known;
  };
  return others.flatMap((other) =>
    own.changes.flatMap((change, index) =>
      other.changes.flatMap((against, at): Clash[] => {
        if (isSame(change, against)) return [];
        const [a, b] = [
          spotsIn(own).find((spot) => spot.index === index),
          spotsIn(other).find((spot) => spot.index === at),
        ];
        const meets = a && b ? meet(a, b, change, against) : sayOfTheSame(change, against);
        return meets ? [{ own: { amendment: own, index }, other: { amendment: other, index: at } }] : [];
      }),
    ),
  );
}

const isApplied = ({ applied }: Amendment): boolean => applied === "ja";

const isSame = (a: AmendmentChange, b: AmendmentChange): boolean =>
  isDeepStrictEqual([a.target, a.field, plain(a.old), plain(a.new)], [b.target, b.field, plain(b.old), plain(b.new)]);

const plain = (value: unknown): string => JSON.stringify(value ?? null).replace(/(?:\\n|\s)+/g, " ");

/** Whether two changes are about the same words or values. */
function meet(a: Spot, b: Spot, change: AmendmentChange, against: AmendmentChange): boolean {
  if (a.file !== b.file) return false;
  const [short, long] = a.path.length <= b.path.length ? [a, b] : [b, a];
  if (!short.path.every((step, depth) => step === long.path[depth])) return false;
  if (a.path.length !== b.path.length) return !short.adds;
  if (a.adds && b.adds) return idOf(change.new) !== undefined && idOf(change.new) === idOf(against.new);
  if (a.adds || b.adds) return false;
  return !a.span || !b.span || (a.span.from < b.span.to && b.span.from < a.span.to);
}

const idOf = (value: unknown): unknown => (value as { readonly id?: unknown } | null | undefined)?.id;

/** The same of changes of which one was made already, so that its place isn't there any more: by what they say that was there. */
function sayOfTheSame(a: AmendmentChange, b: AmendmentChange): boolean {
  if (a.target !== b.target) return false;
  if (a.field === undefined || b.field === undefined) return true;
  if (a.field !== b.field) return a.field.startsWith(`${b.field}.`) || b.field.startsWith(`${a.field}.`);
  if (a.old === undefined || b.old === undefined)
    return a.old === b.old && idOf(a.new) !== undefined && idOf(a.new) === idOf(b.new);
  if (typeof a.old !== "string" || typeof b.old !== "string") return isDeepStrictEqual(a.old, b.old);
  return spansOf(a.old, b.old).length > 0 || spansOf(b.old, a.old).length > 0;
}
