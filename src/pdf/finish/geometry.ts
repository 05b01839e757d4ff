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

/**
 * Whether a transformation brings a point into a rectangle, or at most `slack` outside it. It is asked for each glyph of a
 * document, so that it makes nothing and takes nothing apart.
 */
export function landsIn(x: number, y: number, matrix: Matrix, box: Box, slack: number): boolean {
  const across = matrix[0] * x + matrix[2] * y + matrix[4];
  const up = matrix[1] * x + matrix[3] * y + matrix[5];
  return across >= box.left - slack && across <= box.right + slack && up >= box.bottom - slack && up <= box.top + slack;
}

/** The numbers of an operator. */
export const numbersIn = (operands: string): number[] => operands.trim().split(/\s+/).map(Number);

/** The transformation that six numbers give. */
export function matrixOf(operands: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(operands);
  return [a, b, c, d, e, f];
}

/** The points that pairs of numbers give. */
export function pointsOf(operands: string): Point[] {
  const numbers = numbersIn(operands);
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []));
}

/** The corners of a rectangle: the place of one, its width and its height. */
export function cornersOf(operands: string): Point[] {
  const [x = 0, y = 0, width = 0, height = 0] = numbersIn(operands);
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ];
}
