import { join } from "node:path";
import { expect, test } from "vitest";
import { readContentFolder } from "../../src/content/index.js";
import { fingerprintNow, fingerprintOf, readSnapshot, type Subject, snapshotOf } from "../../src/model/index.js";
import { root } from "../setup/ivp.js";
import { variant } from "../setup/variant.js";

const plan: Subject = { kind: "plan" };

// These stand in the content of users: they may never change, whatever becomes of ivp.
test("a fingerprint stays what it is, whatever version of ivp computes it", () => {
  const files = [
    {
      file: "plan.yaml",
      value: { id: "ivp", title: "Plan", period: { from: 2025, to: 2028 }, decision: { state: "concept" } },
    },
    {
      file: "vision.yaml",
      value: { title: "Visie", text: "Samen **veilig**.\n![a](images/a.png)\n- en\n- wel\n", parts: [] },
    },
    { file: "municipalities/oostdorp.yaml", value: { id: "oostdorp", title: "Oostdorp" } },
    { file: "municipalities/westdorp.yaml", value: { id: "westdorp", title: "Westdorp" } },
    { file: "programmes/2025.yaml", value: { id: "2025", actions: [{ id: "a", status: "loopt", money: 5 }] } },
  ];
  const of = (subject: Subject) => fingerprintOf(subject, files, () => "abc");
  expect([of(plan), of({ kind: "annex", id: "oostdorp" }), of({ kind: "programme", id: "2025" })]).toEqual([
    "fa0ff3dadea2b45a8429cbdd26398b15",
    "4f94f89239c8d1b5255edf8931639d2d",
    "3ca6476baff117a73a43289cf1bd1978",
  ]);
});

test("what is kept is read again, but not when someone changed it", async () => {
  const files = await readContentFolder(join(root, "test/plan"));
  const { fingerprint, file } = snapshotOf(plan, files);
  const kept = (text: string) => new Map([[fingerprint, Buffer.from(text)]]);
  const text = Buffer.from(file.bytes).toString("utf8");
  expect(readSnapshot(fingerprint, kept(text))?.files.map(({ path }) => path)).toContain("priorities/youth.yaml");
  expect(readSnapshot(fingerprint, kept(text))?.images.size).toBe(1);
  expect(readSnapshot(fingerprint, kept(text.replace("Samen op de dijk", "Ieder voor zich")))).toBeUndefined();
  for (const broken of ["", "null", "[]", "{}", '{"kind":"plan","files":[1],"images":{}}', text.slice(9)])
    expect(readSnapshot(fingerprint, kept(broken))).toBeUndefined();
  expect(readSnapshot("0".repeat(32), kept(text))).toBeUndefined();
});

test.each<[string, Parameters<typeof variant>[0], boolean]>([
  [
    "the team's own decision",
    {
      "plan.yaml": (own) => {
        own.decision.state = "ter-vaststelling";
      },
    },
    true,
  ],
  [
    "where documents are published",
    {
      "plan.yaml": (own) => {
        own.publication = { url: "https://voorbeeld.nl/" };
      },
    },
    true,
  ],
  [
    "the sign of a list",
    {
      "vision.yaml": (own) => {
        own.text = `${own.text}\n- een\n- twee\n`;
      },
    },
    false,
  ],
  [
    "what is empty",
    {
      "vision.yaml": (own) => {
        own.parts = [];
      },
    },
    true,
  ],
  [
    "an e with an accent in two characters",
    {
      "plan.yaml": (own) => {
        own.motto = own.motto.normalize("NFD");
      },
    },
    true,
  ],
  [
    "one word",
    {
      "goals.yaml": (own) => {
        own.goals[0].title += " zeker";
      },
    },
    false,
  ],
  [
    "the order of goals",
    {
      "goals.yaml": (own) => {
        own.goals.reverse();
      },
    },
    false,
  ],
  [
    "another programme",
    {
      "programmes/2025-2026.yaml": (own) => {
        own.actions.pop();
      },
    },
    true,
  ],
])("of the plan, with another %s", async (_, changes, same) => {
  const [before, after] = [await variant(), await variant(changes)].map((model) => fingerprintNow(model, plan));
  expect(before === after).toBe(same);
});

test("an annex is the same with the code that it is published under", async () => {
  const annex: Subject = { kind: "annex", id: "oostdorp" };
  const coded = (code: string) =>
    variant({
      "municipalities/oostdorp.yaml": (own) => {
        own.code = code;
      },
    });
  const [one, other] = await Promise.all(["gm9902", "gm9908"].map(coded));
  expect(one && fingerprintNow(one, annex)).toBe(other && fingerprintNow(other, annex));
});

test("an action that lapses is another programme, one that is done isn't", async () => {
  const programme: Subject = { kind: "programme", id: "2025-2026" };
  const status = async (value: string) =>
    fingerprintNow(
      await variant({
        "programmes/2025-2026.yaml": (own) => {
          own.actions[0].status = value;
        },
      }),
      programme,
    );
  expect(await status("afgerond")).toBe(await status("loopt"));
  expect(await status("vervallen")).not.toBe(await status("loopt"));
});
