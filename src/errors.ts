/**
 * What can go wrong outside the content. Both carry a Dutch message for the user and say how to mend it;
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
