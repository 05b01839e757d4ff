// Writes docs/rules.md: the reference of all rules, out of the rules themselves. A test holds the two equal.
import { writeFileSync } from "node:fs";
import { rulesReference } from "../dist/check/reference.js";

writeFileSync(new URL("rules.md", import.meta.url), rulesReference());
