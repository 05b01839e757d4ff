/** A docx as a package: its parts and what they point at. Nothing outside the file is ever looked at. */
import { UsageError } from "../errors.js";
import { childrenNamed, parseXml, type XmlElement } from "./xml.js";
import { damaged, type Entry, entriesOf } from "./zip.js";

export interface Relation {
  readonly type: string;
  /** The name of a part; of what is outside, its address. */
  readonly target: string;
  readonly outside: boolean;
}

export interface Package {
  /** The part in which the text stands. */
  readonly main: string;
  readonly parts: ReadonlyMap<string, Entry>;
  /** Reads a part as XML; nothing when there is no such part. */
  readonly xml: (part: string) => XmlElement | undefined;
  /** What a part points at, by the id that it uses. */
  readonly relations: (part: string) => ReadonlyMap<string, Relation>;
  /** The part of a type that another points at: "comments", "styles". */
  readonly related: (part: string, type: string) => string | undefined;
  /** What there is that ivp does nothing with, in Dutch, as sentences. */
  readonly notices: readonly string[];
}

const BIGGEST_FILE = 100e6;
const BIGGEST_XML = 60e6;

/** @throws {UsageError} when these bytes are no docx that can be read */
export function openPackage(bytes: Uint8Array): Package {
  refuseOther(bytes);
  const parts = entriesOf(bytes);
  const names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  /** The name as the file has it: capitals make no difference. */
  const named = (part: string): string =>
    names.get(part.toLowerCase()) ?? names.get(decoded(part).toLowerCase()) ?? part;
  if (!parts.has(named("[Content_Types].xml"))) throw notDocx(parts);
  const known = new Map<string, XmlElement>();
  const xml = (given: string): XmlElement | undefined => {
    const part = named(given);
    const entry = parts.get(part);
    if (!entry) return undefined;
    if (entry.size > BIGGEST_XML)
      throw new UsageError(
        `Het bestand is te groot: “${part}” telt ${Math.round(entry.size / 1e6)} MB tekst.`,
        "Maak er kleinere van.",
      );
    const read = known.get(part) ?? parseXml(entry.bytes(), part);
    known.set(part, read);
    return read;
  };
  const relations = (part: string): ReadonlyMap<string, Relation> => {
    const cut = part.lastIndexOf("/") + 1;
    const all = xml(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`);
    return new Map(
      childrenNamed(all, "rel:Relationship").map(({ attributes: { Id = "", Type = "", Target = "", TargetMode } }) => {
        const outside = TargetMode === "External";
        return [
          Id,
          {
            type: Type.slice(Type.lastIndexOf("/") + 1),
            target: outside ? Target : named(resolved(part, Target)),
            outside,
          },
        ];
      }),
    );
  };
  const related = (part: string, type: string): string | undefined =>
    [...relations(part).values()].find((one) => one.type === type && !one.outside)?.target;
  const main = related("", "officeDocument");
  if (main === undefined && parts.has(named("word/document.xml"))) throw damaged("“_rels/.rels” ontbreekt");
  if (main === undefined) throw notDocx(parts);
  if (!parts.has(main)) throw damaged(`“${main}” ontbreekt`);
  if (xml(main)?.name !== "w:document") throw notDocx(parts);
  return { main, parts, xml, relations, related, notices: noticesOf(parts, relations(main)) };
}

/** Says what a file is that is no zip file. */
function refuseOther(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UsageError("Het bestand is leeg.", "Geef een docx.");
  if (bytes.length > BIGGEST_FILE)
    throw new UsageError(
      `Het bestand is te groot: ${Math.round(bytes.length / 1e6)} MB.`,
      `Een docx mag hier ten hoogste ${BIGGEST_FILE / 1e6} MB zijn. Maak de afbeeldingen erin kleiner.`,
    );
  const begins = (...signs: number[]): boolean => signs.every((sign, index) => bytes[index] === sign);
  if (begins(0xd0, 0xcf, 0x11, 0xe0))
    throw new UsageError(
      "Het bestand is versleuteld, of gemaakt met een oude Word (doc).",
      "Open het in Word, haal het wachtwoord eraf, en sla het op als docx.",
    );
  if (!begins(0x50, 0x4b))
    throw new UsageError(
      begins(0x25, 0x50, 0x44, 0x46) ? "Het bestand is een PDF, geen docx." : "Het bestand is geen docx.",
      "Geef een bestand van Word dat is opgeslagen als docx.",
    );
}

function notDocx(parts: ReadonlyMap<string, Entry>): UsageError {
  const names = [...parts.keys()];
  const kind = names.includes("mimetype")
    ? "een bestand van LibreOffice (zoals odt)"
    : names.some((name) => name.startsWith("xl/"))
      ? "een rekenblad"
      : names.some((name) => name.startsWith("ppt/"))
        ? "een presentatie"
        : "een zip-bestand zonder tekst van Word";
  return new UsageError(`Het bestand is geen docx maar ${kind}.`, "Sla het op als docx, en geef dat bestand.");
}

/** A target is an address, with what isn't a letter written as its code; some programs don't write names so. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The name of a part to which another points. */
function resolved(from: string, target: string): string {
  const steps = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.split("/"))
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  return steps.join("/");
}

function noticesOf(parts: ReadonlyMap<string, Entry>, relations: ReadonlyMap<string, Relation>): string[] {
  const outside = [...relations.values()].filter((one) => one.outside && one.type !== "hyperlink");
  const missing = [...relations.values()].filter(({ target, outside }) => !outside && !parts.has(target));
  return [
    ...(missing.length > 0
      ? [
          `In het bestand ontbreekt waarnaar het verwijst: ${missing.map(({ target }) => `“${shortened(target)}”`).join(", ")}. Wat daarin stond, leest ivp niet.`,
        ]
      : []),
    ...([...parts.keys()].some((name) => /vbaProject\.bin$/i.test(name))
      ? ["Er zitten macro's in het bestand. ivp leest die niet en voert ze niet uit."]
      : []),
    ...outside.map(
      ({ type, target }) =>
        `Het bestand verwijst naar iets buiten zichzelf (${words[type] ?? type}): ${shortened(target)}. ivp haalt dat niet op.`,
    ),
    ...([...relations.values()].some(({ type }) => type === "aFChunk")
      ? [
          "In het bestand zit een ander bestand als stuk tekst. Dat leest ivp niet: open het in Word en sla het opnieuw op.",
        ]
      : []),
  ];
}

const words: Readonly<Record<string, string>> = {
  image: "een afbeelding",
  attachedTemplate: "een sjabloon",
  oleObject: "een ingesloten bestand",
  subDocument: "een ander document",
  frame: "een webpagina",
};

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

export { damaged };
