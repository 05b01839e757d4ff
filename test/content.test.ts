import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examineFolder } from "../src/check/examine.js";
import type { Model } from "../src/model/index.js";
import { root } from "./setup/ivp.js";

const { model } = (await examineFolder(join(root, "content"))) as { model: Model };

async function yamlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true, recursive: true });
  return entries.filter(({ name }) => name.endsWith(".yaml")).map(({ parentPath, name }) => join(parentPath, name));
}

test("every content file tells the editor its schema, and the schema is there", async () => {
  for (const file of await yamlFiles("content")) {
    const [first = ""] = (await readFile(file, "utf8")).split("\n");
    const [, schema = ""] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first) ?? [];
    expect(schema, file).not.toBe("");
    expect(await readFile(join(file, "..", schema), "utf8"), file).toContain('"title"');
  }
});

test("every key of the schemas is explained in Dutch on hover", async () => {
  for (const name of await readdir(join(root, "schemas"))) {
    if (!name.endsWith(".schema.json") || name === "content.schema.json") continue;
    const schema = JSON.parse(await readFile(join(root, "schemas", name), "utf8")) as unknown;
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) return;
      const properties = (node as { properties?: Record<string, { title?: string; $ref?: string }> }).properties ?? {};
      for (const [key, property] of Object.entries(properties)) {
        expect(property.title ?? property.$ref, `${name} ${path}/${key}`).toBeTruthy();
      }
      for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
    };
    visit(schema, "");
  }
});

describe("the plan of De Kempen", () => {
  test("has the structure of the source", () => {
    expect(model.priorities.map(({ number, title }) => `${number} ${title}`)).toEqual([
      "3.2 High Impact Crimes",
      "3.3 Ondermijning en georganiseerde criminaliteit",
      "3.4 Cybercrime en cybersecurity",
      "3.5 Verbinding tussen zorg en veiligheid",
      "3.6 Fysieke veiligheid",
    ]);
    expect(model.priorities.flatMap(({ paragraphs }) => paragraphs)).toHaveLength(8);
    expect(model.content.partners.partners).toHaveLength(9);
    expect(model.content.manifest.signatories).toHaveLength(24);
    expect(model.municipalities).toHaveLength(8);
  });

  test("counts the measures of the source once, shared ones in each of their paragraphs", () => {
    const perParagraph = model.priorities.flatMap(({ paragraphs }) =>
      paragraphs.map(({ measures }) => measures.length),
    );
    expect(perParagraph).toEqual([3, 6, 4, 5, 7, 4, 3, 3]);
    expect(model.measures).toHaveLength(29);
    expect(model.measures.map(({ number }) => number)).toEqual(model.measures.map((_, index) => `M${index + 1}`));
  });

  test("carries every measure and every local theme by an action", () => {
    expect(model.measures.filter(({ actions }) => actions.length === 0)).toEqual([]);
    for (const town of model.municipalities) {
      for (const { theme } of town.localThemes) {
        expect(
          town.actions.some(({ localThemes }) => localThemes.includes(theme)),
          `${town.title}: ${theme.title}`,
        ).toBe(true);
      }
    }
  });

  test("invents no lead, money or date: they are open", () => {
    for (const action of model.programmes.flatMap(({ actions }) => actions)) {
      expect(action.status).toBe("voorstel");
      expect(action.lead).toHaveProperty("open");
      expect(action.money).toHaveProperty("open");
    }
    for (const { decisions, localThemes } of model.municipalities) {
      for (const decision of Object.values(decisions)) expect(decision.date).toHaveProperty("open");
      expect(localThemes.every(({ status }) => status === "voorstel")).toBe(true);
    }
  });

  test.each([
    "17 miljoen",
    "oktober 2018",
    "A2",
    "A67",
    "38 gemeenten",
    "Brainportregio",
    "2014–2016",
    "2017–2018",
    "IVP 2014–2017",
    "Groeiende veiligheid door bloeiende samenwerking",
    "Eendracht, aandacht en daadkracht",
    "going concern",
    "€ 10 miljard",
    "€ 300 miljoen",
    "1 januari 2015",
    "1 januari 2020",
    "16 tot en met 35",
    "Drugs, dat kunnen we hier niet gebruiken",
    "alcohol 2019–2022",
    "Sinds 2016",
    "Zwarte Piet",
    "270.000",
    "500.000 in 2050",
    "Brandveilig Leven",
    "Cartierheide",
    "Visie op crisisbeheersing",
    "Tot 2018",
    "medio 2019",
    "begroting van 2019",
    "21 gemeenten",
    "25 veiligheidsregio",
    "Veiligheidsmonitor",
    "Handreiking aanpak van radicalisering en terrorismebestrijding op lokaal niveau",
    "Kadaster",
    "Belastingdienst",
    "Politiewet 2012",
    "de dijken even hoog",
    "de achterkant van Nederland",
    "Wet veiligheidsregio",
    "Centrum voor Jeugd en Gezin",
  ])("says “%s”, as the source does", async (fact) => {
    const texts = await Promise.all((await yamlFiles("content")).map((file) => readFile(file, "utf8")));
    expect(texts.some((text) => text.toLowerCase().replace(/\s+/g, " ").includes(fact.toLowerCase()))).toBe(true);
  });
});
