/** Stage 4: rules over the texts and the linked model. One rule, one file; this list is all there is to register. */
import type { Diagnostic } from "../diagnostics.js";
import type { Rule, Subject } from "./rule.js";
import { coverage } from "./rules/coverage.js";
import { membership } from "./rules/membership.js";
import { periods } from "./rules/periods.js";
import { proseSafety } from "./rules/prose-safety.js";

const rules: readonly Rule[] = [proseSafety, membership, periods, coverage];

/** Runs every rule. Pure. */
export const check = (subject: Subject): Diagnostic[] => rules.flatMap((rule) => rule(subject));
