import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { calendarOf, eventsOf } from "../../src/adoption/calendar.js";
import { entriesOf, rowOf } from "../../src/adoption/log.js";
import { copyOfPlan, planFolder, temporaryFolder } from "../setup/content.js";
import { decided } from "../setup/decided.js";
import { commit, git, initialise } from "../setup/git.js";
import { ivp, ivpWith } from "../setup/ivp.js";
import { variant } from "../setup/variant.js";

describe("ivp log", () => {
  test("tells decisions, amendments and tags in order of date", async () => {
    const content = await copyOfPlan();
    await ivp("adopt", "plan", ...decided({ reference: "RB-1" }), "--content", content.folder);
    await content.write(
      "amendments/lantaarns.yaml",
      "id: lantaarns\ntitle: Meer lantaarns\nmunicipality: suderhaven\ndate: 2024-12-02\nstate: verworpen\nchanges:\n  - target: plan:ivp-2025-2028\n    field: motto\n    old: Wie samen kijkt, ziet meer\n    new: Licht helpt\n",
    );
    await content.replace("plan.yaml", "motto: Wie samen kijkt, ziet meer", "motto: Wie samen kijkt, ziet veel");
    await initialise(content.folder);
    await git(content.folder, "tag", "v1.0");
    const { code, stdout, stderr } = await ivp("log", "--content", content.folder);
    const rows = stdout
      .trim()
      .split("\n")
      .map((line) => line.split(/ {2,}/));
    expect([code, stderr]).toEqual([0, ""]);
    expect(rows).toEqual([
      ["2019-01-15", "tag", expect.stringMatching(/^v1\.0 \([0-9a-f]{7}\)$/)],
      ["2024-11-14", "besluit", "'s-Zoutendam: IVP Zoutkust 2025–2028 vastgesteld (Raadsbesluit 2024/112)"],
      ["2024-11-14", "besluit", "'s-Zoutendam: lokale bijlage 's-Zoutendam vastgesteld (Raadsbesluit 2024/113)"],
      ["2024-12-02", "amendement", "Súderhaven: Meer lantaarns verworpen"],
      ["2024-12-03", "besluit", "Súderhaven: IVP Zoutkust 2025–2028 vastgesteld (RB-1); de tekst is daarna gewijzigd"],
    ]);
    const without = await ivpWith({ PATH: "/nowhere" }, "log", "--content", content.folder);
    expect(without.stderr).toContain("Tags staan er niet bij. git is er niet.");
    expect(without.stdout.trim().split("\n")).toHaveLength(rows.length - 1);
    await commit(content.folder, "niets");
    const json = JSON.parse((await ivp("log", "--format", "json", "--content", content.folder)).stdout);
    expect(json.at(-1)).toEqual({
      type: "decision",
      municipality: "Súderhaven",
      document: "IVP Zoutkust 2025–2028",
      date: "2024-12-03",
      state: "vastgesteld",
      reference: "RB-1",
      earlierText: true,
    });
  });

  test("needs no git, and says so when nothing was decided", async () => {
    const content = await copyOfPlan();
    const file = "municipalities/s-zoutendam.yaml";
    const text = await readFile(join(content.folder, file), "utf8");
    await content.write(file, text.replace(/decisions:[\s\S]*?emphases/, "emphases"));
    const { code, stdout } = await ivp("log", "--content", content.folder);
    expect([code, stdout]).toEqual([0, "Er is nog niets besloten.\n"]);
  });
});

describe("ivp calendar", () => {
  const events = (text: string) => text.replaceAll("\r\n ", "").split("BEGIN:VEVENT").slice(1);

  test("has a day for each decision, milestone, planning and end, and for what open points name", async () => {
    const content = await copyOfPlan();
    await content.replace(
      "municipalities/ijzerwoude.yaml",
      "emphases: { open: welke accenten IJzerwoude legt, by: council }",
      "emphases: { open: welke accenten IJzerwoude legt (voor 1 maart 2025), by: council }",
    );
    const { code, stdout } = await ivp("calendar", "--content", content.folder);
    expect(code).toBe(0);
    const told = events(stdout).map((event) =>
      [/DTSTART;VALUE=DATE:(\d+)/, /SUMMARY:([^\r]*)/].map((field) => field.exec(event)?.[1]),
    );
    expect(told).toContainEqual(["20241114", "'s-Zoutendam: IVP Zoutkust 2025–2028 – vastgesteld"]);
    expect(told).toContainEqual(["20250301", "Open punt: welke accenten IJzerwoude legt (voor 1 maart 2025)"]);
    expect(told).toContainEqual(["20251231", "Mijlpaal: Proef met lantaarns loopt af (UVP Zoutkust 2025–2026)"]);
    expect(told).toContainEqual(["20281231", "IVP Zoutkust 2025–2028 loopt af"]);
    expect(told.map(([, summary]) => summary).join()).not.toContain("Een team op het strand");
    const ids = events(stdout).map((event) => /UID:([^\r]*)/.exec(event)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
    // Every line ends as RFC 5545 wants it, and none is longer than 75 bytes.
    expect(stdout.split("\r\n").filter((line) => line.includes("\n") || Buffer.byteLength(line) > 75)).toEqual([]);
  });

  test("has the last day of an action as the last report knows it, and none of one that is over", async () => {
    const daysWith = async (...told: object[]) => {
      const model = await variant({
        "programmes/2025-2026.yaml": (own) => {
          own.actions = [{ ...own.actions[0], planning: { from: "2025-Q1", to: "2025-Q4" } }];
        },
        ...Object.fromEntries(
          told.map((one, index) => [
            `progress/2025-0${index + 1}-28.yaml`,
            () => ({ id: `2025-0${index + 1}-28`, actions: [{ action: "2025-2026/rounds", ...one }] }),
          ]),
        ),
      });
      return eventsOf(model).flatMap(({ date, summary }) =>
        summary.startsWith("Actie") ? [`${date} ${summary}`] : [],
      );
    };
    const told = "Actie A1 is gepland tot en met vandaag: ";
    expect(await daysWith()).toEqual([expect.stringContaining(`2025-12-31 ${told}`)]);
    const moved = { state: "vertraagd", planning: { from: "2025-Q1", to: "2026-Q2" } };
    expect(await daysWith(moved, { state: "loopt" })).toEqual([expect.stringContaining(`2026-06-30 ${told}`)]);
    expect(await daysWith(moved, { state: "gestopt" })).toEqual([]);
  });

  test("has meetings of councils that didn't decide yet, decisions on reports and what the team says, with every text escaped", async () => {
    const settle = (date: string) => ({ state: "vastgesteld", body: "council", date, reference: "RB 7" });
    const model = await variant({
      "plan.yaml": (own) => {
        own.shortTitle = "IVP; één, \\ twee";
        own.decision = { ...own.decision, date: "2025-01-30" };
      },
      "council.yaml": () => ({
        meeting: "2024-12-20",
        municipalities: [{ municipality: "westdorp", meeting: "2024-12-22" }],
      }),
      "progress/2025-12-31.yaml": () => ({ id: "2025-12-31", decision: settle("2026-01-20"), actions: [] }),
    });
    const days = eventsOf(model).map(({ date, summary }) => `${date} ${summary}`);
    expect(days.filter((one) => one.includes("raadsvergadering"))).toEqual([
      "2024-12-20 Oostdorp: raadsvergadering over IVP; één, \\ twee",
      "2024-12-22 Westdorp: raadsvergadering over IVP; één, \\ twee",
    ]);
    expect(days).toContain("2026-01-20 Voortgangsrapportage 31 december 2025 – vastgesteld");
    expect(days).toContain("2025-01-30 IVP; één, \\ twee – besluit");
    expect(entriesOf(model).map(rowOf)).toContainEqual([
      "2026-01-20",
      "besluit",
      "Voortgangsrapportage 31 december 2025 vastgesteld (RB 7)",
    ]);
    const written = "IVP\\; één\\, \\\\ twee";
    for (const name of ["NAME", "X-WR-CALNAME"]) expect(calendarOf(model)).toContain(`\n${name}:${written}\r\n`);
    expect(calendarOf(model)).toContain(`SUMMARY:${written} – besluit`);
  });

  test("is the same each time and everywhere, in a file as on the screen", async () => {
    const file = join(await temporaryFolder(), "plan.ics");
    const written = await ivpWith({ TZ: "Asia/Tokyo" }, "calendar", "--content", planFolder, "--out", file);
    const shown = await ivpWith({ TZ: "America/New_York", LANG: "C" }, "calendar", "--content", planFolder);
    expect([written.code, await readFile(file, "utf8")]).toEqual([0, shown.stdout]);
    expect((await ivp("calendar", "--content", planFolder, "--out", file)).code).toBe(0);
  });

  test("leaves a file that ivp didn't make", async () => {
    const content = await copyOfPlan();
    await content.write("brief.ics", "van iemand anders");
    const args = ["calendar", "--content", planFolder, "--out", join(content.folder, "brief.ics")];
    const { code, stderr } = await ivp(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining("--force")]);
    expect(await readFile(join(content.folder, "brief.ics"), "utf8")).toBe("van iemand anders");
    expect((await ivp(...args, "--force")).code).toBe(0);
  });

  test.each(["log", "calendar"])("%s refuses content with errors", async (command) => {
    const content = await copyOfPlan();
    await content.append("vision.yaml", "titel: x\n");
    expect((await ivp(command, "--content", content.folder)).code).toBe(1);
  });
});
