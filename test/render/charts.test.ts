/** Charts of figures: no text over another or cut, whatever the numbers and names are, and the same bytes twice. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Plot, PlotSeries, PlotValue } from "../../src/documents/index.js";
import { figure } from "../../src/dutch.js";
import { draw, ENDLESS, paper } from "../../src/render/charts/index.js";
import { textWidth } from "../../src/render/charts/text.js";

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Drawing = { readonly box: string; readonly svg: string };

const drawn = (plot: Plot, room = ENDLESS): Drawing[] =>
  draw({ type: "plot", plot }, (text) => text, room) as unknown as Drawing[];

/** Where each text of a drawing stands. */
const textsIn = ({ svg }: Drawing): Box[] =>
  [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = "", escaped = ""]) => {
    const text = escaped
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
    const read = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
    const look = read("class");
    const [x, y] = [Number(read("x")), Number(read("y"))];
    const width = textWidth(text, look.includes("small") ? 13 : 14, look.includes("strong") ? 700 : 400);
    const left = { middle: x - width / 2, end: x - width }[read("text-anchor")] ?? x;
    return { text, left, right: left + width, top: y - 9, bottom: y + 2 };
  });

/** What stands over something else, or partly outside the drawing. */
function faultsIn(drawing: Drawing): string[] {
  const [x = 0, y = 0, width = 0, height = 0] = drawing.box.split(" ").map(Number);
  const texts = textsIn(drawing);
  const cut = texts.filter(
    ({ left, right, top, bottom }) => left < x - 1 || right > x + width + 1 || top < y || bottom > y + height,
  );
  const over = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(
        (other) =>
          one.left + 0.5 < other.right &&
          other.left + 0.5 < one.right &&
          one.top + 0.5 < other.bottom &&
          other.top + 0.5 < one.bottom,
      )
      .map((other) => `“${one.text}” over “${other.text}”`),
  );
  return [
    ...cut.map(({ text }) => `“${text}” is cut`),
    ...over,
    ...(/NaN|Infinity|undefined/.test(drawing.svg) ? ["no number"] : []),
  ];
}

const names = [
  "Best",
  "Súdwest-Fryslân",
  "Bergen (NH.)",
  "'s-Gravenhage (gemeente)",
  "Een gemeente met een naam van wel veertig letters",
  "Rindertshausenerstrassenbahnhaltestelleplein",
  "A & B <C>",
];

const number = fc
  .oneof(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: -999_999_999, max: 999_999_999 }),
    fc.integer({ min: -500, max: 1500 }).map((hundredths) => hundredths / 100),
    fc.constantFrom(0, 1, 1000000, 0.01, -5),
  )
  .chain((value) =>
    fc.record({ value: fc.constant(value), spread: fc.integer({ min: 0, max: 9 }), provisional: fc.boolean() }),
  )
  .map(
    ({ value, spread, provisional }): PlotValue => ({
      value,
      text: figure(value, Number.isInteger(value) ? 0 : 2),
      ...(spread > 6 && { low: value - spread, high: value + spread }),
      ...(provisional && { provisional: true as const }),
    }),
  );
const title = fc.constantFrom(...names);
const series = (tone: PlotSeries["tone"], least: number): fc.Arbitrary<PlotSeries> =>
  fc.record({
    title: tone === "aim" ? fc.constant("Streefwaarde") : title,
    tone: fc.constant(tone),
    points: fc
      .uniqueArray(fc.integer({ min: 2009, max: 2030 }), { minLength: least, maxLength: 12 })
      .chain((years) =>
        fc.tuple(...[...years].sort((a, b) => a - b).map((year) => number.map((one) => ({ year, ...one })))),
      ),
  });
const panel = fc
  .tuple(title, series("own", 1), fc.option(series("aim", 1)))
  .map(([name, own, aim]) => ({ title: name, series: aim ? [own, aim] : [own] }));
const common = {
  unit: fc.constantFrom("", "procent", "misdrijven per 1.000 inwoners van vijftien jaar en ouder"),
  fromZero: fc.boolean(),
};

const plots: Readonly<Record<Plot["form"], fc.Arbitrary<Plot>>> = {
  lines: fc
    .record({
      ...common,
      form: fc.constant("lines" as const),
      own: series("own", 1),
      others: fc.array(series("other", 1), { maxLength: 3 }),
      aim: fc.option(series("aim", 1)),
    })
    .map(({ own, others, aim, ...plot }) => ({ ...plot, series: [own, ...others, ...(aim ? [aim] : [])] })),
  multiples: fc.record({
    ...common,
    form: fc.constant("multiples" as const),
    panels: fc.array(panel, { minLength: 1, maxLength: 7 }),
  }),
  bars: fc.record({
    ...common,
    form: fc.constant("bars" as const),
    bars: fc.array(
      fc
        .record({ title, number: fc.option(number, { nil: undefined, freq: 4 }) })
        .map(({ title: name, number: one }) => ({
          title: name,
          ...(one && { number: one }),
        })),
      { minLength: 1, maxLength: 8 },
    ),
    marks: fc.array(
      fc.tuple(title, number).map(([name, one]) => ({ title: name, ...one })),
      { maxLength: 3 },
    ),
  }),
  change: fc.record({
    ...common,
    form: fc.constant("change" as const),
    from: fc.constant("2019"),
    to: fc.constant("2023"),
    rows: fc.array(fc.record({ title, was: number, is: number }), { minLength: 1, maxLength: 8 }),
  }),
};

/** Who changes how something is drawn tries more. */
const RUNS = Number(process.env.IVP_CHART_RUNS ?? 40);

describe("in a chart no text stands over another or is cut", () => {
  test.each(Object.entries(plots))("%s", (_, plot) => {
    fc.assert(
      fc.property(plot, (one) => {
        const whole = drawn(one);
        expect(whole.flatMap(faultsIn)).toEqual([]);
        expect(drawn(one)).toEqual(whole);
        expect(drawn(one, paper.plot).flatMap(faultsIn)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test.each([1, 3, 21, 342])("%i bars, with marks across them", (count) => {
    const bars = Array.from({ length: count }, (_, index) => ({
      title: names[index % names.length] ?? "",
      number: { value: index * 7, text: figure(index * 7, 0) },
    }));
    const marks = [{ title: "Nederland", value: 12, text: "12" }];
    const parts = drawn({ form: "bars", unit: "misdrijven", fromZero: true, bars, marks }, paper.plot);
    expect(parts.flatMap(faultsIn)).toEqual([]);
    for (const { box } of parts) expect(Number(box.split(" ")[3])).toBeLessThanOrEqual(paper.plot.others + 8);
    expect(parts.flatMap(textsIn).filter(({ text }) => text === "Best")).toHaveLength(Math.ceil(count / names.length));
  });
});
