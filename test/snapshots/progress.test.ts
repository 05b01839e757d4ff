import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Copy, copyOfPlan } from "../setup/content.js";
import { decided } from "../setup/decided.js";
import { ivp, root } from "../setup/ivp.js";

/** The plan with one report, or with both. */
async function plan(...dates: readonly string[]): Promise<Copy> {
  const content = await copyOfPlan();
  for (const date of dates)
    await content.write(
      `progress/${date}.yaml`,
      await readFile(join(root, `test/fixtures/progress/${date}.yaml`), "utf8"),
    );
  return content;
}

const reports = async ({ folder }: Copy): Promise<string[]> =>
  (await readdir(join(folder, "progress")).catch(() => [])).sort();

describe("ivp progress new", () => {
  test("begins a file with every action, in which nothing stands that nobody said", async () => {
    const content = await plan("2025-06-30");
    const { code, stderr } = await ivp("progress", "new", "2025-12-31", "--content", content.folder);
    expect([code, stderr]).toEqual([0, expect.stringContaining("4 acties om in te vullen")]);
    const text = await readFile(join(content.folder, "progress/2025-12-31.yaml"), "utf8");
    expect(parse(text)).toEqual({
      id: "2025-12-31",
      actions: ["rounds", "street-talks", "harbour-watch", "beach-team"].map((id) => ({ action: `2025-2026/${id}` })),
    });
    expect(text).toContain("  # Vorige keer (30 juni 2025): loopt, uitgegeven: € 4.200, IJzerwoude: niet gestart\n");
    expect(text).toContain("  # Het vervolg was: In september begint de derde ronde.\n  - action: 2025-2026/rounds\n");
    expect(text).toMatch(/^# yaml-language-server: \$schema=\S+progress\.schema\.json\n/);
    // What nobody filled in is told, and holds up nothing.
    const { code: checked, stdout } = await ivp("check", "--content", content.folder);
    expect([checked, stdout]).toEqual([0, expect.stringContaining("IVP800")]);
  });

  test("takes all programmes for an evaluation", async () => {
    const content = await plan();
    expect(
      (await ivp("progress", "new", "2028-12-31", "--kind", "eindevaluatie", "--content", content.folder)).code,
    ).toBe(0);
    const { kind, actions } = parse(await readFile(join(content.folder, "progress/2028-12-31.yaml"), "utf8")) as {
      kind: string;
      actions: unknown[];
    };
    expect([kind, actions.length]).toEqual(["eindevaluatie", 5]);
  });

  test.each([
    ["2025-06-30", "progress/2025-06-30.yaml is er al."],
    ["2025-03-31", "De laatste voortgang is van 30 juni 2025: een nieuwe is van later."],
    ["2025-02-30", "“2025-02-30” is geen datum."],
    ["morgen", "“morgen” is geen datum."],
    ["2029-12-31", "31 december 2029 valt buiten de looptijd van het plan (2025–2028)."],
  ])("refuses %s and writes nothing", async (date, message) => {
    const content = await plan("2025-06-30");
    const { code, stderr } = await ivp("progress", "new", date, "--content", content.folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(await reports(content)).toEqual(["2025-06-30.yaml"]);
  });

  test("refuses a date on which no programme runs", async () => {
    const content = await plan();
    await content.remove("programmes/2027-2028.yaml");
    const { code, stderr } = await ivp("progress", "new", "2027-12-31", "--content", content.folder);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("Op 31 december 2027 loopt er geen uitvoeringsprogramma."),
    ]);
    expect(await reports(content)).toEqual([]);
  });

  test("says what is in the way of the folder, and leaves it", async () => {
    const content = await plan();
    await content.write("progress", "een bestand");
    const { code, stderr } = await ivp("progress", "new", "2025-12-31", "--content", content.folder);
    expect(code).not.toBe(0);
    expect(stderr).not.toContain("ivp zelf");
    expect(await readFile(join(content.folder, "progress"), "utf8")).toBe("een bestand");
  });

  test("refuses content with errors", async () => {
    const content = await plan();
    await content.append("plan.yaml", "onbekend: 1\n");
    expect((await ivp("progress", "new", "2025-12-31", "--content", content.folder)).code).toBe(1);
    expect(await reports(content)).toEqual([]);
  });
});

test("ivp adopt says where the decision on a report is written", async () => {
  const content = await plan("2025-06-30");
  const { code, stderr } = await ivp(
    ...[
      "adopt",
      "voortgangsrapportage:2025-06-30",
      ...decided({ by: "ijzerwoude", date: "2025-09-02", reference: "x" }),
    ],
    ...["--content", content.folder],
  );
  expect([code, stderr]).toEqual([2, expect.stringContaining("Schrijf het in het bestand in progress/, bij decision")]);
});

test("ivp list --trace follows goals to actions, as text and as JSON, and tells what hangs loose", async () => {
  const content = await plan();
  const text = await ivp("list", "--trace", "--content", content.folder);
  expect(text.stdout).toContain("  └ maatregel M2 Bewoners krijgen advies over goede sloten. [locks] (geen actie)");
  expect(text.stdout).toContain("Niets hangt los.");
  await content.replace("programmes/2025-2026.yaml", "    localThemes: [harbour]\n", "");
  const loose = await ivp("list", "--trace", "--format", "json", "--content", content.folder);
  const { goals, loose: found } = JSON.parse(loose.stdout) as { goals: { id: string }[]; loose: { id: string }[] };
  expect(goals.map(({ id }) => id)).toEqual(["less-crime", "feeling-safe", "ready"]);
  expect(found.map(({ id }) => id)).toEqual(["2025-2026/harbour-watch"]);
});
