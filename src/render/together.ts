/** An amount after its sign, or a number after the word for what it numbers. */
const BEFORE_ITS_NUMBER =
  /(€|\b(?:paragraaf|hoofdstuk|bijlage|maatregel|actie|artikel|tabel|figuur)) (?=\d|[A-Z]\d|[IVX]+\b)/giu;

/** Lets no line of a piece of HTML end between "€" and its amount, or between "paragraaf" and "3.3". */
export const together = (html: string): string => html.replace(BEFORE_ITS_NUMBER, "$1\u00a0");
