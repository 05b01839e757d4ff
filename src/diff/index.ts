/** Two linked models → what changed in meaning. */
import { assetChanges } from "./assets.js";
import { Chapters, subjectOf } from "./chapters.js";
import { Concerned } from "./concerned.js";
import { compareField, type Sides } from "./fields.js";
import { type Shift, shiftedNumbers } from "./numbering.js";
import { movedItems } from "./order.js";
import { inTown, type Reader, readerOf, shown, titleOf } from "./reading.js";
import { findRenamed, underNewKeys } from "./renamed.js";
import { type Field, type Thing, thingsOf } from "./things.js";
import type { Change, ContentPlace, Version } from "./types.js";

export { redline } from "./redline.js";
export { touchedBy } from "./touched.js";
export type * from "./types.js";
export { asData, composeWasWordt } from "./was-wordt.js";

/**
 * Compares two versions of the content. Pure. How lines are wrapped, in which order keys stand, comments and the style of the
 * YAML are no changes; a number that shifted is told once for all that have it.
 * @returns the changes in the order of the documents: the plan by chapter, the municipalities, the programmes
 */
export function diff(before: Version, after: Version): Change[] {
  if (sameFiles(before, after)) return [];
  const unread = new Set([...before.loaded.unread, ...after.loaded.unread]);
  const things = { was: thingsOf(before.loaded, unread), is: thingsOf(after.loaded, unread) };
  const renamed = findRenamed(things.was, things.is);
  const was = underNewKeys(things.was, renamed);
  const sides = { was: readerOf(before.model, things.was), is: readerOf(after.model, things.is), renamed };
  const told = new Telling(was, things.is, sides, new Chapters(after.model ?? before.model));
  const changes = [
    ...[...things.is.values()].flatMap((thing) => told.ofThing(was.get(thing.key), thing)),
    ...[...was.values()].filter(({ key }) => !things.is.has(key)).flatMap((thing) => told.removed(thing)),
    ...told.moves(),
  ];
  const numbers = before.model && after.model ? shiftedNumbers(before.model, after.model, renamed) : [];
  return [...told.inOrder(changes), ...assetChanges(before, after), ...numbers.map(told.shift)];
}

/** Whether every file is the same, byte for byte. */
function sameFiles(first: Version, second: Version): boolean {
  const [a, b] = [[...first.loaded.files], second.loaded.files];
  const same = a.length === b.size && a.every(([path, { text }]) => b.get(path)?.text === text);
  return same && assetChanges(first, second).length === 0;
}

type Things = ReadonlyMap<string, Thing>;

/** Says of single things what became of them. */
class Telling {
  private readonly ranks: ReadonlyMap<string, number>;
  private readonly concerned: Concerned;

  constructor(
    private readonly was: Things,
    private readonly is: Things,
    private readonly sides: Sides,
    private readonly chapters: Chapters,
  ) {
    this.concerned = new Concerned(was, is);
    const ranks = new Map([...is.keys()].map((key, index) => [key, index]));
    // What is gone is told after what stood before it.
    let last = -1;
    for (const key of was.keys()) {
      last = ranks.get(key) ?? last + 1e-6;
      ranks.set(key, last);
    }
    this.ranks = ranks;
  }

  /** A thing that stands in the new version: new, or the same with other values. */
  ofThing(before: Thing | undefined, after: Thing): Change[] {
    if (!before) return this.wasOpen(this.was, after) ? [] : [this.whole("added", after)];
    const keys = [...new Set([...after.fields.keys(), ...before.fields.keys()])];
    const fields = keys.flatMap((key) => this.ofField(before, after, key));
    if (before.value.id === after.value.id) return fields;
    const identifier = { type: "identifier" as const, before: [before.id], after: [after.id] };
    return [...fields, { ...this.about(after), ...identifier, key: `${after.key}#id` }];
  }

  removed(thing: Thing): Change[] {
    return this.wasOpen(this.is, thing) ? [] : [this.whole("removed", thing)];
  }

  private ofField(before: Thing, after: Thing, key: string): Change[] {
    const [old, fresh] = [before.fields.get(key), after.fields.get(key)];
    const name = (fresh ?? old)?.name;
    const places = { ...(old && { was: placeOf(before, old) }), ...(fresh && { is: placeOf(after, fresh) }) };
    return compareField(old, fresh, this.sidesOf(after)).map((change) => ({
      ...this.about(after),
      ...change,
      ...(name && { field: name }),
      ...places,
      key: `${after.key}#${key}`,
    }));
  }

  /** A thing that came or went, with all its values. Things within it are told by themselves. */
  private whole(type: "added" | "removed", thing: Thing): Change {
    const sides = this.sidesOf(thing);
    const reader = type === "added" ? sides.is : sides.was;
    const lines = [...thing.fields.values()].flatMap(({ name, value, schema }) => {
      if (schema["x-look"]) return [];
      if (schema.items && Array.isArray(value) && value.some((item) => typeof item === "object")) return [];
      const texts = shown(value, schema, reader);
      return thing.fields.size === 1 ? texts : texts.length > 0 ? [`${name}: ${texts.join("; ")}`] : [];
    });
    const place = { file: thing.file, path: thing.path };
    return {
      ...this.about(thing, reader),
      type,
      ...(type === "added" ? { after: lines, is: place } : { before: lines, was: place }),
      key: thing.key,
    };
  }

  /** Whether a list was or became an open point: then that says it all, and what the list holds is told with it. */
  private wasOpen(otherSide: Things, { parent, list }: Thing): boolean {
    const field = otherSide.get(parent ?? "")?.fields.get(list?.key ?? "");
    return field !== undefined && !Array.isArray(field.value);
  }

  /** What stands under another thing now, or elsewhere in its list. */
  moves(): Change[] {
    const both = [...this.is.values()].filter(({ key }) => this.was.has(key));
    const elsewhere = both.filter(({ key, parent, list }) => {
      const before = this.was.get(key);
      return before?.parent !== parent || before?.list?.key !== list?.key;
    });
    const rest = both.filter((thing) => thing.list && !thing.list.sorted && !elsewhere.includes(thing));
    const lists = new Map<string, Thing[]>();
    for (const thing of rest) {
      const list = `${thing.parent}/${thing.list?.key}`;
      lists.set(list, [...(lists.get(list) ?? []), thing]);
    }
    const reordered = [...lists.values()].flatMap((now) => {
      const keys = now.map(({ key }) => key);
      const earlier = [...this.was.keys()].filter((key) => keys.includes(key));
      return movedItems(earlier, keys).map((key) => this.is.get(key) as Thing);
    });
    return [
      ...elsewhere.map((thing) => this.moved(thing, this.placeName(this.was, thing), this.placeName(this.is, thing))),
      ...reordered.map((thing) => this.moved(thing, this.neighbour(this.was, thing), this.neighbour(this.is, thing))),
    ];
  }

  private moved(thing: Thing, before: string, after: string): Change {
    const is = { file: thing.file, path: thing.path };
    return { ...this.about(thing), type: "moved", before: [before], after: [after], is, key: `${thing.key}#place` };
  }

  private placeName(side: Things, { key }: Thing): string {
    const thing = side.get(key);
    const parent = thing?.parent ? side.get(thing.parent) : undefined;
    if (!parent) return thing?.name ?? key;
    const { label, title } = subjectOf(parent, side === this.was ? this.sides.was : this.sides.is);
    return `${label}: ${title}`;
  }

  /** Where a thing stands in its list, told by what stands before it. */
  private neighbour(side: Things, { key, parent, list }: Thing): string {
    const keys = [...side.values()]
      .filter((thing) => thing.parent === parent && thing.list?.key === list?.key)
      .map((thing) => thing.key);
    const before = keys[keys.indexOf(key) - 1];
    const thing = before === undefined ? undefined : side.get(before);
    const reader = side === this.was ? this.sides.was : this.sides.is;
    return thing ? `na ${inQuotes(subjectOf(thing, reader).title)}` : "vooraan";
  }

  private about(thing: Thing, reader: Reader = this.sides.is): Pick<Change, "subject" | "chapter" | "municipalities"> {
    const root = this.rootOf(thing);
    const subject = subjectOf(thing, reader);
    return {
      // Within a section with a heading of its own, the heading tells more than the name of its form.
      subject: thing.parent || !titleOf(thing.value) ? subject : { ...subject, title: titleOf(thing.value) ?? "" },
      chapter: this.chapters.of(root).chapter,
      municipalities: this.concerned.by(thing),
    };
  }

  /** In the file of a municipality, its own council decides. */
  private sidesOf(thing: Thing): Sides {
    const { kind, value } = this.rootOf(thing);
    const town = kind === "municipality" ? titleOf(value) : undefined;
    return town ? { ...this.sides, was: inTown(this.sides.was, town), is: inTown(this.sides.is, town) } : this.sides;
  }

  private rootOf(thing: Thing): Thing {
    const parent = thing.parent && (this.is.get(thing.parent) ?? this.was.get(thing.parent));
    return parent ? this.rootOf(parent) : thing;
  }

  /** A shift of numbers is told as a change of the document as a whole. */
  readonly shift = ({ what, before, after }: Shift): Change => ({
    type: "numbering",
    subject: { kind: "numbering", id: what, label: "Nummers", title: what },
    before,
    after,
    chapter: { id: "numbering", title: "Nummers die verschoven" },
    municipalities: [],
    key: `numbering#${what}`,
  });

  /** Changes by chapter, and within a chapter in the order of the content. */
  inOrder(changes: readonly Change[]): Change[] {
    const rank = ({ key }: Change): [number, string, number] => {
      const own = key.replace(/#[^#]*$/, "");
      const thing = this.is.get(own) ?? this.was.get(own) ?? this.is.get(key) ?? this.was.get(key);
      if (!thing) return [0, "", 0];
      const { rank: first, chapter } = this.chapters.of(this.rootOf(thing));
      return [first, chapter.id, this.ranks.get(thing.key) ?? 0];
    };
    return changes
      .map((change) => ({ change, at: rank(change) }))
      .sort((a, b) => a.at[0] - b.at[0] || (a.at[1] < b.at[1] ? -1 : a.at[1] > b.at[1] ? 1 : a.at[2] - b.at[2]))
      .map(({ change }) => change);
  }
}

const inQuotes = (text: string): string => `“${text}”`;

const placeOf = ({ file }: Thing, { path }: Field): ContentPlace => ({ file, path });
