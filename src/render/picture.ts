/** An image as a piece of the page itself. */
export function dataUri(bytes: Uint8Array): string {
  const type = bytes[0] === 0x89 ? "png" : "jpeg";
  return `data:image/${type};base64,${Buffer.from(bytes).toString("base64")}`;
}
