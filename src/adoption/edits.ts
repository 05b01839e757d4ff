/** Where a decision is written in the file of a municipality. */
import type { Edit, Path } from "../content/index.js";
import { type Model, outcomeOf, type Subject } from "../model/index.js";

type Data = Readonly<Record<string, unknown>>;

/** A decision as it is written, its keys in the order of the schema; a key without a value is taken away. */
export type Written = Readonly<
  Record<"state" | "body" | "date" | "reference" | "remark" | "fingerprint", string | undefined>
>;

const order = ["state", "body", "date", "reference", "remark", "fingerprint"] as const;

/** The edits that make a decision of a municipality what it became. Pure. @param file the data of its file, as they are written */
export function editsFor(model: Model, subject: Subject, id: string, file: Data, decision: Written): Edit[] {
  const own = outcomeOf(model, subject).towns.find(({ municipality }) => municipality.id === id);
  const path = placeOf(model, subject, file, own?.path ?? []);
  const old = valueAt(file, path);
  if (isData(old)) return changes(old, path, decision);
  const value = Object.fromEntries(order.flatMap((key) => (decision[key] === undefined ? [] : [[key, decision[key]]])));
  return added(file, path, subject.kind === "programme" ? { programme: subject.id, decision: value } : value, value);
}

/** The path of the decision, or that of where it comes. */
function placeOf({ programmes }: Model, subject: Subject, file: Data, known: Path): Path {
  if (subject.kind !== "programme") return ["decisions", subject.kind];
  if (known.length > 1 && isData(valueAt(file, known))) return known;
  const { programme: first, programmes: each } = (file.decisions ?? {}) as Data;
  if (Array.isArray(each)) return ["decisions", "programmes", each.length];
  // What is said of "the" programme is about the first, as long as there is no other.
  const simple = first === undefined && programmes.length === 1;
  return simple ? ["decisions", "programme"] : ["decisions", "programmes"];
}

/** A decision where there is none yet, with what has to stand around it. */
function added(file: Data, path: Path, item: unknown, value: unknown): Edit[] {
  const [, key, index] = path;
  const own = key !== "programmes" ? value : index === undefined ? [item] : item;
  if (isData(file.decisions)) return [{ do: "add", path, value: own, ...behind(file.decisions, String(key), index) }];
  const after = before.findLast((name) => name in file);
  return [
    {
      do: file.decisions === undefined ? "add" : "set",
      path: ["decisions"],
      value: { [String(key)]: own },
      ...(after && file.decisions === undefined && { after }),
    },
  ];
}

/** What stands above the decisions in the file of a municipality. */
const before = ["id", "title", "code", "team", "until", "successor", "introduction"] as const;
const documents = ["plan", "annex", "programme", "programmes"] as const;

function behind(decisions: Data, key: string, index: unknown): { after?: string } {
  if (index !== undefined) return {};
  const above = documents.slice(0, (documents as readonly string[]).indexOf(key)).findLast((name) => name in decisions);
  return above ? { after: above } : {};
}

function changes(old: Data, path: Path, decision: Written): Edit[] {
  return order.flatMap((key, index): Edit[] => {
    const value = decision[key];
    const at = [...path, key];
    if (value === undefined) return key in old ? [{ do: "remove", path: at }] : [];
    if (old[key] === value) return [];
    if (key in old) return [{ do: "set", path: at, value, flow: true }];
    // Behind what stays: what goes is no place to stand behind.
    const after = order.slice(0, index).findLast((name) => name in old && decision[name] !== undefined);
    return [{ do: "add", path: at, value, ...(after && { after }) }];
  });
}

const isData = (value: unknown): value is Data => typeof value === "object" && value !== null && !Array.isArray(value);

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((inner, step) => (inner as Readonly<Record<string | number, unknown>> | undefined)?.[step], value);
