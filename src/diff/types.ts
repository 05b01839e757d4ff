import type { Loaded, Path } from "../content/index.js";
import type { DocumentInfo, Reviser } from "../documents/index.js";
import type { Model } from "../model/index.js";
import type { Word } from "../prose/compared.js";

export type { Word } from "../prose/compared.js";

/** One of the two sides of a comparison: content that went through load, validate and link. */
export interface Version {
  readonly loaded: Loaded;
  /** Missing when the content has errors: then what can be read of it is compared, without numbers. */
  readonly model?: Model;
}

/** What kind of change it is. The wording for readers is in `wording.ts`. */
export type ChangeType =
  | "added"
  | "removed"
  | "moved"
  | "renamed"
  | "reworded"
  | "status"
  | "date"
  | "value"
  /** An open point that was decided, a decision that became an open point, and an open point that is put otherwise. */
  | "settled"
  | "reopened"
  | "open"
  /** It points at something else. */
  | "reference"
  /** The same words, in other paragraphs or with other emphasis. */
  | "layout"
  /** A file with other bytes under the same name. */
  | "replaced"
  /** Things that nobody changed but that have another number now. */
  | "numbering"
  /** The same thing goes by another id. */
  | "identifier";

/** What a change is about. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  /** Which thing it is, as readers see it: "maatregel M12", "Begrip PGA". */
  readonly label: string;
  readonly title: string;
}

/** The part of the plan or the document in which a change falls. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
}

/** Where the text of a change stands in one of the two versions of the content. */
export interface ContentPlace {
  readonly file: string;
  readonly path: Path;
}

/** One change in meaning. */
export interface Change {
  readonly type: ChangeType;
  readonly subject: Subject;
  /** The part of the subject that changed, as the schema calls it: "Waar staan we nu". */
  readonly field?: string;
  /** What readers saw and see, a line for each part; missing where there was or is nothing. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  /** Both texts in one, with what differs marked. Only where one text became another. */
  readonly words?: readonly Word[];
  readonly chapter: Chapter;
  /** Ids of the municipalities that it is about; empty for what holds for all of them. */
  readonly municipalities: readonly string[];
  /** Tells changes of the same field apart from others, whatever the revisions. */
  readonly key: string;
  readonly was?: ContentPlace;
  readonly is?: ContentPlace;
}

/** A place in a document that shows a change. */
export interface Touch {
  readonly document: DocumentInfo;
  /** Whether it is the new document that shows it; what is gone stood in the old one. */
  readonly side: "before" | "after";
  /** The nearest link targets, in the order of the document. */
  readonly anchors: readonly string[];
  /** The headings with a number of their own under which it stands: "3.2 High Impact Crimes". */
  readonly headings: readonly string[];
}

/** A version as it was named and found. */
export interface VersionInfo {
  /** "v1.0", "HEAD~1", "werkmap". */
  readonly name: string;
  readonly revision?: string;
  /** When it was committed; missing for a folder. */
  readonly date?: Date;
  /** What keeps it from being compared as a whole, in Dutch. */
  readonly problems: readonly string[];
}

/** A document that shows a change, with the pages on which it does, where they are known. */
export interface TouchedDocument extends Touch {
  readonly pages: readonly number[];
}

/** A change with what is known around it. */
export interface ExplainedChange extends Change {
  readonly documents: readonly TouchedDocument[];
  /** Why, as who made the change wrote it. */
  readonly reason?: string;
  /** Who made it last, where that was looked for. */
  readonly by?: Reviser;
}

/** For whom an overview is made, if not for everyone. */
export interface Audience {
  readonly id: string;
  readonly title: string;
}

export interface Comparison {
  readonly before: VersionInfo & Version;
  readonly after: VersionInfo & Version;
  readonly changes: readonly ExplainedChange[];
  /** What else there is to know: what differs without being a change, what was not looked into. In Dutch. */
  readonly notes: readonly string[];
  /** The municipality to which the changes were limited. */
  readonly audience?: Audience;
}
