import { type Definition, placeOfValue } from "../../content/index.js";
import { kinds } from "../../documents/index.js";
import { beside, isOverview, type Terms, termsIn } from "../../model/index.js";
import type { Finding, Rule } from "../rule.js";

/** What else stands in a folder with documents, or names a kind of document on the command line. */
const takenNames = (terms: Terms): ReadonlySet<string> =>
  new Set<string>([
    ...Object.values(beside),
    ...kinds.flatMap(({ kind, words, source }) => [
      kind,
      ...words(terms),
      ...(source?.folder ? [source.folder(terms)] : []),
    ]),
  ]);

/** Names that Windows keeps for devices, whatever comes behind a dot (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;

/** Characters and ends that Windows doesn't take in a name. */
const forbidden = /[<>:"|?*\\]|[. ]$/;

/** The kinds of which each has a file named after it. */
const inFiles = new Set(["municipality", "priority", "programme", "section"]);

/** What the documents are called of which a thing is the source. */
const documentsOf = ({ kind, id }: Definition, terms: Terms): string[] =>
  kinds.flatMap(({ source }) => (source?.kind === kind ? [source.documentId(id, terms)] : []));

export const freeName: Rule = {
  code: "IVP307",
  severity: "error",
  fixed: true,
  title: "Een naam van een document of bestand is nog vrij, en mag op elke computer.",
  why: "Twee documenten met één naam zouden elkaar overschrijven, en een bestand zoals con.yaml of con.html bestaat op Windows niet.",
  mend: "Kies een andere sleutelnaam, of geef het bestand een andere naam.",
  run: ({ loaded }) => {
    const terms = termsIn(loaded);
    const taken = takenNames(terms);
    const first = new Map<string, Definition>();
    const named = loaded.definitions.flatMap((definition): Finding[] => {
      const { kind, id, file, path } = definition;
      const names = documentsOf(definition, terms);
      const finding = (message: string): Finding[] => [
        { place: () => placeOfValue(file, path), subject: `${kind}:${id}`, message },
      ];
      if (device.test(id) && (names.length > 0 || inFiles.has(kind)))
        return finding(`De naam “${id}” mag op Windows niet voor een bestand.`);
      return names.flatMap((name) => {
        if (taken.has(name) || isOverview(name)) return finding(`De naam “${name}” gebruikt ivp zelf.`);
        const other = first.get(name);
        if (other && (other.kind !== kind || other.id !== id))
          return finding(`Het document “${name}” zou er twee keer zijn: ook uit ${other.file.path}.`);
        first.set(name, definition);
        return [];
      });
    });
    return [...named, ...badPaths([...loaded.assets.keys()])];
  },
};

/** Pictures with a name that some computers don't take, or take for another. */
function badPaths(paths: readonly string[]): Finding[] {
  const first = new Map<string, string>();
  return paths.flatMap((path): Finding[] => {
    const place = () => ({ file: path, line: 1, column: 1, length: 1 });
    if (path.split("/").some((name) => device.test(name) || forbidden.test(name)))
      return [{ place, subject: path, message: `De naam “${path}” mag op Windows niet.` }];
    const folded = path.normalize("NFC").toLowerCase();
    const other = first.get(folded);
    first.set(folded, path);
    if (other === undefined) return [];
    return [{ place, subject: path, message: `“${path}” en “${other}” zijn op veel computers één bestand.` }];
  });
}
