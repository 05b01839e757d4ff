/** Makes what comes next out of what there is: the next programme, or the next plan. */
export type { RolledOver } from "./rolled-over.js";
export { rolloverPlan } from "./rollover-plan.js";
export { rolloverProgramme } from "./rollover-programme.js";
