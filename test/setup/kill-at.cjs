/**
 * Loaded before `ivp` (`NODE_OPTIONS=--require`): stops it with a signal right before the nth time that it changes something on disk
 * without giving way, which is how it puts files in place. Without `IVP_TEST_STEP` it counts them, in the file `IVP_TEST_STEPS`.
 */
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");
const { isMainThread } = require("node:worker_threads");

const { IVP_TEST_STEP, IVP_TEST_STEPS, IVP_TEST_SIGNAL = "SIGKILL" } = process.env;
const { writeFileSync } = fs;
let steps = 0;

if (isMainThread) {
  for (const name of [
    "renameSync",
    "linkSync",
    "copyFileSync",
    "writeFileSync",
    "mkdirSync",
    "rmSync",
    "rmdirSync",
    "mkdtempSync",
  ]) {
    const original = fs[name];
    fs[name] = (...args) => {
      steps++;
      if (IVP_TEST_STEP !== undefined && steps === Number(IVP_TEST_STEP)) process.kill(process.pid, IVP_TEST_SIGNAL);
      if (IVP_TEST_STEPS !== undefined) writeFileSync(IVP_TEST_STEPS, ".", { flag: "a" });
      return original(...args);
    };
  }
  syncBuiltinESMExports();
}
