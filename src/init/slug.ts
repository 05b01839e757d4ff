/**
 * The id of something with a name, as the schemas ask: small letters and digits with hyphens between them. Letters are written
 * without their marks: "Súdwest-Fryslân" → "sudwest-fryslan", "'s-Hertogenbosch" → "s-hertogenbosch", "Bergen (NH.)" →
 * "bergen-nh". Gives an empty text for a name without any letter or digit of the Latin script. Pure.
 */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[æœøłđðþßı]/g, (letter) => plain[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}|['’]/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Letters that Unicode doesn't take apart. */
const plain: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  ı: "i",
};
