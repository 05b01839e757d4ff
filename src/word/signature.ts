import type { Reviser } from "../documents/index.js";
import type { Attributes } from "./xml.js";

/** Who did something, and when. */
export const signature = ({ author, date }: Reviser): Attributes => ({
  "w:author": author,
  "w:date": date?.toISOString().replace(/\.\d+Z/, "Z"),
});
