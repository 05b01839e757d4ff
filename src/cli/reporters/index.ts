import { github } from "./github.js";
import { json } from "./json.js";
import type { Reporter } from "./reporter.js";
import { sarif } from "./sarif.js";

/** The formats of `ivp check` besides text. */
export const reporters = { json, github, sarif } satisfies Record<string, Reporter>;
