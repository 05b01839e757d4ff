#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/bundle/main.js", import.meta.url);
if (existsSync(main)) {
  const { run } = await import(main);
  process.exitCode = await run(process.argv.slice(2));
} else {
  console.error("ivp is nog niet gebouwd. Voer eerst uit: npm ci");
  process.exitCode = 3;
}
