/** What Word's accessibility checker asks, and what PDF/UA would of a PDF that Word makes: tested without Word. */
import { contrast } from "../../src/model/colours.js";
import { all, child, type Docx, type Element, elementsIn, valOf, wordsIn } from "./docx.js";

/** Everything that keeps people from reading a Word file, in words. */
export function accessFaults(docx: Docx): string[] {
  const body = docx.tree("word/document.xml");
  return [
    ...documentFaults(docx),
    ...headingFaults(docx, body),
    ...all(body, "w:tbl").flatMap(tableFaults),
    ...all(body, "wp:docPr").flatMap(({ attributes }) =>
      attributes.descr?.trim() ? [] : [`${attributes.name} says nothing`],
    ),
    ...emptyFaults(body),
    ...typedLists(body),
    ...contrastFaults(docx, body),
    ...all(body, "w:hyperlink").flatMap((link) => (wordsIn(link).trim() ? [] : ["a link without words"])),
  ];
}

function documentFaults(docx: Docx): string[] {
  const core = docx.tree("docProps/core.xml");
  const title = child(core, "dc:title")?.children.join("").trim();
  const language = all(docx.tree("word/styles.xml"), "w:docDefaults").flatMap((one) => all(one, "w:lang"))[0];
  return [
    ...(title ? [] : ["no title"]),
    ...(child(core, "dc:language")?.children.join("") === "nl-NL" ? [] : ["no language"]),
    ...(valOf(language) === "nl-NL" ? [] : ["its words have no language"]),
  ];
}

/** The level of a heading, from 1, by the style of a paragraph. */
function levelsOf(docx: Docx): ReadonlyMap<string | undefined, number> {
  return new Map(
    all(docx.tree("word/styles.xml"), "w:style").flatMap((style) => {
      const level = valOf(child(style, "w:pPr", "w:outlineLvl"));
      return level === undefined ? [] : [[style.attributes["w:styleId"], Number(level) + 1] as const];
    }),
  );
}

function headingFaults(docx: Docx, body: Element): string[] {
  const levels = levelsOf(docx);
  let before = 0;
  const faults: string[] = [];
  const headings = all(body, "w:p").flatMap((paragraph) => {
    const level = levels.get(valOf(child(paragraph, "w:pPr", "w:pStyle")));
    return level === undefined ? [] : [{ level, text: wordsIn(paragraph) }];
  });
  for (const { level, text } of headings) {
    if (level > before + 1) faults.push(`“${text}” is a heading of level ${level} under one of level ${before}`);
    before = level;
  }
  return headings.length > 0 ? faults : ["no headings"];
}

function tableFaults(table: Element): string[] {
  const rows = elementsIn(table).filter(({ name }) => name === "w:tr");
  const headers = rows.filter((row) => child(row, "w:trPr", "w:tblHeader"));
  const look = child(table, "w:tblPr", "w:tblLook");
  return [
    ...(headers.length === 1 && headers[0] === rows[0] ? [] : ["a table without one row of headers at its top"]),
    ...(look?.attributes["w:firstRow"] === "1" && look.attributes["w:firstColumn"] === "1"
      ? []
      : ["headers that aren't told"]),
    ...(valOf(child(table, "w:tblPr", "w:tblCaption"))?.trim() ? [] : ["a table without a title"]),
    ...(all(table, "w:vMerge").length + all(table, "w:gridSpan").length === 0 ? [] : ["merged cells"]),
    ...rows.flatMap((row) => (child(row, "w:trPr", "w:cantSplit") ? [] : ["a row that goes on over pages"])),
  ];
}

/** A paragraph without words stands only where Word wants one: after a table, and at the end of a section. */
const emptyFaults = (around: Element): string[] =>
  elementsIn(around).flatMap((one, index, siblings) => {
    if (one.name !== "w:p") return emptyFaults(one);
    const shown = wordsIn(one).trim() !== "" || all(one, "w:drawing").length > 0;
    const wanted = child(one, "w:pPr", "w:sectPr") || siblings[index - 1]?.name === "w:tbl";
    return shown || wanted ? [] : ["a paragraph without words"];
  });

/** A list that was typed: a dash or a number before words that aren't an item. */
const typedLists = (body: Element): string[] =>
  all(body, "w:p").flatMap((paragraph) =>
    !child(paragraph, "w:pPr", "w:numPr") && /^(?:[-•*▪]|\d+[.)])\s/.test(wordsIn(paragraph))
      ? [`“${wordsIn(paragraph).slice(0, 40)}” looks like an item`]
      : [],
  );

/** Words against what is behind them: the styles of a paragraph and of its words, with what stands in both themselves. */
function contrastFaults(docx: Docx, body: Element): string[] {
  const styles = new Map(
    all(docx.tree("word/styles.xml"), "w:style").map((style) => [style.attributes["w:styleId"], style]),
  );
  const [defaults] = all(docx.tree("word/styles.xml"), "w:docDefaults");
  const found = (id: string | undefined, find: (style: Element) => string | undefined): string | undefined => {
    const style = styles.get(id);
    return style && (find(style) ?? found(valOf(child(style, "w:basedOn")), find));
  };
  const ink = (style: Element): string | undefined => valOf(child(style, "w:rPr", "w:color"));
  const paper = (style: Element): string | undefined =>
    (child(style, "w:rPr", "w:shd") ?? child(style, "w:pPr", "w:shd"))?.attributes["w:fill"];
  const table = styles.get("HouseTable");
  const headerPaper = all(table ?? body, "w:tblStylePr").find(({ attributes }) => attributes["w:type"] === "firstRow");
  const ground = headerPaper && all(headerPaper, "w:shd")[0]?.attributes["w:fill"];
  const usual = valOf(all(defaults ?? body, "w:color")[0]) ?? "000000";
  const seen = new Set<string>();
  for (const paragraph of all(body, "w:p")) {
    const own = valOf(child(paragraph, "w:pPr", "w:pStyle")) ?? "Normal";
    for (const run of all(paragraph, "w:r")) {
      const style = valOf(child(run, "w:rPr", "w:rStyle"));
      const colour = valOf(child(run, "w:rPr", "w:color")) ?? found(style, ink) ?? found(own, ink) ?? usual;
      const behind =
        found(style, paper) ??
        found(own, paper) ??
        child(paragraph, "w:pPr", "w:shd")?.attributes["w:fill"] ??
        (/^TableHeader/.test(own) ? ground : undefined) ??
        "FFFFFF";
      if (contrast(`#${colour}`, `#${behind}`) < 4.5)
        seen.add(`${colour} on ${behind} in ${own}${style ? ` as ${style}` : ""}`);
    }
  }
  return [...seen];
}
