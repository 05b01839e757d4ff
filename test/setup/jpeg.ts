/** Four grey pixels by two. */
const GREY = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/wAALCAACAAQBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AH//Z",
  "base64",
);

/** A JPEG of a camera that was held in one of the eight ways of Exif: 1 is upright. */
export function jpeg(held: number): Buffer {
  const tiff = Buffer.from(`4d4d002a00000008000101120003000000010000000000000000`, "hex");
  tiff.writeUInt16BE(held, 18);
  const content = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, content.length + 2]);
  return Buffer.concat([GREY.subarray(0, 2), head, content, GREY.subarray(2)]);
}
