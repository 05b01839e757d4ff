/** Words that someone typed in Word, as the content can have them. */
import { acceptAll, isThere, type Paragraph } from "../docx/index.js";
import { linesOf } from "../from-word/words.js";
import { plainText } from "../prose/index.js";
import type { ContentText } from "./content-text.js";
import { textOf } from "./matched.js";

/** Sentences in the dialect; or why content can't have them so, in Dutch, as part of a sentence. */
export type NewWords = { readonly lines: readonly string[] } | { readonly why: string };

export function newWords({ pieces, ...paragraph }: Paragraph, form: ContentText["form"]): NewWords {
  const own = pieces.filter(({ tracked }) => isThere(tracked, acceptAll));
  if (own.some(({ picture }) => picture)) return { why: "er staat een afbeelding in" };
  const says = textOf(own);
  if (says.trim().includes("\n")) return { why: "er staat een regeleinde in" };
  const lost = new Set<string>();
  const tell = (what: string): void => void lost.add(what);
  const lines = linesOf({ ...paragraph, pieces: own }, { doubt: tell, lose: tell, count: tell }, () => {
    lost.add("een voetnoot");
    return undefined;
  });
  const [loss] = lost;
  if (loss !== undefined) return { why: `de inhoud kan dit niet hebben: ${loss}` };
  const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();
  const words = plain(says.replace(/[\u2010\u2011]/g, "-"));
  if (words === "") return { why: "er staat niets in" };
  // A title holds words alone: what would mean something elsewhere is written as it is.
  if (form === "plain") return lines.join("\n").includes("**") ? { why: "er staat opmaak in" } : { lines: [words] };
  return plain(plainText(lines.join("\n"), ({ id }) => id)) === words
    ? { lines }
    : { why: "ivp kan niet zeker zijn hoe dit in de inhoud moet staan" };
}
