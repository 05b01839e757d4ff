/** What an amendment changes, told with everything that a text may hold: a council votes on it as it stands. */
import { expect, test } from "vitest";
import { copyOf } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";
import { pagesOf } from "../setup/variant.js";

/** What the document of an amendment shows of a text that it brings. */
async function shown(text: string, own: object = {}, title = "Avondrondes lopen"): Promise<string> {
  const pages = await pagesOf({
    "amendments/more.yaml": () => ({
      id: "more",
      title: "Vaker",
      municipality: "oostdorp",
      ...own,
      changes: [
        {
          target: "measure:evening-rounds",
          field: "text",
          old: "Een BOA loopt in de avond door donkere straten.",
          new: text,
        },
        { target: "action:2025-2026/rounds", field: "money", old: 12500, new: 15000 },
      ],
    }),
    "programmes/2025-2026.yaml": (programme) => {
      programme.actions[0].title = title;
    },
  });
  return pages("amendementen/more").replace(/(nieuw|vervalt): /g, "");
}

test.each([
  ["a list", "Wij doen:\n\n- rondes\n- praten\n  met buren\n", "Wij doen: – rondes – praten met buren"],
  ["numbers", "1. Rondes.\n2. Praten.\n", "1. Rondes. 2. Praten."],
  [
    "a table",
    "Tabel: Wie wat doet\n\n| Wie | Wat |\n| --- | --- |\n| BOA | **rondes** |\n\nBron: het team\n",
    "Tabel: Wie wat doet Wie | Wat BOA | rondes Bron: het team",
  ],
  ["a quote", "> Goed zo.\n> — De wijkagent\n", "Citaat: Goed zo. — De wijkagent"],
  ["a footnote", "Een BOA loopt.[^b]\n\n[^b]: Of twee.\n", "Een BOA loopt. (voetnoot b) Voetnoot b: Of twee."],
  [
    "a picture",
    "Zo dus.\n\n![Een dijk](images/dijk.png)\nAfbeelding: De dijk\nBron: A. Bakker\n",
    "Zo dus. Afbeelding: Een dijk Bijschrift: De dijk Bron: A. Bakker",
  ],
  ["paragraphs", "Een zin\nover twee regels.\n\nNog een.\n", "Een zin over twee regels. Nog een."],
])("%s", async (_, text, told) => {
  expect(await shown(text)).toContain(told);
});

test("markup in a title or in a name of the proposal is no sign", async () => {
  const text = await shown("Anders.", { proposal: "raadsvoorstel *12* van het `college`" }, "Rondes *lopen*");
  expect(text).toContain("gelezen raadsvoorstel 12 van het college;");
  expect(text).toContain("(Rondes lopen)");
});

test("the parties that submit one are names, and need no explaining", async () => {
  const content = await copyOf("test/fixtures/base");
  const written = (reason: string): string =>
    `id: more\ntitle: Vaker\nmunicipality: oostdorp\nsubmitters: [VVD, PvdA]\nreason: ${reason}\nchanges:\n  - target: measure:evening-rounds\n    field: text\n    old: in de avond\n    new: elke avond\n`;
  await content.write("amendments/more.yaml", written("De VVD vraagt erom."));
  expect((await ivp("check", "--content", content.folder)).stdout).not.toContain("IVP401");
  await content.write("amendments/more.yaml", written("De XYZ vraagt erom."));
  expect((await ivp("check", "--content", content.folder)).stdout).toContain("XYZ");
});
