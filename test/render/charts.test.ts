/** Charts of figures: no text over another or cut, whatever the numbers and names are, and the same bytes twice. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Chart, Plot, PlotSeries, PlotValue } from "../../src/documents/index.js";
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
const faultsIn = (drawing: Drawing): string[] => [
  ...faultsAmong(textsIn(drawing), drawing.box),
  ...(/NaN|Infinity|undefined/.test(drawing.svg) ? ["no number"] : []),
];

function faultsAmong(texts: readonly Box[], box: string): string[] {
  const [x = 0, y = 0, width = 0, height = 0] = box.split(" ").map(Number);
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
  return [...cut.map(({ text }) => `“${text}” is cut`), ...over];
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

type Shares = Extract<Chart, { type: "shares" }>;

/** Where the texts and signs of a drawing of shares stand. */
function sharesIn(chart: Shares, room = ENDLESS) {
  interface Part {
    readonly box: string;
    readonly key: readonly {
      readonly text: string;
      readonly textX: number;
      readonly textY: number;
      readonly iconX: number;
      readonly iconY: number;
    }[];
    readonly rows: readonly {
      readonly lines: readonly { readonly y: number; readonly text: string }[];
      readonly all: string;
      readonly allX: number;
      readonly allY: number;
      readonly parts: readonly {
        readonly sign: string;
        readonly x: number;
        readonly width: number;
        readonly hatch: string;
        readonly label: string;
        readonly labelX: number;
        readonly labelY: number;
        readonly icon: string;
        readonly iconX: number;
        readonly iconY: number;
      }[];
    }[];
  }
  const text = (own: string, left: number, y: number): Box => {
    const width = textWidth(own, 14, 700);
    return { text: own, left, right: left + width, top: y - 10, bottom: y + 3 };
  };
  const sign = (own: string, x: number, y: number): Box => ({
    text: own,
    left: x,
    right: x + 16,
    top: y,
    bottom: y + 16,
  });
  return (draw(chart, (own) => own, room) as unknown as Part[]).map((part) => ({
    ...part,
    texts: [
      ...part.key.flatMap((one) => [text(one.text, one.textX, one.textY), sign("key", one.iconX, one.iconY)]),
      ...part.rows.flatMap((row) => [
        ...row.lines.map((line) => text(line.text, 0, line.y)),
        text(row.all, row.allX - textWidth(row.all, 14, 700), row.allY),
        ...row.parts.flatMap((one) => [
          ...(one.label ? [text(one.label, one.labelX, one.labelY)] : []),
          ...(one.icon ? [sign(one.sign, one.iconX, one.iconY)] : []),
        ]),
      ]),
    ],
  }));
}

const states = {
  done: "Afgerond",
  running: "Loopt",
  late: "Vertraagd",
  waiting: "Niet gestart",
  stopped: "Gestopt",
  mixed: "Verschilt per gemeente",
  unknown: "Niet gemeld",
} as const;
const allSigns = Object.keys(states) as (keyof typeof states)[];

const shared: fc.Arbitrary<Shares> = fc
  .array(
    fc.record({
      title,
      parts: fc
        .uniqueArray(fc.tuple(fc.constantFrom(...allSigns), fc.integer({ min: 1, max: 400 })), {
          selector: ([own]) => own,
          minLength: 1,
        })
        .map((parts) => [...parts].sort(([a], [b]) => allSigns.indexOf(a) - allSigns.indexOf(b))),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((rows) => {
    const there = new Set(rows.flatMap(({ parts }) => parts.map(([own]) => own)));
    return {
      type: "shares",
      key: allSigns.filter((own) => there.has(own)).map((own) => ({ sign: own, text: states[own] })),
      rows: rows.map(({ title: own, parts }) => ({
        title: own,
        all: `${parts.reduce((sum, [, count]) => sum + count, 0)} acties`,
        parts: parts.map(([sign, count]) => ({ sign, count })),
      })),
    };
  });

describe("shares of a whole", () => {
  test("no text stands over another or is cut, on one page or on more", () => {
    fc.assert(
      fc.property(shared, (chart) => {
        for (const room of [ENDLESS, paper.shares])
          expect(sharesIn(chart, room).flatMap(({ texts, box }) => faultsAmong(texts, box))).toEqual([]);
        const parts = sharesIn(chart, paper.shares);
        expect(parts.flatMap(({ rows }) => rows)).toHaveLength(chart.rows.length);
        for (const { box } of parts) expect(Number(box.split(" ")[3])).toBeLessThanOrEqual(paper.shares.others + 8);
      }),
      { numRuns: RUNS },
    );
  });

  test("each part is as wide as its share, and together they are the whole bar", () => {
    fc.assert(
      fc.property(shared, (chart) => {
        const rows = sharesIn(chart).flatMap((part) => part.rows);
        const whole = rows.map(({ parts }) => parts.reduce((sum, { width }) => sum + width, 0));
        for (const width of whole) expect(width).toBeCloseTo(whole[0] ?? 0, 0);
        rows.forEach(({ parts }, index) => {
          const own = chart.rows[index]?.parts ?? [];
          const all = own.reduce((sum, { count }) => sum + count, 0);
          parts.forEach(({ width }, place) => {
            expect(width / (whole[index] ?? 1)).toBeCloseTo((own[place]?.count ?? 0) / all, 3);
          });
        });
      }),
      { numRuns: RUNS },
    );
  });
});

describe("what may still change", () => {
  const open: PlotValue = { value: 7, text: "7", provisional: true };
  const firm: PlotValue = { value: 5, text: "5" };
  const plot = { unit: "misdrijven", fromZero: true };
  const own = (last: PlotValue): PlotSeries => ({
    title: "Best",
    tone: "own",
    points: [
      { year: 2022, ...firm },
      { year: 2023, ...last },
    ],
  });
  test.each<[string, (last: PlotValue) => Plot, RegExp]>([
    ["lines", (last) => ({ ...plot, form: "lines", series: [own(last)] }), /wat open is of een \* heeft, is voorlopig/],
    [
      "multiples",
      (last) => ({ ...plot, form: "multiples", panels: [{ title: "Best", series: [own(last)] }] }),
      /wat open is of een \* heeft, is voorlopig/,
    ],
    [
      "bars",
      (last) => ({ ...plot, form: "bars", bars: [{ title: "Best", number: last }], marks: [] }),
      /wat open is of een \* heeft, is voorlopig/,
    ],
    [
      "change",
      (last) => ({ ...plot, form: "change", from: "2022", to: "2023", rows: [{ title: "Best", was: firm, is: last }] }),
      /; wat een \* heeft, is voorlopig/,
    ],
  ])("is known by its sign, which is told, in %s; without it nothing is", (_, of, note) => {
    const words = (last: PlotValue): string =>
      drawn(of(last))
        .flatMap(textsIn)
        .map(({ text }) => text)
        .join(" ");
    expect(words(open)).toMatch(note);
    expect(words(open)).toMatch(/7\*/);
    expect(words(firm)).not.toMatch(/\*|voorlopig/);
  });
});

test("things that are counted have no halves along their axis", () => {
  const ticks = (value: number): string[] =>
    drawn({
      form: "lines",
      unit: "misdrijven",
      fromZero: true,
      series: [{ title: "Best", tone: "own", points: [{ year: 2023, value, text: figure(value, 0) }] }],
    })
      .flatMap(textsIn)
      .map(({ text }) => text);
  for (const value of [0, 1, 2, 3]) expect(ticks(value).join(" ")).not.toMatch(/\d,\d/);
});

test("a name is led to along the year it is of, so that no line seems to go on", () => {
  const series: PlotSeries[] = [
    { title: "Best", tone: "own", points: [{ year: 2022, value: 50, text: "50" }] },
    { title: "Nederland", tone: "other", points: [{ year: 2022, value: 51, text: "51" }] },
    { title: "Streefwaarde", tone: "aim", points: [{ year: 2028, value: 10, text: "10" }] },
  ];
  const [{ svg = "" } = {}] = drawn({ form: "lines", unit: "misdrijven", fromZero: true, series });
  const leaders = [...svg.matchAll(/class="leader" d="M([\d.]+) ([\d.]+)H([\d.]+)L/g)].map((found) =>
    found.slice(1).map(Number),
  );
  expect(leaders).toHaveLength(3);
  const edge = Math.max(...leaders.map(([, , to = 0]) => to));
  for (const [, , to] of leaders) expect(to).toBe(edge);
});
