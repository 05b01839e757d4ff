/**
 * What npm runs after an installation in this repository: builds the program. Without the packages for developers
 * (`npm ci --omit=dev`) there is nothing to build with; then the program stays as it was built before.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
if (existsSync(`${root}node_modules/typescript`) && existsSync(`${root}node_modules/esbuild`)) {
  // A shell, as npm is a script on Windows.
  const { status } = spawnSync("npm run build", { cwd: root, shell: true, stdio: "inherit" });
  process.exitCode = status ?? 1;
} else {
  console.error("ivp is niet opnieuw gebouwd: daarvoor zijn de pakketten voor ontwikkelaars nodig (npm ci).");
}
