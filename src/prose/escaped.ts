/** What means something wherever it stands. */
const ANYWHERE = /[\\`*[\]<>~^{}|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|=(?==)|&(?=#?\w+;)|:(?=[a-z_]+:)/gu;

/** What makes something of a line when it begins with it. */
const AT_START =
  /^(?:([-+#=])|(\(?(?:\d{1,9}|(?:[a-zA-Z]|[ivxIVX]{2,4})(?=[.)]\s)))([.)])|(Tabel|Afbeelding|Figuur|Bron)(?=:)|(?=:::|:\s|!!!))/;

/**
 * Plain words as they must be written in the dialect to be shown as they are.
 * @param atStart whether they begin a line
 */
export function escapedWords(words: string, atStart: boolean): string {
  const escaped = words.replace(ANYWHERE, (sign) => `\\${sign}`);
  if (!atStart) return escaped;
  return escaped.replace(AT_START, (all, sign?: string, number?: string, after?: string, word?: string) => {
    if (sign !== undefined) return `\\${sign}`;
    // "2026." would begin a list, "e.g." would not: a letter only does with a space behind it.
    if (number !== undefined) return `${number}\\${after}`;
    return word === undefined ? `\\${all}` : `${word}\\`;
  });
}
