import { posix } from "node:path";

/**
 * The file of the content that the source of an image means: its path from the content folder, as NFC and without detours.
 * The one answer to that question: what is checked, measured, composed and shown is the same file.
 * @param source as markdown-it gives it: what the author typed, percent-encoded where a web address would need it
 * @returns nothing where the source can mean no file of the content: another place, or a path of a machine
 */
export function imageFile(source: string): string | undefined {
  const path = typedSource(source).normalize("NFC");
  if (path === "" || /^[a-z][a-z0-9+.-]*:|^[/~]|\\|\0/i.test(path)) return undefined;
  const file = posix.normalize(path);
  return file === "." || file.startsWith("../") || file === ".." ? undefined : file;
}

/** A source as its author would write it: without percent-encoding. */
export function typedSource(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    // A percent sign of its own, as in "100%.png".
    return source;
  }
}
