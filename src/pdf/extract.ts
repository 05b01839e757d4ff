import { readFile, stat } from "node:fs/promises";
import { UsageError } from "../errors.js";
import { extractData } from "./index.js";

/**
 * The data that a PDF of `ivp` carries with it, as JSON: see `DocumentData`.
 * @throws {UsageError} when there is no such file, or it isn't a PDF that `ivp` made
 */
export async function extractFrom(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    // A pipe or a device may never end.
    if (!(await stat(path)).isFile()) throw new Error("no file");
    bytes = await readFile(path);
  } catch (cause) {
    throw new UsageError(`Het bestand “${path}” is niet te lezen.`, "Geef het pad van een PDF die ivp maakte.", {
      cause,
    });
  }
  const data = await extractData(bytes);
  if (data === undefined || !isModel(data))
    throw new UsageError(
      `In “${path}” zitten geen gegevens van ivp.`,
      "Alleen een PDF die ivp maakte, draagt zijn eigen gegevens.",
    );
  return data;
}

/** Whether a text is data as `ivp` writes them: what is printed as JSON can be read as JSON. */
function isModel(data: string): boolean {
  try {
    return (JSON.parse(data) as { readonly format?: unknown } | null)?.format === "ivp-model";
  } catch {
    return false;
  }
}
