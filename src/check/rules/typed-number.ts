import { wordRule } from "../rule.js";

const typed =
  /\b(?:paragraaf|hoofdstuk|bijlage|tabel|figuur|maatregel|actie|bladzijde|pagina|blz\.?)\s+(?:\d+(?:\.\d+)*|[IVX]+|[MA]\d+)\b|§\s*\d+(?:\.\d+)*/gi;

export const typedNumber = wordRule(
  {
    code: "IVP601",
    severity: "warning",
    title: "Nummers van hoofdstukken, paragrafen, bijlagen en bladzijden zijn niet getypt.",
    why: "Een plan verwees naar een bijlage 2 die bijlage I was: een getypt nummer klopt tot iemand iets verplaatst.",
    mend: "Verwijs met [[chapter:…]], [[section:…]], [[priority:…]], [[paragraph:…]] of [[measure:…]].",
  },
  (text) =>
    [...text.matchAll(typed)].map(({ 0: snippet, index: at }) => ({
      snippet,
      at,
      message: `Het nummer in “${snippet}” is met de hand getypt.`,
    })),
);
