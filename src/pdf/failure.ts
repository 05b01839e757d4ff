import { ConformanceError, EnvironmentError, LayoutError } from "../errors.js";

/** An error as it goes from one thread to another: a copy of an error keeps its words, but not what it is. */
export type Failure =
  | {
      readonly kind: "environment";
      readonly message: string;
      readonly hint: string | undefined;
      readonly cause: unknown;
    }
  | { readonly kind: "conformance"; readonly rule: string; readonly problem: string }
  | { readonly kind: "layout"; readonly message: string; readonly hint: string | undefined }
  | { readonly kind: "fault"; readonly error: unknown };

export function failureOf(error: unknown): Failure {
  if (error instanceof EnvironmentError)
    return { kind: "environment", message: error.message, hint: error.hint, cause: error.cause };
  if (error instanceof ConformanceError) return { kind: "conformance", rule: error.rule, problem: error.problem };
  if (error instanceof LayoutError) return { kind: "layout", message: error.message, hint: error.hint };
  return { kind: "fault", error };
}

export function errorOf(failure: Failure): unknown {
  switch (failure.kind) {
    case "environment":
      return new EnvironmentError(failure.message, failure.hint, { cause: failure.cause });
    case "conformance":
      return new ConformanceError(failure.rule, failure.problem);
    case "layout":
      return new LayoutError(failure.message, failure.hint);
    case "fault":
      return failure.error;
  }
}
