/** Which line of YAML most likely made the parser stumble, which is often not the line where it did. */
import { isBlockSign, linesOf, type SourceLine } from "./lines.js";

/** The line, at or before that of an error, on which a text begins with a sign that YAML reads otherwise. */
export function causeOf(source: string, errorAt: number): SourceLine | undefined {
  const before = linesOf(source).filter(({ index }) => index <= errorAt);
  const verdicts = before.map((line) => ({ line, verdict: judge(line) }));
  return (
    verdicts.find(({ verdict }) => verdict === "wrong")?.line ??
    // What stays open at the end of a line may go on at the next; as something is wrong after it, it most likely doesn't.
    verdicts.findLast(({ verdict, line }) => verdict === "open" && !isClosedLater(before, line))?.line
  );
}

const isClosedLater = (lines: readonly SourceLine[], { index, value }: SourceLine): boolean => {
  const end = value.startsWith("[") ? "]" : "}";
  return lines.some((line) => line.index > index && line.text.trimEnd().replace(/,$/, "").endsWith(end));
};

function judge({ value, keyed }: SourceLine): "fine" | "open" | "wrong" {
  switch (value.charAt(0)) {
    case "-":
    case "?":
      return keyed && /^[-?] /.test(value) ? "wrong" : "fine";
    case "|":
    case ">":
      return isBlockSign(value) ? "fine" : "wrong";
    case "'":
      return closesAt(value, /^'(?:[^']|'')*'/);
    case '"':
      return closesAt(value, /^"(?:[^"\\]|\\.)*"/);
    case "[":
    case "{": {
      const end = closingOf(value);
      if (end === undefined) return value.startsWith("[[") || /\s#/.test(value) ? "wrong" : "open";
      return isEnd(value.slice(end + 1)) ? "fine" : "wrong";
    }
    default:
      return /^[%@`,\]}&*!]/.test(value) ? "wrong" : "fine";
  }
}

function closesAt(value: string, whole: RegExp): "fine" | "wrong" {
  const text = whole.exec(value)?.[0];
  return text !== undefined && isEnd(value.slice(text.length)) ? "fine" : "wrong";
}

/** Whether what follows a whole value is nothing, a comment, or what makes it a key. */
const isEnd = (rest: string): boolean => /^\s*(?:$|\s#|:(?:\s|$))/.test(rest);

/** Where the bracket closes with which a value begins. */
function closingOf(value: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of value.matchAll(/'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[[\]{}]|\s#/g)) {
    if (sign.endsWith("#")) return undefined;
    if (/^[[{]/.test(sign)) depth++;
    else if (/^[\]}]/.test(sign) && --depth === 0) return index;
  }
  return undefined;
}
