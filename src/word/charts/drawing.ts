/** A chart as Word draws it: series of numbers over categories. What each looks like stands here in words; its XML is in `chart-xml.ts`. */

/** How the numbers of a series are drawn; in black and white they differ too. */
export type Tone =
  /** What the chart is about, what that is compared with, and what it should be. */
  | "own"
  | "other"
  | "aim"
  /** What was, beside what is. */
  | "before"
  /** It keeps room and isn't seen. */
  | "none"
  /** Parts of a whole, by their pattern. */
  | "waiting"
  | "running"
  | "late"
  | "done"
  | "stopped"
  | "mixed"
  | "unknown";

export interface Point {
  readonly value: number;
  /** What stands beside it, on lines. */
  readonly label?: readonly string[];
  /** How far the label stands from where it would, in parts of the drawing's width and height. */
  readonly shift?: readonly [right: number, down: number];
  /** It may still change: it is drawn open. */
  readonly open?: true;
  /** It is drawn as another tone than its series. */
  readonly tone?: Tone;
  readonly low?: number;
  readonly high?: number;
}

export interface Series {
  readonly title: string;
  readonly tone: Tone;
  /** How many of its tone came before it. */
  readonly turn: number;
  /** One for each category; what has none leaves a gap. */
  readonly points: readonly (Point | undefined)[];
}

export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly decimals: number;
}

export interface Drawing {
  /** Lines run over the categories, bars stand behind them. */
  readonly form: "lines" | "bars";
  readonly title?: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly axis: Axis;
  /** Whether the numbers along the axis are written: not where each number stands beside what shows it. */
  readonly told: boolean;
  readonly stacked?: true;
  /** Whether the names of the series stand above it. */
  readonly key?: true;
  /** Its size in twips. */
  readonly width: number;
  readonly height: number;
  /** Where the lines or bars stand, in parts of its width and height. */
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** What it shows, a piece for each thing in it. */
  readonly words: readonly string[];
}
