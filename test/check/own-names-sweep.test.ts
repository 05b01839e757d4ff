import { expect, test } from "vitest";
import { examine } from "../../src/check/examine.js";
import { readContentFolder } from "../../src/content/index.js";
import { faultNames, faultText, faulty } from "../setup/faults.js";
import { fixedNames, renamed } from "../setup/own-names.js";
import { share } from "../setup/sweep.js";

/** Where plan.yaml can't be read, or has terms of its own, there are no others to see. */
const withoutTerms = /terms:|file: plan\.yaml\n +(write|remove|latin1|link)/;

/** For each code one fault that breaks its rule. */
const asked = new Map<string, string>();
for (const name of faultNames) {
  const text = await faultText(name);
  if (withoutTerms.test(text)) continue;
  for (const [, code = ""] of text.matchAll(/^ {2}- ['"]?(IVP\d{3}) /gm)) if (!asked.has(code)) asked.set(code, name);
}

test.each(share([...new Set(asked.values())], 6))("%s is told in the team's own words", async (name) => {
  const { content } = await faulty(name);
  const { diagnostics } = examine(renamed(await readContentFolder(content)));
  // What the schemas say of a key (2xx) is for every team.
  const told = diagnostics.filter(({ code }) => !code.startsWith("IVP2"));
  expect(told.flatMap(({ message, hint = "" }) => fixedNames(`${message} ${hint}`))).toEqual([]);
});
