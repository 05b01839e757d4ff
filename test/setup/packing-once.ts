import { writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { type CleanUp, temporaryFolder } from "./content.js";

/**
 * Lets the real npm pack the program once, the first time that it is asked to, and gives the same the next times: it takes seconds.
 * @returns a PATH with such an npm, where there is a shell to run it
 */
export async function packingOnce(finished: CleanUp): Promise<string> {
  const { PATH = "" } = process.env;
  if (process.platform === "win32") return PATH;
  const folder = await temporaryFolder(finished);
  const npm = [
    "#!/bin/sh",
    "for to; do :; done",
    `cd '${folder}' || exit 1`,
    "if [ ! -e told ]; then",
    `  (cd "$OLDPWD" && PATH='${PATH}' npm "$@") > telling || exit 1`,
    '  cp "$to"/*.tgz . && mv telling told',
    "fi",
    'cp ./*.tgz "$to" && cat told',
  ];
  await writeFile(join(folder, "npm"), `${npm.join("\n")}\n`, { mode: 0o755 });
  return `${folder}${delimiter}${PATH}`;
}
