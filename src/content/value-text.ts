/** How a value is written in YAML, for who puts one into a file that someone else wrote. */
import { Scalar, stringify, type ToStringOptions } from "yaml";

/** How the file around a value is written. */
export interface Hand {
  /** Its line end. */
  readonly eol: string;
  /** By how many spaces it indents, and whether lists too. */
  readonly step: number;
  readonly indentLists: boolean;
  /** Quotes every text, where without quotes a text means something else. */
  readonly quoteAll: boolean;
  /** Leaves the words of a text over lines where they stand, but for those that change. */
  readonly words: boolean;
}

const asWritten: ToStringOptions = { lineWidth: 0, blockQuote: "literal", doubleQuotedMinMultiLineLength: 1e9 };

/** Whether a value takes lines of its own where there is room for them. */
export const isLong = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0;

/** A value on one line. @param old what stands there now, for the quotes that it has */
export function inlineText(value: unknown, { quoteAll }: Hand, inFlow: boolean, old?: Scalar): string {
  if (typeof value === "string") return stringText(value, quoteAll, inFlow, old);
  if (quoteAll) return JSON.stringify(value);
  return stringify(value, { ...asWritten, collectionStyle: "flow", aliasDuplicateObjects: false }).trimEnd();
}

function stringText(value: string, quoteAll: boolean, inFlow: boolean, old?: Scalar): string {
  if (quoteAll || old?.type === Scalar.QUOTE_DOUBLE || /[\n\r]/.test(value)) return JSON.stringify(value);
  if (old?.type === Scalar.QUOTE_SINGLE && !/[^\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]/.test(value))
    return `'${value.replaceAll("'", "''")}'`;
  const text = inFlow
    ? stringify([value], { ...asWritten, collectionStyle: "flow" })
        .trimEnd()
        .slice(2, -2)
    : stringify({ k: value }, asWritten).slice("k: ".length).replace(/\n$/, "");
  return text.includes("\n") ? JSON.stringify(value) : text;
}

/**
 * A value over lines, each with an indent.
 * @param within what stands around it: a key with the value behind it, or an item of a list
 */
export function linesOf(
  within: { readonly key: string; readonly value: unknown } | readonly [unknown],
  hand: Hand,
  indent: string,
): string {
  return collectionLines("key" in within ? { [within.key]: within.value } : within, hand, indent);
}

/** A collection over lines, for behind a key or in the place of another. */
export function collectionLines(value: unknown, hand: Hand, indent: string): string {
  const text = stringify(value, {
    ...asWritten,
    indent: hand.step,
    indentSeq: hand.indentLists,
    aliasDuplicateObjects: false,
    ...(hand.quoteAll && { defaultStringType: "QUOTE_DOUBLE" as const, defaultKeyType: "PLAIN" as const }),
  });
  return indented(text.replace(/\n$/, ""), indent, hand.eol);
}

const indented = (text: string, indent: string, eol: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? "" : indent + line))
    .join(eol);

/**
 * A text as a block that begins with `|`, with its lines as they are.
 * @returns nothing for a text that can't stand so
 */
export function literalText(value: string, indent: string, eol: string): { header: string; body: string } | undefined {
  if (value.trim() === "" || /^[ \t\n]|\r|[^\P{C}\n\t]/u.test(value)) return undefined;
  const header = value.endsWith("\n\n") ? "|+" : value.endsWith("\n") ? "|" : "|-";
  return { header, body: indented(value.replace(/\n$/, ""), indent, eol) };
}
