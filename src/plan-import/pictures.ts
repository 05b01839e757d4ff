/** The pictures of a document, as files of the content. */
import { defectOf, MOST_BYTES, typeOf } from "../check/picture.js";
import type { WordPicture } from "../docx/index.js";
import { excerpt } from "../from-word/words.js";
import { escapedWords } from "../prose/escaped.js";
import { idOf } from "./ids.js";
import type { Report } from "./report.js";

/** What a picture is called in a report. */
export const calledIn = ({ alt, other }: WordPicture): string =>
  `${other ?? "een afbeelding"}${alt === "" ? "" : ` (“${excerpt(alt, 400)}”)`}`;

export class Pictures {
  readonly files = new Map<string, Uint8Array>();
  private readonly known = new Map<string, string>();

  constructor(private readonly bytesOf: (part: string) => Uint8Array | undefined) {}

  /** A picture in the dialect, with its caption; nothing when it can't be taken over, which is told. */
  textOf({ part, alt, other }: WordPicture, caption: string | undefined, report: Report): string | undefined {
    const name = alt || caption || "";
    const told = name === "" ? "" : ` (“${excerpt(name, 400)}”)`;
    const bytes = part === undefined ? undefined : this.bytesOf(part);
    if (part === undefined || !bytes) {
      report.lose(
        `${other ?? "een afbeelding die niet in het bestand zit"}${told}: sla haar op als PNG en zet haar in images/`,
      );
      return undefined;
    }
    const type = typeOf(bytes);
    const fault = !type
      ? `is geen PNG of JPEG maar ${part.slice(part.lastIndexOf(".") + 1).toUpperCase()}`
      : bytes.length > MOST_BYTES
        ? `is te groot (${Math.round(bytes.length / 1e5) / 10} MB)`
        : defectOf(bytes);
    if (fault) {
      report.lose(`een afbeelding${told}: zij ${fault}`);
      return undefined;
    }
    if (alt === "") report.doubt(`een afbeelding${told} heeft geen tekst die zegt wat erop staat: schrijf die alsnog`);
    const words = escaped(alt || caption || `Afbeelding bij ${report.at || "de tekst"}`);
    const path = this.fileFor(part, bytes, name, type === "png" ? "png" : "jpg");
    return [`![${words}](${path})`, ...(caption ? [`Afbeelding: ${escaped(caption)}`] : [])].join("\n");
  }

  private fileFor(part: string, bytes: Uint8Array, name: string, type: string): string {
    const known = this.known.get(part);
    if (known !== undefined) return known;
    const base = idOf(name, "afbeelding").slice(0, 40).replace(/-+$/, "");
    let path = `images/${base}.${type}`;
    for (let number = 2; this.files.has(path); number++) path = `images/${base}-${number}.${type}`;
    this.files.set(path, bytes);
    this.known.set(part, path);
    return path;
  }
}

const escaped = (text: string): string => escapedWords(text.replace(/\s+/g, " ").trim(), false);
