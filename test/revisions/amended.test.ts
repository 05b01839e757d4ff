/** Changes of which amendments that were carried out are the reason. */
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Copy, copyOfPlan, temporaryFolder } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";

const amendment = (id: string, town: string, date: string, changes: string): string =>
  `id: ${id}\ntitle: Over ${id}\nmunicipality: ${town}\nreference: A-${id}\ndate: ${date}\nstate: aangenomen\nchanges:\n${changes}`;

const evening = (old: string, fresh: string): string =>
  `  - target: measure:evening-rounds\n    field: text\n    old: ${old}\n    new: ${fresh}\n`;

const first = "Een [[term:boa]] loopt in de avond door donkere straten.";
const second = "Een [[term:boa]] loopt elke avond door donkere straten.";
const third = "Een [[term:boa]] loopt elke avond door alle straten.";

async function carryOut(content: Copy, id: string, text: string): Promise<void> {
  await content.write(`amendments/${id}.yaml`, text);
  const { code, stderr } = await ivp("amend", id, "--apply", "--content", content.folder);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
}

/** A copy of content as it is at a moment. */
async function kept(content: Copy): Promise<string> {
  const folder = join(await temporaryFolder(), "content");
  await cp(content.folder, folder, { recursive: true });
  return folder;
}

/** What changed and why: "maatregel M1#added", with its reason. */
async function reasons(from: string, content: Copy): Promise<Record<string, string>> {
  const { stdout, stderr, code } = await ivp("diff", from, content.folder, "--format", "json");
  expect(code, stderr).toBe(0);
  const { changes } = JSON.parse(stdout) as {
    changes: { type: string; field?: string; subject: { kind: string; id: string }; reason?: string }[];
  };
  return Object.fromEntries(
    changes
      .filter(({ subject }) => subject.kind !== "amendment" && subject.kind !== "numbering")
      .map(({ type, subject, reason }) => [`${type} ${subject.kind}:${subject.id}`, reason ?? ""]),
  );
}

describe("the reason of a change is the amendment that brought it", () => {
  test("what was replaced, added and dropped; not what somebody changed beside it", async () => {
    const content = await copyOfPlan();
    const before = await kept(content);
    await carryOut(
      content,
      "one",
      amendment(
        "one",
        "s-zoutendam",
        "2024-11-14",
        `${evening(first, second)}  - target: paragraph:burglary
    field: measures
    after: "0"
    new: { id: lamps, text: Er komen lampen in donkere straten. }
`,
      ),
    );
    await content.replace("plan.yaml", "slogan: Veilig achter de dijk", "slogan: Veilig op de dijk");
    const reason = "Amendement “Over one” van de gemeenteraad van 's-Zoutendam (14 november 2024, kenmerk A-one).";
    expect(await reasons(before, content)).toEqual({
      "reworded measure:evening-rounds": reason,
      "added measure:lamps": reason,
      "reworded file:ivp-2025-2028": "",
    });
    const { stdout } = await ivp("diff", before, content.folder);
    expect(stdout).toContain(`Waarom: ${reason}`);
    expect(stdout).toMatch(/ander nummer[\s\S]*Waarom: Volgt uit de andere wijzigingen/);
    // And the other way: what it dropped.
    const then = await kept(content);
    await carryOut(
      content,
      "two",
      amendment(
        "two",
        "suderhaven",
        "2024-12-03",
        "  - target: measure:lamps\n    old: Er komen lampen in donkere straten.\n",
      ),
    );
    expect(await reasons(then, content)).toEqual({
      "removed measure:lamps":
        "Amendement “Over two” van de gemeenteraad van Súderhaven (3 december 2024, kenmerk A-two).",
    });
  });

  test("of an amendment on what another brought, both; before the first of them, only the other", async () => {
    const content = await copyOfPlan();
    const before = await kept(content);
    await carryOut(content, "one", amendment("one", "s-zoutendam", "2024-11-14", evening(first, second)));
    const between = await kept(content);
    await carryOut(content, "two", amendment("two", "suderhaven", "2024-12-03", evening(second, third)));
    const own = (text: string): string => `Amendement “Over ${text}`;
    const [both] = Object.values(await reasons(before, content));
    expect(both).toContain(own("one"));
    expect(both?.indexOf(own("two"))).toBeGreaterThan(both?.indexOf(own("one")) ?? 0);
    const [last] = Object.values(await reasons(between, content));
    expect(last).toContain(own("two"));
    expect(last).not.toContain(own("one"));
    // What was undone since was not brought.
    await content.replace("priorities/burglary.yaml", third, "Niemand loopt nog.");
    expect(Object.values(await reasons(before, content))).toEqual([""]);
  });

  test("also of a text that its team changed before, and since what was adopted, without git", async () => {
    const content = await copyOfPlan();
    await ivp(..."adopt plan --by suderhaven --date 2024-12-03 --reference R --content".split(" "), content.folder);
    const file = "priorities/burglary.yaml";
    const text = await readFile(join(content.folder, file), "utf8");
    await content.write(file, text.replace("in de avond", "soms"));
    await carryOut(
      content,
      "one",
      amendment("one", "s-zoutendam", "2024-12-10", evening(first.replace("in de avond", "soms"), second)),
    );
    const { stdout } = await ivp("diff", "--since", "adoption:suderhaven", "--content", content.folder);
    expect(stdout).toContain("Waarom: Amendement “Over one” van de gemeenteraad van 's-Zoutendam");
    // Of a council of which no text was kept, git would have to know.
    const { code, stderr } = await ivp("diff", "--since", "adoption:s-zoutendam", "--content", content.folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining("Waarover 's-Zoutendam besloot, is niet opgeslagen")]);
  });
});
