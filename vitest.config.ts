import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Tests mirror `src/`. What takes longer has a configuration and a command of its own.
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "test/{a11y,long,pipeline}/**"],
    // Builds the documents of the plan of the tests once, with the real browser; most tests read what it made.
    globalSetup: ["test/setup/fresh-build.ts", "test/setup/build-once.ts"],
    // The program is run as it was built, not as vitest would read it.
    server: { deps: { external: [/\/dist\/bundle\//] } },
    // Test files share what they load: no module of ours keeps anything between one call and the next but what it knows for good.
    isolate: false,
    // By itself vitest leaves a core to whoever watches.
    maxWorkers: "100%",
    // What was made in a test is mostly gone when it ends: room for it, so that it isn't carried over again and again.
    execArgv: ["--max-semi-space-size=32"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
