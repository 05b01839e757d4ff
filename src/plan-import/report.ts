/** What was done with each part of a document: nothing of it goes without a word. */
export interface Told {
  /** Where it stands in the document: the headings around it. */
  readonly at: string;
  readonly what: string;
}

export class Report {
  /** What came where: a heading of the document and the file of the content. */
  readonly placed: { readonly title: string; readonly file: string; readonly as: string }[] = [];
  readonly unsure: Told[] = [];
  readonly lost: Told[] = [];
  /** The heading that is being read. */
  at = "";
  private readonly counts = new Map<string, number>();

  doubt(what: string, at = this.at): void {
    this.unsure.push({ at, what });
  }

  lose(what: string, at = this.at): void {
    this.lost.push({ at, what });
  }

  /** Something that is lost again and again, told once with how often. */
  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  get counted(): readonly { readonly what: string; readonly times: number }[] {
    return [...this.counts].map(([what, times]) => ({ what, times }));
  }
}
