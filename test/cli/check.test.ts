import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { rulesReference } from "../../src/check/reference.js";
import { copyOfPlan, planFolder } from "../setup/content.js";
import { ivp, root } from "../setup/ivp.js";

/** Content with one error (IVP301) and one warning (IVP605). */
async function spoiled(): Promise<string> {
  const content = await copyOfPlan();
  await content.append("vision.yaml", "\n  Wij zorgen voor voor elkaar.\n  Zie [[term:nergens]].\n");
  await content.write(
    "check.yaml",
    `severity:\n${["IVP304", "IVP501"].map((rule) => `  - rule: ${rule}\n    severity: off\n`).join("")}`,
  );
  return content.folder;
}

describe("ivp check", () => {
  test("text: place, line, underlined spot and mend", async () => {
    const folder = await spoiled();
    const { code, stdout } = await ivp("check", "--content", folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(/vision\.yaml:11:7 fout IVP301 Er is geen begrip met de sleutelnaam “nergens”\./);
    expect(stdout).toMatch(/11 │ {3}Zie \[\[term:nergens\]\]\.\n +│ {7}\^{16}\n {2}Een verwijzing .+\n {2}→ /);
    expect(stdout).toContain("1 fout en 1 waarschuwing.");
  });

  test("tells a name that looks like one that check.yaml knows", async () => {
    const content = await copyOfPlan();
    await content.write("check.yaml", "words:\n  - basisteamprogrammaleider\n");
    await content.append("vision.yaml", "\n  De basisteamprogrammameerder helpt daarbij.\n");
    const { stdout } = await ivp("check", "--content", content.folder, "--severity", "warning");
    expect(stdout).toMatch(/IVP609 “basisteamprogrammameerder”[\s\S]*Bedoelde u “basisteamprogrammaleider”\?/);
  });

  test("--severity note adds how easy each file reads", async () => {
    const { stdout } = await ivp("check", "--content", planFolder, "--severity", "note");
    const [, scores = ""] = stdout.split("Leesgemak (Flesch-Douma");
    expect(scores.split("\n\n")[0]).toMatch(/priorities\/youth\.yaml +\d+/);
  });

  test("json: valid by its own schema", async () => {
    const { stdout } = await ivp("check", "--content", await spoiled(), "--format", "json");
    const report = JSON.parse(stdout) as { diagnostics: { code: string }[] };
    const schema = JSON.parse(await readFile(join(root, "schemas/report.schema.json"), "utf8")) as object;
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(["IVP301", "IVP605"]));
  });

  test("what isn't shown is counted: of the rules that were asked for, and of all", async () => {
    const content = await copyOfPlan();
    await content.append("vision.yaml", "\n  Wij zorgen voor voor elkaar.\n");
    const check = (...more: string[]) => ivp("check", "--content", content.folder, ...more);
    const { diagnostics } = JSON.parse((await check("--format", "json")).stdout) as {
      diagnostics: { code: string; severity: string }[];
    };
    const notes = diagnostics.filter(({ severity }) => severity === "note");
    const { code = "" } = notes[0] ?? {};
    const ofCode = notes.filter((note) => note.code === code);
    expect(ofCode.length).toBeGreaterThan(1);
    expect((await check()).stdout).toContain(`. Verder ${notes.length} opmerkingen: toon ze met`);
    expect((await check("--rule", code)).stdout).toBe(
      `${ofCode.length} opmerkingen: toon ze met --severity opmerking.\n`,
    );
    const errors = await check("--severity", "error", "--max-warnings", "0", "--rule", "IVP605");
    expect([errors.code, errors.stdout]).toEqual([1, expect.stringMatching(/^1 waarschuwing: toon die/)]);
  });

  test("github: one workflow command for each finding", async () => {
    const folder = await spoiled();
    const { stdout } = await ivp("check", "--content", folder, "--format", "github", "--severity", "warning");
    const lines = stdout.trim().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^::warning file=.*vision\.yaml,line=10,col=14,endColumn=23,title=IVP605::“voor” staat hier twee keer\./,
    );
    expect(lines[1]).toMatch(/^::error file=.*vision\.yaml,line=11,col=7,/);
  });

  test("sarif: 2.1.0 with the rules that were broken", async () => {
    const { stdout } = await ivp("check", "--content", await spoiled(), "--format", "sarif", "--severity", "warning");
    const sarif = JSON.parse(stdout) as {
      version: string;
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: {
          ruleId: string;
          ruleIndex: number;
          level: string;
          locations: { physicalLocation: { region: { startLine: number } } }[];
        }[];
      }[];
    };
    const [run] = sarif.runs;
    expect(sarif.version).toBe("2.1.0");
    expect(
      run?.results.map(
        ({ ruleId, level, locations }) => `${level} ${ruleId} ${locations[0]?.physicalLocation.region.startLine}`,
      ),
    ).toEqual(["warning IVP605 10", "error IVP301 11"]);
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test("--rule and --severity choose what is told; --max-warnings what is allowed", async () => {
    const folder = await spoiled();
    const only = await ivp("check", "--content", folder, "--rule", "IVP605");
    expect(only.code).toBe(0);
    expect(only.stdout).toContain("IVP605");
    expect(only.stdout).not.toContain("IVP301");
    expect((await ivp("check", "--content", folder, "--rule", "IVP605", "--max-warnings", "0")).code).toBe(1);
    expect((await ivp("check", "--content", folder, "--severity", "error")).stdout).not.toContain("IVP605");
  });

  test("--rule says only of its own rules that nothing was found, and not that they looked where they couldn't", async () => {
    const content = await copyOfPlan();
    const { stdout } = await ivp("check", "--content", content.folder, "--rule", "IVP605", "IVP301");
    expect(stdout).toBe("goed Geen melding van IVP605 of IVP301.\n");
    await content.append("vision.yaml", "titel: x\n");
    const broken = await ivp("check", "--content", content.folder, "--rule", "IVP501");
    expect(broken.stdout).toMatch(
      /^Geen melding van IVP501, maar door fouten in de inhoud is niet elke regel nagegaan/,
    );
  });

  test("wrong options are told", async () => {
    for (const [args, hint] of [
      [["--rule", "IVP999"], "Er is geen regel “IVP999”"],
      [["--format", "sarf"], "Bedoelde u “sarif”?"],
      [["--severity", "eror"], "Bedoelde u “error”?"],
      [["--max-warnings", "veel"], "--help"],
    ] as const) {
      const { code, stderr } = await ivp("check", ...args);
      expect(code).toBe(2);
      expect(stderr).toContain(hint);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });

  test("check.yaml accepts a finding with a reason and sets a severity", async () => {
    const content = await copyOfPlan();
    await content.append("vision.yaml", "\n  Wij zorgen voor voor elkaar.\n");
    const accepted = (rule: string, subject: string) =>
      `  - rule: ${rule}\n    subjects: ["${subject}"]\n    reason: Een proef.\n`;
    const known = accepted("IVP501", "measure:locks");
    await content.write("check.yaml", `accepted:\n${known}`);
    expect((await ivp("check", "--content", content.folder, "--max-warnings", "0")).code).toBe(1);
    await content.write("check.yaml", `accepted:\n${known}${accepted("IVP605", "voor")}`);
    expect((await ivp("check", "--content", content.folder, "--max-warnings", "0")).code).toBe(0);
    await content.write("check.yaml", "severity:\n  - rule: IVP605\n    severity: error\n");
    expect((await ivp("check", "--content", content.folder)).code).toBe(1);
  });

  test("the reference in docs/rules.md is the rules' own", async () => {
    expect(await readFile(join(root, "docs/rules.md"), "utf8")).toBe(rulesReference());
  });
});
