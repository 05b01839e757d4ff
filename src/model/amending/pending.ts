import type { Amendment } from "../../content/index.js";

/** Whether an amendment may still change the content: it isn't carried out, and no council rejected it. */
export const isPending = ({ state = "ingediend", applied }: Pick<Amendment, "state" | "applied">): boolean =>
  applied !== "ja" && (state === "ingediend" || state === "aangenomen");
