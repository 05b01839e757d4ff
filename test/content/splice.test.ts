import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, parseDocument, stringify } from "yaml";
import { type Edit, type Splice, splice } from "../../src/content/splice.js";

/** What becomes of a text; why not, if it is refused. */
function spliced(text: string, ...edits: Edit[]): string {
  const result = splice(text, edits);
  return "text" in result ? result.text : result.refused;
}

const set = (path: Edit["path"], value: unknown, flow?: boolean): Edit => ({
  do: "set",
  path,
  value,
  ...(flow !== undefined && { flow }),
});
const add = (path: Edit["path"], value: unknown, more: { after?: string; flow?: boolean } = {}): Edit => ({
  do: "add",
  path,
  value,
  ...more,
});
const remove = (path: Edit["path"], above?: true): Edit => ({ do: "remove", path, ...(above && { above }) });

const file = `# Over dit bestand
id: one # het eerste
title:   'Het ''beste'' plan'
quoted: "a \\u00e9"
empty:
text: |
  Eerste regel.

  Tweede regel.
# over het besluit
decision:
  state: concept   # nog niet
  date:
    open: datum
    by: raad
actions:
  # de eerste
  - id: a
    measures: [x, y]
    planning: { from: 2019-Q1, to: 2019-Q2 } # vast
  # de tweede
  - id: b
    measures: []
# het einde
`;

describe("changes the characters that are meant and no others", () => {
  const cases: readonly (readonly [string, Edit, string, string])[] = [
    ["a plain text", set(["id"], "two"), "id: one #", "id: two #"],
    ["quotes as they were", set(["title"], "Ons 'plan'"), "'Het ''beste'' plan'", "'Ons ''plan'''"],
    ["double quotes as they were", set(["quoted"], 'zo "ja"'), '"a \\u00e9"', '"zo \\"ja\\""'],
    ["quotes where they are needed", set(["id"], "a: b #c"), "one", '"a: b #c"'],
    ["a text that would be a number", set(["id"], "2021"), "one", '"2021"'],
    ["a number, which is one", set(["id"], 2021), "one", "2021"],
    ["a value where there was none", set(["empty"], "x"), "empty:", "empty: x"],
    ["a block", set(["text"], "Een.\nTwee.\n"), "Eerste regel.\n\n  Tweede regel.", "Een.\n  Twee."],
    ["a block that becomes a line", set(["text"], "kort"), "|\n  Eerste regel.\n\n  Tweede regel.", "|-\n  kort"],
    [
      "a mapping into a line",
      set(["decision", "date"], "2019-01-01"),
      "date:\n    open: datum\n    by: raad",
      "date: 2019-01-01",
    ],
    [
      "a line into a mapping on one line, with its comment",
      set(["actions", 0, "planning"], { open: "wanneer", by: "raad" }),
      "{ from: 2019-Q1, to: 2019-Q2 }",
      "{ open: wanneer, by: raad }",
    ],
    [
      "a word into a mapping over lines",
      set(["decision", "state"], { open: "wat", by: "raad" }),
      "state: concept   # nog niet",
      "state:   # nog niet\n    open: wat\n    by: raad",
    ],
    ["a mapping by another", set(["decision", "date"], { open: "x" }), "open: datum\n    by: raad", "open: x"],
    ["an item between brackets", add(["actions", 0, "measures", 2], "z"), "[x, y]", "[x, y, z]"],
    ["an item before others", add(["actions", 0, "measures", 0], "a, b"), "[x, y]", '["a, b", x, y]'],
    ["an item between empty brackets", add(["actions", 1, "measures", 0], "z"), "[]", "[z]"],
    ["a key at the end", add(["decision", "body"], "raad"), "    by: raad\n", "    by: raad\n  body: raad\n"],
    [
      "a key behind another",
      add(["actions", 0, "continues"], "2017-2018/a", { after: "id" }),
      "- id: a\n",
      "- id: a\n    continues: 2017-2018/a\n",
    ],
    ["a key between braces", add(["actions", 0, "planning", "x"], 1), "2019-Q2 }", "2019-Q2, x: 1 }"],
    ["a key at the end of the file", add(["last"], "x"), "    measures: []\n", "    measures: []\nlast: x\n"],
    [
      "an item at the end",
      add(["actions", 2], { id: "c", measures: ["z"] }),
      "    measures: []\n",
      "    measures: []\n  - id: c\n    measures:\n      - z\n",
    ],
    ["an item in the middle", add(["actions", 1], { id: "c" }), "# vast\n", "# vast\n  - id: c\n"],
    ["a key less", remove(["title"]), "title:   'Het ''beste'' plan'\n", ""],
    ["a first key of an item less", remove(["actions", 1, "id"]), "- id: b\n    measures", "- measures"],
    ["an item less", remove(["actions", 1]), "  - id: b\n    measures: []\n", ""],
    [
      "an item less, with the comment above",
      remove(["actions", 1], true),
      "  # de tweede\n  - id: b\n    measures: []\n",
      "",
    ],
    ["a word between brackets less", remove(["actions", 0, "measures", 0]), "[x, y]", "[y]"],
    ["the last word between brackets less", remove(["actions", 0, "measures", 1]), "[x, y]", "[x]"],
  ];
  test.each(cases)("%s", (_, edit, from, to) => {
    expect(file.split(from).length).toBe(2);
    expect(spliced(file, edit)).toBe(file.replace(from, () => to));
    const crlf = (text: string) => text.replaceAll("\n", "\r\n");
    expect(spliced(crlf(file), edit)).toBe(crlf(file.replace(from, () => to)));
  });

  test("a list right under its key into a mapping", () => {
    expect(spliced("a:\n- 1\n- 2\nb: 3\n", set(["a"], { c: 1 }, false))).toBe("a:\n  c: 1\nb: 3\n");
  });

  test("more edits at once, with the paths of the file as it was", () => {
    expect(
      spliced(
        file,
        remove(["actions", 0], true),
        set(["actions", 1, "id"], "c"),
        add(["actions", 1, "status"], "loopt", { after: "id" }),
        set(["decision", "state"], "ter-vaststelling"),
      ),
    ).toBe(
      file
        .replace(/ {2}# de eerste\n[\s\S]*(?= {2}# de tweede)/, "")
        .replace("- id: b\n", "- id: c\n    status: loopt\n")
        .replace("concept", "ter-vaststelling"),
    );
  });

  test("a file without a line end at its end stays so", () => {
    expect(spliced("a: 1\nb: 2", remove(["b"]))).toBe("a: 1");
    expect(spliced("a: 1", add(["b"], 2))).toBe("a: 1\nb: 2");
    expect(spliced("a:\n- 1\n- 2", add(["a", 2], 3))).toBe("a:\n- 1\n- 2\n- 3");
  });
});

describe("refuses, with a reason", () => {
  test.each<readonly [string, string, Edit, RegExp]>([
    ["anchors", "a: &x 1\nb: *x\n", set(["a"], 2), /ankers/],
    ["tags", "a: !!str 1\n", set(["a"], 2), /labels/],
    ["what is no YAML", "a: [1\n", set(["a"], 2), /niet te wijzigen/],
    ["what isn't there", "a: 1\n", set(["b"], 2), /“b” staat niet in het bestand/],
    ["a key that is there", "a: 1\n", add(["a"], 2), /“a” staat er al/],
    ["an index beyond the list", "a: [1]\n", add(["a", 3], 2), /die plaats is er niet/],
    ["a key in a text", "a: tekst\n", add(["a", "b"], 2), /geen plaats/],
    ["the whole file", "a: 1\n", remove(["a"]), /leeg/],
    ["a comment between brackets", "a: [\n  1, # een\n  2\n]\n", remove(["a", 0]), /opmerking/],
    ["a key in the long form", "? a\n: 1\n", set(["a"], 2), /vorm/],
  ])("%s", (_, text, edit, reason) => {
    expect(spliced(text, edit)).toMatch(reason);
  });

  test("two edits of one place", () => {
    expect(spliced("a: 1\n", set(["a"], 2), set(["a"], 3))).toMatch(/dezelfde plaats/);
  });
});

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
      { numRuns: 1000 },
    );
    // What could be done, is: hardly anything is refused for want of a way.
    expect(done).toBeGreaterThan(100 * refused);
  });
});

describe("of a text over lines only the words that change", () => {
  const styles: Readonly<Record<string, string>> = {
    folded:
      "a: 1\ntext: >  # gevouwen\n  Een zin die lang is en\n  over twee regels gaat.\n\n  Twee zinnen.\n\n  Drie zinnen.\nb: 2\n",
    literal: "a: 1\ntext: | # zo\n  Een.\n \n  Twee zinnen.\n  Drie zinnen.\nb: 2\n",
    plain: "a: 1\ntext: Een zin die lang is en\n  over twee regels gaat.\n\n  Twee zinnen.\n\n  Drie zinnen.\nb: 2\n",
    single:
      "a: 1\ntext: 'Een ''zin'' die lang is en\n  over twee regels gaat.\n\n  Twee zinnen.\n\n  Drie zinnen.'\nb: 2\n",
    double:
      'a: 1\ntext: "Een \\"zin\\" die \\u00e9n lang is\n  over twee regels gaat.\n\n  Twee zinnen.\n\n  Drie zinnen."\nb: 2\n',
  };
  for (const [style, unix] of Object.entries(styles))
    for (const eol of ["\n", "\r\n"])
      test(`${style}, with lines that end with ${JSON.stringify(eol)}`, () => {
        const text = unix.replaceAll("\n", eol);
        const { text: value } = parse(text) as { text: string };
        const line = /^ *Twee zinnen\.$/m.exec(unix)?.[0] ?? "";
        const to = (fresh: string) =>
          spliced(
            text,
            set(
              ["text"],
              value.replace("Twee zinnen.", () => fresh),
            ),
          );
        const becomes = (fresh: string) => unix.replace(line, () => fresh).replaceAll("\n", eol);
        const indent = line.replace("Twee zinnen.", "");
        expect(to("Twee 'andere' zinnen.")).toBe(
          becomes(`${indent}Twee ${style === "single" ? "''andere''" : "'andere'"} zinnen.`),
        );
        // Elsewhere a new line asks for another layout.
        if (style !== "literal") return;
        expect(to("Twee zinnen.\nEn meer.")).toBe(becomes(`${line}\n${indent}En meer.`));
        expect(to("Twee zinnen.\n\nEn meer.")).toBe(becomes(`${line}\n\n${indent}En meer.`));
        const without = spliced(text, set(["text"], value.replace("Twee zinnen.\n", "")));
        const bare = (yaml: string) => yaml.replace(/^ +(?=\r?\n)/gm, "");
        expect(bare(without)).toBe(bare(unix.replace(`${line}\n`, "").replaceAll("\n", eol)));
      });
});
