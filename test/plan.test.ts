import { join } from "node:path";
import { expect, test } from "vitest";
import { ivp, root } from "./setup/ivp.js";

/** What tests build: an invented team with an odd name among its municipalities, a plan adopted in part, two programmes. */
test("the plan of the tests has no errors, so that a test's own fault is the only one", async () => {
  const { code, stdout } = await ivp("check", "--content", join(root, "test/plan"));
  expect(code, stdout).toBe(0);
});
