import { expand, partOfFile, type Schema, schemaAt, type Text } from "../../content/index.js";
import { hasNumbers, type Model } from "../../model/index.js";
import { figurePlaces, mayRefer, strayFigures } from "../../prose/figures.js";
import { linesOf } from "../../prose/index.js";
import { inText, modelRule, type TextFault } from "../rule.js";

export const figureInProse = modelRule(
  {
    code: "IVP587",
    severity: "warning",
    title: "Waar een tekst om een grafiek of tabel vraagt, kan die staan en zijn er cijfers.",
    why: "Anders staat er in het document een verwijzing of een open punt waar een grafiek bedoeld was.",
    mend: "Zet [[chart:…]] of [[table:…]] alleen op een regel, met een lege regel ervoor en erna, en zet cijfers bij de indicator.",
  },
  (model, { texts }) =>
    texts
      // What an amendment puts in the place of a text, is looked at once it stands there.
      .filter(({ file, path }) => !(file.path.startsWith("amendments/") && path[0] === "changes"))
      .flatMap((text) => faultsIn(model, text).map((fault) => inText(text, fault))),
);

function faultsIn({ indicators }: Model, { text, file, path }: Text): TextFault[] {
  if (!mayRefer(text)) return [];
  const hasRoom = holdsFigures(schemaAt(partOfFile(file.path)?.schema ?? "", path));
  const placed = figurePlaces(text).map(({ kind, id, from }) => {
    const { at = 0, text: line = "" } = linesOf(text)[from] ?? {};
    return { id, snippet: `[[${kind}:${id}]]`, at: at + line.search(/\S/) };
  });
  const stray = hasRoom ? strayFigures(text) : [...strayFigures(text), ...placed];
  const empty = placed.filter(({ id }) => hasRoom && indicators.some((one) => one.id === id && !hasNumbers(one)));
  return [
    ...stray.map(({ snippet, at }) => ({
      snippet,
      at,
      message: "Hier komt geen grafiek of tabel te staan, maar alleen de naam ervan.",
      hint: mendOf(snippet, hasRoom),
    })),
    ...empty.map(({ id, snippet, at }) => ({
      snippet,
      at,
      message: `Bij de indicator “${indicators.find((one) => one.id === id)?.title}” staan nog geen cijfers: het document zegt hier alleen dat ze er nog niet zijn.`,
      hint: `Zet de cijfers bij values in indicators/${id}.yaml, of haal de verwijzing weg.`,
    })),
  ];
}

function mendOf(snippet: string, hasRoom: boolean): string {
  if (!hasRoom) return `Zet de verwijzing in een tekst met alinea's, of maak er een zin van: Zie ${snippet}.`;
  return snippet.includes("|")
    ? "Een grafiek heeft haar eigen titel: haal weg wat achter de streep staat, of maak er een zin van."
    : "Zet er een lege regel voor en na, en niets erachter.";
}

const holdsFigures = ({ "x-figures": figures, anyOf = [] }: Schema): boolean =>
  figures === true || anyOf.some((branch) => holdsFigures(expand(branch)));
