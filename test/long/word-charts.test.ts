import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyOfPlan } from "../setup/content.js";
import { all, child, type Docx, type Element, elementsIn, openDocx, schemaFaults } from "../setup/docx.js";
import { accessFaults } from "../setup/docx-access.js";
import { structureFaults } from "../setup/docx-faults.js";
import { root } from "../setup/ivp.js";
import { wordFilesOf } from "../setup/word-files.js";

const cleaning: (() => Promise<void>)[] = [];
const later = (clean: () => Promise<void>): void => void cleaning.push(clean);

let files: ReadonlyMap<string, Docx>;
beforeAll(async () => {
  const content = await copyOfPlan(later);
  const fixture = (path: string) => readFile(join(root, "test/fixtures", path), "utf8");
  await content.write("indicators/burglaries.yaml", await fixture("word/burglaries.yaml"));
  for (const date of ["2025-06-30", "2025-12-31"])
    await content.write(`progress/${date}.yaml`, await fixture(`progress/${date}.yaml`));
  await content.write("council.yaml", "date: 2024-11-05\nmeeting: 2024-12-12\n");
  const bytes = await wordFilesOf(content.folder, [], later);
  files = new Map([...bytes].map(([path, own]) => [path, openDocx(own)]));
}, 60_000);
afterAll(async () => {
  for (const clean of cleaning) await clean();
});

/** A chart with what stands for it in the text. */
interface Charted {
  readonly alt: string;
  readonly part: Element;
  /** The cells of the workbook behind it, by name. */
  readonly cells: ReadonlyMap<string, string>;
}

function chartsIn(docx: Docx): Charted[] {
  const links = new Map(
    all(docx.tree("word/_rels/document.xml.rels"), "Relationship").map(({ attributes }) => [
      attributes.Id,
      attributes.Target,
    ]),
  );
  return all(docx.tree("word/document.xml"), "wp:inline").flatMap((inline) => {
    const [chart] = all(inline, "c:chart");
    if (!chart) return [];
    const path = `word/${links.get(chart.attributes["r:id"])}`;
    const book = openDocx(docx.bytes(path.replace("charts", "embeddings").replace(".xml", ".xlsx")) ?? Buffer.alloc(0));
    const cells = all(book.tree("xl/worksheets/sheet1.xml"), "c").map(
      (cell) => [cell.attributes.r ?? "", leavesOf(cell)] as const,
    );
    return [{ alt: child(inline, "wp:docPr")?.attributes.descr ?? "", part: docx.tree(path), cells: new Map(cells) }];
  });
}

/** All words in an element. */
const leavesOf = (element: Element): string =>
  element.children.map((one) => (typeof one === "string" ? one : leavesOf(one))).join("");

const charts = (start: string): Charted[] =>
  [...files].filter(([path]) => path.startsWith(start)).flatMap(([, docx]) => chartsIn(docx));

describe("charts in Word", () => {
  test("files with every form of them follow the standard, lead nowhere in vain and can be read by everyone", async () => {
    const forms = new Set(
      [...files.values()].flatMap(chartsIn).map(({ part }) => {
        const [plot] = all(part, "c:plotArea")
          .flatMap(elementsIn)
          .filter(({ name }) => name.endsWith("Chart"));
        return `${plot?.name} ${plot && child(plot, "c:grouping")?.attributes.val}`;
      }),
    );
    expect(forms).toEqual(new Set(["c:lineChart standard", "c:barChart clustered", "c:barChart stacked"]));
    expect(await schemaFaults(Object.fromEntries(files))).toEqual([]);
    for (const [path, docx] of files) {
      expect(structureFaults(docx), path).toEqual([]);
      expect(accessFaults(docx), path).toEqual([]);
    }
  }, 120_000);

  test("each says all that it shows, for who doesn't see it", () => {
    for (const { alt, part } of [...files.values()].flatMap(chartsIn)) {
      // A bar's label is a share's count, or a figure as readers see it.
      for (const label of all(part, "c:dLbl")) {
        const number = /[\d.,]+$/.exec(all(label, "a:t").map(leavesOf).join(" "))?.[0];
        expect(alt, leavesOf(label)).toContain(number ?? "?");
      }
    }
    const [lines] = charts("ivp-");
    for (const told of ["2023: 9,0", "2024: 8,5 (voorlopig)", "Nederland", "Streefwaarde", "2028: 5,0"])
      expect(lines?.alt).toContain(told);
  });

  test("what stands in the workbook is what is drawn", () => {
    for (const { part, cells } of [...files.values()].flatMap(chartsIn)) {
      const [first] = all(part, "c:ser");
      for (const [index, series] of all(part, "c:ser").entries()) {
        const column = String.fromCharCode(66 + index);
        const points = (name: string, from: Element | undefined) =>
          all(from ?? part, name).flatMap((own) => all(own, "c:pt"));
        expect(cells.get(`${column}1`)).toBe(points("c:tx", series).map(leavesOf)[0]);
        const drawn = new Map(points("c:val", series).map((point) => [Number(point.attributes.idx), leavesOf(point)]));
        for (const { attributes } of points("c:cat", first))
          expect(cells.get(`${column}${Number(attributes.idx) + 2}`)).toBe(drawn.get(Number(attributes.idx)));
      }
    }
  });

  test("each line has its name and its last number beside it, and none stands over another", () => {
    const [lines] = charts("ivp-");
    const labels = all(lines?.part ?? ({} as Element), "c:ser").map((series) =>
      all(series, "c:dLbl")
        .map((label) => all(label, "a:t").map(leavesOf).join(" "))
        .at(-1),
    );
    expect(labels).toEqual([
      "Basisteam Zoutkust 8,5",
      "Nederland 8,2",
      "Politie-eenheid Noord-Nederland met een lange naam 8,1",
      "Streefwaarde 2028: 5,0",
    ]);
  });

  test("a line that has no number in a year has a gap there, and what may still change is drawn open", () => {
    const [own] = all(charts("ivp-")[0]?.part ?? ({} as Element), "c:ser");
    const years = all(own ?? ({} as Element), "c:val").flatMap((values) => all(values, "c:pt"));
    expect(years.map(({ attributes }) => attributes.idx)).toEqual(["0", "1", "2", "4", "5"]);
    const open = all(own ?? ({} as Element), "c:dPt").map((point) => child(point, "c:idx")?.attributes.val);
    expect(open).toEqual(["5"]);
  });

  test("parts of a whole differ by their pattern, not by their colour alone", () => {
    const report = charts("voortgang/2025-12-31.docx")[0];
    const looks = all(report?.part ?? ({} as Element), "c:ser").map((series) => {
      const [fill] = elementsIn(child(series, "c:spPr") ?? series);
      return `${fill?.name} ${fill?.attributes.prst ?? (fill ? leavesOf(fill) : "")} ${fill && all(fill, "a:srgbClr")[0]?.attributes.val}`;
    });
    expect(looks.length).toBeGreaterThan(2);
    expect(new Set(looks).size).toBe(looks.length);
  });
});
