/** Whether what a file measures in is what an indicator measures in. */
import type { UsageError } from "../errors.js";
import type { Indicator } from "../model/index.js";
import type { Observation } from "./observations.js";
import { refuse } from "./refusal.js";

/** @throws {UsageError} when the file counts in another unit */
export function requireUnit(indicator: Indicator, all: readonly Observation[]): void {
  requireMarks(indicator, all);
  const [first] = all;
  const told =
    first?.topic.unit ??
    (first?.topic.label === undefined ? "" : (/\(([^()]*)\)\s*$/.exec(first.topic.label)?.[1] ?? ""));
  if (!told) return;
  const percent = /%|procent/i.test(told);
  const perHead = /\bper\s*1?\s?0{2,}|\/\s?1\s?000|per .*inw/i.test(told);
  const wanted = indicator.unit;
  const wrong = (why: string): UsageError =>
    refuse(indicator, `het bestand meet in “${told}”, de indicator in “${wanted}”.`, why);
  if (/^x?\s*(?:1\s?000|1\.000|mln)/i.test(told) || /x 1/.test(told)) throw wrong("Kies in de bron de hele aantallen.");
  if (percent !== /%|procent/i.test(wanted) && (percent || /^aantal/i.test(told)))
    throw wrong("Kies in de bron een andere eenheid, of pas unit aan.");
  if (isMoney(told) !== isMoney(wanted) && (isMoney(told) || /^aantal/i.test(told)))
    throw wrong("Kies in de bron een andere eenheid, of pas unit aan.");
  if (perHead && indicator.per === undefined && /^\S+$/.test(wanted) && !percent)
    throw wrong("Kies in de bron de aantallen, of zet in unit per hoeveel inwoners het is.");
  if (indicator.per !== undefined && perHead) throw wrong("De bron rekent al om: haal per weg.");
  if (indicator.per === undefined && /^aantal/i.test(told) && /per 1\.?000|per .*inwoners/i.test(wanted))
    throw wrong("Zet per: 1000 in de indicator, en geef met --population een bestand met inwoners.");
}

const isMoney = (unit: string): boolean => /€|\beuro/i.test(unit);

/** @throws {UsageError} when cells say with their numbers that they are in another unit, or only some of them do */
function requireMarks(indicator: Indicator, all: readonly Observation[]): void {
  const known = all.filter(({ mark }) => mark);
  const marked = known.find(({ mark }) => mark?.unit);
  const unit = marked?.mark?.unit;
  if (!marked || !unit) return;
  const fits = unit === "%" ? /%|procent/i.test(indicator.unit) : isMoney(indicator.unit);
  if (!fits)
    throw refuse(
      indicator,
      `op regel ${marked.line} staat een getal in “${unit}”, en de indicator meet in “${indicator.unit}”.`,
      "Kies in de bron een andere eenheid, of pas unit aan.",
    );
  const other = known.find(({ mark }) => mark?.unit !== unit);
  if (other)
    throw refuse(
      indicator,
      `op regel ${marked.line} staat een getal met “${unit}” erbij, en op regel ${other.line} een zonder.`,
      "Zet bij elk getal dezelfde eenheid, of bij geen.",
    );
}
