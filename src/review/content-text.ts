/** The texts of the content as it is now, and where lines of what went out stand in them. */
import { type Loaded, type Path, parseFile, placeInText, type RawFile } from "../content/index.js";
import type { Place } from "../diagnostics.js";
import type { Form } from "./atoms.js";
import type { Line, Sent } from "./carrier.js";

/** A text of the content. */
export interface ContentText {
  readonly file: string;
  readonly path: Path;
  readonly text: string;
  /** As it is written: the program knows more than one word for some things. */
  readonly raw: string;
  readonly form: Form;
}

/** Lines of what went out, where they stand now: an offset in a text. */
export interface Located {
  readonly text: ContentText;
  readonly from: number;
  readonly to: number;
}

export class ContentTexts {
  private readonly byFile = new Map<string, ContentText[]>();
  /** Files in which all that went out stands where it stood. */
  private readonly same = new Map<string, boolean>();

  constructor(
    files: readonly RawFile[],
    private readonly loaded: Loaded,
    sent: readonly Sent[],
  ) {
    const bytes = new Map(files.map((file) => [file.path, file]));
    const written = new Map<string, unknown>();
    for (const { text, form, file, path } of loaded.texts) {
      const own = bytes.get(file.path);
      if (!written.has(file.path)) written.set(file.path, own && parseFile(own).parsed?.value);
      const raw = valueAt(written.get(file.path), path);
      const all = this.byFile.get(file.path) ?? [];
      this.byFile.set(file.path, all);
      if (typeof raw === "string") all.push({ file: file.path, path, text, raw, form });
    }
    for (const line of sent.flatMap(({ lines }) => lines))
      this.same.set(line.file, this.same.get(line.file) !== false && this.asItWas(line) !== undefined);
  }

  /** How many of some lines stand where they stood. */
  known = (lines: readonly Line[]): number => lines.filter((line) => this.asItWas(line)).length;

  private asItWas(line: Line): ContentText | undefined {
    const path = this.pathOf(line);
    const text = path && this.textAt(line.file, path);
    return text && text.text.slice(line.from, line.to) === line.source ? text : undefined;
  }

  /** The text in which a line stood, as it is now. */
  textOf(line: Line): ContentText | undefined {
    const path = this.pathOf(line);
    return path && this.textAt(line.file, path);
  }

  /**
   * Where lines that stood one below the other stand now.
   * @returns nothing when they aren't there any more, or nobody can tell which ones they are
   */
  locate(lines: readonly Line[]): Located | undefined {
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last) return undefined;
    const own = this.asItWas(first);
    const exact =
      own && lines.every((line) => this.asItWas(line) === own)
        ? { text: own, from: first.from, to: last.to }
        : undefined;
    if (exact && this.same.get(first.file)) return exact;
    // What has a name of its own is found by it, however many others say the same.
    const named = isNamed(first) ? this.textOf(first) : undefined;
    const [here, another] = named ? placesOf(lines, named) : [];
    if (here && !another) return here;
    const found = (this.byFile.get(first.file) ?? []).flatMap((text) => placesOf(lines, text));
    return found.length === 1 ? found[0] : undefined;
  }

  place({ file, path }: ContentText, from: number, length: number): Place | undefined {
    const parsed = this.loaded.files.get(file);
    return parsed && placeInText(parsed, path, from, length);
  }

  /** The list of which a text is an item, when it is one of nothing but texts. */
  listAround({ file, path }: ContentText): { path: Path; index: number; length: number } | undefined {
    const index = path.at(-1);
    const around = path.slice(0, -1);
    const list = valueAt(this.loaded.files.get(file)?.value, around);
    if (typeof index !== "number" || !Array.isArray(list)) return undefined;
    return list.every((item) => typeof item === "string") ? { path: around, index, length: list.length } : undefined;
  }

  private textAt = (file: string, path: Path): ContentText | undefined =>
    this.byFile
      .get(file)
      ?.find(
        (text) =>
          text.path.length === path.length && text.path.every((step, index) => String(step) === String(path[index])),
      );

  /** Where a text stands now: by the ids of the things around it, as other things may have come before them. */
  private pathOf({ file, path, keys }: Line): Path | undefined {
    const names = keys.split("/");
    if (names.length !== path.length) return path;
    let holder = this.loaded.files.get(file)?.value as unknown;
    const now: (string | number)[] = [];
    for (const [index, step] of path.entries()) {
      const name = names[index] ?? "";
      let key = step;
      if (Array.isArray(holder) && name !== String(step)) {
        key = holder.findIndex((item) => (item as { id?: unknown } | null)?.id === name);
        if (key < 0) return undefined;
      }
      now.push(key);
      holder = (holder as Record<string | number, unknown> | undefined)?.[key];
    }
    return now;
  }
}

/** Whether no step on the way to a text is a number that others beside it may have come to have. */
const isNamed = ({ keys, path }: Line): boolean =>
  keys.split("/").length === path.length && !keys.split("/").some((key) => /^\d+$/.test(key));

const BODY = /\[\[body:([a-z-]+)(?=\\?[|\]])/g;

/** A text with the words for bodies that its file has. */
export function asWritten({ text, raw }: ContentText, fresh: string): string {
  if (text === raw) return fresh;
  const [known, own] = [text, raw].map((one) => [...one.matchAll(BODY)].map(([, name = ""]) => name));
  const words = new Map(known?.map((name, index) => [name, own?.[index] ?? name]));
  return fresh.replace(BODY, (_, name: string) => `[[body:${words.get(name) ?? name}`);
}

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key], data);

/** Where lines stand in a text, each as a whole line or a whole cell. */
function placesOf(lines: readonly Line[], text: ContentText): Located[] {
  const [first, ...others] = lines;
  if (!first) return [];
  const places: Located[] = [];
  for (let at = text.text.indexOf(first.source); at >= 0; at = text.text.indexOf(first.source, at + 1)) {
    let end = at + first.source.length;
    if (!begins(text.text, at) || !ends(text.text, end)) continue;
    const whole = others.every(({ source }) => {
      const next = text.text[end] === "\n" ? end + 1 : -1;
      if (next < 0 || !text.text.startsWith(source, next) || !ends(text.text, next + source.length)) return false;
      end = next + source.length;
      return true;
    });
    if (whole) places.push({ text, from: at, to: end });
  }
  return places;
}

/** Whether some lines stand in a text as whole lines, or as a whole cell. */
export function holdsLines(text: string, source: string): boolean {
  for (let at = text.indexOf(source); at >= 0; at = text.indexOf(source, at + 1))
    if (begins(text, at) && ends(text, at + source.length)) return true;
  return false;
}

const begins = (text: string, at: number): boolean => /(?:^|\n|\|[ \t]*)$/.test(text.slice(0, at));
const ends = (text: string, at: number): boolean => /^(?:[ \t\\]*(?:\n|$)|[ \t]*\|)/.test(text.slice(at));
