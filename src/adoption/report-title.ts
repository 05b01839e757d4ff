import { capital, day } from "../dutch.js";
import type { Model, Progress } from "../model/index.js";

/** What a progress report is called beside documents on which is decided. */
export const reportTitle = ({ terms }: Model, { date }: Progress): string =>
  `${capital(terms.progress.name)} ${day(date)}`;
