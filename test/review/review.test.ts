import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { type RawFile, readContentFolder } from "../../src/content/index.js";
import { type Change, reviewOf } from "../../src/review/index.js";
import { copyOfPlan, planFolder, temporaryFolder } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";
import { type Doing, runsIn, withDoings, withXml, wordFilesOf } from "../setup/returned.js";
import { docx, p } from "../setup/word.js";

let files: readonly RawFile[];
let sent: ReadonlyMap<string, Uint8Array>;
let plan: Uint8Array;
let xml: string;
beforeAll(async () => {
  files = await readContentFolder(planFolder);
  sent = wordFilesOf(files);
  plan = sent.get("ivp-2025-2028") ?? new Uint8Array();
  xml = strFromU8(unzipSync(plan)["word/document.xml"] ?? new Uint8Array());
});

/** What someone does where some words stand. */
function doing(words: string, text: string, author: string | undefined = "Els"): Doing {
  const run = runsIn(xml).find((one) => one.text.includes(words));
  if (!run) throw new Error(`“${words}” stands nowhere`);
  const from = run.text.indexOf(words);
  return { run, from, to: from + words.length, text, ...(author !== "" && { author }) };
}

const returned = (...doings: Doing[]): Uint8Array => withXml(plan, (all) => withDoings(all, doings));

/** The XML of the paragraph in which some words stand. */
function paragraphWith(words: string): string {
  const at = xml.indexOf(words);
  return xml.slice(xml.lastIndexOf("<w:p>", at), xml.indexOf("</w:p>", at) + "</w:p>".length);
}

const changesOf = (bytes: Uint8Array): readonly Change[] => reviewOf(bytes, files).review.changes;
const brief = ({ how, was, becomes, refused }: Change): string =>
  [how, was, becomes, refused].filter((one) => one !== undefined).join(" | ");
const moment = 'w:author="Els" w:date="2026-11-20T09:30:00Z"';

describe("what is listed", () => {
  test("is each change, tracked or not, with who made it and where it belongs", () => {
    const changes = changesOf(
      returned(doing("dijk", "kade"), doing("bespreekt twee keer per jaar", "bespreekt elk jaar", "")),
    );
    expect(changes).toHaveLength(2);
    const [first, second] = changes;
    expect(first).toMatchObject({
      number: 1,
      how: "gewijzigd",
      authors: ["Els"],
      date: "2026-11-20T09:30:00Z",
      tracked: true,
    });
    expect(first?.becomes).toBe(first?.was.replace("dijk", "kade"));
    expect(second).toMatchObject({
      authors: [],
      tracked: false,
      place: { file: "monitoring.yaml", line: 5, keys: "text" },
    });
    expect(second?.refused).toBeUndefined();
  });

  test("is told apart where ivp writes it itself", () => {
    const [change] = changesOf(
      withXml(plan, (all) =>
        all.replace(
          /(<w:bookmarkStart w:id="\d+" w:name="_ivp_\d+"\/><w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>)Samenvatting/s,
          "$1Kort en goed",
        ),
      ),
    );
    expect(change && brief(change)).toContain("Dit schrijft ivp zelf");
    expect(change?.place).toBeUndefined();
  });

  test("has changes within each other, and those of more people, apart", () => {
    const run = doing("dijk", "");
    const nested =
      xml.slice(0, run.run.at) +
      `<w:ins w:id="901" w:author="Jan"><w:r><w:t>erbij </w:t></w:r><w:del w:id="902" ${moment}><w:r><w:delText>en weg </w:delText></w:r></w:del></w:ins>` +
      xml.slice(run.run.at);
    const changes = changesOf(withXml(plan, () => nested));
    expect(changes.map(({ authors }) => authors)).toEqual([["Jan"], ["Jan", "Els"]]);
    expect(changes[1]?.refused).toBe("Dit is toegevoegd en weer weggehaald: er verandert niets.");
  });

  test("never joins what isn't one: rows, split, copied, new and lost paragraphs", () => {
    const own = paragraphWith("bespreekt twee keer per jaar");
    const cases: [string, (all: string) => string, string][] = [
      [
        "a row that went",
        (all) =>
          all.replace(/<w:tr>(?:(?!<w:tr>).)*?(?=Inbraken|Politie)/s, (row) =>
            row.replace("<w:tr>", `<w:tr><w:trPr><w:del w:id="911" ${moment}/></w:trPr>`),
          ),
        "Een rij van een tabel",
      ],
      [
        "a copy",
        (all) => all.replace(own, own + own.replace(/w:name="(_ivp_\d+)"/, 'w:name="$1_Copy_1"')),
        "Dit is een kopie",
      ],
      [
        "a new paragraph",
        (all) => all.replace(own, own + p("Iets nieuws.")),
        "deze tekst staat verderop in het document nog eens",
      ],
      ["a paragraph that is gone", (all) => all.replace(own, ""), "Deze alinea is weg, zonder dat het is bijgehouden"],
      [
        "a paragraph that was split",
        (all) =>
          all.replace(
            own,
            own.replace(
              /(<w:t[^>]*>[^<]*)twee keer/,
              `$1</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">twee keer`,
            ),
          ),
        "Een alinea is gesplitst",
      ],
      [
        "a paragraph that was deleted whole",
        (all) =>
          all.replace(
            own,
            own
              .replace(/<w:r>/g, `<w:del w:id="913" ${moment}><w:r>`)
              .replace(/<\/w:r>/g, "</w:r></w:del>")
              .replace(/w:t( |>)/g, "w:delText$1"),
          ),
        "in haar geheel verwijderd",
      ],
    ];
    for (const [name, change, told] of cases) {
      const bytes = withXml(plan, change);
      const reviewed = reviewOf(bytes, files);
      expect([name, reviewed.review.changes.map(brief).join("\n")]).toEqual([name, expect.stringContaining(told)]);
      expect([name, reviewed.apply({}).files.map(({ path }) => path)]).toEqual([name, []]);
    }
  });

  test("finds a paragraph of which a program gave the bookmark the name of a copy", () => {
    const renamed = returned(doing("bespreekt twee keer per jaar", "bespreekt elk jaar"));
    const number = runsIn(xml).find(({ text }) => text.includes("bespreekt twee keer"))?.number;
    const [change, ...others] = changesOf(
      withXml(renamed, (all) => all.replace(`w:name="_ivp_${number}"`, `w:name="_ivp_${number} Copy 1"`)),
    );
    expect([change?.place?.file, change?.refused, others]).toEqual(["monitoring.yaml", undefined, []]);
  });

  test("has comments with their words and place; headers, and what only looks otherwise", () => {
    const run = doing("dijk", "").run;
    const commented =
      xml.slice(0, run.at) +
      '<w:commentRangeStart w:id="5"/>' +
      run.xml +
      '<w:commentRangeEnd w:id="5"/>' +
      xml.slice(run.at + run.xml.length);
    const looks = commented.replace(
      run.xml,
      run.xml.replace("<w:r>", `<w:r><w:rPr><w:b/><w:rPrChange w:id="6" ${moment}><w:rPr/></w:rPrChange></w:rPr>`),
    );
    const relation =
      '<Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>';
    const parts = unzipSync(
      docx({
        body: "",
        comments: `<w:comment w:id="5" w:author="Jan" w:date="2026-11-21T08:00:00Z">${p("Welke dijk?")}</w:comment>`,
      }),
    );
    const bytes = withXml(
      withXml(
        withXml(plan, () => looks),
        (all) => all.replace("</Relationships>", `${relation}</Relationships>`),
        "word/_rels/document.xml.rels",
      ),
      () => strFromU8(parts["word/comments.xml"] ?? new Uint8Array()),
      "word/comments.xml",
    );
    const { review } = reviewOf(bytes, files);
    expect(review.comments).toMatchObject([
      {
        number: 1,
        author: "Jan",
        text: "Welke dijk?",
        about: run.text,
        place: { file: expect.stringContaining(".yaml") },
      },
    ]);
    expect(review.changes.map(({ how, refused }) => [how, refused])).toEqual([
      ["opmaak", "Alleen de opmaak is gewijzigd: die volgt uit de huisstijl. Vet en cursief zet u zelf in de inhoud."],
    ]);
  });
});

test("ivp review --answers makes a list of the comments, and never writes over one or into the content", async () => {
  const { run } = doing("dijk", "");
  const parts = unzipSync(
    docx({
      body: "",
      comments: `<w:comment w:id="5" w:author="Jan\u202e" w:date="2026-11-21T08:00:00Z">${p("Welke\u0085?")}</w:comment>`,
    }),
  );
  const relation =
    '<Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>';
  const commented = `<w:commentRangeStart w:id="5"/>${run.xml}<w:commentRangeEnd w:id="5"/>`;
  const text = withXml(plan, (all) => all.slice(0, run.at) + commented + all.slice(run.at + run.xml.length));
  const related = withXml(
    text,
    (all) => all.replace("</Relationships>", `${relation}</Relationships>`),
    "word/_rels/document.xml.rels",
  );
  const folder = await temporaryFolder();
  const file = join(folder, "terug.docx");
  await writeFile(
    file,
    withXml(related, () => strFromU8(parts["word/comments.xml"] ?? new Uint8Array()), "word/comments.xml"),
  );
  const content = await copyOfPlan();
  const list = join(folder, "antwoorden.yaml");
  const answers = (to: string, from = file) => ivp("review", from, "--content", content.folder, "--answers", to);
  const made = await answers(list);
  expect([made.code, made.stderr]).toEqual([0, expect.stringContaining(`1 opmerking in ${list}`)]);
  expect(/[\u0085\u202e]/.test(made.stdout)).toBe(false);
  const written = await readFile(list, "utf8");
  expect(written).toContain("answer: ");
  expect(await answers(list)).toMatchObject({ code: 2, stderr: expect.stringContaining("is er al") });
  expect(await readFile(list, "utf8")).toBe(written);
  expect(await answers(join(content.folder, "x.yaml"))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("daar hoort dit niet"),
  });
  await writeFile(file, plan);
  expect(await answers(join(folder, "y.yaml"))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("geen opmerkingen"),
  });
  expect(await readContentFolder(content.folder)).toEqual(files);
});

describe("ivp review --apply", () => {
  const write = async (bytes: Uint8Array): Promise<string> => {
    const file = join(await temporaryFolder(), "terug.docx");
    await writeFile(file, bytes);
    return file;
  };
  const read = (folder: string, file: string): Promise<string> => readFile(join(folder, file), "utf8");

  test("writes what was chosen, and only that, with every reference, line and comment as it was", async () => {
    const content = await copyOfPlan();
    await content.replace("monitoring.yaml", "id: monitoring", "# Let op.\nid: monitoring");
    const before = await read(content.folder, "monitoring.yaml");
    const file = await write(
      returned(
        doing("bespreekt twee keer per jaar", "bespreekt elk jaar", "Jan"),
        doing("loopt in de avond", "loopt vaak", ""),
        doing("dijk", "kade"),
      ),
    );
    const { code, stderr } = await ivp("review", file, "--content", content.folder, "--apply", "--author", "jan");
    expect([code, stderr]).toEqual([0, "klaar 1 wijziging weggeschreven in monitoring.yaml.\n"]);
    expect(await read(content.folder, "monitoring.yaml")).toBe(
      before.replace("bespreekt twee keer per jaar", "bespreekt elk jaar"),
    );
    const again = await ivp("review", file, "--content", content.folder, "--format", "json");
    const { changes, older } = JSON.parse(again.stdout);
    expect([older, changes.length]).toEqual([true, 3]);
    expect(changes.find(({ authors }: Change) => authors[0] === "Jan")).toMatchObject({
      refused: "Dit staat al zo in de inhoud: er verandert niets.",
    });
  });

  test("puts a new sentence on a line of its own, and escapes what would mean something", async () => {
    const content = await copyOfPlan();
    const file = await write(returned(doing("hoe het gaat.", "hoe het gaat. Dat is *nieuw*. [[x]]", "Jan")));
    expect((await ivp("review", file, "--content", content.folder, "--apply", "--only", "1")).code).toBe(0);
    expect(await read(content.folder, "monitoring.yaml")).toContain(
      "hoe het gaat.\n  Dat is \\*nieuw\\*. \\[\\[x\\]\\]\n",
    );
    expect((await ivp("check", "--content", content.folder)).code).toBe(0);
  });

  test("finds words that stand in two places by the names around them, also when the file changed meanwhile", () => {
    const path = "programmes/2025-2026.yaml";
    const words = "Bewoners voelen zich in het donker veilig.";
    const edited = (all: readonly RawFile[], from: string, to: string): RawFile[] =>
      all.map((file) =>
        file.path === path ? { path, bytes: Buffer.from(Buffer.from(file.bytes).toString().replace(from, to)) } : file,
      );
    const alike = edited(files, "Jongeren weten bij wie zij terechtkunnen.", words);
    const bytes = wordFilesOf(alike, "uvp-2025-2026").get("uvp-2025-2026") ?? new Uint8Array();
    const own = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
    const [first, second] = runsIn(own).filter(({ text }) => text.includes(words));
    if (!first || !second) throw new Error("Both stand in the document");
    const from = second.text.indexOf(words);
    const back = withXml(bytes, (all) => withDoings(all, [{ run: second, from, to: from + 8, text: "Jongeren" }]));
    const meanwhile = edited(alike, "title: Toezicht in de haven", "title: Toezicht");
    const { files: changed, left } = reviewOf(back, meanwhile).apply({});
    expect(left).toEqual([]);
    expect(Buffer.from(changed[0]?.bytes ?? []).toString()).toBe(
      Buffer.from(meanwhile.find((file) => file.path === path)?.bytes ?? [])
        .toString()
        .replace(/(?<=street-talks[\s\S]*)Bewoners/, "Jongeren"),
    );
  });

  test("shows three ways what changed on both sides, and writes nothing there", async () => {
    const content = await copyOfPlan();
    await content.replace("monitoring.yaml", "twee keer per jaar", "drie keer per jaar");
    const before = await read(content.folder, "monitoring.yaml");
    const file = await write(returned(doing("bespreekt twee keer per jaar", "bespreekt elk jaar")));
    const { stdout } = await ivp("review", file, "--content", content.folder);
    expect(stdout).toMatch(
      /Was: .*twee keer[\s\S]*Wordt: .*elk jaar[\s\S]*Nu: .*drie keer[\s\S]*Let op: +De inhoud is hier gewijzigd/,
    );
    const { code, stderr } = await ivp("review", file, "--content", content.folder, "--apply");
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining("let op wijziging 1 niet: De inhoud is hier gewijzigd"),
    ]);
    expect(await read(content.folder, "monitoring.yaml")).toBe(before);
  });

  test.each<[string, () => Uint8Array, string[], string]>([
    ["no docx", () => Buffer.from("hallo"), [], "Het bestand is geen docx."],
    [
      "a document of another plan",
      () => withXml(plan, (all) => all.replace(/document="[^"]+"/, 'document="ivp-1999"'), "customXml/item1.xml"),
      [],
      "Dit document (ivp-1999) hoort niet bij deze inhoud.",
    ],
    [
      "a document that ivp didn't make",
      () => docx({ body: p("Tekst") }),
      ["--apply"],
      "Dit bestand zegt niet waar zijn tekst vandaan komt",
    ],
    [
      "a number that isn't there",
      () => returned(doing("dijk", "kade")),
      ["--apply", "--only", "7"],
      "Er is geen wijziging 7: er is er 1.",
    ],
    [
      "an author who isn't there",
      () => returned(doing("dijk", "kade")),
      ["--apply", "--author", "Piet"],
      "Er is geen wijziging van “Piet”.",
    ],
    ["a choice of nothing", () => plan, ["--only", "1"], "--only en --author horen bij --apply."],
    ["numbers that are none", () => plan, ["--apply", "--only", "1,a"], "“1,a” zijn geen nummers van wijzigingen."],
  ])("refuses %s, and writes nothing", async (_, bytes, options, message) => {
    const content = await copyOfPlan();
    const { code, stderr } = await ivp("review", await write(bytes()), "--content", content.folder, ...options);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).not.toContain("in ivp zelf");
    expect(await readContentFolder(content.folder)).toEqual(files);
  });

  test("lists what it can't place of a document without a way back", async () => {
    const body = p(`<w:ins w:id="1" w:author="Els"><w:r><w:t>Nieuw</w:t></w:r></w:ins>`);
    const { code, stdout } = await ivp(
      "review",
      await write(docx({ body })),
      "--content",
      planFolder,
      "--format",
      "markdown",
    );
    expect([code, stdout]).toEqual([0, expect.stringContaining("## Niet in de inhoud te plaatsen")]);
    expect(stdout).toContain("toegevoegd · Els");
  });

  test("says of a document without a way back only what is tracked", () => {
    const parts = Object.entries(unzipSync(returned(doing("hoe het gaat.", "hoe het gaat. Nieuw.", "Jan"))));
    const bare = zipSync(Object.fromEntries(parts.filter(([name]) => !/^customXml\//.test(name))));
    expect(changesOf(bare).map(brief)).toEqual([
      "gewijzigd | De driehoek bespreekt twee keer per jaar hoe het gaat. | De driehoek bespreekt twee keer per jaar hoe het gaat. Nieuw. | Dit bestand zegt niet waar deze tekst in de inhoud staat.",
    ]);
  });

  test.skipIf(process.platform === "win32")("refuses what never ends", async () => {
    const { code, stderr } = await ivp("review", "/dev/zero", "--content", planFolder);
    expect([code, stderr]).toEqual([2, expect.stringContaining("/dev/zero is geen bestand.")]);
  });
});
