/** Names for bookmarks. */

/** Word knows letters, digits and strokes, no more than this many, and the first no digit. Those with a stroke in front are hidden. */
const MOST = 40;

/** Gives each anchor of a document a name of its own, the same each time it is asked. */
export class Names {
  private readonly known = new Map<string, string>();
  private readonly taken = new Set<string>();

  of(anchor: string): string {
    const before = this.known.get(anchor);
    if (before !== undefined) return before;
    const plain = `_${anchor
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[^A-Za-z0-9]+/g, "_")
      .replace(/^_/, "")}`;
    let name = plain.slice(0, MOST);
    // Word makes no difference between capitals and small letters here.
    for (let count = 2; this.taken.has(name.toLowerCase()) || /^_(?:ivp_|toc)/i.test(name); count++)
      name = `${plain.slice(0, MOST - String(count).length - 1)}_${count}`.replace(/^_(?:ivp_|toc)/i, "_a_");
    this.taken.add(name.toLowerCase());
    this.known.set(anchor, name);
    return name;
  }
}

/** The bookmark around a paragraph of which the file knows where it comes from. */
export const carrierName = (number: number): string => `_ivp_${number}`;
