/** What a Word file carries of how it went out: see `word/carrier.ts`. It came back from elsewhere, and is read as such. */
import { childrenNamed, textIn, type WordDocument, type XmlElement } from "../docx/index.js";

/** A line of the content as a paragraph showed it. */
export interface Line {
  readonly file: string;
  readonly path: readonly (string | number)[];
  /** The same with ids in the place of the numbers of items that have one. */
  readonly keys: string;
  /** Offsets in the text of the content. */
  readonly from: number;
  readonly to: number;
  readonly source: string;
  /** Offsets in what the paragraph showed. */
  readonly start: number;
  readonly end: number;
}

/** A stretch of what a paragraph showed. */
export interface Stretched {
  readonly from: number;
  readonly to: number;
}

export type Emphasis = "bold" | "italic";

/** What a paragraph is to who reads it. */
export type Shape = (typeof shapes)[number];
const shapes = ["text", "bullet", "number", "heading"] as const;

/** A paragraph as it went out. */
export interface Sent {
  readonly number: number;
  readonly shown: string;
  /** An older version didn't say. */
  readonly shape?: Shape;
  /** Which words went out bold or italic by themselves; an older version didn't say. */
  readonly emphasis?: Readonly<Record<Emphasis, readonly Stretched[]>>;
  /** Empty for what the program wrote itself. */
  readonly lines: readonly Line[];
}

/** A document as it went out. */
export interface Export {
  readonly document: string;
  readonly kind: string;
  /** The commit of the content, if it was known. */
  readonly revision?: string;
  readonly paragraphs: readonly Sent[];
  /** How many images and charts went out, and what stood above and below pages; an older version didn't say. */
  readonly pictures?: number;
  readonly margins?: readonly string[];
}

const rootIn = ({ own }: WordDocument): XmlElement | undefined =>
  own.map((one) => one.root).find(({ name }) => name === "ivp:export");

/** @returns nothing when the file carries nothing, or nothing that can be read */
export function exportIn(word: WordDocument): Export | undefined {
  const root = rootIn(word);
  if (root?.attributes.version !== VERSION) return undefined;
  const { document = "", kind = "", revision, pictures } = root.attributes;
  const paragraphs = childrenNamed(root, "ivp:paragraph").map(sentIn);
  if (!paragraphs.every((one) => one !== undefined)) return undefined;
  return {
    document,
    kind,
    ...(revision && { revision }),
    paragraphs: withoutDoubt(paragraphs),
    ...(pictures !== undefined && {
      pictures: Number(pictures),
      margins: childrenNamed(root, "ivp:margin").map(textIn),
    }),
  };
}

/** Of the shape that is written now. */
const VERSION = "1";

/** Why a file doesn't say where its texts come from, in Dutch, as sentences. */
export function whyUnknown(word: WordDocument): string {
  const root = rootIn(word);
  const { version, program = word.properties.get("ivp-program") } = root?.attributes ?? {};
  const made = program ? ` (${program})` : "";
  if (root && version !== VERSION)
    return `Dit bestand is gemaakt met een andere versie van ivp${made}, die op een andere manier opschrijft waar tekst vandaan komt. Deze versie kan daarom niets plaatsen of wegschrijven. Lees het met de versie waarmee het is gemaakt.`;
  if (root || word.properties.has("ivp-document"))
    return `Dit bestand is door ivp gemaakt${made}, maar wat zegt waar zijn tekst vandaan komt, is weg of beschadigd. ivp kan daarom niets plaatsen of wegschrijven. Vraag om het bestand zoals het in Word of LibreOffice is opgeslagen.`;
  return "Dit bestand zegt niet waar zijn tekst vandaan komt: het is niet door ivp gemaakt, of opgeslagen met een programma dat dat weglaat, zoals Google Docs of Pages. ivp kan daarom niets plaatsen of wegschrijven. Gebruik Word of LibreOffice.";
}

function sentIn(element: XmlElement): Sent | undefined {
  const number = Number(element.attributes.n);
  const [shown] = childrenNamed(element, "ivp:shown").map(textIn);
  const lines = childrenNamed(element, "ivp:line").map((line) => lineIn(line, shown ?? ""));
  if (!Number.isInteger(number) || shown === undefined || !lines.every((line) => line !== undefined)) return undefined;
  const [bold, italic] = [element.attributes.bold, element.attributes.italic].map(stretchesIn);
  const shape = shapes.find((one) => one === element.attributes.shape);
  return { number, shown, lines, ...(shape && { shape }), ...(bold && italic && { emphasis: { bold, italic } }) };
}

function lineIn({ attributes, ...element }: XmlElement, shown: string): Line | undefined {
  const { file = "", keys = "" } = attributes;
  const [from, to, start, end] = ["from", "to", "start", "end"].map((name) => Number(attributes[name]));
  const source = textIn({ attributes, ...element });
  const path = pathIn(attributes.path ?? "");
  const sound = (a: number | undefined, b: number | undefined, most: number): boolean =>
    Number.isInteger(a) && Number.isInteger(b) && (a ?? -1) >= 0 && (a ?? 0) <= (b ?? 0) && (b ?? 0) <= most;
  if (!path || source === "" || !sound(from, to, 1e7) || !sound(start, end, shown.length)) return undefined;
  return { file, path, keys, from: from ?? 0, to: to ?? 0, source, start: start ?? 0, end: end ?? 0 };
}

/** Stretches as the file has them: "0-4 9-12". @returns nothing for what isn't written so */
function stretchesIn(written: string | undefined): Stretched[] | undefined {
  if (written === undefined || !/^(?:\d+-\d+(?: (?=\d)|$))*$/.test(written)) return undefined;
  return [...written.matchAll(/(\d+)-(\d+)/g)].map(([, from, to]) => ({ from: Number(from), to: Number(to) }));
}

function pathIn(json: string): Line["path"] | undefined {
  try {
    const path: unknown = JSON.parse(json);
    const sound = Array.isArray(path) && path.every((step) => typeof step === "string" || Number.isInteger(step));
    return sound ? (path as Line["path"]) : undefined;
  } catch {
    return undefined;
  }
}

/** Of words that both the content and the program write, nobody can be sure which are which: then nothing is written. */
function withoutDoubt(paragraphs: readonly Sent[]): Sent[] {
  const own = new Set(paragraphs.filter(({ lines }) => lines.length === 0).map(({ shown }) => shown));
  return paragraphs.map((paragraph) => (own.has(paragraph.shown) ? { ...paragraph, lines: [] } : paragraph));
}
