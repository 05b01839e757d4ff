/** numbering.xml: real lists. */
import { W } from "./namespaces.js";
import type { Item } from "./pieces.js";
import { mm } from "./sizes.js";
import { element, part } from "./xml.js";

const KINDS = ["bullet", "number", "plain"] as const;
const LEVELS = 9;
const SIGNS = ["•", "–", "▪"] as const;
/** How far the text of an item stands from the sign, or from where its code begins. */
const HANGING = { bullet: mm(6), number: mm(6), plain: mm(13) } as const;

/** Collects the lists of a file: each with numbers begins by itself. */
export class Numbering {
  private readonly lists: { readonly kind: Item["kind"]; readonly start?: number; readonly level: number }[] =
    KINDS.map((kind) => ({
      kind,
      level: 0,
    }));
  private readonly known = new Map<number, number>();

  /** The number by which paragraphs name the list of an item. */
  of({ kind, list, start, level }: Item): number {
    if (kind !== "number") return KINDS.indexOf(kind) + 1;
    const before = this.known.get(list);
    if (before !== undefined) return before;
    const id = this.lists.push({ kind, start, level });
    this.known.set(list, id);
    return id;
  }

  xml(): string {
    return part(
      element(
        "w:numbering",
        { "xmlns:w": W },
        KINDS.map((kind, index) =>
          element(
            "w:abstractNum",
            { "w:abstractNumId": index },
            element("w:multiLevelType", { "w:val": "hybridMultilevel" }),
            Array.from({ length: LEVELS }, (_, level) => levelXml(kind, level)),
          ),
        ),
        this.lists.map(({ kind, start, level }, index) =>
          element(
            "w:num",
            { "w:numId": index + 1 },
            element("w:abstractNumId", { "w:val": KINDS.indexOf(kind) }),
            start !== undefined &&
              element(
                "w:lvlOverride",
                { "w:ilvl": Math.min(level, LEVELS - 1) },
                element("w:startOverride", { "w:val": start }),
              ),
          ),
        ),
      ),
    );
  }
}

const levelXml = (kind: Item["kind"], level: number): string =>
  element(
    "w:lvl",
    { "w:ilvl": level },
    element("w:start", { "w:val": 1 }),
    element("w:numFmt", { "w:val": { number: "decimal", bullet: "bullet", plain: "none" }[kind] }),
    element("w:suff", { "w:val": kind === "plain" ? "nothing" : "tab" }),
    element("w:lvlText", { "w:val": kind === "number" ? `%${level + 1}.` : kind === "bullet" ? SIGNS[level % 3] : "" }),
    element("w:lvlJc", { "w:val": "left" }),
    element("w:pPr", {}, element("w:ind", { "w:left": HANGING[kind] + mm(6) * level, "w:hanging": HANGING[kind] })),
  );
