/** What looks otherwise than it went out, without anyone having tracked that: bold and italic words, headings and items. */
import type { Paragraph } from "../docx/index.js";
import type { Emphasis, Shape, Stretched } from "./carrier.js";
import { type Unit, unitsIn } from "./edits.js";
import type { Match } from "./matched.js";

const EMPHASES = ["bold", "italic"] as const satisfies readonly Emphasis[];

/** @returns the words that look otherwise; none when the file doesn't say how they went out, or someone tracked changes of looks */
export function otherwiseEmphasised({ sent, stretches, at }: Match): string[] {
  const { emphasis } = sent;
  if (!emphasis || at.paragraph.looks.length > 0) return [];
  const units = unitsIn(sent.shown, stretches);
  const changed = new Set(EMPHASES.flatMap((one) => changedIn(units, emphasis[one], one)));
  let words = "";
  const found: string[] = [];
  for (const unit of [...units, undefined]) {
    if (unit && (changed.has(unit) || (words !== "" && /\s/.test(unit.sign)))) words += unit.sign;
    else {
      if (words.trim() !== "") found.push(words.trim());
      words = "";
    }
  }
  return found;
}

function changedIn(units: readonly Unit[], went: readonly Stretched[], emphasis: Emphasis): Unit[] {
  const wentSo = (offset: number, unit: Unit): boolean =>
    unit.usual[emphasis] === true || went.some(({ from, to }) => from <= offset && offset < to);
  let next = 0;
  return units.filter((unit) => {
    const offset = unit.sent ? next++ : next;
    if (!unit.there || unit.counted || unit.sign.trim() === "") return false;
    const is = unit.emphasis[emphasis] === true;
    // New words may look as those before them or as those behind.
    const could = unit.sent ? [offset] : [offset - 1, offset];
    return could.every((one) => wentSo(one, unit) !== is);
  });
}

const shapes: Readonly<Record<Shape, string>> = {
  text: "gewone tekst",
  bullet: "een punt van een lijst",
  number: "een genummerd punt",
  heading: "een kop",
};

/** @returns what a paragraph was and is, in Dutch, as a sentence; nothing when that is the same, or someone tracked it */
export function otherShape({ sent, at: { paragraph }, shared }: Match): string | undefined {
  if (sent.shape === undefined || shared || paragraph.looks.length > 0) return undefined;
  const now = shapeOf(paragraph);
  if (now === sent.shape) return undefined;
  return `Dit was ${shapes[sent.shape]} en is nu ${shapes[now]}: doe dat zelf in de inhoud.`;
}

function shapeOf({ level = 0, list }: Paragraph): Shape {
  if (level > 0) return "heading";
  return list ? (list.ordered ? "number" : "bullet") : "text";
}
