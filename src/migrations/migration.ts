import type { Document } from "yaml";

/** One change of shape that older content may not have had yet. */
export interface Migration {
  /** What it does, in Dutch, as the rest of a sentence after the name of the file. */
  readonly title: string;
  /** Whether a file looks as if it has the old shape; only then it is read. */
  readonly concerns: (path: string, text: string) => boolean;
  /** Mends the YAML itself, so that comments and layout stay. Tells whether it changed anything. */
  readonly mend: (document: Document) => boolean;
}
