import { expect, test } from "vitest";
import { compose, listDocuments } from "../../src/documents/index.js";
import { render } from "../../src/render/index.js";
import { type Changes, variant } from "../setup/variant.js";

/** Names that, put behind one another, could be each other's. */
const alike: Changes = {
  "introduction/general.yaml": (file) => {
    file.id = "general";
    file.parts = [
      { id: "local", title: "Een deel", text: "Een deel van de tekst." },
      { id: "local", title: "Nog een deel", text: "Nog een deel van de tekst." },
    ];
  },
  "sections/general-local.yaml": () => ({
    id: "general-local",
    title: "Eigen paragraaf",
    text: "Zie [[section:general]].",
  }),
  "plan.yaml": (plan) => {
    plan.priorities = ["local", "other", ...plan.priorities];
    plan.structure = { chapters: ["introduction", "general-local", "strategy", "priorities", "finances"] };
  },
  "priorities/local.yaml": () => ({
    id: "local",
    title: "Lokaal",
    sharedMeasures: [{ id: "shared", text: "Dit doen we overal.", paragraphs: [] }],
    paragraphs: [
      {
        id: "x",
        title: "Eerste",
        why: ["Daarom."],
        now: "Nu is het zo.",
        measures: [{ id: "first", text: "Dit doen we." }],
      },
      { id: "x-why", title: "Tweede", why: ["Ook daarom."] },
      { id: "x-now", title: "Derde", now: "Zie [[paragraph:x-why]] en [[priority:local-others]]." },
    ],
  }),
  "priorities/other.yaml": () => ({ id: "other", title: "Anders", description: "Iets anders." }),
  "priorities/local-others.yaml": () => ({ id: "local-others", title: "Nog iets", description: "Iets anders." }),
  "programmes/2025-2026.yaml": (programme) => {
    programme.actions.push(
      { id: "one", title: "Een actie", measures: ["first"] },
      { id: "two", title: "Een lokale actie", localThemes: ["harbour"] },
      { id: "three", title: "Een losse actie" },
    );
  },
};

test("every anchor in a document is of one thing, whatever the names are", async () => {
  const changes = { ...alike };
  changes["plan.yaml"] = (plan) => {
    alike["plan.yaml"]?.(plan);
    plan.priorities.push("local-others");
  };
  const model = await variant(changes);
  for (const info of listDocuments(model)) {
    const html = render(compose(model, info), { medium: "screen", edition: "vandaag" });
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? "");
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const inside = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id ?? "");
    expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
    if (info.kind === "plan") {
      expect(html).toMatch(/<h\d id="paragraph-x-why">(<span[^>]*>[^<]*<\/span>\s*)*Tweede/);
      expect(html).toMatch(/<h\d id="section-general-local">(<span[^>]*>[^<]*<\/span>\s*)*Eigen paragraaf/);
    }
  }
});
