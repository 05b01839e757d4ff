import { defineConfig } from "vitest/config";

/** `npm run test:a11y`: every page, at every width, in both colour schemes, in the real browser. */
export default defineConfig({
  test: {
    include: ["test/a11y/*.test.ts"],
    globalSetup: "test/a11y/setup.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
