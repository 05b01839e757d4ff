import { ConformanceError } from "../../errors.js";

/** One operator of a content stream with its operands (ISO 32000-1, 7.8.2). */
export class Operator {
  readonly #stream: string;

  /**
   * @param name how it is written
   * @param start where the first operand starts in the stream
   * @param end where the operator ends
   */
  constructor(
    stream: string,
    readonly name: string,
    readonly start: number,
    readonly end: number,
  ) {
    this.#stream = stream;
  }

  /** The operands as they are written: taken from the stream when asked for, as most are passed over. */
  get operands(): string {
    return this.#stream.slice(this.start, this.end - this.name.length);
  }
}

/** A change to a stream: text in the place of what stands there. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What a character is to the scanner (ISO 32000-1, 7.2.2). */
const WHITE = 1;
const DELIMITER = 2;
const classes = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) classes[code] = WHITE;
for (const character of "()<>[]{}/%") classes[character.charCodeAt(0)] = DELIMITER;

/** By character: whether a word that starts with it may be an operator. Numbers start with a digit, a sign or a dot. */
const opensWord = Array.from({ length: 256 }, (_, code) => /[a-z'"]/i.test(String.fromCharCode(code)));

/** Words that are no operators. */
const constants: ReadonlySet<string> = new Set(["true", "false", "null"]);

/**
 * Splits a content stream, as one character a byte, into its operators. A stream has tens of thousands of them, so they are
 * read character by character.
 * @throws {ConformanceError} on an inline image, which no browser writes and of which the end can't be told for sure
 */
export function operatorsOf(stream: string): Operator[] {
  const operators: Operator[] = [];
  let start = -1;
  let end = 0;
  for (let at = nextToken(stream, 0); at < stream.length; at = nextToken(stream, end)) {
    end = endOfToken(stream, at);
    if (start < 0) start = at;
    if (!opensWord[stream.charCodeAt(at)]) continue;
    const name = stream.slice(at, end);
    if (constants.has(name)) continue;
    if (name === "BI") throw new ConformanceError("ISO 19005-3, 6.2.8", "een afbeelding die in de tekst zelf staat");
    operators.push(new Operator(stream, name, start, end));
    start = -1;
  }
  return operators;
}

/** The place of the next token: white space and comments are passed over. */
function nextToken(stream: string, from: number): number {
  let at = from;
  while (classes[stream.charCodeAt(at)] === WHITE || stream[at] === "%") {
    if (stream[at] === "%") while (at < stream.length && stream[at] !== "\n" && stream[at] !== "\r") at++;
    else at++;
  }
  return at;
}

/** The place behind the token that starts here: a string, a name, a bracket, a number or a word. */
function endOfToken(stream: string, start: number): number {
  const first = stream[start];
  if (first === "(") return endOfString(stream, start);
  if (first === "<" && stream[start + 1] !== "<") return stream.indexOf(">", start) + 1 || stream.length;
  if (first !== "/" && classes[stream.charCodeAt(start)] === DELIMITER) return start + 1;
  let at = start + 1;
  while (at < stream.length && classes[stream.charCodeAt(at)] === 0) at++;
  return at;
}

/** The place behind the `)` that ends the string that starts here: strings may hold balanced brackets. */
function endOfString(stream: string, start: number): number {
  let depth = 0;
  for (let index = start; index < stream.length; index++) {
    const char = stream[index];
    if (char === "\\") index++;
    else if (char === "(") depth++;
    else if (char === ")" && --depth === 0) return index + 1;
  }
  return stream.length;
}
