/** The names by which the parts of a file know what their elements mean. */
export const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Of parts with text. */
export const NAMESPACES = {
  "xmlns:w": W,
  "xmlns:r": R,
  "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
} as const;
