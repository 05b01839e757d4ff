/** Makes what the council of a municipality needs to decide: a folder, or one file with all of it. */

import { cacheBeside, openCache } from "../build/cache.js";
import { programFingerprint } from "../build/fingerprint.js";
import { buildKey, recordName } from "../build/last-build.js";
import { readContentFolder } from "../content/read.js";
import { isPrinted } from "../formats/index.js";
import { openOutput } from "../output/output.js";
import type { PackOptions, PackResult } from "./types.js";

export type { Packed } from "./packing.js";

/**
 * Makes packs and puts them in place: all of them or none.
 * @throws {UsageError} when there is no such municipality, the version to compare with isn't there, or the folder is one that must
 * be left alone: it holds the content, or files that `ivp` didn't make
 * @throws {EnvironmentError} when there is no browser, it dies, or the disk refuses
 */
export async function pack(options: PackOptions): Promise<PackResult> {
  const { content, out, note, formats, browser, asked, all, since } = options;
  const output = await openOutput({
    out,
    content,
    purpose: { name: "de map voor de pakketten", example: "pakket" },
    note,
  });
  try {
    const reading = readContentFolder(content);
    const [sources, edition] = await Promise.all([reading, options.edition(reading)]);
    const fingerprint = programFingerprint(browser.path ?? process.env.IVP_BROWSER);
    const cache = openCache(cacheBeside(out), note);
    const key = buildKey(fingerprint, sources, edition, { only: [...asked, String(all), `${since}`], formats });
    const packed = recordName("pack", out);
    const { openPress } = await import("../pdf/press.js");
    const press = openPress(browser);
    try {
      // What wasn't packed before has something to print: the browser starts while the program loads and reads.
      if (formats.some(isPrinted) && (await cache.record(packed)) !== key) press.warm();
      const { makePacks } = await import("./make-packs.js");
      const result = await makePacks(options, { sources, edition, fingerprint, cache, output, press });
      if (result.packs.length > 0) await cache.keepRecord(packed, key);
      return result;
    } finally {
      await press.close();
    }
  } finally {
    output.close();
  }
}
