/**
 * What can go wrong outside the content. All carry a Dutch message for the user and say how to mend it;
 * only `src/cli` turns them into exit codes.
 */

/** The command was used wrongly: an option or a folder that can't be. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The machine can't do it: no browser, no right to write, a disk that is full. */
export class EnvironmentError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A document in which something doesn't fit its pages: it would be shrunk, cut or left out. */
export class LayoutError extends Error {
  /** @param message what is wrong, in Dutch, as the rest of a sentence; as a sentence when it reaches the user */
  constructor(
    message: string,
    readonly hint?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A PDF that can't be made accessible or fit for archives. It names the rule of the standard that it breaks. */
export class ConformanceError extends Error {
  /**
   * @param rule standard and clause, such as "ISO 14289-1, 7.3"
   * @param problem what is wrong, in Dutch, as the rest of a sentence
   */
  constructor(
    readonly rule: string,
    readonly problem: string,
  ) {
    super(`${rule}: ${problem}`);
  }
}
