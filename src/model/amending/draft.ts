/** The content as texts in which changes are tried one after the other: nobody else sees them until they are written. */
import { type Definition, type Loaded, type Path, parseFile, partOfFile, walk } from "../../content/index.js";
import { fullId } from "../scope.js";
import type { ChangeTarget } from "./fields.js";

/** A value in a file of the content. */
export interface DraftPlace {
  readonly file: string;
  readonly path: Path;
}

export class Draft {
  readonly #texts: Map<string, string>;
  readonly #values = new Map<string, unknown>();
  readonly #definitions = new Map<string, readonly Definition[]>();

  /**
   * @param loaded content without errors in its YAML
   * @param texts its files as they lie on disk, when these are known better than as they were read
   */
  constructor(
    private readonly loaded: Loaded,
    texts: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#texts = new Map(texts);
    for (const definition of loaded.definitions) {
      const { path } = definition.file;
      this.#definitions.set(path, [...(this.#definitions.get(path) ?? []), definition]);
    }
  }

  text = (file: string): string | undefined => this.#texts.get(file) ?? this.loaded.files.get(file)?.text;

  /** The data of a file, in the words in which they are written. */
  value(file: string): unknown {
    if (!this.#values.has(file)) this.#values.set(file, this.#parsed(file)?.value);
    return this.#values.get(file);
  }

  at({ file, path }: DraftPlace): unknown {
    return path.reduce<unknown>(
      (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
      this.value(file),
    );
  }

  put(file: string, text: string): void {
    this.#texts.set(file, text);
    this.#values.delete(file);
    const [parsed, part] = [this.#parsed(file), partOfFile(file)];
    if (parsed && part) this.#definitions.set(file, walk(parsed, part.schema).definitions);
  }

  /** Where a thing stands. */
  find(target: ChangeTarget): DraftPlace | undefined {
    if ("part" in target) return this.text(target.file) === undefined ? undefined : { file: target.file, path: [] };
    for (const [file, definitions] of this.#definitions) {
      const found = definitions.find((thing) => thing.kind === target.kind && fullId(thing) === target.id);
      if (found) return { file, path: found.path.slice(0, -1) };
    }
    return undefined;
  }

  /** The full ids of the things of a kind. */
  idsOf = (kind: string): string[] =>
    [...this.#definitions.values()].flat().flatMap((thing) => (thing.kind === kind ? [fullId(thing)] : []));

  #parsed(path: string) {
    const text = this.text(path);
    return text === undefined ? undefined : parseFile({ path, bytes: Buffer.from(text) }).parsed;
  }
}
