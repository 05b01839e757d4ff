/** What a figure shows: numbers, times and shares, with all of it in words beside it. */
import type { ColourName as Colour, Icon } from "../content/index.js";
import type { Sign, Signed } from "./sign.js";

export interface TimelineRow {
  readonly label: string;
  readonly text: string;
  readonly colour?: Colour;
  /** Indexes of the first and last tick. */
  readonly from: number;
  readonly to: number;
}

/** A number in a chart. */
export interface PlotValue {
  readonly value: number;
  /** As readers see it: "12,5". */
  readonly text: string;
  /** The bounds of its margin. */
  readonly low?: number;
  readonly high?: number;
  /** It may still change: it is drawn open. */
  readonly provisional?: true;
}

/** Numbers of the same thing, by year; what has none leaves a gap. */
export interface PlotSeries {
  readonly title: string;
  /** What the chart is about, what that is compared with, or what it should be. */
  readonly tone: "own" | "other" | "aim";
  readonly points: readonly (PlotValue & { readonly year: number })[];
}

/** Numbers in a picture, labelled where they stand. A table tells them all. */
export type Plot = {
  readonly unit: string;
  /** Whether its axis begins at 0, or at what is near the numbers. */
  readonly fromZero: boolean;
} & (
  | { readonly form: "lines"; readonly series: readonly PlotSeries[] }
  | {
      readonly form: "multiples";
      readonly panels: readonly { readonly title: string; readonly series: readonly PlotSeries[] }[];
    }
  | {
      readonly form: "bars";
      /** One without a number says so. */
      readonly bars: readonly {
        readonly title: string;
        readonly number?: PlotValue;
        /** The one that the document is about. */
        readonly own?: true;
      }[];
      /** Lines across all bars. */
      readonly marks: readonly (PlotValue & { readonly title: string })[];
    }
  | {
      readonly form: "change";
      readonly from: string;
      readonly to: string;
      readonly rows: readonly { readonly title: string; readonly was: PlotValue; readonly is: PlotValue }[];
    }
);

export type Chart =
  | { readonly type: "plot"; readonly plot: Plot }
  | {
      readonly type: "overview";
      readonly title: string;
      readonly motto: string;
      readonly columns: readonly { readonly title: string; readonly text: string }[];
      readonly tiles: readonly {
        readonly number: string;
        readonly title: string;
        readonly items: readonly string[];
        readonly note: string;
        readonly icon: Icon;
        readonly colour: Colour;
      }[];
    }
  | {
      readonly type: "timeline";
      readonly ticks: readonly string[];
      readonly rows: readonly TimelineRow[];
      readonly marks: readonly { readonly at: number; readonly text: string }[];
    }
  /** Bars of one length, each divided by how many of its things have which sign. */
  | {
      readonly type: "shares";
      /** What the signs that are there mean, in the order of the parts. */
      readonly key: readonly Signed[];
      readonly rows: readonly {
        readonly title: string;
        /** How many there are, as a reader shall see it: "12 acties". */
        readonly all: string;
        /** None of them is 0. */
        readonly parts: readonly { readonly sign: Sign; readonly count: number }[];
      }[];
    };

/** All that a figure shows, in words: lists under a heading. */
export type Alternative = readonly { readonly title: string; readonly items: readonly string[] }[];
