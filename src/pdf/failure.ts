import { ConformanceError, EnvironmentError } from "../errors.js";

/** An error as it goes from one thread to another: a copy of an error keeps its words, but not what it is. */
export type Failure =
  | {
      readonly kind: "environment";
      readonly message: string;
      readonly hint: string | undefined;
      readonly cause: unknown;
    }
  | { readonly kind: "conformance"; readonly rule: string; readonly problem: string }
  | { readonly kind: "fault"; readonly error: unknown };

export function failureOf(error: unknown): Failure {
  if (error instanceof EnvironmentError)
    return { kind: "environment", message: error.message, hint: error.hint, cause: error.cause };
  if (error instanceof ConformanceError) return { kind: "conformance", rule: error.rule, problem: error.problem };
  return { kind: "fault", error };
}

export function errorOf(failure: Failure): unknown {
  switch (failure.kind) {
    case "environment":
      return new EnvironmentError(failure.message, failure.hint, { cause: failure.cause });
    case "conformance":
      return new ConformanceError(failure.rule, failure.problem);
    case "fault":
      return failure.error;
  }
}
