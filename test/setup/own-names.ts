import type { RawFile } from "../../src/content/index.js";

/** Names that a team gave all its documents, with the other article where there is one. */
export const ownNames = {
  plan: { name: "veiligheidsnota", short: "VN" },
  annex: { name: "gemeentelijk deel", plural: "gemeentelijke delen" },
  programme: { name: "actieagenda", short: "AA" },
  progress: { name: "jaarverslag" },
};

/** What titles and texts of the content call them. */
const inContent: readonly (readonly [RegExp, string])[] = [
  [/Integraal Veiligheidsplan/g, "Veiligheidsnota"],
  [/IVP(?= (?:Proef|Zoutkust))/g, "VN"],
  [/Uitvoeringsprogramma/g, "Actieagenda"],
  [/uitvoeringsprogramma/g, "actieagenda"],
  [/lokale bijlage/g, "gemeentelijk deel"],
  [/UVP/g, "AA"],
  [/(een|het|dit) (plan|programma)\b/gi, "het werk"],
];

/** Content of a team with these names, and with texts that call its documents so. */
export const renamed = (files: readonly RawFile[]): RawFile[] =>
  files.map((file) => {
    const text = file.bytes.toString();
    // What is no text stays what it is.
    if (!file.path.endsWith(".yaml") || text.includes("\uFFFD")) return file;
    const own = inContent.reduce((all, [pattern, word]) => all.replace(pattern, word), text);
    const terms = file.path === "plan.yaml" ? `\nterms: ${JSON.stringify(ownNames)}\n` : "";
    return { ...file, bytes: Buffer.from(own + terms) };
  });

const fixed =
  /.{0,40}\b(?:[Uu]itvoeringsprogramma|[Ll]okale bijlage|[Vv]oortgangsrapportage|(?:[Dd]it|[Hh]et|[Ee]lk|[Ee]en|[Gg]een|[Aa]nder|[Vv]olgende|[Vv]orige|[Hh]ele) (?:plan|programma)\b|(?:[Dd]eze|[Dd]ie|[Ee]en|[Gg]een|[Hh]aar|[Dd]e) bijlagen?\b|UVP\b|IVP(?!\d)\b).{0,40}/g;

/** Where a text calls documents as most teams do. What it quotes is the team's own. */
export const fixedNames = (text: string): string[] => text.replace(/“[^”]*”/g, "“”").match(fixed) ?? [];
