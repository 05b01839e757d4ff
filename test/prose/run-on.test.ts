/** What two lines, cells or styles keep apart on a page doesn't run on where it is heard, copied or told in one line. */
import { expect, test } from "vitest";
import { plainText } from "../../src/prose/index.js";
import { proseRenderer } from "../../src/render/prose.js";

const picture = "![Een kaart](images/x.png)\nAfbeelding: Waar de borden staan\nBron: gemeente";

test.each([
  [
    "a paragraph, a picture, its caption and its source",
    `Zie de kaart.\n\n${picture}`,
    "Zie de kaart. Een kaart. Waar de borden staan. Bron: gemeente",
  ],
  [
    "a caption that ends as a sentence",
    picture.replace("staan", "staan."),
    "Een kaart. Waar de borden staan. Bron: gemeente",
  ],
  ["cells", "Tabel: Aantal\n| a | b |\n|---|---|\n| c | 2 |\n| Bron: politie |", "Aantal. a, b. c, 2. Bron: politie"],
  ["items", "Wij doen:\n\n- een\n- twee\n\nEn dan dit", "Wij doen: een; twee. En dan dit"],
  ["who said a quote", "> Ik zag het\n>\n> — Piet", "Ik zag het. — Piet"],
])("in plain words: %s", (_, text, expected) => {
  expect(plainText(text, ({ id }) => id)).toBe(expected);
});

test("on a page a sign stands between the caption of a picture and its source, once", () => {
  const html = (text: string) => {
    const prose = proseRenderer({ links: new Map(), images: new Map() }, () => undefined);
    return prose.block(text).replace(/<[^>]+>/g, "");
  };
  expect(html(picture)).toContain("Waar de borden staan. Bron: gemeente");
  expect(html(picture.replace("staan", "staan?"))).toContain("Waar de borden staan? Bron: gemeente");
  expect(html(picture.replace(/Afbeelding.*\n/, ""))).not.toMatch(/[.] Bron/);
});
