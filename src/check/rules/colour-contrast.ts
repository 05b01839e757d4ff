import type { Path } from "../../content/index.js";
import { decimal } from "../../dutch.js";
import { contrast, grounds, LEAST, readable } from "../../model/index.js";
import { type Finding, modelRule, ofValue } from "../rule.js";

export const colourContrast = modelRule(
  {
    code: "IVP720",
    severity: "error",
    fixed: true,
    title: "Een kleur uit style.yaml steekt genoeg af bij wat erachter staat.",
    why: "Tekst met een contrast onder 4,5 : 1 is voor veel mensen niet te lezen (WCAG 2.2, 1.4.3, niveau AA).",
    mend: "Kies een donkerdere kleur, en voor een donker scherm een lichtere.",
  },
  ({ source: { style } }, loaded) => {
    if (!style) return [];
    const { house, colours = [] } = style;
    const told = (path: Path, colour: string, pairs: readonly Pair[]): Finding[] =>
      faultOf(colour, pairs).map((fault) => ({ ...ofValue(loaded, "style.yaml", path, path.join(".")), ...fault }));
    return [
      ...(house ? told(["house"], house, onField) : []),
      ...colours.flatMap(({ value, dark }, index) => [
        ...told(["colours", index, "value"], value, onPaper),
        ...(dark ? told(["colours", index, "dark"], dark, onScreen) : []),
      ]),
    ];
  },
);

/** What a colour is seen against: there it must be readable. */
interface Pair {
  readonly ground: string;
  /** As behind "en": "wit". */
  readonly name: string;
  /** What is read there. */
  readonly what: string;
}

/** As in templates/styles: who changes what stands where, changes it here. */
const onField: readonly Pair[] = [
  { ground: grounds.paper, name: "wit", what: "koppen op papier, en witte letters op het omslag" },
  { ground: grounds.tint, name: "lichtgrijs", what: "koppen in een kader" },
];
const onPaper: readonly Pair[] = [
  { ground: grounds.paper, name: "wit", what: "koppen en nummers op papier" },
  { ground: grounds.tint, name: "lichtgrijs", what: "de kop boven een ambitie" },
];
const onScreen: readonly Pair[] = [
  { ground: grounds.darkTint, name: "donkergrijs", what: "de kop boven een ambitie op een donker scherm" },
  { ground: grounds.darkPaper, name: "het donkere scherm", what: "koppen en nummers" },
];

/** The first pair that can't be read: a colour that fails in more ways is one mistake. */
function faultOf(colour: string, pairs: readonly Pair[]): Pick<Finding, "message" | "hint">[] {
  const pair = pairs.find(({ ground }) => contrast(colour, ground) < LEAST);
  if (!pair) return [];
  const onDark = pairs === onScreen;
  const better = readable(
    colour,
    pairs.map(({ ground }) => ground),
    onDark ? "#ffffff" : "#000000",
  );
  // Rounded down: 4,49 isn't enough.
  const ratio = Math.floor(contrast(colour, pair.ground) * 10) / 10;
  return [
    {
      message: `“${colour}” en ${pair.name} (${pair.ground}) hebben een contrast van ${decimal(ratio, 1)} : 1; nodig is ${decimal(LEAST, 1)} : 1. Het gaat om ${pair.what}.`,
      hint: `Kies een ${onDark ? "lichtere" : "donkerdere"} kleur, bijvoorbeeld "${better}".`,
    },
  ];
}
