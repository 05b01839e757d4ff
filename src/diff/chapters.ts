import { agree, capital } from "../dutch.js";
import { flatten, type Model, type OutlineNode, parts, type Terms, termsOf } from "../model/index.js";
import { beginning, type Reader, titleOf } from "./reading.js";
import type { Thing } from "./things.js";
import type { Chapter, Subject } from "./types.js";

/** What has no heading of its own in the plan. */
const apartIn = ({ plan }: Terms): Partial<Record<string, Chapter>> => ({
  plan: { id: "plan", title: `Titel, looptijd en opbouw van ${agree("de", plan.brief)}` },
  style: { id: "style", title: "Huisstijl" },
  localThemes: { id: "local-themes", title: "Lokale veiligheidsthema's" },
});

/** Tells in which chapter of the plan, or in which other document, a thing stands, and in which order these come. */
export class Chapters {
  private readonly nodes = new Map<string, { readonly chapter: Chapter; readonly rank: number }>();

  private readonly apart: Partial<Record<string, Chapter>>;

  constructor(model: Model | undefined) {
    this.apart = apartIn(model?.terms ?? termsOf(undefined));
    const outline = model?.outline ?? [];
    const nodes = outline.flatMap((chapter) => {
      // The priorities are the heart of the plan: each is a chapter to who reads what changed.
      return flatten([chapter]).map(
        (node) => [node, node.kind === "priority" ? node : ownerOf(chapter, node)] as const,
      );
    });
    nodes.forEach(([node, owner], rank) => {
      const place = { chapter: chapterOf(owner), rank: rank + 1 };
      this.nodes.set(`${node.kind}:${node.id}`, place);
      // A part without an id of its own is known by what it shows.
      const source = node.part && parts[node.part].source;
      if (source) this.nodes.set(source, place);
    });
  }

  /** @param root the thing at the top of the file in which something stands */
  of(root: Thing): { readonly chapter: Chapter; readonly rank: number } {
    const node = this.nodes.get(`${root.kind}:${root.id}`) ?? this.nodes.get(root.kind);
    if (node) return node;
    const own = this.apart[root.kind];
    if (own) return { chapter: own, rank: own.id === "plan" ? 0 : LATER };
    const title = titleOf(root.value) ?? nameless(root);
    const named = root.kind === "municipality" ? `Gemeente ${title}` : title;
    return {
      chapter: { id: `${root.kind}-${root.id}`, title: named },
      rank: LATER + (root.kind === "municipality" ? 1 : 2),
    };
  }
}

/** A file that is there once is known by what it is; of others by the id too, as of "Voortgang 2025-12-31". */
const nameless = ({ key, name, id }: Thing): string => (key.startsWith("file:") ? name : `${name} ${id}`);

/** After everything in the plan: no plan has as many headings. */
const LATER = 10_000;

function ownerOf(chapter: OutlineNode, node: OutlineNode): OutlineNode {
  return chapter.children.find(({ kind, children }) => kind === "priority" && children.includes(node)) ?? chapter;
}

const chapterOf = ({ kind, id, number, title, annex }: OutlineNode): Chapter => ({
  id: `${kind}-${id}`,
  title: number ? `${annex ? "Bijlage " : ""}${number} ${title}` : title,
});

/** How a thing is called to who reads of a change in it. */
export function subjectOf({ kind, id, name, value, key }: Thing, reader: Reader): Subject {
  const number = reader.number(kind, id);
  const label = number ? capital(number) : name;
  const own = titleOf(value);
  const text = typeof value.text === "string" ? value.text : "";
  // What has no name of its own is known by what it points at, or by how it begins.
  const target = ["theme", "development", "priority"]
    .map((pointer) => value[pointer])
    .find((x) => typeof x === "string");
  const title =
    own ??
    figureOf(value, reader) ??
    (typeof target === "string"
      ? pointedAt(target, reader)
      : beginning(reader.text(text) || (key.startsWith("file:") ? name : id)));
  return { kind: key.startsWith("file:") ? "file" : kind, id, label, title: reader.piece(title) };
}

/** A figure is known by whose it is and of which year. */
function figureOf({ municipality, year }: Thing["value"], reader: Reader): string | undefined {
  if (typeof year !== "number") return undefined;
  return typeof municipality === "string" ? `${reader.name("municipality", municipality)} ${year}` : String(year);
}

const pointedAt = (id: string, reader: Reader): string =>
  ["local-theme", "development", "priority"].map((kind) => reader.name(kind, id)).find((name) => name !== id) ?? id;
