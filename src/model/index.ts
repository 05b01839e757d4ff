/** Stage 3: valid content → the linked model. */
export { link, linkContent } from "./link.js";
export { beside, isOverview } from "./names.js";
export { flatten } from "./outline.js";
export * from "./types.js";
