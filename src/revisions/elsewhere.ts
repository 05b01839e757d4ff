/** What differs between two versions although no change tells of it: nothing is passed over without a word. */

import { type Loaded, partOfFile, type RawFile } from "../content/index.js";
import type { Change } from "../diff/index.js";
import { firstOf } from "../dutch.js";
import type { FoundVersion } from "./version.js";

/** The differences that aren't among the changes, in Dutch, with the files in which they stand. */
export function elsewhere(before: FoundVersion, after: FoundVersion, changes: readonly Change[]): string[] {
  const told = new Set(changes.flatMap(({ was, is, subject }) => [was?.file, is?.file, subject.id]));
  // A file that has another name with its id.
  const renamed = changes
    .filter(({ type }) => type === "identifier")
    .flatMap((change) => [...(change.before ?? []), ...(change.after ?? [])]);
  const unread = new Set([before, after].flatMap(({ loaded }) => [...loaded.unread]));
  const paths = differing(before.files, after.files).filter(
    (path) => !told.has(path) && !unread.has(path) && !renamed.some((id) => path.endsWith(`/${id}.yaml`)),
  );
  const kinds = new Map<Kind, string[]>();
  for (const path of paths) {
    const kind = kindOf(path, before.loaded, after.loaded);
    kinds.set(kind, [...(kinds.get(kind) ?? []), path]);
  }
  return [...kinds].map(([kind, files]) => `${sentences[kind]}: ${firstOf(files, MOST)}.`);
}

type Kind = keyof typeof sentences;

const sentences = {
  settings: "De instellingen van de controle zijn anders (die staan in geen document)",
  unknown: "Anders, maar niet vergeleken, want ivp kent dit niet",
  adopted: "Nieuw, anders of weg: teksten waarover is besloten, zoals ivp adopt ze opslaat",
  form: "Alleen de schrijfwijze is anders (opmerkingen, regeleinden, of volgorde van sleutels)",
  rest: "Anders, op een plaats die dit overzicht niet laat zien",
} as const;

function kindOf(path: string, before: Loaded, after: Loaded): Kind {
  const part = partOfFile(path);
  if (path.startsWith("adopted/")) return "adopted";
  if (!part) return "unknown";
  const [old, fresh] = [before.files.get(path), after.files.get(path)];
  if (old && fresh && canonical(old.value) === canonical(fresh.value)) return "form";
  return part.key === "check" ? "settings" : "rest";
}

/** Data without the order of keys and the white space in texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === "string") return inner.trim().replace(/\s+/g, " ");
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function differing(before: readonly RawFile[], after: readonly RawFile[]): string[] {
  const old = new Map(before.map(({ path, bytes }) => [path, bytes]));
  const fresh = new Map(after.map(({ path, bytes }) => [path, bytes]));
  return [...new Set([...old.keys(), ...fresh.keys()])].sort().filter((path) => {
    const [a, b] = [old.get(path), fresh.get(path)];
    return !a || !b || Buffer.compare(a, b) !== 0;
  });
}

/** More names than this are no help in a line of text. */
const MOST = 10;
