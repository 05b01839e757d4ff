/**
 * The characters that every font of the documents has (Source Serif 4 and Source Sans 3, the Latin subsets), as ranges of
 * hexadecimal code points. A test holds them equal to what the font files say.
 */
export const fontRanges =
  "20-7e a0-12b 12e-131 134-165 168-17f 18f 192 1a0-1a1 1af-1b0 1cd-1dc 1e6-1e7 1f8-1f9 218-21b 237 251 259 261 2b0 2b2-2b3 2b7-2b8 2bb-2bc 2be-2bf 2c6-2cc 2da 2dc-2dd 2e1-2e3 300-301 303-304 308-309 323 329 1d43 1d47-1d49 1d4d 1d4f-1d50 1d52 1d56-1d58 1d5b 1d9c 1da0 1dbb 1e0c-1e0f 1e20-1e21 1e24-1e25 1e2a-1e2b 1e36-1e3b 1e3e-1e3f 1e42-1e49 1e5a-1e63 1e6c-1e6f 1e80-1e85 1e8e-1e8f 1e92-1e93 1e97 1e9e 1ef2-1ef9 2009 200b 2013-2014 2018-201a 201c-201e 2020 2022 2026 2032-2033 2039-203a 2044 20a1 20a4 20a6-20a7 20a9 20ab-20ac 20ae 20b1-20b2 20b4-20b5 20b8-20ba 20bd 2113 2122 2191 2193 2212 2215";

/** Whether a character steers and shows nothing itself. */
export const isInvisible = (character: string): boolean => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character);

const drawn = fontRanges.replace(/[0-9a-f]+/g, "\\u{$&}").replaceAll(" ", "");

/**
 * Each character that can't be shown. Nobody draws what is invisible; content with such characters is refused when it is read.
 */
export const undrawable = new RegExp(`[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}${drawn}]`, "gu");

/** Whether a character can be shown. */
export const isDrawable = (character: string): boolean => character.search(undrawable) < 0;
