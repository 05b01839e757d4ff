import { defineConfig } from "vitest/config";

/** `npm run test:pipeline`: what the workflows do, done here, on a clean clone. It installs everything once more. */
export default defineConfig({
  test: { include: ["test/pipeline/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 },
});
