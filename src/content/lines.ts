/** The lines of YAML as people see them: an indent, perhaps dashes and a key, and what follows. */

/** A line that isn't part of a block of text. Positions count from 0. */
export interface SourceLine {
  /** Of the line, from 0. */
  readonly index: number;
  readonly text: string;
  /** What stands after the indent, the dashes and the key, without white space around it. */
  readonly value: string;
  /** Where the value begins in the line. */
  readonly at: number;
  /** Whether a key stands before the value. */
  readonly keyed: boolean;
}

const form = /^([ \t]*(?:- +)*)((?:[^\s'"[{#&*!|>%@`,:]|:(?=\S))[^:#]*:(?=\s|$)[ \t]*)?(.*)$/;
const blockSign = /^[|>](?:[1-9][-+]?|[-+][1-9]?)?(?:\s+#.*)?$/;

/** Whether a value is the sign after which a block of text follows. */
export const isBlockSign = (value: string): boolean => blockSign.test(value);

/** The lines of a YAML file, without comments, blank lines and the insides of blocks of text (after `|` and `>`). */
export function linesOf(source: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let block: number | undefined;
  for (const [index, text] of source.split(/\r?\n/).entries()) {
    const indent = text.length - text.trimStart().length;
    const spaces = /^ */.exec(text)?.[0].length ?? 0;
    if (text.trim() === "") continue;
    if (block !== undefined && spaces > block) continue;
    block = undefined;
    if (text[indent] === "#") continue;
    const [, lead = "", key = "", rest = ""] = form.exec(text) ?? [];
    const value = rest.trim();
    lines.push({ index, text, value, at: lead.length + key.length, keyed: key !== "" });
    // What belongs to a key stands further to the right than the key; what belongs to a dash, than the dash.
    if (isBlockSign(value)) block = key === "" ? Math.max(0, lead.trimEnd().length - 1) : lead.length;
  }
  return lines;
}
