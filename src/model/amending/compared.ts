/** Two versions of the data of a file as changes of an amendment. What they can't express is caught by who carries them out. */
import { isDeepStrictEqual } from "node:util";
import { diffArrays } from "diff";
import { type AmendmentChange, type AmendmentValue, expand, partOfFile, type Schema } from "../../content/index.js";
import { isRecord } from "../data.js";
import { fullId } from "../scope.js";
import { isOpen } from "../types.js";
import { inside } from "./fields.js";
import { replaced, spansOf, without } from "./texts.js";

/** Where values stand: in which thing, and under which keys of it. */
interface Spot {
  readonly target: string;
  readonly field: readonly string[];
  /** The id of the file's own thing, within which ids of others may be unique. */
  readonly within: string;
}

/** The changes that make of the data of a content file other data. Pure. */
export function changesIn(file: string, old: unknown, fresh: unknown): AmendmentChange[] {
  const part = partOfFile(file);
  if (!part) return [];
  const schema = expand({ $ref: part.schema });
  const id = String(((old ?? fresh) as { readonly id?: unknown } | null)?.id ?? "");
  const target = part.folder === undefined ? file.replace(/\.yaml$/, "") : `${schema["x-defines"]}:${id}`;
  return changesBetween(old, fresh, schema, { target, field: [], within: id });
}

function changesBetween(old: unknown, fresh: unknown, schema: Schema, spot: Spot): AmendmentChange[] {
  if (isDeepStrictEqual(old, fresh)) return [];
  const whole = (): AmendmentChange[] => [
    {
      ...at(spot),
      ...(old !== undefined && { old: old as AmendmentValue }),
      ...(fresh !== undefined && { new: fresh as AmendmentValue }),
    },
  ];
  if (Array.isArray(old) && Array.isArray(fresh))
    return lists(old, fresh, inside(schema, 0)?.schema ?? {}, spot) ?? whole();
  if (isRecord(old) && isRecord(fresh) && !isOpen(old) && !isOpen(fresh))
    return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((key) =>
      changesBetween(old[key], fresh[key], inside(schema, key)?.schema ?? {}, { ...spot, field: [...spot.field, key] }),
    );
  if (typeof old === "string" && typeof fresh === "string") return sentences(old, fresh, spot) ?? whole();
  return whole();
}

const at = ({ target, field }: Spot) => ({ target, ...(field.length > 0 && { field: field.join(".") }) });

/** The lines that differ, each stretch by itself; nothing where a stretch can't be told from another. */
function sentences(old: string, fresh: string, spot: Spot): AmendmentChange[] | undefined {
  if (!old.trim().includes("\n") && !fresh.trim().includes("\n")) return undefined;
  const changes: AmendmentChange[] = [];
  let text = old;
  for (const part of stretches(old, fresh)) {
    const [span, ...others] = part ? spansOf(text, part.old) : [];
    if (!part || !span || others.length > 0) return undefined;
    text = part.new === undefined ? without(text, span) : replaced(text, span, part.new);
    changes.push({ ...at(spot), ...part });
  }
  return text.trimEnd() === fresh.trimEnd() ? changes : undefined;
}

/** Every stretch of lines in which two texts differ, as what was and what comes. */
function stretches(old: string, fresh: string): (Stretch | undefined)[] {
  const parts = diffArrays(old.trimEnd().split("\n"), fresh.trimEnd().split("\n"));
  return parts.flatMap((part, index) => {
    const [before, next] = [parts[index - 1], parts[index + 1]];
    if (part.removed) {
      const come = next?.added ? next.value : [];
      return [stretch(part.value, come, before?.value.at(-1), (next?.added ? parts[index + 2] : next)?.value[0])];
    }
    return part.added && !before?.removed ? [stretch([], part.value, before?.value.at(-1), next?.value[0])] : [];
  });
}

interface Stretch {
  readonly old: string;
  readonly new?: string;
}

/** Lines that go and come; what only comes is told with a line beside it. */
function stretch(
  gone: readonly string[],
  come: readonly string[],
  above?: string,
  below?: string,
): Stretch | undefined {
  const [was, is] = [gone.join("\n").trim(), come.join("\n").replace(/\n+$/, "")];
  if (was !== "") return is.trim() === "" ? { old: was } : { old: was, new: is.trim() };
  if (above?.trim()) return { old: above.trim(), new: `${above.trim()}\n${is}` };
  return below?.trim() ? { old: below.trim(), new: `${come.join("\n")}\n${below.trim()}`.trim() } : undefined;
}

/** Items of a list that came, went and changed; nothing where they can't be told apart. */
function lists(
  old: readonly unknown[],
  fresh: readonly unknown[],
  schema: Schema,
  spot: Spot,
): AmendmentChange[] | undefined {
  if (old.length === 0 || fresh.length === 0)
    return old.length === fresh.length ? [] : emptied(old, fresh, schema, spot);
  const name = (item: unknown): string | undefined => nameOf(item, schema);
  const [was, is] = [old.map(name), fresh.map(name)];
  if ([was, is].some((names) => names.includes(undefined) || new Set(names).size < names.length)) return undefined;
  const kept = was.filter((one) => is.includes(one));
  if (
    !isDeepStrictEqual(
      kept,
      is.filter((one) => was.includes(one)),
    )
  )
    return undefined;
  return [
    ...old.flatMap((item, index) => (is.includes(was[index]) ? [] : [goneItem(item, schema, spot)])),
    ...fresh.flatMap((item, index): AmendmentChange[] => {
      const before = was.indexOf(is[index]);
      if (before < 0)
        return [
          {
            ...at(spot),
            new: item as AmendmentValue,
            after: isRecord(item) && index > 0 ? String(is[index - 1]) : String(index),
          },
        ];
      return changesBetween(old[before], item, schema, itemSpot(String(is[index]), schema, spot));
    }),
  ];
}

const emptied = (old: readonly unknown[], fresh: readonly unknown[], schema: Schema, spot: Spot): AmendmentChange[] => [
  ...old.map((item) => goneItem(item, schema, spot)),
  ...fresh.map((item) => ({ ...at(spot), new: item as AmendmentValue })),
];

function goneItem(item: unknown, schema: Schema, spot: Spot): AmendmentChange {
  const kind = schema["x-defines"];
  if (!kind || !isRecord(item) || typeof item.id !== "string") return { ...at(spot), old: item as AmendmentValue };
  const text = [item.text, item.title, item.term].find((one) => typeof one === "string");
  return { target: itemSpot(item.id, schema, spot).target, old: (text?.trim() ?? item) as AmendmentValue };
}

function itemSpot(name: string, schema: Schema, { target, field, within }: Spot): Spot {
  const kind = schema["x-defines"];
  if (!kind) return { target, field: [...field, name], within };
  return {
    target: `${kind}:${fullId({ id: name, within: schema["x-within"] === undefined ? undefined : within })}`,
    field: [],
    within,
  };
}

/** By what an item is known: its id, what it points at, or what it says. */
function nameOf(item: unknown, schema: Schema): string | undefined {
  if (typeof item === "string") return item;
  if (!isRecord(item)) return undefined;
  const pointer = Object.entries(schema.properties ?? {}).find(([, property]) => expand(property)["x-refers"])?.[0];
  const own = item.id ?? (pointer === undefined ? undefined : item[pointer]);
  return typeof own === "string" ? own : undefined;
}
