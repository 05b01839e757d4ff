import { posix } from "node:path";
import { html } from "../formats/html.js";
import type { OutputFile } from "../output/output.js";

/** A page with what it leads to that isn't there. */
export interface StrayLinks {
  readonly page: string;
  readonly to: readonly string[];
}

/**
 * The links of pages to files that don't lie beside them: to documents that are left out.
 * @param files of the folder
 * @param paths of all that lies in it
 */
export function strayLinks(files: readonly OutputFile[], paths: ReadonlySet<string>): StrayLinks[] {
  return files
    .filter(({ path }) => path.endsWith(`.${html.extension}`))
    .flatMap(({ path, bytes }) => {
      const links = Buffer.from(bytes)
        .toString("utf8")
        .matchAll(/<a [^>]*?href="([^"#]+)[^"]*"/g);
      const local = [...links].map(([, href = ""]) => href).filter((href) => !/^[a-z][a-z\d+.-]*:/i.test(href));
      const to = [...new Set(local.map((href) => posix.join(posix.dirname(path), href)))].filter(
        (target) => !paths.has(target),
      );
      return to.length > 0 ? [{ page: path, to: to.sort() }] : [];
    });
}
