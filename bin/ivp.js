#!/usr/bin/env node
import { existsSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

// A command is over before code that is optimised early has earned that back. Node 20 begins soonest; later versions wait by
// themselves.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=1200000");
// Left to itself the heap grows to twice what is in use before it is cleared: a build for all municipalities then takes 430 MB
// instead of 250, and no less time.
setFlagsFromString("--heap-growing-percent=40");
const main = new URL("../dist/bundle/main.js", import.meta.url);
/** Why the program can't even be read, in Dutch: what else goes wrong it tells by itself. */
const reasons = {
  EMFILE: "er staan te veel bestanden open (EMFILE). Verhoog de grens: ulimit -n 1024.",
  ENFILE: "er staan te veel bestanden open (ENFILE).",
  EACCES: "u hebt geen recht om het programma te lezen (EACCES).",
  ENOENT: "er ontbreekt een bestand van het programma (ENOENT). Installeer het opnieuw: npm ci.",
};

/** @param {string} message */
function stop(message) {
  console.error(message);
  process.exitCode = 3;
}

/** Whether the folder in which the user stands is still there. */
function standsSomewhere() {
  try {
    process.cwd();
    return true;
  } catch {
    return false;
  }
}

if (!standsSomewhere()) {
  stop("fout De map waarin u staat, is er niet meer. Ga met cd naar een map die er is.");
} else if (existsSync(main)) {
  // Who writes more than the system lets a process write, gets an error to tell instead of being ended.
  if (process.platform !== "win32") process.on("SIGXFSZ", () => undefined);
  const loaded = await import(main).catch((error) => {
    const reason = reasons[error?.code];
    if (!reason) throw error;
    stop(`fout ivp kan niet beginnen: ${reason}`);
  });
  if (loaded) process.exitCode = await loaded.run(process.argv.slice(2));
} else {
  stop("ivp is nog niet gebouwd. Voer eerst uit: npm ci. Na npm ci --ignore-scripts: npm run build.");
}
