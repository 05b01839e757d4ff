/** That figures don't go into an indicator. */
import { UsageError } from "../errors.js";
import type { Indicator } from "../model/index.js";

/** A refusal of figures for an indicator. */
export const refuse = (indicator: Pick<Indicator, "id">, why: string, mend?: string): UsageError =>
  new UsageError(`indicators/${indicator.id}.yaml: ${why} Er is niets gewijzigd.`, mend);
