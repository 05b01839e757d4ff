import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Edit, splice } from "../../src/content/splice.js";

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
