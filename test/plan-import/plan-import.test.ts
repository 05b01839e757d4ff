import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { importPlan } from "../../src/plan-import/index.js";
import { planFolder, temporaryFolder } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";
import { onTerminal } from "../setup/pseudo-terminal.js";
import { docx, h, li, lists, p, picture, r, table } from "../setup/word.js";

const given = { municipalities: "Asten,Deurne", team: "basisteam Peelland", from: "2027", to: "2030" };
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const errorsOf = ({ diagnostics }: ReturnType<typeof importPlan>): string[] =>
  diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`);

/** A plan as teams have them. */
async function usualPlan(): Promise<Uint8Array> {
  const png = await readFile(join(planFolder, "images/dijk.png"));
  return docx({
    numbering: lists,
    footnotes: `<w:footnote w:id="2">${p("Bron: de politie, 2026.")}</w:footnote>`,
    relations: `<Relationship Id="p1" Type="${R}/image" Target="media/image1.png"/><Relationship Id="l1" Type="${R}/hyperlink" Target="https://example.org/a(b)" TargetMode="External"/>`,
    more: { "word/media/image1.png": png },
    body: [
      p(r("Integraal Veiligheidsplan Peelland 2027-2030"), '<w:pStyle w:val="Titel"/>'),
      p("Gemeenten Asten en Deurne"),
      h(1, "Voorwoord"),
      p("Dit is het plan. Het is van ons allemaal."),
      h(1, "1. Inleiding"),
      p(
        `${r("Samen met de ")}${r("veiligheidsregio", "<w:b/>")}${r(" werken we aan de persoonsgerichte aanpak (PGA). Dat lukt o.a. in Asten. ")}${r("Zie hier", "<w:i/>")}<w:r><w:footnoteReference w:id="2"/></w:r>${r(".")}`,
      ),
      p(`<w:hyperlink r:id="l1">${r("Meer lezen")}</w:hyperlink>${r(" kan.")}`),
      h(2, "1.1 Terugblik"),
      p("De afgelopen jaren:"),
      li("minder inbraak;"),
      li(r("meer fraude"), 0),
      li("vooral online", 1),
      p("Tabel 1: Cijfers"),
      table([
        ["Delict", "2025", "2026"],
        ["Inbraak", "12", "10"],
        ["A | B", "", "3"],
      ]),
      p(picture("p1", "Een dijk bij avond")),
      p("Figuur 1. De dijk"),
      h(1, "2. Visie en doelen"),
      h(2, "Visie"),
      p("Iedereen is veilig."),
      h(2, "Doelen"),
      p("Wij hebben twee doelen:"),
      li("Minder slachtoffers."),
      li("Meer vertrouwen."),
      h(1, "3. Prioriteiten"),
      p("Wij kozen er twee."),
      h(2, "3.1 Jeugd"),
      p("Over jongeren."),
      h(3, "Waarom een prioriteit?"),
      li("Het neemt toe."),
      li("Het raakt velen."),
      h(3, "Ambitie"),
      p("In 2030 is het minder."),
      h(3, "Wat gaan we doen?"),
      li("Jongerenwerkers op straat."),
      li("Voorlichting op scholen."),
      h(2, "3.2 Ondermijning"),
      h(3, "Ambitie"),
      p("Criminelen krijgen geen kans."),
      h(3, "Wat gaan we doen?"),
      li("Controles op bedrijventerreinen."),
      h(3, "Wie doet mee?"),
      p("De politie."),
      h(1, "Partners"),
      table([
        ["Partner", "Rol"],
        ["Politie", "Handhaaft."],
        ["OM", "Vervolgt."],
      ]),
      h(1, "Bijlage 1: Begrippenlijst"),
      p("BOA: buitengewoon opsporingsambtenaar"),
      p("VR: veiligheidsregio"),
    ].join(""),
    styles: '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>',
  });
}

describe("a plan in Word becomes content", () => {
  test("each part comes in its own file, in the order of the document, and the result is without errors", async () => {
    const imported = importPlan(await usualPlan(), given);
    expect(errorsOf(imported)).toEqual([]);
    const { files } = imported;
    const yaml = (path: string) => parse(String(files.get(path)));
    expect([...files.keys()].sort()).toEqual([
      "foreword.yaml",
      "glossary.yaml",
      "goals.yaml",
      "governance.yaml",
      "images/een-dijk-bij-avond.png",
      "municipalities/asten.yaml",
      "municipalities/deurne.yaml",
      "partners.yaml",
      "plan.yaml",
      "priorities/jeugd.yaml",
      "priorities/ondermijning.yaml",
      "sections/inleiding.yaml",
      "vision.yaml",
    ]);
    expect(yaml("plan.yaml")).toMatchObject({
      title: "Integraal Veiligheidsplan Peelland 2027-2030",
      period: { from: 2027, to: 2030 },
      priorities: ["jeugd", "ondermijning"],
      structure: {
        front: ["contents", "foreword"],
        chapters: [
          "inleiding",
          { id: "visie-en-doelen", title: "Visie en doelen", sections: ["vision", "goals"] },
          { id: "prioriteiten", title: "Prioriteiten", sections: ["jeugd", "ondermijning"] },
        ],
        annexes: ["partners", "glossary", "governance", "open-points"],
      },
    });
    expect(yaml("sections/inleiding.yaml")).toEqual({
      id: "inleiding",
      title: "Inleiding",
      text: "Samen met de **veiligheidsregio** werken we aan de persoonsgerichte aanpak (PGA).\nDat lukt o.a. in Asten.\n*Zie hier*[^1].\n\n[Meer lezen](https://example.org/a%28b%29) kan.\n\n[^1]: Bron\\: de politie, 2026.\n",
      sections: [
        {
          id: "terugblik",
          title: "Terugblik",
          text: "De afgelopen jaren:\n\n- minder inbraak;\n- meer fraude\n  - vooral online\n\nTabel: Cijfers\n| Delict | 2025 | 2026 |\n| --- | --- | --- |\n| Inbraak | 12 | 10 |\n| A \\| B |  | 3 |\n\n![Een dijk bij avond](images/een-dijk-bij-avond.png)\nAfbeelding: De dijk\n",
        },
      ],
    });
    expect(yaml("goals.yaml").goals).toEqual([
      { id: "minder-slachtoffers", title: "Minder slachtoffers" },
      { id: "meer-vertrouwen", title: "Meer vertrouwen" },
    ]);
    expect(yaml("priorities/jeugd.yaml")).toEqual({
      id: "jeugd",
      title: "Jeugd",
      description: "Over jongeren.\n",
      why: ["Het neemt toe.\n", "Het raakt velen.\n"],
      ambition: "In 2030 is het minder.\n",
      measures: [
        { id: "jongerenwerkers-op-straat", text: "Jongerenwerkers op straat.\n" },
        { id: "voorlichting-op-scholen", text: "Voorlichting op scholen.\n" },
      ],
    });
    expect(yaml("priorities/ondermijning.yaml").parts).toEqual([
      { heading: "kop-wie-doet-mee", text: "De politie.\n" },
    ]);
    expect(yaml("partners.yaml").partners[1]).toEqual({ id: "om", title: "OM", text: "Vervolgt.\n" });
    expect(yaml("glossary.yaml").terms.map(({ term, meaning }: never) => `${term}: ${meaning}`)).toEqual([
      "BOA: buitengewoon opsporingsambtenaar",
      "VR: veiligheidsregio",
      "PGA: persoonsgerichte aanpak",
      expect.stringContaining("driehoek: "),
    ]);
    expect(imported.report.lost).toEqual([
      { at: "Voorblad", what: "“Gemeenten Asten en Deurne”" },
      { at: "Partners", what: "“Partner”" },
      { at: "Partners", what: "“Rol”" },
    ]);
  });

  test.each([
    [
      "een map die er niet is",
      "De map [[term:pga]] en [een](link) *ster* _lijn_ `code` <b>html</b> & &amp; a|b ~x~ ^y^ {.z} ==w== :smile: \\ eind",
    ],
    ["beginnen", "- streep"],
    ["nummer", "2026. Dat was een jaar"],
    ["nummer 2", "a) eerste"],
    ["som", "+ 5 procent"],
    ["kop", "# kop"],
    ["meer", "> 10 procent"],
    ["tabel", "Tabel: niets"],
    ["figuur", "Figuur: niets"],
    ["streep", "– een punt"],
    ["bol", "• een punt"],
    ["lijn", "---"],
    ["gelijk", "==="],
    ["cellen", "| a | b |"],
    ["tekens", "Emoji 😀 en ≥ 5 ﬁets → →\u200b\u00adx"],
    ["sterren", "2 * 3 * 4 **"],
    ["adres", "www.example.org/a_b_c of piet_jan@example.org"],
    ["voetnoot", "[^1]: niets"],
    ["vakje", "[ ] taak"],
    ["hekje", "tekst # geen opmerking: en 'dit' \"ook\""],
    ["dubbele punt", "sleutel: waarde"],
    ["dollar", "{{x}} $y %z @a !b ?c"],
    ["spaties", "  a   b  "],
    ["haken", "(1) een (2) twee"],
    ["hekjes", "##kop"],
    ["uitleg", ": uitleg"],
    ["uitroep", "!!! let op [term:boa]"],
  ])("signs of a text stay as they are: %s", (_, text) => {
    const imported = importPlan(
      docx({
        numbering: lists,
        body: [
          h(1, "Kop"),
          p(text),
          p(`${r("Een zin. ")}${r(text, "<w:b/>")}${r(" En dan. ")}${r(text, "<w:i/>")}`),
          li(text),
          li(text, 1),
          p(`${r("x")}${r(text, "<w:b/>")}${r("y")}`),
          table([
            ["A", text],
            [text, "1"],
            ["–", text],
          ]),
          h(2, text),
          p("Tekst."),
          h(1, "Doelen"),
          li(text),
          h(1, "Begrippenlijst"),
          p(`ABC: ${text}`),
          h(1, "Prioriteiten"),
          h(2, "Jeugd"),
          h(3, "Ambitie"),
          p(text),
          h(3, "Aanpak"),
          li(text),
          li(text),
        ].join(""),
      }),
      given,
    );
    expect(errorsOf(imported)).toEqual([]);
  });

  test("what isn't taken over is told, with where it stood", async () => {
    const imported = importPlan(
      docx({
        numbering: lists,
        comments: `<w:comment w:id="0" w:author="Els" w:date="2026-11-01T10:00:00Z">${p("Klopt dit?")}</w:comment>`,
        relations: `<Relationship Id="e1" Type="${R}/image" Target="https://example.org/spy.png" TargetMode="External"/><Relationship Id="e2" Type="${R}/image" Target="media/x.emf"/>`,
        more: { "word/media/x.emf": "emf", "word/vbaProject.bin": "macro" },
        body: [
          h(1, "Inleiding"),
          p(
            `${r("Dit ")}<w:ins w:id="1" w:author="Jan">${r("nieuwe ")}</w:ins><w:del w:id="2" w:author="Jan"><w:r><w:delText>oude </w:delText></w:r></w:del>${r("plan", "<w:strike/>")}`,
          ),
          p(picture("e1", "Spion")),
          p(picture("e2", "Grafiek")),
          table([["Eén cel"]], false),
          h(2, "Dieper"),
          h(3, "Nog dieper"),
          h(4, "Te diep"),
          p("Tekst."),
          p(r("Lijkt een kop", "<w:b/>")),
        ].join(""),
      }),
      { ...given },
    );
    expect(errorsOf(imported)).toEqual([]);
    const { lost, unsure, counted } = imported.report;
    const [losses, doubts] = [lost, unsure].map((all) => all.map(({ at, what }) => `${at}|${what}`).join("\n"));
    expect(losses).toContain(
      "Het bestand verwijst naar iets buiten zichzelf (een afbeelding): https://example.org/spy.png",
    );
    expect(losses).toContain("macro's");
    expect(losses).toContain("Opmerkingen|opmerking van Els: “Klopt dit?”");
    expect(losses).toContain("Inleiding|een afbeelding die niet in het bestand zit (“Spion”)");
    expect(losses).toContain("Inleiding|een afbeelding (“Grafiek”): zij is geen PNG of JPEG maar EMF");
    expect(doubts).toContain("bijgehouden wijzigingen (2): zij zijn overgenomen alsof ze zijn geaccepteerd");
    expect(doubts).toContain("de kop “Te diep” staat te diep");
    expect(doubts).toContain("“Lijkt een kop” lijkt een kop");
    expect(doubts).toContain("ivp herkende geen prioriteiten");
    expect(counted).toEqual([{ what: "doorhaling", times: 1 }]);
    expect(String(imported.files.get("sections/inleiding.yaml"))).toContain("Dit nieuwe plan\n");
  });

  test("the years, municipalities and team of the cover are taken, and what isn't there is asked for", () => {
    const body = (cover: string): string => [p(cover), h(1, "Inleiding"), p("Tekst.")].join("");
    const { files, report } = importPlan(
      docx({ body: body("Basisteam Peelland: gemeenten Asten, Gemert-Bakel en Deurne, 2023 - 2026") }),
      {},
    );
    expect(parse(String(files.get("plan.yaml")))).toMatchObject({
      team: "basisteam Peelland",
      period: { from: 2023, to: 2026 },
    });
    expect([...files.keys()].filter((path) => path.startsWith("municipalities/"))).toEqual([
      "municipalities/asten.yaml",
      "municipalities/gemert-bakel.yaml",
      "municipalities/deurne.yaml",
    ]);
    expect(report.unsure.map(({ what }) => what).join()).toContain("de looptijd is uit de tekst gehaald (2023–2026)");
    expect(() => importPlan(docx({ body: body("Plan") }), {})).toThrow(
      "voor welke gemeenten het plan is en voor welke jaren",
    );
    const without = importPlan(docx({ body: body("Plan") }), {
      municipalities: "Asten,Deurne",
      from: "2027",
      to: "2030",
    });
    expect(errorsOf(without)).toEqual([]);
    expect(parse(String(without.files.get("plan.yaml")))).not.toHaveProperty("team");
  });

  test.each([
    ["gemeente Son en Breugel", ["Son en Breugel"]],
    [
      "De gemeenten Nuenen, Gerwen en Nederwetten, Son en Breugel en Helmond",
      ["Nuenen, Gerwen en Nederwetten", "Son en Breugel", "Helmond"],
    ],
    ["Gemeente Hof van Twente", ["Hof van Twente"]],
    ["Gemeente Bergen (L.)", ["Bergen (L.)"]],
    ["gemeente 's-Hertogenbosch Integraal Veiligheidsplan", ["'s-Hertogenbosch"]],
    [
      "Gemeente Nota Kadernota: gemeenten Krimpen aan den IJssel, Súdwest-Fryslân en Horst aan de Maas",
      ["Krimpen aan den IJssel", "Súdwest-Fryslân", "Horst aan de Maas"],
    ],
    ["Gemeente Someren en Politie Oost-Brabant", ["Someren"]],
    ["gemeenten Peel en Maas, en Land van Cuijk", ["Peel en Maas", "Land van Cuijk"]],
    ["Gemeenten Wijk bij Duurstede en Stichtse Vecht", ["Wijk bij Duurstede", "Stichtse Vecht"]],
  ])("municipalities are called as they are: %s", (cover, names) => {
    const { files, report } = importPlan(docx({ body: [p(cover), h(1, "Inleiding"), p("Tekst.")].join("") }), {
      from: "2027",
      to: "2030",
    });
    const made = [...files].flatMap(([path, text]) =>
      path.startsWith("municipalities/") ? [parse(String(text)).title] : [],
    );
    expect(made.map((name) => name.replace(/^Gemeente /, ""))).toEqual(names);
    expect(report.unsure[0]?.what).toContain(`uit de tekst gehaald (${names.join("; ")})`);
  });

  test.each([
    ["LibreOffice", (level: number) => ({ id: `Kop${level}`, name: `Kop ${level}` })],
    ["Google Docs", (level: number) => ({ id: `Heading${level}`, name: `heading ${level}` })],
    [
      "Pages",
      (level: number) => ({
        id: level === 1 ? "Heading" : `Heading ${level}`,
        name: level === 1 ? "Heading" : `Heading ${level}`,
      }),
    ],
    ["a style of its own", (level: number) => ({ id: `x${level}`, name: `Mijn kop ${level}`, outline: true })],
  ])("headings of %s are found", (_, heading) => {
    const body = [h(1, "Een", heading(1).id), p("A."), h(2, "Twee", heading(2).id), p("B.")].join("");
    const { files } = importPlan(docx({ body, heading }), given);
    expect(parse(String(files.get("sections/een.yaml")))).toMatchObject({
      text: "A.\n",
      sections: [{ title: "Twee", text: "B.\n" }],
    });
  });

  test("without any heading, bold lines are taken for it; with an outline around everything, that is the title", () => {
    const bold = (text: string): string => p(r(text, "<w:b/>"));
    const first = importPlan(
      docx({ body: [bold("1 Inleiding"), p("A."), bold("1.1 Doel van dit stuk"), p("B.")].join("") }),
      given,
    );
    expect(parse(String(first.files.get("sections/inleiding.yaml")))).toMatchObject({
      text: "A.\n",
      sections: [{ title: "Doel van dit stuk" }],
    });
    const second = importPlan(
      docx({ body: [h(1, "Integraal veiligheidsplan"), h(2, "Een"), p("A."), h(2, "Twee"), p("B.")].join("") }),
      given,
    );
    expect(parse(String(second.files.get("plan.yaml")))).toMatchObject({
      title: "Integraal veiligheidsplan",
      structure: { chapters: ["een", "twee", "priorities"] },
    });
  });

  test("the command writes all of it or nothing, and never over something", async () => {
    const folder = await temporaryFolder();
    const [file, out] = [join(folder, "plan.docx"), join(folder, "nieuw")];
    await writeFile(file, await usualPlan());
    const options = ["--municipalities", "Asten,Deurne", "--out", out];
    const { code, stderr } = await ivp("import", "plan", file, ...options);
    expect([code, stderr]).toEqual([0, expect.stringContaining("3.1 Jeugd".slice(4))]);
    expect(stderr).toContain("→ priorities/jeugd.yaml (prioriteit)");
    expect(await ivp("check", "--content", out)).toMatchObject({ code: 0 });
    const again = await ivp("import", "plan", file, ...options);
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining("staan al bestanden. Er is niets geschreven."),
    ]);
    const bad = await ivp("import", "plan", join(folder, "niets.docx"), "--out", join(folder, "x"));
    expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining("is er niet")]);
    const help = await ivp("import", "plan", "--help");
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining("ivp import plan <bestand> [opties]")]);
  });
});

describe.skipIf(process.platform !== "linux")("on a terminal", () => {
  test("asks what neither the document nor an option says, and stops without writing", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "oud.docx");
    await writeFile(file, docx({ body: h(1, "Visie") + p("Iedereen is veilig.") }));
    const out = join(folder, "inhoud");
    const asked = await onTerminal(
      ["import", "plan", file, "--out", out, "--team", "basisteam Zuid"],
      [
        ["Welke gemeenten", "Nuenen, Gerwen en Nederwetten;\r"],
        ["eerste jaar", "2027\r"],
        ["laatste jaar", "\r"],
      ],
    );
    expect([asked.code, asked.shown]).toEqual([0, expect.stringContaining("klaar")]);
    expect(parse(await readFile(join(out, "plan.yaml"), "utf8"))).toMatchObject({ period: { from: 2027, to: 2030 } });
    const other = join(folder, "anders");
    const stopped = await onTerminal(["import", "plan", file, "--out", other], [["Welke gemeenten", "\u0003"]]);
    expect([stopped.code, stopped.shown]).toEqual([130, expect.stringContaining("Er is niets geschreven")]);
    await expect(readFile(join(other, "plan.yaml"))).rejects.toThrow("ENOENT");
  }, 60_000);
});
