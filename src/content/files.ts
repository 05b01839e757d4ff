/** Which files of the folder are what: content by the part that it holds, assets, and what would reach no document. */
import type { Diagnostic } from "../diagnostics.js";
import type { RawFile, Refusal } from "./read.js";
import { type ContentPart, contentParts } from "./schemas.js";

/** Gives each part of the content its files; the rest are assets, or what is told as it belongs nowhere. */
export function sortFiles(raw: readonly RawFile[]) {
  const parts = new Map<ContentPart, RawFile[]>(contentParts.map((part) => [part, []]));
  const assets = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  const names = new Set<string>();
  for (const file of raw) {
    // A Mac may keep an é in a name as an e with an accent; content that refers to it has it as one letter.
    const path = file.path.normalize("NFC");
    const part = partOfFile(path);
    if (names.has(path)) diagnostics.push(refusal(path, twins));
    else if (file.refused) diagnostics.push(refusal(path, refusals[file.refused]));
    else if (part) parts.get(part)?.push({ path, bytes: file.bytes });
    else if (isHidden(path)) {
      // Settings of other programs, such as .yamllint.yaml, are no content.
      if (partOfFile(shown(path))) diagnostics.push(refusal(path, hidden));
    } else if (/\.ya?ml(?:\.txt)?\s*$/i.test(path))
      diagnostics.push(refusal(path, { ...nowhere, hint: placeFor(path) }));
    else assets.set(path, file.bytes);
    names.add(path);
  }
  return { parts, assets, diagnostics };
}

/** The part of the content that a file holds, by its path; missing when it belongs to none. */
export const partOfFile = (path: string): ContentPart | undefined =>
  contentParts.find((candidate) => belongs(candidate, path));

function belongs({ file, folder }: ContentPart, path: string): boolean {
  if (file) return path === file;
  const [first, name, ...deeper] = path.split("/");
  return first === folder && deeper.length === 0 && name?.endsWith(".yaml") === true && !name.startsWith(".");
}

interface Refused {
  readonly code: Diagnostic["code"];
  readonly message: string;
  readonly hint: string;
}

const refusals: Readonly<Record<Refusal, Refused>> = {
  link: {
    code: "IVP112",
    message: "Dit is een koppeling (symbolic link); ivp leest alleen gewone bestanden en mappen.",
    hint: "Vervang de koppeling door een kopie van het bestand of de map.",
  },
  special: {
    code: "IVP112",
    message: "Dit is geen bestand en geen map.",
    hint: "Haal het weg uit de inhoudsmap.",
  },
  unreadable: {
    code: "IVP112",
    message: "Dit bestand of deze map is niet te lezen.",
    hint: "Controleer de naam en uw rechten.",
  },
};

const twins: Refused = {
  code: "IVP112",
  message: "Er zijn twee bestanden met deze naam: de ene met een é als één teken, de andere met een los accent.",
  hint: "Haal een van de twee weg.",
};

const hidden: Refused = {
  code: "IVP107",
  message: "Dit bestand is verborgen (de naam begint met een punt) en zou nergens in komen.",
  hint: "Haal de punt aan het begin van de naam weg, of haal het bestand weg.",
};

const nowhere: Omit<Refused, "hint"> = {
  code: "IVP107",
  message: "Dit bestand hoort niet bij de inhoud en zou nergens in komen.",
};

const refusal = (path: string, told: Refused): Diagnostic => ({
  ...told,
  severity: "error",
  file: path,
  line: 1,
  column: 1,
  length: 1,
});

const isHidden = (path: string): boolean => path.split("/").at(-1)?.startsWith(".") === true;
const shown = (path: string): string => path.replace(/(^|\/)\.(?=[^/]*$)/, "$1");

/** Where a YAML file that belongs nowhere was most likely meant to be. */
function placeFor(path: string): string {
  const named = path.replace(/\.ya?ml(?:\.txt)?\s*$/i, ".yaml");
  const steps = named.split("/");
  const lower = [...steps.slice(0, -1).map((step) => step.toLowerCase()), steps.at(-1)].join("/");
  const tries = [named, lower, named.toLowerCase(), steps.length > 2 ? `${steps[0]}/${steps.at(-1)}` : named];
  const meant = tries.find((candidate) => candidate !== path && partOfFile(candidate) !== undefined);
  return meant
    ? `Noem het ${meant}, of haal het weg.`
    : "Geef het de goede naam, met .yaml aan het eind, zet het in de goede map, of haal het weg.";
}

/** What to say of a part of the content of which there is no file. */
export const missingFile = ({ file, folder }: ContentPart): Diagnostic => ({
  code: "IVP104",
  severity: "error",
  file: file ?? `${folder}/`,
  line: 1,
  column: 1,
  length: 1,
  message: file ? `Het bestand ${file} ontbreekt.` : `De map ${folder}/ heeft geen enkel .yaml-bestand.`,
  hint: "Haal het terug uit git, of wijs met --content de goede inhoudsmap aan.",
});
