import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { markedText } from "../../src/diff/marked-text.js";
import { unmarked } from "../../src/prose/marks.js";
import { textOf, unitsOf } from "../../src/prose/units.js";
import { copyOfPlan, planFolder, temporaryFolder } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";

const file = "introduction/scope.yaml";

/** What `ivp diff` says after an edit of the text with a table, a quote, a picture and footnotes: what, was and wordt. */
async function changes(...edits: readonly (readonly [from: string, to: string])[]): Promise<string[]> {
  const copy = await copyOfPlan();
  for (const [from, to] of edits) await copy.replace(file, from, to);
  const { stdout, stderr } = await ivp("diff", planFolder, copy.folder, "--format", "json");
  expect(stderr).toBe("");
  const { changes: all } = JSON.parse(stdout) as {
    changes: { type: string; field?: string; before?: string[]; after?: string[] }[];
  };
  return all.map(({ type, field = "", before = [], after = [] }) =>
    [type, field.replace(/^Tekst: /, ""), before.join(" / "), after.join(" / ")].join(" | "),
  );
}

const table = "tabel “Meldingen bij de politie, per jaar”";

test.each([
  ["a cell", "| 41 | 38 |", "| 41 | 37 |", `reworded | ${table}, rij “Inbraak in een woning”, kolom “2023” | 38 | 37`],
  [
    "an empty cell",
    "| 0 | – | 2 | |",
    "| 0 | – | 2 | 5 |",
    `reworded | ${table}, rij “Hoog water”, kolom “Verschil” | leeg | 5`,
  ],
  ["a header", "| 2023 |", "| 2023* |", `reworded | ${table}, kop van kolom 3 | 2023 | 2023*`],
  [
    "the name of a row",
    "| Hoog water |",
    "| Storm |",
    `reworded | ${table}, rij “Hoog water”, naam | Hoog water | Storm`,
  ],
  [
    "a row that went",
    "  | Hoog water | 0 | – | 2 | |\n",
    "",
    `removed | ${table}, rij | Hoog water: 2022 0; 2023 –; 2024 2; Verschil leeg | `,
  ],
  [
    "the caption",
    "per jaar\n",
    "elk jaar\n",
    "reworded | tabel “Meldingen bij de politie, elk jaar”, bijschrift | Meldingen bij de politie, per jaar | Meldingen bij de politie, elk jaar",
  ],
  [
    "the source",
    "Bron: politie,",
    "Bron: de politie,",
    `reworded | ${table}, bron | politie, zoals zij het in 2025 telde (voetnoot) | de politie, zoals zij het in 2025 telde (voetnoot)`,
  ],
  [
    "the alignment",
    "---: |",
    "--- |",
    `layout | ${table} | Kolommen: vanzelf, vanzelf, vanzelf, vanzelf, rechts | Kolommen: vanzelf, vanzelf, vanzelf, vanzelf, vanzelf`,
  ],
  [
    "a footnote",
    "kan nog veranderen",
    "verandert nog",
    "reworded | voetnoot | Dit getal kan nog veranderen; zie paragraaf 3.2. | Dit getal verandert nog; zie paragraaf 3.2.",
  ],
  [
    "the speaker",
    "Een bewoner van",
    "Een inwoner van",
    "reworded | Tekst | — Een bewoner van IJzerwoude | — Een inwoner van IJzerwoude",
  ],
  [
    "the words of a quote",
    "elke avond op slot",
    "elke nacht op slot",
    "reworded | Tekst | Ik doe mijn fiets nu elke avond op slot. | Ik doe mijn fiets nu elke nacht op slot.",
  ],
  [
    "a caption of a picture",
    "in 2020",
    "in 2021",
    "reworded | bijschrift van een afbeelding | De dijk is in 2020 verhoogd (voetnoot) | De dijk is in 2021 verhoogd (voetnoot)",
  ],
  [
    "what is on a picture",
    ", van dichtbij]",
    "]",
    "reworded | wat op een afbeelding staat | De dijk bij Súderhaven, van dichtbij | De dijk bij Súderhaven",
  ],
])("%s is told as what it is", async (_, from, to, told) => {
  expect(await changes([from, to])).toEqual([told]);
});

test("a row that moved is moved, and one that came is new; other labels of footnotes are no change", async () => {
  const water = "  | Hoog water | 0 | – | 2 | |\n";
  expect(await changes([water, ""], ["  | Inbraak", `${water}  | Brand | 1 | 2 | 3 | |\n  | Inbraak`])).toEqual([
    `added | ${table}, rij |  | Brand: 2022 1; 2023 2; 2024 3; Verschil leeg`,
    `moved | ${table}, rij “Hoog water” | na “Overlast van jongeren” | vooraan`,
  ]);
  expect(await changes(["29[^1]", "29[^a]"], ["telde[^1]", "telde[^a]"], ["[^1]: Dit", "[^a]: Dit"])).toEqual([]);
});

test("a table that went is told row by row", async () => {
  const copy = await copyOfPlan();
  const text = await readFile(join(copy.folder, file), "utf8");
  const rows = /\n {2}Tabel:[\s\S]*?\n(?=\n)/.exec(text)?.[0] ?? "";
  expect(await changes([rows, "\n  Zie.[^1]\n"])).toEqual([
    "added | Tekst |  | Zie. (voetnoot)",
    expect.stringMatching(
      /^removed \| tabel \| Meldingen bij de politie, per jaar \/ Inbraak in een woning: 2022 41; /,
    ),
  ]);
});

test("cells, captions, quotes and footnotes are marked where they changed, and stay what they are", async () => {
  const copy = await copyOfPlan();
  await copy.replace(file, "| 41 | 38 |", "| 41 | 37 |");
  await copy.replace(file, "  | Hoog water | 0 | – | 2 | |\n", "  | Brand | 1 | 2 | 3 | |\n");
  await copy.replace(file, "kan nog veranderen", "zal nog veranderen");
  await copy.replace(file, "Een bewoner van", "Een inwoner van");
  await copy.replace(file, "in 2020", "in 2021");
  const out = join(await temporaryFolder(), "out");
  const args = ["--content", copy.folder, "--out", out, "--format", "html", "--compare", planFolder];
  expect((await ivp("build", ...args)).code).toBe(0);
  const html = (await readFile(join(out, "vergelijking/ivp-2025-2028.html"), "utf8")).replace(
    /<span class="hidden said">[^<]*<\/span>/g,
    "",
  );
  expect(html).toContain('<td class="number"><del>38</del> <ins>37</ins></td>');
  expect(html).toContain('<th scope="row"><del>Hoog water</del> <ins>Brand</ins></th>');
  expect(html).toMatch(/<li id="noot-\d+" value="\d+"><p>Dit getal <del>kan<\/del><ins>zal<\/ins> nog/);
  expect(html).toMatch(/<figcaption>— Een <del>bewoner<\/del><ins>inwoner<\/ins> van <em>IJzerwoude<\/em>/);
  expect(html).toMatch(/in <del>2020<\/del><ins>2021<\/ins> <strong>verhoogd/);
  expect(html).not.toMatch(/\|---|\[\^|Tabel: |&gt; —/);
});

test("a text that is taken apart and put together again is the same text", () => {
  const text = [
    "Een zin.[^1]",
    "- een\n  - twee\n\n    | a | b |\n    | --- | --- |\n    | 1 |  |\n\n- drie",
    "Tabel: t\n| a | b\\|c |\n| --- | ---: |\n| 1 | 2 |\nBron: x",
    "> een\n>\n> > twee\n>\n> — Jan",
    "![x](a.png)\nAfbeelding: c\nBron: b",
    "[^1]: noot",
  ].join("\n\n");
  expect(textOf(unitsOf(text))).toBe(text);
  expect(unmarked(markedText("", text))).toBe(text);
  expect(markedText(text, text)).toBe(text);
});
