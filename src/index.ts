/** The public API: the stages of `ivp` as functions, for programs that want more than the command line. */
export { type BuildOptions, type BuildResult, build, type Marking } from "./build/build.js";
export { type Examined, examine, examineFolder } from "./check/examine.js";
export { checkRules } from "./check/index.js";
export type { Content, RawFile } from "./content/index.js";
export type { Code, Diagnostic, RuleDoc, Severity } from "./diagnostics.js";
export { type Change, type Comparison, diff, redline, type Version } from "./diff/index.js";
export { compose, type Document, type DocumentInfo, listDocuments } from "./documents/index.js";
export { ConformanceError, EnvironmentError, LayoutError, UsageError } from "./errors.js";
export type { Model } from "./model/index.js";
export { extractData, type Finishing, openPrinter, type Print, type Printer, readPrint } from "./pdf/index.js";
export { type PublishOptions, type PublishResult, publish } from "./publication/publish.js";
export { type Rendering, render } from "./render/index.js";
export { type CompareOptions, compare } from "./revisions/compare.js";
export { editionOf } from "./revisions/edition.js";
export { redlinesSince } from "./revisions/redlines.js";
