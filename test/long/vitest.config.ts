import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, by far: a core that begins one of these last works alone. */
const LONGEST = /differential|robustness|browser|defaults-sweep/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => LONGEST.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/**
 * `npm run test:long`: what takes its time. Whole documents in the real browser, spoiled contents, kills at random moments,
 * random series of builds and sweeps. `IVP_KILL_RUNS`, `IVP_FUZZ_RUNS` and `IVP_DIFFERENTIAL_RUNS` say how many;
 * `IVP_KILL_SEED` and `IVP_DIFFERENTIAL_SEED` repeat what went before.
 */
export default defineConfig({
  test: {
    include: ["test/long/*.test.ts", "test/**/*-sweep.test.ts"],
    // A sweep tries all that there is to try, of which `npm test` takes a share.
    env: { IVP_SWEEPS: "all" },
    globalSetup: "test/setup/fresh-build.ts",
    // Some of them wait for a browser that says nothing, for a lock or for a disk: one more than the cores that CI has.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
