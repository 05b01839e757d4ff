/** What the schemas of Word files don't see: links to nowhere, double names, styles that aren't there, cells without words. */
import { all, type Docx, type Element, elementsIn, valOf, wordsIn } from "./docx.js";

/** Everything that keeps a Word file from being sound, in words. */
export function structureFaults(docx: Docx): string[] {
  const parts = docx.paths.filter((path) =>
    /^word\/(?:document|footnotes|header\d+|footer\d+|comments)\.xml$/.test(path),
  );
  const roots = parts.map((path) => docx.tree(path));
  const everywhere = (name: string): Element[] => roots.flatMap((root) => all(root, name));
  return [
    ...relationFaults(docx),
    ...bookmarkFaults(roots),
    ...reached(everywhere, docx),
    ...doubles(
      "docPr",
      everywhere("wp:docPr").map(({ attributes }) => attributes.id ?? ""),
    ),
    ...doubles(
      "change",
      ["w:ins", "w:del", "w:moveFrom", "w:moveTo"].flatMap((name) =>
        everywhere(name).map(({ attributes }) => attributes["w:id"] ?? ""),
      ),
    ),
    ...everywhere("w:tc").flatMap((cell) =>
      wordsIn(cell).trim() === "" && all(cell, "w:drawing").length === 0 ? ["a cell without words"] : [],
    ),
    ...everywhere("w:tbl").flatMap(gridFaults),
    ...roots.flatMap(fieldFaults),
  ];
}

const doubles = (what: string, names: readonly string[]): string[] =>
  names.flatMap((name, index) => (names.indexOf(name) < index ? [`${what} ${name} twice`] : []));

/** Every relation leads to a part, every part is led to and has a type, and every name of a relation is one. */
function relationFaults(docx: Docx): string[] {
  const leads = docx.paths.filter((path) => path.endsWith(".rels")).flatMap((path) => leadsOf(docx, path));
  const inside = leads.filter(({ external }) => !external);
  const reached = new Set([
    "[Content_Types].xml",
    "_rels/.rels",
    ...inside.map(({ target }) => target),
    ...leads.map(({ from }) => from),
  ]);
  const sources = new Map(leads.map(({ from }) => [from.replace("_rels/", "").replace(/\.rels$/, ""), from]));
  const types = docx.tree("[Content_Types].xml");
  const typed = new Set(all(types, "Override").map(({ attributes }) => attributes.PartName?.slice(1)));
  const endings = new Set(all(types, "Default").map(({ attributes }) => attributes.Extension));
  const named = [...docx.xml].flatMap(([path, xml]) =>
    [...xml.matchAll(/ r:(?:id|embed)="([^"]*)"/g)].map(([, id = ""]) => ({ path, id, from: sources.get(path) })),
  );
  return [
    ...leads
      .filter(({ external, target }) => external && !URL.canParse(target))
      .map(({ target }) => `${target} is no address`),
    ...inside.filter(({ target }) => !docx.paths.includes(target)).map(({ target }) => `${target} isn't there`),
    ...named
      .filter((one) => !leads.some(({ from, id }) => from === one.from && id === one.id))
      .map(({ path, id }) => `${path} names ${id}, which leads nowhere`),
    ...docx.paths.filter((path) => !reached.has(path)).map((path) => `nothing leads to ${path}`),
    ...docx.paths
      .filter((path) => !typed.has(path) && !endings.has(path.slice(path.lastIndexOf(".") + 1)))
      .map((path) => `${path} has no type`),
    ...docx.paths
      .filter((path) => /^(?:word|docProps)\/[^/]*\.xml$/.test(path) && !typed.has(path))
      .map((path) => `${path} is any XML`),
    ...[...typed].filter((path) => path && !docx.paths.includes(path)).map((path) => `${path} isn't there`),
  ];
}

/** What a part of relations leads to. */
const leadsOf = (docx: Docx, from: string) =>
  all(docx.tree(from), "Relationship").map(({ attributes: { Id: id = "", Target = "", TargetMode } }) => {
    const external = TargetMode === "External";
    const folder = from.replace(/_rels\/[^/]*$/, "");
    return { from, id, external, target: external ? Target : new URL(Target, `file:///${folder}`).pathname.slice(1) };
  });

function bookmarkFaults(roots: readonly Element[]): string[] {
  const starts = roots.flatMap((root) => all(root, "w:bookmarkStart"));
  const ends = roots.flatMap((root) => all(root, "w:bookmarkEnd"));
  const ids = starts.map(({ attributes }) => attributes["w:id"] ?? "");
  const names = starts.map(({ attributes }) => attributes["w:name"] ?? "");
  return [
    ...doubles("bookmark id", ids),
    ...doubles(
      "bookmark",
      names.map((name) => name.toLowerCase()),
    ),
    ...names.filter((name) => !/^[A-Za-z_]\w{0,39}$/.test(name)).map((name) => `${name} is no name of a bookmark`),
    ...ids
      .filter((id) => ends.filter(({ attributes }) => attributes["w:id"] === id).length !== 1)
      .map((id) => `bookmark ${id} doesn't end once`),
  ];
}

/** What names something names something that is there. */
function reached(everywhere: (name: string) => Element[], docx: Docx): string[] {
  const names = new Set(everywhere("w:bookmarkStart").map(({ attributes }) => attributes["w:name"]));
  const anchors = everywhere("w:hyperlink").flatMap(({ attributes }) => attributes["w:anchor"] ?? []);
  const fields = everywhere("w:instrText").flatMap(
    (one) => /(?:PAGEREF|NOTEREF|REF)\s+(\S+)/.exec(one.children.join(""))?.[1] ?? [],
  );
  const styles = new Set(all(docx.tree("word/styles.xml"), "w:style").map(({ attributes }) => attributes["w:styleId"]));
  const used = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"].flatMap((name) =>
    [...everywhere(name), ...all(docx.tree("word/styles.xml"), name)].map(valOf),
  );
  const lists = new Set(all(docx.tree("word/numbering.xml"), "w:num").map(({ attributes }) => attributes["w:numId"]));
  const notes = new Set(all(docx.tree("word/footnotes.xml"), "w:footnote").map(({ attributes }) => attributes["w:id"]));
  const signs = everywhere("w:footnoteReference").map(({ attributes }) => attributes["w:id"]);
  return [
    ...[...anchors, ...fields].filter((name) => !names.has(name)).map((name) => `a link to ${name}, which isn't there`),
    ...used.filter((name) => !styles.has(name)).map((name) => `the style ${name} isn't there`),
    ...everywhere("w:numId")
      .map(valOf)
      .filter((id) => !lists.has(id))
      .map((id) => `list ${id} isn't there`),
    ...signs.filter((id) => !notes.has(id)).map((id) => `footnote ${id} isn't there`),
    ...doubles("the sign of footnote", signs.map(String)),
  ];
}

/** Every row has as many cells as the table has columns, and a cell ends with a paragraph. */
function gridFaults(table: Element): string[] {
  const columns = elementsIn(table).find(({ name }) => name === "w:tblGrid");
  const rows = elementsIn(table).filter(({ name }) => name === "w:tr");
  return rows.flatMap((row) => {
    const cells = elementsIn(row).filter(({ name }) => name === "w:tc");
    return [
      ...(cells.length === (columns ? elementsIn(columns).length : 0) ? [] : [`a row of ${cells.length} cells`]),
      ...(cells.every((cell) => elementsIn(cell).at(-1)?.name === "w:p")
        ? []
        : ["a cell without a paragraph at its end"]),
    ];
  });
}

/** Fields begin, have a result and end, one within another. */
function fieldFaults(root: Element): string[] {
  let depth = 0;
  const faults: string[] = [];
  for (const { attributes } of all(root, "w:fldChar")) {
    if (attributes["w:fldCharType"] === "begin") depth++;
    if (attributes["w:fldCharType"] === "end") depth--;
    if (depth < 0) faults.push("a field ends that didn't begin");
  }
  return depth === 0 ? faults : [...faults, "a field doesn't end"];
}
