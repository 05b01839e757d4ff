/** An affine transformation as PDF writes it (ISO 32000-1, 8.3.3): x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An upright rectangle, in points from the bottom left of the page. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First one transformation, then another. */
export const after = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];

export const transformed = ({ x, y }: Point, [a, b, c, d, e, f]: Matrix): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});

/** How much larger a transformation makes things, whichever way it turns them. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));

/** The smallest upright rectangle around points. */
export const around = (points: readonly Point[]): Box => ({
  left: Math.min(...points.map(({ x }) => x)),
  bottom: Math.min(...points.map(({ y }) => y)),
  right: Math.max(...points.map(({ x }) => x)),
  top: Math.max(...points.map(({ y }) => y)),
});

/** What two rectangles have in common. */
export const common = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.min(one.right, other.right),
  top: Math.min(one.top, other.top),
});

/** Whether a point lies in a rectangle or at most `slack` outside it. */
export const within = ({ x, y }: Point, { left, bottom, right, top }: Box, slack: number): boolean =>
  x >= left - slack && x <= right + slack && y >= bottom - slack && y <= top + slack;
