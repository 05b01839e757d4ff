import type { Chart } from "../../documents/index.js";
import { resources } from "../resources.js";
import { ENDLESS, partsOf, type Room } from "./parts.js";
import { signIcons } from "./signs.js";
import { baselines, boxAround, round, textWidth, wrap } from "./text.js";

type Shares = Extract<Chart, { type: "shares" }>;
type Row = Shares["rows"][number];

const WIDTH = 680;
/** Where bars begin, and how much is kept for how many there are. */
const [LABELS, COUNTS] = [210, 84];
const BARS = WIDTH - LABELS - COUNTS;
const [SIZE, LEADING] = [14, 17];
const BAR = 26;

/** Lines of the bars of which a state has a pattern: this far from each other. */
const HATCH = 7;

/** The sign and the number in a part: what they take. */
const SIGN = 16;

/**
 * A bar for each row, with the parts of each sign; above them what the signs mean.
 * @returns one drawing, or more where one would be too high for its page: each has the key again
 */
export function shares({ key, rows }: Shares, room: Room = ENDLESS) {
  const laid = rows.map((row) => {
    const lines = wrap(row.title, LABELS - 14, SIZE, 700);
    return { row, lines, height: Math.max(BAR + 14, lines.length * LEADING + 14) };
  });
  const told = keyOf(key);
  return partsOf(laid, ({ height }) => height, told.height, room).map((part) => {
    let y = told.height;
    const drawn = part.map(({ row, lines, height }) => {
      const top = y;
      y += height;
      const barY = round(top + (height - BAR) / 2);
      return {
        lines: baselines(lines, top + (height - lines.length * LEADING) / 2 + 13, LEADING),
        parts: partsIn(row, barY),
        all: row.all,
        allX: WIDTH,
        allY: round(barY + BAR / 2 + 5),
        lineY: y,
      };
    });
    return {
      box: boxAround(WIDTH, y),
      width: WIDTH,
      height: y,
      bar: BAR,
      key: told.items,
      rows: drawn,
      words: part.map(({ row }) => `${row.title}: ${row.all}`),
    };
  });
}

/** What the signs mean, on as many lines as that takes. */
function keyOf(key: Shares["key"]) {
  let [x, y] = [0, 4];
  const items = key.map(({ sign, text }) => {
    const width = 26 + textWidth(text, SIZE, 700) + 22;
    if (x > 0 && x + width > WIDTH) [x, y] = [0, y + 26];
    const item = {
      sign,
      x: round(x),
      y,
      iconX: round(x + 2),
      iconY: y + 2,
      textX: round(x + 26),
      textY: y + 15,
      text,
      icon: resources().icon(signIcons[sign]),
    };
    x += width;
    return item;
  });
  return { items, height: y + 34 };
}

/** The parts of a bar, as wide as their share; a number that doesn't fit stays out: the words have it. */
function partsIn({ parts }: Row, y: number) {
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  let x = LABELS;
  return parts.map(({ sign, count }) => {
    const width = (count / all) * BARS;
    const label = String(count);
    const own = textWidth(label, SIZE, 700);
    const [withNumber, withSign] = [width >= own + 8, width >= own + SIGN + 16];
    const inside = withSign ? SIGN + 4 + own : own;
    const start = x + (width - inside) / 2;
    const part = {
      sign,
      x: round(x),
      y,
      width: round(width),
      label: withNumber ? label : "",
      labelX: round(start + (withSign ? SIGN + 4 : 0)),
      labelY: round(y + BAR / 2 + 5),
      icon: withSign ? resources().icon(signIcons[sign]) : "",
      iconX: round(start),
      iconY: round(y + (BAR - SIGN) / 2),
      pillX: round(start - 4),
      pillY: y + 4,
      pillWidth: round(inside + 8),
      pillHeight: BAR - 8,
      pill: withNumber && isHatched(sign),
      hatch: hatch(sign, x, y, width),
    };
    x += width;
    return part;
  });
}

const isHatched = (sign: string): boolean => sign === "late" || sign === "stopped" || sign === "mixed";

/** Lines over a part, so that it differs from the others in black and white too. */
function hatch(sign: string, x: number, y: number, width: number): string {
  const upright = Array.from({ length: Math.max(0, Math.floor((width - 2) / HATCH)) }, (_, index) => {
    const at = round(x + (index + 1) * HATCH - 2);
    return `M${at} ${y}v${BAR}`;
  });
  const level = Array.from({ length: Math.floor(BAR / HATCH) }, (_, index) => {
    const at = round(y + (index + 1) * HATCH - 3);
    return `M${round(x)} ${at}h${round(width)}`;
  });
  if (sign === "late") return upright.join("");
  if (sign === "stopped") return level.join("");
  return sign === "mixed" ? [...upright, ...level].join("") : "";
}
