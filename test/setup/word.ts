import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** What a docx of a test is made of, each as the XML within the element of its part. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  readonly footnotes?: string;
  /** Relationships of the document besides its own. */
  readonly relations?: string;
  /** Other parts, by path. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
  /** The names of the headings, as the language of a program has them. */
  readonly heading?: (level: number) => { readonly id: string; readonly name: string; readonly outline?: boolean };
}

const root = (name: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${W}" xmlns:r="${R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml">${inner}</w:${name}>`;

/** As Word itself calls them in a Dutch document. */
const dutch = (level: number) => ({ id: `Kop${level}`, name: `heading ${level}`, outline: true });

/** Makes a docx of the parts that a test is about. */
export function docx({
  body,
  styles = "",
  numbering,
  comments,
  footnotes,
  relations = "",
  more = {},
  heading = dutch,
}: WordParts): Uint8Array {
  const headings = [1, 2, 3, 4, 5].map((level) => {
    const { id, name, outline } = heading(level);
    return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${outline ? `<w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr>` : ""}</w:style>`;
  });
  const own: [name: string, xml: string | undefined][] = [
    [
      "styles",
      `<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>${headings.join("")}${styles}`,
    ],
    ["numbering", numbering],
    ["comments", comments],
    ["footnotes", footnotes],
  ];
  const present = own.flatMap(([name, xml]) => (xml === undefined ? [] : [[name, xml] as const]));
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>${present.map(([name]) => `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${name}+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": root("document", `<w:body>${body}</w:body>`),
    "word/_rels/document.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${present.map(([name], index) => `<Relationship Id="own${index}" Type="${R}/${name}" Target="${name}.xml"/>`).join("")}${relations}</Relationships>`,
    ...Object.fromEntries(present.map(([name, xml]) => [`word/${name}.xml`, root(name, xml)])),
    ...more,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, data]) => [path, typeof data === "string" ? strToU8(data) : data]),
    ),
  );
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A run of words. @param looks the XML of its properties, such as `<w:b/>` */
export const r = (text: string, looks = ""): string =>
  `<w:r>${looks ? `<w:rPr>${looks}</w:rPr>` : ""}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs, or of words. */
export const p = (inner: string, properties = ""): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ""}${inner.startsWith("<") ? inner : r(inner)}</w:p>`;

export const h = (level: number, text: string, style = `Kop${level}`): string =>
  p(r(text), `<w:pStyle w:val="${style}"/>`);

export const li = (inner: string, depth = 0, list = 1): string =>
  p(inner, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A table of rows of cells, each the XML of its blocks or words. */
export const table = (rows: readonly (readonly string[])[], header = true): string =>
  `<w:tbl>${rows.map((cells, index) => `<w:tr>${header && index === 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.map((cell) => `<w:tc>${cell.startsWith("<") ? cell : p(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

/** List 1 has bullets, list 2 numbers. */
export const lists = ["bullet", "decimal"]
  .map(
    (format, index) =>
      `<w:abstractNum w:abstractNumId="${index}">${[0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join("")}</w:abstractNum>`,
  )
  .concat([1, 2].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id - 1}"/></w:num>`))
  .join("");

export const picture = (relation: string, alt = ""): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><a:blip r:embed="${relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
