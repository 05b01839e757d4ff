import { defineConfig } from "vitest/config";

/**
 * `npm run test:long`: what takes its time. Whole documents in the real browser, spoiled contents, kills at random moments and
 * random series of builds. `IVP_KILL_RUNS`, `IVP_FUZZ_RUNS` and `IVP_DIFFERENTIAL_RUNS` say how many.
 */
export default defineConfig({
  test: {
    include: ["test/long/*.test.ts"],
    // By itself vitest leaves a core to whoever watches.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
