/**
 * Stands in for `node:util` in the bundle, for packages that import `styleText`: Node has it from 20.12, and `ivp` runs on every
 * Node 20. Where it isn't there, words have no colour.
 */
import util from "node:util";

export const { stripVTControlCharacters } = util;
export const styleText = util.styleText ?? ((_, text) => text);
