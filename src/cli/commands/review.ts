import { Command } from "commander";
import { ivp } from "../../called/index.js";
import { counted, enumeration, one } from "../../dutch.js";
import { UsageError } from "../../errors.js";
import type { Choice, Result, Review, Told, WordDocument } from "../../review/index.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";
import { type ContentOption, contentOption, formatOption } from "../options.js";
import { readWhole } from "../read-whole.js";
import { refused } from "../refuse.js";
import type { Terminal } from "../terminal.js";

interface Options extends ContentOption {
  readonly format: (typeof forms)[number];
  readonly apply?: boolean;
  readonly only?: ReadonlySet<number>;
  readonly author?: string;
  readonly answers?: string;
}

const forms = ["text", "json", "markdown"] as const;

export const reviewCommand = (context: Context): Command =>
  new Command("review")
    .description(
      "zegt wat anderen in een Word-bestand van ivp hebben gewijzigd en opgemerkt, en zet dat op verzoek in de inhoud",
    )
    .argument("<bestand>", "het bestand dat terugkwam, als docx")
    .addOption(contentOption())
    .addOption(formatOption(forms))
    .option("--apply", "schrijf de wijzigingen in de inhoud")
    .option("--only <nummers>", "alleen deze wijzigingen, zoals 1,3,5-8", numbers)
    .option("--author <naam>", "alleen de wijzigingen van deze persoon")
    .option("--answers <lijst>", "maak een lijst (yaml) van de opmerkingen, om uw antwoorden in te schrijven")
    .action(async (file: string, { content, format, apply, answers, ...choice }: Options) => {
      if (!apply && (choice.only || choice.author !== undefined))
        throw new UsageError("--only en --author horen bij --apply.", "Zet er --apply bij.");
      const { contentIn, readDocx, reviewIn, tellReview } = await import("../../review/index.js");
      const word = readDocx(await readWhole(file, 100e6));
      if (answers !== undefined || !apply) {
        const { review } = reviewIn(word, await contentIn(content));
        if (answers !== undefined) await makeAnswers(answers, content, review, context.terminal);
        if (!apply) show(review, tellReview(review), format, context.terminal);
      }
      if (apply) await applyChanges(context, content, word, choice);
    });

/** Writes changes into the content, and says what came of it. */
async function applyChanges(context: Context, content: string, word: WordDocument, choice: Choice): Promise<void> {
  const { applyReview } = await import("../../review/index.js");
  const { terminal, finish } = context;
  const { reviewed, result } = await applyReview(content, word, choice);
  if (!reviewed.placed) throw new UsageError(reviewed.review.notices[0] ?? "", "Er is niets gewijzigd.");
  if ((await refused(context, content, reviewed.report, "Er is niets gewijzigd.")) || !result) return;
  if (result.faults.length > 0) {
    const { asText } = await import("../reporters/text.js");
    terminal.err(`${asText(result.faults, content, result.sourceOf, terminal.paintErr)}\n`);
    terminal.err(
      "Met wat u wilt overnemen, zou de inhoud nieuwe fouten hebben. Laat dat weg met --only. Er is niets gewijzigd.",
    );
    finish(ExitCode.ContentErrors);
    return;
  }
  tellApplied(result, reviewed.review.comments.length, terminal);
}

/**
 * Writes the list of comments. What is there may have answers in it: nothing is written over.
 * @throws {UsageError} when there is nothing to answer, or the file can't be made
 */
async function makeAnswers(file: string, content: string, review: Review, { done }: Terminal): Promise<void> {
  if (review.comments.length === 0)
    throw new UsageError("Er staan geen opmerkingen in het document: er is geen lijst gemaakt.", "Laat --answers weg.");
  const { answersOf, writeAnswers } = await import("../../review/index.js");
  const list = answersOf(review);
  await writeAnswers(file, list, content);
  const { length } = list.comments;
  done(`${counted(length, "opmerking", "opmerkingen")} in ${file}. Schrijf uw antwoorden achter answer.`);
}

/** "1,3,5-8" */
function numbers(value: string): ReadonlySet<number> {
  const all = new Set<number>();
  for (const part of value.split(",")) {
    const [found, from, to = from] = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(part) ?? [];
    if (found === undefined || Number(from) > Number(to) || Number(to) - Number(from) > 10_000)
      throw new UsageError(
        `“${value}” zijn geen nummers van wijzigingen.`,
        "Geef nummers met een komma ertussen, zoals 1,3,5-8.",
      );
    for (let number = Number(from); number <= Number(to); number++) all.add(number);
  }
  return all;
}

function show(review: unknown, told: Told, format: Options["format"], { out, data, paint }: Terminal): void {
  const { title, tally, notices, groups } = told;
  switch (format) {
    case "json":
      data(JSON.stringify(review, null, 2));
      return;
    case "markdown": {
      const quoted = (words: string): string => words.replace(/[\\`*_[\]<>#|]/g, "\\$&").replace(/\n/g, " / ");
      const lines = groups.flatMap((group) => [
        `\n## ${quoted(group.title)}\n`,
        ...group.items.flatMap((item) => [
          `- **${quoted(item.title)}**`,
          ...item.lines.map(([label, words]) => `  - ${label}: ${quoted(words)}`),
        ]),
      ]);
      data([`# ${quoted(title)}`, "", `${tally}.`, ...notices.map((notice) => `\n${notice}`), ...lines].join("\n"));
      return;
    }
    case "text": {
      const lines = groups.flatMap((group) => [
        "",
        paint.bold(group.title),
        ...group.items.flatMap((item) => [
          `  ${paint.yellow(item.title)}`,
          ...item.lines.map(
            ([label, words]) => `    ${`${label}:`.padEnd(8)}${words.replace(/\n/g, "\n            ")}`,
          ),
        ]),
      ]);
      out([paint.bold(title), `${tally}.`, ...notices, ...lines].join("\n"));
    }
  }
}

function tellApplied({ files, written, left }: Result, comments: number, { done, warn, err }: Terminal): void {
  done(
    written.length === 0
      ? "er is niets gewijzigd."
      : `${counted(written.length, "wijziging", "wijzigingen")} weggeschreven in ${enumeration(files.map(({ path }) => path))}.`,
  );
  for (const { numbers: own, why } of left)
    warn(`${one(own.length, "wijziging", "wijzigingen")} ${enumeration(own.map(String))} niet: ${why}`);
  if (comments > 0)
    err(
      `  Er ${one(comments, "is 1 opmerking", `zijn ${comments} opmerkingen`)} om te beantwoorden: zie ${ivp} review zonder --apply, of maak er een lijst van met --answers.`,
    );
}
