/** Values that come, go and change. */
import { isDeepStrictEqual } from "node:util";
import { type AmendmentChange, type Edit, meantIn, type Schema } from "../../content/index.js";
import { withTexts } from "../data.js";
import type { Draft, DraftPlace } from "./draft.js";
import { formsOf, inside } from "./fields.js";
import { drifted, fail, type Spot, type Step } from "./outcome.js";
import { replaced, sameText, spansOf, without } from "./texts.js";
import { indexOf } from "./walked.js";

/** Something that comes where nothing stood, or behind what is in a list. */
export function adding(
  draft: Draft,
  change: AmendmentChange,
  at: DraftPlace,
  value: unknown,
  schema: Schema,
  around: Schema,
): Step {
  const { new: fresh } = change;
  const list = formsOf(schema).some(({ type }) => type === "array");
  if (value === undefined) {
    const put = list && !Array.isArray(fresh) ? [fresh] : fresh;
    return { edit: { do: "add", path: at.path, value: put, ...before(draft, at, around) }, file: at.file, spot: at };
  }
  if (!Array.isArray(value)) {
    if (equal(schema, value, fresh)) return { already: true, spot: at };
    return fail(
      "text",
      "new",
      "Hier staat al iets anders.",
      "Zet bij old wat er nu staat, zodat duidelijk is wat er wijzigt.",
      value,
    );
  }
  if (Array.isArray(fresh) || !list)
    return fail(
      "form",
      "new",
      "Aan een lijst komt met een wijziging één punt toe.",
      "Maak er een wijziging per punt van, of zet bij old de hele lijst.",
    );
  const items = inside(schema, 0)?.schema ?? {};
  const id = (fresh as { readonly id?: unknown } | null)?.id;
  const same = value.findIndex((item: unknown) => equal(items, item, fresh));
  if (same >= 0) return { already: true, spot: { file: at.file, path: [...at.path, same] } };
  if (typeof id === "string" && value.some((item: { readonly id?: unknown } | null) => item?.id === id))
    return fail(
      "text",
      "new",
      `Er staat al een punt “${id}”, en het is anders.`,
      "Geef het nieuwe punt een andere sleutelnaam, of wijzig het punt dat er is.",
    );
  const index =
    change.after === undefined ? value.length - 1 : change.after === "0" ? -1 : indexOf(value, items, change.after);
  if (index === undefined)
    return fail(
      "text",
      "after",
      `In de lijst staat geen punt “${change.after}”.`,
      "Noem bij after de sleutelnaam of het nummer van een punt dat er is.",
    );
  return {
    edit: { do: "add", path: [...at.path, index + 1], value: fresh },
    file: at.file,
    spot: { ...at, adds: true },
  };
}

/** The key behind which a new one comes, in the order of the schema. */
function before(draft: Draft, { file, path }: DraftPlace, around: Schema): { readonly after?: string } {
  const holder = draft.at({ file, path: path.slice(0, -1) }) as Readonly<Record<string, unknown>>;
  const keys = formsOf(around).flatMap(({ properties = {} }) => Object.keys(properties));
  const after = keys.slice(0, keys.indexOf(String(path.at(-1)))).findLast((key) => Object.hasOwn(holder, key));
  return after === undefined ? {} : { after };
}

/** What comes in the place of what stands there, or of a piece of it; without anything new it goes. */
export function replacing(change: AmendmentChange, at: DraftPlace, value: unknown, schema: Schema): Step {
  const { old, new: fresh } = change;
  const { file, path } = at;
  if (typeof value === "string" && typeof old === "string" && isText(schema) && typeof (fresh ?? "") === "string")
    return replacingText(change, at, value);
  if (equal(schema, value, old)) {
    const edit: Edit = fresh === undefined ? { do: "remove", path } : { do: "set", path, value: fresh };
    return { edit, file, spot: at };
  }
  if (Array.isArray(value) && !Array.isArray(old)) return inList(change, at, value, inside(schema, 0)?.schema ?? {});
  return notThere(change, value, fresh !== undefined && equal(schema, value, fresh), at);
}

/** Whether a value is words, of which a piece can change. */
const isText = (schema: Schema): boolean =>
  formsOf(schema).some((form) => form.type === "string" && !form["x-refers"] && !form.enum);

function replacingText(change: AmendmentChange, at: DraftPlace, value: string): Step {
  const { old, new: fresh } = change;
  const [piece, put] = [String(old), fresh === undefined ? undefined : String(fresh)];
  const [span, ...others] = spansOf(value, piece);
  // What is put beside what stands there, holds that as well: once it is there, it isn't put there again.
  const there = put === undefined || sameText(put, piece) ? [] : spansOf(value, put);
  if (span && there.some(({ from, to }) => from <= span.from && span.to <= to)) return { already: true, spot: at };
  if (!span) return notThere(change, value, put !== undefined && spansOf(value, put).length === 1, at);
  if (others.length > 0)
    return fail(
      "text",
      "old",
      `Dit staat er ${others.length + 1} keer: het is niet te zeggen welke wijzigt.`,
      "Neem in old meer van de tekst eromheen op, en in new ook.",
      value,
    );
  const text = put === undefined ? without(value, span) : replaced(value, span, put);
  const edit: Edit = text.trim() === "" ? { do: "remove", path: at.path } : { do: "set", path: at.path, value: text };
  return { edit, file: at.file, spot: sameText(value, piece) ? at : { ...at, span } };
}

/** An item of a list, found by what it says. */
function inList(change: AmendmentChange, at: DraftPlace, items: readonly unknown[], schema: Schema): Step {
  const { old, new: fresh } = change;
  const holds = (item: unknown): boolean =>
    equal(schema, item, old) || (typeof item === "string" && typeof old === "string" && spansOf(item, old).length > 0);
  const same = items.flatMap((item, index) => (equal(schema, item, old) ? [index] : []));
  const all = same.length > 0 ? same : items.flatMap((item, index) => (holds(item) ? [index] : []));
  const [index] = all;
  if (index === undefined)
    return notThere(change, items, fresh !== undefined && items.some((item) => equal(schema, item, fresh)), at);
  if (all.length > 1)
    return fail(
      "text",
      "old",
      `Dit staat in ${all.length} punten van de lijst.`,
      "Neem in old de tekst van het hele punt op.",
      items,
    );
  return replacing(change, { file: at.file, path: [...at.path, index] }, items[index], schema);
}

/** Says that what should stand there doesn't; or that what should come is there already. */
function notThere({ old, new: fresh }: AmendmentChange, now: unknown, already: boolean, spot: Spot): Step {
  if (already && !isDeepStrictEqual(old, fresh)) return { already: true, spot };
  return fail("text", "old", "De tekst die wijzigt, staat er niet meer zo.", drifted, now);
}

/** Whether two values say the same: spaces around texts and other words for the same thing aside. */
export function equal(schema: Schema, a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(plain(meantIn(schema, a)), plain(meantIn(schema, b)));
}

const plain = (value: unknown): unknown => withTexts(value, (text) => text.trim().replace(/\s+/g, " "));
