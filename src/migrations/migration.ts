import type { Document } from "yaml";
import type { Splice } from "../content/index.js";

/** One change of shape that older content may not have had yet. */
export type Migration = {
  /** What it does, in Dutch, as the rest of a sentence after the name of the file. */
  readonly title: string;
  /** Whether content without it is as good. */
  readonly optional?: boolean;
  /** Whether a file looks as if it has the old shape; only then it is read. */
  readonly concerns: (path: string, text: string) => boolean;
} & (
  | {
      /** Mends the YAML itself, so that comments stay. Tells whether it changed anything. */
      readonly mend: (document: Document) => boolean;
    }
  | {
      /** The characters that become others; all else stays, layout too. */
      readonly splice: (document: Document) => readonly Splice[];
    }
);
