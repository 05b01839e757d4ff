/** The changes of a document as they are found, until each has a number. */
import type { Place } from "../diagnostics.js";
import type { Paragraph } from "../docx/index.js";
import type { Line } from "./carrier.js";
import type { ContentTexts } from "./content-text.js";
import type { Found } from "./matched.js";
import { outcome, soundly, type Why, type Writable } from "./outcome.js";
import type { BlockEdit } from "./placing.js";
import type { Change } from "./types.js";

export type Draft = Omit<Change, "number"> & { readonly writable?: Writable };

export class Drafts {
  private readonly all: { readonly draft: Draft; readonly order: number }[] = [];
  private readonly orders: ReadonlyMap<Paragraph, number>;

  constructor(
    private readonly found: readonly Found[],
    private readonly texts: ContentTexts,
  ) {
    this.orders = new Map(found.map(({ paragraph }, index) => [paragraph, index]));
  }

  orderOf = ({ paragraph }: Found): number => this.orders.get(paragraph) ?? 0;

  /** A change of a paragraph that is there. */
  add(found: Found, draft: Omit<Draft, "chapter">): void {
    this.all.push({ draft: { ...draft, chapter: found.chapter }, order: this.orderOf(found) });
  }

  /** A change of which all is to be written, or told with why it isn't. */
  put(found: Found, draft: Omit<Draft, "chapter" | "refused">, edits: readonly BlockEdit[] | Why, words: string): void {
    const sound = "why" in edits ? edits : soundly(edits);
    this.add(found, { ...draft, ...outcome(sound, `${words}: doe dat zelf in de inhoud`) });
  }

  /** A change of what stood behind the paragraph with a number in the order of the text. */
  addBehind(order: number, draft: Omit<Draft, "chapter">): void {
    this.all.push({ draft: { ...draft, chapter: this.found[order]?.chapter ?? "" }, order: order + 0.5 });
  }

  addLast(draft: Draft): void {
    this.all.push({ draft, order: Number.MAX_SAFE_INTEGER });
  }

  placeOf(line: Line | undefined): { place?: Place & { keys: string } } {
    if (!line) return {};
    const located = this.texts.locate([line]);
    const text = located?.text ?? this.texts.textOf(line);
    const place = text && this.texts.place(text, located?.from ?? 0, located ? located.to - located.from : 1);
    return place ? { place: { ...place, keys: line.keys } } : {};
  }

  /** In the order of the text, with numbers from 1. */
  numbered(): { readonly changes: Change[]; readonly writable: ReadonlyMap<number, Writable> } {
    const sorted = [...this.all.entries()].sort(([first, a], [second, b]) => a.order - b.order || first - second);
    const writable = new Map<number, Writable>();
    const changes = sorted.map(([, { draft }], index) => {
      const { writable: own, ...change } = draft;
      if (own) writable.set(index + 1, own);
      return { number: index + 1, ...change };
    });
    return { changes, writable };
  }
}
