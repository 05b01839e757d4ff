import { join } from "node:path";
import { expect, test } from "vitest";
import { examine } from "../../src/check/examine.js";
import { readContentFolder } from "../../src/content/index.js";
import { root } from "../setup/ivp.js";

const base = await readContentFolder(join(root, "test/fixtures/base"));
const long = `Deze zin is ${"heel ".repeat(20)}lang.`;
const hard =
  "Maatschappelijke verantwoordelijkheden veronderstellen gemeenschappelijke besluitvormingsprocedures. ".repeat(20);
const same = "Wij lopen elke avond samen door de straat.";

// In each text what is wrong stands between « and »; the same letters stand elsewhere too, where nothing is wrong.
test.each([
  ["IVP402", "De bekende opsporingsagent komt, en de «bekende opsporingsagent» (BOA)."],
  ["IVP403", "De XBIG is iets anders dan de «BIG»."],
  ["IVP406", `${same}\nDat doen we graag. «${same}»`],
  ["IVP513", "Dat moest voor 2010 klaar zijn.\nHet is «voor 2010» klaar."],
  ["IVP604", "Kijk hier, of «[hier](https://politie.nl)»."],
  ["IVP605", "Voor de detail «de de» wijk."],
  ["IVP606", "Twe«e  d»rie."],
  ["IVP607", `Kort. «${long}» Kort.`],
  ["IVP607", `Kort.\n- «${long}» Kort.`],
  ["IVP608", `- «${hard.split(". ")[0]}.» ${hard.slice(hard.indexOf(". ") + 2)}`],
  ["IVP609", "Wij lezen [[term:boa|straat]] en dan «straatt» en straattegel."],
  ["IVP610", "Overthans is geen woord, «thans» wel."],
  ["IVP705", "Een pijl als `x`: «→» daar."],
])("%s underlines what it tells: %s", (code, marked) => {
  const from = marked.indexOf("«");
  const text = marked.replace(/[«»]/g, "");
  const wanted = marked.slice(from + 1, marked.indexOf("»"));
  const source = `id: vision\ntitle: Visie\ntext: |\n${text.replace(/^/gm, "  ")}\n`;
  const files = base.map((file) =>
    file.path === "vision.yaml" ? { path: file.path, bytes: new TextEncoder().encode(source) } : file,
  );
  const { diagnostics } = examine(files);
  const told = diagnostics.filter((found) => found.code === code && found.file === "vision.yaml");
  expect(
    told.map(({ line, column, length }) => source.split("\n")[line - 1]?.slice(column - 1, column - 1 + length)),
    JSON.stringify(diagnostics.filter(({ file }) => file === "vision.yaml")),
  ).toEqual([wanted]);
  const before = text.slice(0, from).split("\n");
  expect(told.map(({ line, column }) => [line - 3, column - 3])).toEqual([[before.length, before.at(-1)?.length]]);
});
