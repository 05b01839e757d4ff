/** Which edition of the content a build shows. Who builds knows it: `revisions/edition.ts` finds it out. */
export interface Edition {
  /** Shown in the documents and written into PDFs. Never the moment of building; missing when nobody knows it. */
  readonly date?: Date;
  /** Why there is no date, and how there will be one. */
  readonly undated?: { readonly why: string; readonly mend: string };
  /** The last commit that changed the content, if it is in a repository. */
  readonly revision?: string;
  /** Whether the content differs from that commit. */
  readonly modified?: boolean;
}

/** What to tell who makes documents without a date. */
export const undatedNote = ({ why, mend }: NonNullable<Edition["undated"]>): string =>
  `${why} De documenten noemen daarom geen datum van de versie. ${mend}`;
