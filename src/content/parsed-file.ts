import type { Document, LineCounter } from "yaml";

/** A YAML file with what is needed to point into it. */
export interface ParsedFile {
  readonly path: string;
  /** As it lies on disk: what places count in. */
  readonly text: string;
  /** The same with composed letters (NFC): what is read. An é may lie on disk as an e with an accent after it. */
  readonly source: string;
  readonly document: Document;
  readonly lines: LineCounter;
  /** Plain data; `undefined` when the file holds nothing that can be used. */
  readonly value: unknown;
  /** Whether the file is sound YAML. If not, `value` may miss things. */
  readonly sound: boolean;
}

/** What is needed of a file to point into it. */
export type PositionedFile = Omit<ParsedFile, "value" | "sound">;
