import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, parseDocument, stringify } from "yaml";
import { type Edit, type Splice, splice } from "../../src/content/splice.js";
import { runs } from "../setup/sweep.js";

describe("whatever the file and the edit", () => {
  const scalar = fc.oneof(
    fc.constantFrom(
      "raad",
      "a: b",
      "# x",
      "- y",
      "[z",
      "{",
      "'",
      '"',
      "true",
      "null",
      "~",
      "12",
      "1.5",
      "",
      " ",
      "é’s",
      "a\nb\n",
      "\n x",
      "x #y",
      "&a",
      "*b",
      "!c",
      "%",
      "@",
      "`",
      "a\tb",
      "2019-Q1",
      "a\r\nb",
      "|",
      "x: |",
      "\u0085",
      "😀",
    ),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const key = fc.constantFrom("id", "title", "a", "b", "c", "d-e", "1", "true", "long key");
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(key, tie("value"), { maxKeys: 4 }),
    ),
  })).value;

  /** Every path in some data, with what can be done there. */
  const pathsIn = (data: unknown, path: Edit["path"] = []): Edit["path"][] =>
    typeof data !== "object" || data === null
      ? [path]
      : [
          path,
          ...Object.entries(data).flatMap(([step, inner]) =>
            pathsIn(inner, [...path, Array.isArray(data) ? Number(step) : step]),
          ),
        ];

  const document = fc
    .record({
      data: fc.dictionary(key, value, { minKeys: 2, maxKeys: 5 }),
      flow: fc.boolean(),
      indentSeq: fc.boolean(),
      indent: fc.constantFrom(2, 3, 4),
      width: fc.constantFrom(0, 20),
      literal: fc.boolean(),
      crlf: fc.boolean(),
      comments: fc.array(fc.nat(), { maxLength: 6 }),
      end: fc.constantFrom("\n", "", "\n# einde\n", "\n\n\n", "\n# einde"),
    })
    .map(({ data, flow, indentSeq, indent, width, literal, crlf, comments, end }) => {
      const plain = stringify(data, {
        indent,
        indentSeq,
        lineWidth: width,
        minContentWidth: 0,
        blockQuote: literal ? "literal" : "folded",
        ...(flow && { collectionStyle: "flow" as const }),
        aliasDuplicateObjects: false,
      }).replace(/\n$/, "");
      // Comments go where they change nothing: on a line of their own, or behind one.
      const lines = plain.split("\n");
      for (const at of comments) {
        const index = at % (lines.length + 1);
        const indentOf = /^ */.exec(lines[index] ?? "")?.[0] ?? "";
        const tries = [
          lines.with(Math.min(index, lines.length - 1), `${lines[Math.min(index, lines.length - 1)]} # bij ${at}`),
          lines.toSpliced(index, 0, `${indentOf}# boven ${at}`),
        ];
        const fit = tries[at % 2];
        try {
          if (fit && JSON.stringify(parse(fit.join("\n"))) === JSON.stringify(parse(plain)))
            lines.splice(0, lines.length, ...fit);
        } catch {
          // It was no place for a comment.
        }
      }
      const text = `# begin\n${lines.join("\n")}${end}`;
      return crlf ? text.replaceAll("\n", "\r\n") : text;
    })
    // Some of what `stringify` folds, `parse` refuses.
    .filter((text) => parseDocument(text, { logLevel: "error" }).errors.length === 0);

  const comments = (text: string): string[] => text.match(/# (begin|boven \d+|bij \d+|einde)/g) ?? [];

  const at = (data: unknown, path: Edit["path"]): unknown =>
    path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], data);

  /** An edit that may be possible. */
  function editOf(data: unknown, { what, pick, fresh, name, flow }: Wish): Edit {
    const paths = pathsIn(data).filter(({ length }) => length > 0);
    const path = paths[pick % paths.length] ?? [];
    if (what === "set") return { do: "set", path, value: fresh, ...(pick % 3 === 0 && { flow }) };
    if (what === "remove") return { do: "remove", path };
    const holder = at(data, path);
    if (Array.isArray(holder)) return { do: "add", path: [...path, pick % (holder.length + 1)], value: fresh, flow };
    const inside = typeof holder === "object" && holder !== null ? path : path.slice(0, -1);
    return { do: "add", path: [...inside, name], value: fresh, flow };
  }

  interface Wish {
    readonly what: "set" | "add" | "remove";
    readonly pick: number;
    readonly fresh: unknown;
    readonly name: string;
    readonly flow: boolean;
  }

  const wish = fc.record<Wish>({
    what: fc.constantFrom("set", "add", "remove"),
    pick: fc.nat(),
    fresh: value,
    name: key,
    flow: fc.boolean(),
  });

  /** What stays of a text between splices, and what went. */
  function around(text: string, splices: readonly Splice[]): { readonly rebuilt: string; readonly gone: string } {
    let from = 0;
    let rebuilt = "";
    for (const { from: start, to, text: added } of splices) {
      rebuilt += text.slice(from, start) + added;
      from = to;
    }
    return { rebuilt: rebuilt + text.slice(from), gone: splices.map((one) => text.slice(one.from, one.to)).join("\n") };
  }

  test("it is done as it was meant, elsewhere every character stays, or it is refused", () => {
    let [done, refused] = [0, 0];
    fc.assert(
      fc.property(document, wish, (text, wanted) => {
        const edit = editOf(parse(text), wanted);
        const result = splice(text, [edit]);
        if ("refused" in result) {
          if (result.refused.includes("zonder ook iets anders")) refused++;
          expect(result.refused).toMatch(/^[A-Z][^\n]*\.$/);
          return;
        }
        done++;
        const { rebuilt, gone } = around(text, result.splices);
        expect(result.text).toBe(rebuilt);
        // Every comment that wasn't in the way is there still.
        expect([...comments(result.text), ...comments(gone)].sort()).toEqual(comments(text).sort());
        if (text.includes("\r\n") && !/\\r|\u0085/.test(JSON.stringify(wanted.fresh)))
          expect(result.text.replaceAll("\r\n", "")).not.toContain("\n");
        if (edit.do !== "remove") expect(at(parse(result.text), edit.path)).toEqual(edit.value);
      }),
      { numRuns: runs({ quick: 100, whole: 1000 }) },
    );
    // What could be done, is: hardly anything is refused for want of a way.
    expect(done).toBeGreaterThan(100 * refused);
  });
});
