import { defineConfig } from "vitest/config";

/** `npm run test:pipeline`: what the workflows do, done here, on a clean clone. The folder of a new team is installed from the package. */
export default defineConfig({
  // By itself vitest leaves a core to whoever watches; these mostly wait for packages.
  test: { include: ["test/pipeline/*.test.ts"], maxWorkers: "100%", testTimeout: 300_000, hookTimeout: 300_000 },
});
