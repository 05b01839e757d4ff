/**
 * The whole number that someone most likely meant who wrote it with points, spaces, underscores, a sign, an exponent, or an
 * amount as it stands in a letter (`€ 12.000,-`). Thousands are taken for what points and commas before three digits part.
 * @returns `undefined` when it can't be told, as of `12.50`
 */
export function meantNumber(written: string): number | undefined {
  const text = written
    .trim()
    .replace(/^(?:€|euro|eur)\s*/i, "")
    .replace(/\s*(?:euro|eur|€)$/i, "")
    .replace(/(?<=\d)[.,](?:-{1,2}|–|—|0{0,2})$/, "");
  const grouped = /^[+-]?\d{1,3}(?:[.,_'’ \u00a0\u202f]\d{3})+(?:[.,]0{1,2})?$/;
  const value = grouped.test(text)
    ? Number(text.replace(/[.,]0{1,2}$/, "").replace(/[^\d-]/g, ""))
    : /^[+-]?[\d_]+(?:[.,]0{1,2})?$/.test(text)
      ? Number(text.replace(/[.,]0{1,2}$/, "").replace(/[^\d-]/g, ""))
      : /^0[xob][\da-f]+$/i.test(text) || /^[+-]?(?:\d+\.?\d*|\.\d+)e[+-]?\d+$/i.test(text)
        ? Number(text)
        : Number.NaN;
  return Number.isSafeInteger(value) ? value + 0 : undefined;
}

/**
 * The number with a fraction that someone most likely meant who wrote it in the Dutch way: "12,5", "1.234,56".
 * @returns `undefined` when it can't be told
 */
export function meantDecimal(written: string): number | undefined {
  const [, sign = "", whole = "", fraction = ""] =
    /^([+-]?)(\d{1,3}(?:[. ]\d{3})+|\d+),(\d{1,2})(?: ?%)?$/.exec(written.trim()) ?? [];
  if (whole === "") return meantNumber(written);
  return Number(`${sign === "-" ? "-" : ""}${whole.replace(/\D/g, "")}.${fraction}`);
}
