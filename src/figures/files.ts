/** Files in any of the shapes that CBS gives. */
import { UsageError } from "../errors.js";
import { linesDown, UNTOLD } from "./down.js";
import { longShape } from "./long.js";
import type { Observation } from "./observations.js";
import { type FigureFile, gridIn, type Line } from "./table.js";
import { columnsOf, decimalsIn, wideShape } from "./wide.js";

export interface Figures {
  readonly observations: readonly Observation[];
  /** Codes of tables that the names of files or their data tell. */
  readonly tables: readonly string[];
  /** Whether the shape says which numbers are provisional. */
  readonly tellsProvisional: boolean;
  /** Whether it says what is counted, and so in which unit. */
  readonly tellsTopic: boolean;
  /** What stands under the table. */
  readonly notes: readonly Line[];
}

/**
 * @param isPlace whether a name or code is that of a place that is asked for: a table may have them as titles
 * @throws {UsageError} for files that have none of the shapes
 */
export function figuresIn(files: readonly FigureFile[], isPlace: (name: string) => boolean): Figures {
  const observations = files.find(({ name }) => /(?:^|[\\/])observations\.csv$/i.test(name));
  const named = files.flatMap(
    ({ name }) => /\d{5}[A-Za-z]{3}\b|\d{5}[A-Z]{2,3}(?=_)/.exec(name)?.[0].toUpperCase() ?? [],
  );
  if (observations) {
    const { found, table } = longShape(observations, files);
    const tables = [...new Set([...named, ...(table ? [table] : [])])];
    return { observations: found, tables, tellsProvisional: true, tellsTopic: true, notes: [] };
  }
  const [file, ...others] = files;
  if (!file) throw new UsageError("In deze map staat geen CSV. Er is niets gewijzigd.");
  if (others.length > 0)
    throw new UsageError(
      "In deze map staan meer CSV's, en geen Observations.csv. Er is niets gewijzigd.",
      "Geef één bestand, of de map van een OData-download.",
    );
  const grid = gridIn(file);
  const tables = linesDown(grid, isPlace).map(columnsOf);
  const decimals = decimalsIn(tables);
  return {
    observations: tables.flatMap((table) => wideShape(table, decimals)),
    tables: named,
    tellsProvisional: !tables.some(({ typed, states }) => typed && states.length === 0),
    tellsTopic: !tables.some(({ topics }) => topics.some(({ title }) => title === UNTOLD)),
    notes: grid.notes,
  };
}
