import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/*.test.ts"],
    // Builds the documents of the plan of the tests once, with the real browser; most tests read what it made.
    globalSetup: ["test/setup/fresh-build.ts", "test/setup/build-once.ts"],
    // By itself vitest leaves a core to whoever watches.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
