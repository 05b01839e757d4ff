import { type Loaded, type Path, placeOfValue } from "../content/index.js";
import type { Diagnostic, Place } from "../diagnostics.js";
import type { Model } from "../model/index.js";

/** What a rule may look at. `model` is missing while the content has errors; texts are always there. */
export interface Subject {
  readonly loaded: Loaded;
  readonly model?: Model;
}

/** A rule looks at the subject and tells what is wrong. It never throws and changes nothing. */
export type Rule = (subject: Subject) => Diagnostic[];

/** Makes a rule that needs the linked model: silent while there is none. */
export const modelRule =
  (run: (model: Model, loaded: Loaded) => Diagnostic[]): Rule =>
  ({ model, loaded }) =>
    model ? run(model, loaded) : [];

/** The place where a thing's id stands. */
export function placeOf(loaded: Loaded, kind: string, id: string): Place {
  const definition = loaded.definitions.find((candidate) => candidate.kind === kind && candidate.id === id);
  return definition
    ? placeOfValue(definition.file, definition.path)
    : { file: "plan.yaml", line: 1, column: 1, length: 1 };
}

/** The place of a value in a file. */
export function placeIn(loaded: Loaded, file: string, path: Path): Place {
  const parsed = loaded.files.get(file);
  return parsed ? placeOfValue(parsed, path) : { file, line: 1, column: 1, length: 1 };
}
