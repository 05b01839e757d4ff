import { expect, test } from "vitest";
import { hyphenatedWord } from "../../src/render/hyphenate.js";
import { together } from "../../src/render/together.js";

test("an amount stays with its sign, and a number with the word before it", () => {
  expect(together("Dit kost € 12.500, zie paragraaf 3.3 en Bijlage II bij actie A4.")).toBe(
    "Dit kost €\u00a012.500, zie paragraaf\u00a03.3 en Bijlage\u00a0II bij actie\u00a0A4.",
  );
  expect(together("Elke actie in de bijlage van Ixelles, in € en in paragraaf.")).not.toContain("\u00a0");
});

test("no two letters of a word stand on a line of their own", () => {
  expect(hyphenatedWord("georganiseerde").split("\u00ad")[0]?.length).toBeGreaterThan(2);
});
