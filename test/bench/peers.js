/** Other programs that make PDFs, to measure beside ours where they are installed. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The ones that are installed, each with what makes a PDF of the plan.
 * @param {string} plan the plan's page as HTML
 * @param {string} folder to work in
 */
export function peersFor(plan, folder) {
  const text = join(folder, "plan.typ");
  writeFileSync(text, typstOf(readFileSync(plan, "utf8")));
  const pdf = join(folder, "peer.pdf");
  return [
    { name: "typst", command: "typst", args: ["compile", text, pdf], what: "the plan's text, hardly styled, tagged" },
    {
      name: "weasyprint",
      command: "weasyprint",
      args: ["--pdf-variant", "pdf/ua-1", plan, pdf],
      what: "the plan, PDF/UA",
    },
    { name: "vivliostyle", command: "vivliostyle", args: ["build", plan, "-o", pdf], what: "the plan" },
    { name: "pagedjs", command: "pagedjs-cli", args: [plan, "-o", pdf], what: "the plan" },
  ].filter(({ command }) => spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0);
}

/** The headings and the text of a page as Typst. */
function typstOf(html) {
  const body = html
    .replace(/^[\s\S]*<body>/, "")
    .replace(/<svg[\s\S]*?<\/svg>/g, "")
    .replace(/\s+/g, " ")
    .replace(/<h([1-6])[^>]*>/g, (_, level) => `\n\n${"=".repeat(Number(level))} `)
    .replace(/<\/(h[1-6]|p|li|td|th|caption|div)>/g, "\n\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&(amp|lt|gt);/g, " ");
  return `#set document(title: "x")\n#set text(lang: "nl")\n${body.replace(/[\\#*_`$<>@[\]~]/g, "\\$&")}`;
}
