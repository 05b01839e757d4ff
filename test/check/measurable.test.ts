/** Whether what a plan wants can be measured: told of goals, of priorities, and of actions. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { examine } from "../../src/check/examine.js";
import { readContentFolder } from "../../src/content/index.js";
import { root } from "../setup/ivp.js";

/** Of which priorities it is told that nothing measures them, with an indicator of some things. */
async function unmeasured(things: object | undefined): Promise<string[]> {
  const indicator = { id: "count", title: "Woninginbraken", unit: "misdrijven", source: { name: "Proef" }, ...things };
  const own = { path: "indicators/count.yaml", bytes: Buffer.from(stringify(indicator)) };
  const { diagnostics } = examine([
    ...(await readContentFolder(join(root, "test/fixtures/base"))),
    ...(things ? [own] : []),
  ]);
  return diagnostics
    .filter(({ code, file }) => code === "IVP809" && file.startsWith("priorities/"))
    .map(({ subject }) => subject ?? "");
}

test("a priority is measured by an indicator of its own, or of one of its measures", async () => {
  expect(await unmeasured(undefined)).toEqual(["priority:burglary", "priority:youth"]);
  expect(await unmeasured({ priorities: ["burglary"] })).toEqual(["priority:youth"]);
  expect(await unmeasured({ measures: ["evening-rounds"] })).toEqual(["priority:youth"]);
});
