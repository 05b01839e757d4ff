import type { Token } from "markdown-it";
import { MARK, NOTE, notesIn, type Placed, parseProse, placedIn } from "../../prose/index.js";
import { type TextFault, textRule } from "../rule.js";

export const footnotes = textRule(
  {
    code: "IVP624",
    severity: "error",
    title: "Een voetnoot heeft een tekst, en de tekst verwijst ernaar.",
    why: "Een verwijzing zonder voetnoot leidt nergens heen, en een voetnoot zonder verwijzing komt in geen document.",
    mend: "Zet [^1] in de zin, en onderaan dezelfde tekst op een eigen regel: [^1]: de voetnoot.",
  },
  (text, form) => (form === "prose" && text.includes("[^") ? faultsIn(text) : []),
);

/** A footnote, where it begins. */
interface Definition {
  readonly label: string;
  readonly snippet: string;
  readonly at: number;
}

function faultsIn(text: string): TextFault[] {
  const [placed, tokens] = [placedIn(text), parseProse(text)];
  const notes = notesIn(tokens);
  const within = referencesWithin(tokens);
  const references = placed
    .filter(({ token }) => token.type === NOTE)
    .map(({ token, at, length }) => ({ label: String(token.meta?.label), at, snippet: text.slice(at, at + length) }));
  const used = new Set(references.filter((_, index) => !within[index]).map(({ label }) => label));
  const seen = new Set<string>();
  return [
    ...references.flatMap(({ label, ...found }, index): TextFault[] => {
      if (within[index])
        return [
          { ...found, message: "In een voetnoot past geen voetnoot.", hint: "Zet de uitleg in de voetnoot zelf." },
        ];
      if (notes.has(label)) return [];
      const hint = `Zet onderaan deze tekst, op een eigen regel: ${found.snippet}: de voetnoot.`;
      return [{ ...found, message: `De voetnoot ${found.snippet} staat niet in deze tekst.`, hint }];
    }),
    ...placed.flatMap(definitionsIn).flatMap(({ label, ...found }): TextFault[] => {
      const again = seen.has(label);
      seen.add(label);
      const told = again
        ? (["staat hier voor de tweede keer.", "Geef haar een ander nummer, of haal een van de twee weg."] as const)
        : !notes.get(label)?.some(({ content }) => content.trim() !== "")
          ? (["is leeg.", "Zet haar tekst achter de dubbele punt, op dezelfde regel."] as const)
          : used.has(label)
            ? undefined
            : ([
                "komt in geen document: de tekst verwijst er niet naar.",
                `Zet ${found.snippet} in de zin waar zij bij hoort, of haal haar weg.`,
              ] as const);
      return told ? [{ ...found, message: `De voetnoot ${found.snippet} ${told[0]}`, hint: told[1] }] : [];
    }),
  ];
}

/** Of each reference to a footnote, in the order of the text, whether it stands in a footnote itself. */
function referencesWithin(tokens: readonly Token[]): boolean[] {
  let depth = 0;
  return tokens.flatMap(({ type, children }) => {
    if (type === "footnote_reference_open") depth++;
    if (type === "footnote_reference_close") depth--;
    const inside = depth > 0;
    return (children ?? []).filter((child) => child.type === NOTE).map(() => inside);
  });
}

function definitionsIn({ token, at }: Placed): Definition[] {
  if (token.type !== MARK) return [];
  return [...token.content.matchAll(/(\[\^([^\]\s]+)\]):/g)].map(({ 1: snippet = "", 2: label = "", index }) => ({
    label,
    snippet,
    at: at + index,
  }));
}
