import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { examine } from "../../src/check/examine.js";
import { readContentFolder } from "../../src/content/index.js";
import { placedIn } from "../../src/prose/index.js";
import { Notes } from "../../src/render/notes.js";
import { proseRenderer } from "../../src/render/prose.js";
import { root } from "../setup/ivp.js";
import { runs } from "../setup/sweep.js";

const base = await readContentFolder(join(root, "test/fixtures/base"));

/** The codes of what `ivp check` says of a text. */
const told = (text: string): string[] =>
  examine(
    base.map((file) =>
      file.path === "vision.yaml"
        ? { path: file.path, bytes: Buffer.from(`id: vision\ntitle: Visie\ntext: ${JSON.stringify(text)}\n`) }
        : file,
    ),
  ).diagnostics.flatMap(({ code, file }) => (file === "vision.yaml" ? [code] : []));

/** A text as it comes on a page: its HTML with the footnotes after it. */
function page(text: string): string {
  const notes = new Notes(true);
  const narrow = (html: string): string => html;
  const context = { screen: true, counters: { table: 0, figure: 0 }, notes, narrow };
  const html = proseRenderer({ links: new Map(), images: new Map() }, () => undefined, context).block(text);
  return [html, ...(notes.take()?.items ?? []).map((note) => note.html)].join("\n");
}

/** The pieces from which odd Markdown is made: every sign that means something, and words and numbers between. */
const pieces = fc.array(
  fc.constantFrom(
    ..."* ** _ ` ~~ [ ] ( ) ! > # + - = | \\ & ; : < . 1. 2019. ) &amp; &#322; \n \n\n".split(" "),
    ..."  ab cd 12 € % , é [[term:boa]] [a](https://a.nl) ![x](y.png) \u00ad".split(" "),
    "\n",
    "\n\n",
    "    ",
    " ",
    " ",
  ),
  { maxLength: 14 },
);

test("every character of a text is either in the document or told", () => {
  const { block } = proseRenderer({ links: new Map(), images: new Map() }, () => undefined);
  const signs = (text: string): string[] =>
    [...text.replace(/[\s*_`[\]()!\\:-]|https:\/\/a\.nl|y\.png|term:boa/g, "")].sort();
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("").trim();
      fc.pre(text !== "");
      if (told(text).some((code) => !/^IVP(701|60[35679]|401)$/.test(code))) return;
      const html = block(text)
        .replace(/\[afbeelding: ([^\]]*)\]/g, "$1")
        .replace(/<[^>]*>/g, "");
      const shown = html
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&");
      // Numbers of lists are the browser's; the words of a reference are the model's.
      const written = text.replace(/^(\s*(?:- )*)(\d+)\. /gm, "$1").replaceAll("[[term:boa]]", "boa");
      const meant: Record<string, string> = { "&amp;": "&", "&#322;": "ł" };
      const source = written
        .replace(/(`+)[\s\S]*?[^`]\1(?!`)|&amp;|&#322;/g, (piece) => meant[piece] ?? piece)
        .replace(/^(\s*)\+(?= )/gm, "$1");
      // The signs of a quote are its look.
      const quoted = block(text).includes("<blockquote");
      const kept = (piece: string): string[] => signs(quoted ? piece.replaceAll(">", "") : piece);
      expect(kept(shown)).toEqual(kept(source));
    }),
    { numRuns: runs({ quick: 20, whole: 150 }), seed: 6 },
  );
});

test("every piece of a text is found where it stands", () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      let end = 0;
      for (const { token, at, length } of placedIn(text)) {
        expect(at).toBeGreaterThanOrEqual(end);
        if (token.type === "text") expect(text.slice(at, at + length)).toBe(token.content);
        end = at + length;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: runs({ quick: 300, whole: 2000 }), seed: 7 },
  );
});

/** Lines of which each has a word of its own, put under each other as no author would. */
const lines = fc.array(
  fc.constantFrom(
    ...["", "", "", "Zin #.", "- punt #", "  - dieper #", "1. nummer #", "Tabel: bijschrift #", "| kop # | kop # |"],
    ...[
      "| --- | --: |",
      "| cel # | |",
      "| cel # | 12\\|# |",
      "kop # | kop #",
      "cel # | cel #",
      "Bron: bron #",
      "> citaat #",
    ],
    ...[
      "> — spreker #",
      "> > dieper #",
      ">",
      "> | a# | b# |",
      "> |---|---|",
      "  | in # | in # |",
      "  |---|---|",
      "zin #.[^1]",
    ],
    ...[
      "[^1]: noot #",
      "    noot # gaat door",
      "![alt #](images/a.png)",
      "Afbeelding: bij #",
      "[^2]: noot #",
      "cel[^2] | #",
    ],
  ),
  { maxLength: 9 },
);

test("every word of a text is in the document or something is told, whatever stands under what", () => {
  fc.assert(
    fc.property(lines, (parts) => {
      let count = 0;
      const text = parts.join("\n").replace(/#/g, () => `w${++count}w`);
      fc.pre(text.trim() !== "");
      if (told(text).some((code) => !/^IVP(701|609|511|40[16]|60[58])$/.test(code))) return;
      const html = page(text);
      for (let number = 1; number <= count; number++) expect(html).toContain(`w${number}w`);
      expect(html.replace(/<[^>]*>/g, "")).not.toMatch(/^\s*\||\|\s*$|\[\^|^(?:Tabel|Afbeelding):|-{3}|&gt;/m);
    }),
    { numRuns: runs({ quick: 20, whole: 150 }), seed: 14 },
  );
});
