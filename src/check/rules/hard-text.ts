import { textRule } from "../rule.js";
import { sentencesOf, wordsOf } from "../words.js";

/** Texts with fewer words give no score that means anything. */
const LEAST_WORDS = 60;
/** Below this score a text is hard for readers at B1. */
const LEAST_SCORE = 45;

export const hardText = textRule(
  {
    code: "IVP608",
    severity: "note",
    title: `Een tekst scoort ten minste ${LEAST_SCORE} op leesgemak.`,
    why: "Het leesgemak volgt Flesch-Douma: 206,84 − 0,77 × lettergrepen per 100 woorden − 0,93 × woorden per zin (W.H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960).",
    mend: "Gebruik kortere zinnen en kortere, gewonere woorden.",
  },
  (text) => {
    const sentences = sentencesOf(text);
    const [first] = sentences;
    const words = wordsOf(sentences.map((sentence) => sentence.text).join(" "));
    if (!first || words.length < LEAST_WORDS) return [];
    const score = readingEase(text);
    return score < LEAST_SCORE
      ? [
          {
            snippet: first.snippet,
            at: first.at,
            subject: text.slice(0, 60),
            message: `Deze tekst scoort ${Math.round(score)} op leesgemak.`,
          },
        ]
      : [];
  },
);

/** Flesch-Douma: 100 is very easy, 0 very hard. */
export function readingEase(text: string): number {
  const sentences = sentencesOf(text);
  const words = wordsOf(sentences.map((sentence) => sentence.text).join(" "));
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 206.84 - 0.77 * ((100 * syllables) / words.length) - 0.93 * (words.length / sentences.length);
}

/** Syllables by groups of vowels, with the Dutch diphthongs and ij as one. */
const syllablesIn = (word: string): number =>
  Math.max(
    1,
    (
      word.toLowerCase().match(/(?:aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|[aeiouyäëïöüáéíóúàèê])/g) ??
      []
    ).length,
  );
