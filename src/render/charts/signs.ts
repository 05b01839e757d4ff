import type { Sign } from "../../documents/index.js";

/** The icon of each sign: each has a shape of its own. */
export const signIcons: Readonly<Record<Sign, string>> = {
  waiting: "circle-dashed",
  running: "circle-play",
  late: "triangle-alert",
  done: "circle-check",
  stopped: "octagon-x",
  mixed: "circle-ellipsis",
  unknown: "circle-question-mark",
};
