/** Begins a plan with what stands in a document of Word. */
import { existsSync, readdirSync } from "node:fs";
import { examine } from "../check/examine.js";
import { type Diagnostic, hasErrors } from "../diagnostics.js";
import { acceptAll, paragraphsIn, readDocx, settled, type WordDocument } from "../docx/index.js";
import { enumeration, one, period } from "../dutch.js";
import { UsageError } from "../errors.js";
import { type Answers, readAll } from "../init/index.js";
import { refuseNoFolder } from "../output/folders.js";
import { openOutput, settle } from "../output/output.js";
import { Assembler, type Made } from "./assemble.js";
import { factsIn, linesOf } from "./facts.js";
import { withoutLayout } from "./layout.js";
import { type Outline, outlineOf } from "./outline.js";
import { calledIn } from "./pictures.js";
import { Report } from "./report.js";
import { tellUnplaced } from "./unplaced.js";

export type { Report, Told } from "./report.js";

/** What someone says of the plan, as typed; the rest is read from the document. */
export type Given = Readonly<Partial<Record<"team" | "municipalities" | "from" | "to" | "programme", string>>>;

export interface Imported {
  readonly files: Made;
  readonly report: Report;
  /** What is wrong in what was made: with errors nothing may be written. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sourceOf: (file: string) => string | undefined;
}

/** A document that was read, before anything is made of it. */
export interface PlanDocument {
  /** What the document says itself of the plan. */
  readonly found: Given;
  /** What it doesn't say, and nobody said. */
  readonly unknown: (given: Given) => readonly Asked[];
  /** Makes the files of a content folder. @throws {UsageError} when what must be known isn't */
  readonly make: (given: Given) => Imported;
}

/** What a plan must say of itself. */
export type Asked = "municipalities" | "team" | "from" | "to";

/** Pure. @throws {UsageError} when the bytes are no docx that can be read */
export function openPlan(bytes: Uint8Array): PlanDocument {
  const word = readDocx(bytes);
  const report = new Report();
  const blocks = withoutLayout(settled(word.blocks, acceptAll), report);
  if (paragraphsIn(blocks).every(({ pieces }) => pieces.every(({ text, picture }) => text.trim() === "" && !picture)))
    throw new UsageError(
      "Het document heeft geen tekst. Er is niets geschreven.",
      "Geef het bestand waarin het plan staat.",
    );
  told(word, report);
  const outline = outlineOf(blocks, report);
  const found = foundIn(word, outline);
  return {
    found,
    unknown: (given) =>
      (["municipalities", "team", "from", "to"] as const).filter((key) => knownOf(found, given)[key] === undefined),
    make: (given) => {
      const answers = answersFor(found, given, report);
      const files = new Assembler(word, report).files(outline, blocks, answers);
      tellUnplaced(blocks, word.notes, files, report, outline.headings);
      const raw = [...files].map(([path, text]) => ({
        path,
        bytes: typeof text === "string" ? Buffer.from(text) : text,
      }));
      raw.sort((one, other) => (one.path < other.path ? -1 : 1));
      const { diagnostics, sourceOf } = examine(raw);
      return { files, report, diagnostics, sourceOf };
    },
  };
}

/**
 * Makes the files of a content folder. Pure.
 * @throws {UsageError} when the bytes are no docx that can be read, or what must be known isn't
 */
export const importPlan = (bytes: Uint8Array, given: Given): Imported => openPlan(bytes).make(given);

/** What stands outside the text, or isn't text. */
function told({ blocks, margins, comments, notices }: WordDocument, report: Report): void {
  for (const notice of notices) report.lose(notice, "");
  const all = paragraphsIn(blocks);
  const tracked = new Set(
    all.flatMap(({ pieces, mark, around }) => [...pieces.flatMap((piece) => piece.tracked), ...mark, ...around]),
  );
  if (tracked.size > 0)
    report.doubt(
      `het document heeft bijgehouden wijzigingen (${tracked.size}): zij zijn overgenomen alsof ze zijn geaccepteerd`,
      "",
    );
  for (const { author, text } of comments)
    report.lose(`opmerking van ${author || "onbekend"}: “${text}”`, "Opmerkingen");
  const lines = new Set(
    paragraphsIn(margins)
      .map(({ pieces }) =>
        pieces
          .map(({ text }) => text)
          .join("")
          .trim(),
      )
      .filter((line) => /\p{L}/u.test(line)),
  );
  for (const line of lines) report.lose(`“${line}”`, "Kop- en voetteksten");
  const pictures = paragraphsIn(margins).flatMap(({ pieces }) => pieces.flatMap(({ picture }) => picture ?? []));
  for (const one of new Set(pictures.map(calledIn))) report.lose(one, "Kop- en voetteksten");
}

function foundIn(word: WordDocument, { cover, title, chapters }: Outline): Given {
  const first = chapters.flatMap(({ blocks }) => blocks).slice(0, 20);
  const { from, to, ...facts } = factsIn([title ?? "", word.title, ...linesOf(paragraphsIn([...cover, ...first]))]);
  return { ...facts, ...(from !== undefined && { from: String(from), to: String(to) }) };
}

/** Who gives one year of the two gives both. */
function knownOf({ from, to, ...facts }: Given, given: Given): Given {
  const ownYears = given.from !== undefined || given.to !== undefined;
  return { ...facts, ...(!ownYears && from !== undefined && to !== undefined && { from, to }), ...given };
}

function answersFor(found: Given, given: Given, report: Report): Answers {
  const read = { programme: "uitvoeringsprogramma", years: "1", ...knownOf(found, given) };
  const lacking = (["municipalities", "from", "to"] as const).filter((key) => read[key] === undefined);
  if (lacking.length > 0) {
    const missing = [
      ...(lacking.includes("municipalities") ? ["voor welke gemeenten het plan is"] : []),
      ...(lacking.some((key) => key !== "municipalities") ? ["voor welke jaren"] : []),
    ];
    throw new UsageError(
      `Het document zegt niet ${enumeration(missing)}. Er is niets geschreven.`,
      `Zeg ook: ${lacking.map((key) => `--${key} ${examples[key]}`).join(" ")}`,
    );
  }
  const told = (words: string, value: string | undefined): void => {
    if (value !== undefined) report.doubt(`${words} uit de tekst gehaald (${value}): kijk of dat klopt`, "");
  };
  const answers = readAll({ ...read, team: read.team ?? "team" }) as Answers;
  if (given.municipalities === undefined)
    told(
      one(answers.municipalities.length, "de gemeente is", "de gemeenten zijn"),
      found.municipalities && answers.municipalities.join("; "),
    );
  if (given.team === undefined) told("het team is", found.team);
  if (given.from === undefined && given.to === undefined)
    told("de looptijd is", found.from && period({ from: Number(found.from), to: Number(found.to) }));
  if (read.team === undefined) report.doubt("het document noemt geen basisteam: zet team in plan.yaml", "");
  return read.team === undefined ? { ...answers, team: "" } : answers;
}

const examples = { municipalities: '"Asten,Deurne"', from: "2027", to: "2030" } as const;

/**
 * Writes the files into a folder that is new or empty: all or none.
 * @throws {UsageError} when something is in the folder
 * @throws {EnvironmentError} when the disk refuses
 */
export async function writeImported(folder: string, { files, diagnostics }: Imported): Promise<readonly string[]> {
  if (hasErrors(diagnostics)) throw new Error("content with errors is not written");
  const output = await openOutput({ out: folder });
  try {
    refuseOccupied(folder);
    const paths = [...files.keys()].sort();
    for (const path of paths) {
      const text = files.get(path) ?? "";
      await output.add({ path, bytes: typeof text === "string" ? Buffer.from(text) : text });
    }
    output.commit({ own: new Set() });
    return paths;
  } finally {
    output.close();
  }
}

/** @throws {UsageError} when a folder isn't new or empty, apart from what one left that was cut off while it wrote there */
export async function refuseBeforehand(folder: string): Promise<void> {
  await settle(folder);
  refuseOccupied(folder);
}

function refuseOccupied(folder: string): void {
  const hint = "Kies met --out een nieuwe of lege map.";
  refuseNoFolder(folder, hint);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(".ivp")) : [];
  if (names.length > 0) throw new UsageError(`In ${folder} staan al bestanden. Er is niets geschreven.`, hint);
}
