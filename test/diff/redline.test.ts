import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { temporaryFolder } from "../setup/content.js";
import { written } from "../setup/hostile.js";
import { ivp, root } from "../setup/ivp.js";

const plan = join(root, "test/plan");

// biome-ignore lint/suspicious/noExplicitAny: a test may change anything
type Edit = (file: any) => void;

/** Two editions of the plan: as it is, and with a file as an edit leaves it. */
async function editions(edits: Readonly<Record<string, Edit>>): Promise<string> {
  const content = join(await temporaryFolder(), "content");
  await cp(plan, content, { recursive: true });
  for (const [file, edit] of Object.entries(edits)) {
    const data = parse(await readFile(join(content, file), "utf8")) as unknown;
    edit(data);
    await writeFile(join(content, file), stringify(data, written));
  }
  return content;
}

/** The page of a document of one edition, with what changed since the other. */
async function redlined(path: string, content: string, since: string): Promise<string> {
  const out = join(await temporaryFolder(), "out");
  const { code, stderr } = await ivp(
    "build",
    ...["--content", content, "--out", out],
    ...["--format", "html"],
    ...["--compare", since],
  );
  expect(code, stderr).toBe(0);
  return (await readFile(join(out, `vergelijking/${path}.html`), "utf8")).replace(/<style>[\s\S]*?<\/style>/g, "");
}

const gone = (text: string) => new RegExp(`<del><span class="hidden said">vervalt: </span>${text}</del>`);
const came = (text: string) => new RegExp(`<ins><span class="hidden said">nieuw: </span>${text}</ins>`);

test("a card, a name and a definition that went are shown struck through, and nothing went without its words", async () => {
  // What the older edition has more is what went.
  const older = await editions({
    "goals.yaml": ({ goals }) => goals.push({ id: "gone-goal", title: "Een doel dat wegviel" }),
    "manifest.yaml": ({ signatories }) => signatories.push("Iemand Die Wegging"),
    "glossary.yaml": ({ terms }) =>
      terms.push({ id: "gone-term", term: "wegvaller", meaning: "Iets dat er niet meer is." }),
  });
  const html = await redlined("ivp-2025-2028", plan, older);
  expect(html).toMatch(gone("Een doel dat wegviel"));
  expect(html).toMatch(gone("Iemand Die Wegging"));
  expect(html).toMatch(gone("wegvaller"));
  expect(html).toMatch(gone("Iets dat er niet meer is\\."));
  expect(html).not.toMatch(/id="[^"]*gone-(goal|term)/);
  expect(html).not.toMatch(/Vervallen: <\/span>\s*<\/div>/);
});

test("of what became another, its title is marked as well as its text", async () => {
  const newer = await editions({
    "glossary.yaml": ({ terms }) => {
      terms[0].term = "Handhaver";
    },
    "priorities/youth.yaml": (priority) => {
      priority.title = "Jongeren";
    },
  });
  const html = await redlined("ivp-2025-2028", newer, plan);
  expect(html).toMatch(new RegExp(`<dt>${gone("BOA").source} ?${came("Handhaver").source}</dt>`));
  expect(html).toMatch(gone("Jeugd"));
  expect(html).toMatch(came("Jongeren"));
});

test("rows that begin with the same words stay themselves", async () => {
  const milestones = [
    { id: "pilot", title: "Proef met lantaarns loopt af", quarter: "2025-Q4" },
    { id: "report", title: "Verslag is klaar", quarter: "2025-Q4" },
  ];
  const older = await editions({
    "programmes/2025-2026.yaml": (programme) => {
      programme.milestones = milestones;
    },
  });
  const newer = await editions({
    "programmes/2025-2026.yaml": (programme) => {
      programme.milestones = [...milestones, { id: "party", title: "Feest op de dijk", quarter: "2026-Q1" }];
    },
  });
  const html = await redlined("uvp-2025-2026", newer, older);
  const table = /<table(?:(?!<table)[\s\S])*Feest op de dijk[\s\S]*?<\/table>/.exec(html)?.[0] ?? "";
  expect(table).toContain("Proef met lantaarns loopt af");
  expect(table).toContain("Verslag is klaar");
  expect(table).toMatch(came("Feest op de dijk"));
});
