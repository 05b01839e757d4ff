import { ConformanceError } from "../../errors.js";

/** One operator of a content stream with its operands (ISO 32000-1, 7.8.2). */
export interface Operator {
  readonly name: string;
  /** Where the first operand starts and the operator ends in the stream. */
  readonly start: number;
  readonly end: number;
  /** The operands as they are written. */
  readonly operands: string;
}

const token = /%[^\r\n]*|<<|>>|<[\dA-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|\(|[^\s()<>[\]{}/%]+/g;
const operand = /^[-+.\d]|^(?:true|false|null)$/;

/**
 * Splits a content stream, as one character a byte, into its operators.
 * @throws {ConformanceError} on an inline image, which no browser writes and of which the end can't be told for sure
 */
export function* operatorsOf(stream: string): Generator<Operator> {
  let start = -1;
  token.lastIndex = 0;
  const scanner = new RegExp(token);
  for (let found = scanner.exec(stream); found; found = scanner.exec(stream)) {
    const [text] = found;
    if (text.startsWith("%")) continue;
    if (start < 0) start = found.index;
    if (text === "(") {
      scanner.lastIndex = endOfString(stream, found.index);
      continue;
    }
    if (/^[<>[\]/]/.test(text) || operand.test(text)) continue;
    if (text === "BI") throw new ConformanceError("ISO 19005-3, 6.2.8", "een afbeelding die in de tekst zelf staat");
    yield { name: text, start, end: scanner.lastIndex, operands: stream.slice(start, found.index) };
    start = -1;
  }
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
