/**
 * What a Word file carries to find the way back: of each paragraph its text as it went out, and where in the content that stands.
 * A hidden bookmark around the paragraph (`_ivp_1`) has the number by which this part of the file knows it.
 */
import type { Status, Traced } from "../documents/index.js";
import { plainText } from "../prose/index.js";
import { signsIn } from "../prose/signs.js";
import { marginTexts } from "./margins.js";
import { type Paragraph, type Part, paragraphsIn, type Run, textOf } from "./pieces.js";
import { element, escaped, part } from "./xml.js";

/** The namespace of the custom XML part. */
const NAMESPACE = "urn:ivp:docx";

/** A line of the content as a paragraph shows it. */
export interface CarriedLine {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly keys: string;
  /** The number of the first line, from 0, and offsets in the text of the content: see `TextLine`. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly source: string;
  /** Offsets in what the paragraph shows. */
  readonly start: number;
  readonly end: number;
}

export interface CarriedParagraph {
  readonly number: number;
  /** What Word shows: without numbers of lists and signs of footnotes; a tab is a tab, a line break a line end. */
  readonly shown: string;
  readonly shape: "text" | "bullet" | "number" | "heading";
  /** Which stretches of that are bold or italic by themselves, not by the style of the paragraph: "0-4 9-12". */
  readonly bold: string;
  readonly italic: string;
  /** Empty for what the program writes itself. */
  readonly lines: readonly CarriedLine[];
}

/** Which document a file is, for who brings it back. */
export interface Passport {
  readonly document: string;
  readonly kind: string;
  /** A hash of what the document is made of in the content. */
  readonly content: string;
  /** The commit of that content, if it is known. */
  readonly revision?: string;
  /** Name and version of the program. */
  readonly program: string;
}

export interface Carried {
  readonly passport: Passport;
  readonly numbers: ReadonlyMap<Paragraph, number>;
  readonly paragraphs: readonly CarriedParagraph[];
  /** How many images and charts go out, and what stands above and below pages: so that it is seen when those changed. */
  readonly pictures: number;
  readonly margins: readonly string[];
}

/** Finds the lines of the content that a paragraph shows. */
export type LinesOf = (paragraph: Paragraph) => readonly CarriedLine[];

/**
 * @param parts the document
 * @param tracedParts the same made of texts with signs
 */
export function linesIn(parts: readonly Part[], tracedParts: readonly Part[], { document, lines }: Traced): LinesOf {
  const label = plainIn(document.links);
  // By its words: what the program makes of texts may be otherwise where they have signs.
  const origins = new Map<string, (readonly CarriedLine[])[]>();
  for (const paragraph of all(tracedParts)) {
    const { text, signs } = signsIn(textOf(paragraph.runs));
    const found = located(text, signs, lines, label);
    const alike = origins.get(text);
    if (alike) alike.push(found);
    else origins.set(text, [found]);
  }
  const known = new Map(
    all(parts).map((paragraph) => [paragraph, origins.get(textOf(paragraph.runs))?.shift() ?? []] as const),
  );
  return (paragraph) => known.get(paragraph) ?? [];
}

/** What a file carries: see {@link linesIn}. */
export function carriedOf(
  parts: readonly Part[],
  tracedParts: readonly Part[],
  traced: Traced,
  passport: Passport,
  status: Status,
): Carried {
  const linesOf = linesIn(parts, tracedParts, traced);
  const numbers = new Map<Paragraph, number>();
  const paragraphs: CarriedParagraph[] = [];
  for (const paragraph of all(parts)) {
    const shown = textOf(paragraph.runs);
    if (paragraph.derived || shown === "") continue;
    const number = paragraphs.length + 1;
    numbers.set(paragraph, number);
    const emphasis = { bold: stretchesOf(paragraph.runs, "bold"), italic: stretchesOf(paragraph.runs, "italic") };
    paragraphs.push({ number, shown, shape: shapeOf(paragraph), ...emphasis, lines: linesOf(paragraph) });
  }
  const pictures = all(parts).flatMap(({ runs }) => runs.filter(({ type }) => type === "image" || type === "chart"));
  return { passport, numbers, paragraphs, pictures: pictures.length, margins: marginTexts(parts, status) };
}

function shapeOf({ style, item }: Paragraph): CarriedParagraph["shape"] {
  if (/^(?:Minor)?Heading/.test(style)) return "heading";
  return item && item.kind !== "plain" ? item.kind : "text";
}

/** Where words are bold or italic, in what a paragraph shows. */
function stretchesOf(runs: readonly Run[], emphasis: "bold" | "italic"): string {
  let at = 0;
  return runs
    .flatMap((run) => {
      const from = at;
      at += textOf([run]).length;
      const isSo = (run.type === "words" || run.type === "field") && run.look?.[emphasis] === true;
      return isSo && at > from ? [`${from}-${at}`] : [];
    })
    .join(" ");
}

const all = (parts: readonly Part[]): Paragraph[] => parts.flatMap(({ pieces }) => [...paragraphsIn(pieces)]);

const plainIn =
  (links: Traced["document"]["links"]) =>
  (text: string): string =>
    plainText(text, ({ kind, id, text: own }) => own ?? links.get(`${kind}:${id}`)?.text ?? id);

/** The lines that end in a text, as far as they are shown as they are written: what stands before a sign must be what it says. */
function located(
  text: string,
  signs: ReturnType<typeof signsIn>["signs"],
  lines: Traced["lines"],
  plain: (text: string) => string,
): CarriedLine[] {
  const found: CarriedLine[] = [];
  let begin = 0;
  /** Lines of which the emphasis goes on into the next are one. */
  let held: Traced["lines"][number] | undefined;
  for (const { number, at } of signs) {
    const line = lines[number];
    if (!line) continue;
    const whole =
      held && held.file === line.file && held.keys === line.keys
        ? { ...line, line: held.line, from: held.from, source: `${held.source}\n${line.source}` }
        : line;
    // Where the same footnote has a sign again, its number is a word.
    const before = text.slice(begin, at).replace(/\[\^[^\]\s]+\]$/.test(whole.source) ? /\d+$/ : /$^/, "");
    const shown = [plain(whole.source), plain(whole.source.replace(SIGN_OF_LINE, "")), whole.source].find(
      (one) => one !== "" && before.endsWith(one),
    );
    if (shown === undefined) {
      held = whole;
      continue;
    }
    held = undefined;
    const end = begin + before.length;
    found.push({ ...whole, start: end - shown.length, end });
    begin = at;
  }
  return found;
}

/** What makes a line what it is, and isn't shown: see `prose/dialect.ts` and `prose/arrange.ts`. */
const SIGN_OF_LINE = /^(?:\s|>|[-*+]\s|\d+[.)]\s|\[\^[^\]\s]+\]:)*(?:(?:Tabel|Afbeelding|Bron):\s+|[—–]\s*)?/;

/** The part of the file that says all this. */
export function carrierXml({ passport, paragraphs, pictures, margins }: Carried): string {
  const { document, kind, content, revision, program } = passport;
  return part(
    element(
      "export",
      { xmlns: NAMESPACE, version: 1, document, kind, content, revision, program, pictures },
      margins.map((text) => element("margin", {}, escaped(text))),
      paragraphs.map(({ number, shown, shape, bold, italic, lines }) =>
        element(
          "paragraph",
          { n: number, kind: lines.length > 0 ? "content" : "generated", shape, bold, italic },
          element("shown", {}, escaped(shown)),
          lines.map(({ file, path, keys, line, from, to, start, end, source }) =>
            element("line", { file, path: JSON.stringify(path), keys, line, from, to, start, end }, escaped(source)),
          ),
        ),
      ),
    ),
  );
}

/** Names the custom XML part to Word (ISO/IEC 29500-1, 22.5). */
export const itemProperties = part(
  element(
    "ds:datastoreItem",
    {
      "xmlns:ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
      "ds:itemID": "{1F3D7C54-6A0B-4E52-9B3F-6976702D6472}",
    },
    element("ds:schemaRefs", {}, element("ds:schemaRef", { "ds:uri": NAMESPACE })),
  ),
);

/** The same passport where more programs leave it alone (ISO/IEC 29500-1, 22.3). */
export function customProperties({ passport }: Carried): string {
  const VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
  return part(
    element(
      "Properties",
      { xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "xmlns:vt": VT },
      Object.entries(passport).map(([name, value], index) =>
        element(
          "property",
          { fmtid: "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", pid: index + 2, name: `ivp-${name}` },
          element("vt:lpwstr", {}, escaped(value)),
        ),
      ),
    ),
  );
}
