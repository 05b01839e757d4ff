import { scaleLinear } from "d3-scale";
import type { PlotValue } from "../../documents/index.js";
import type { Axis } from "./drawing.js";

/** A number with the bounds of its margin. */
export const numbersIn = ({ value, low = value, high = value }: PlotValue): number[] => [value, low, high];

/** An axis on round numbers that has room for these. */
export function axisOf(numbers: readonly number[], fromZero: boolean): Axis {
  const zero = fromZero ? [0] : [];
  const [low, high] = [Math.min(...numbers, ...zero), Math.max(...numbers, ...zero)];
  const extent = low === high ? [Math.min(0, low), Math.max(low === 0 ? 1 : 0, high)] : [low, high];
  const scale = scaleLinear().domain(extent).nice(4);
  const [min = 0, max = 1] = scale.domain();
  const [first = 0, second = 1] = scale.ticks(4);
  const step = second - first || 1;
  // Floating point gives 0.30000000000000004 for a step of 0.1.
  const decimals = Math.min(2, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  const round = (number: number): number => Number(number.toFixed(6));
  return { min: round(min), max: round(max), step: round(step), decimals };
}
